"""Flags: signs that a report is machine-translated or mixes scripts, each with its reason."""

from __future__ import annotations

import re

from waqai.model.value import Value
from waqai.text.text import Text

_LATIN_SHARE = 0.15
_LATIN = re.compile("[A-Za-z\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff]")


class Flag(Value, frozen=True):
    """``id`` of the vocabulary's flags and why it was raised."""

    id: str
    why: str


def mixed_script(text: Text) -> Flag | None:
    """Latin words inside a text of another script (not a Latin text with a few foreign words)."""
    if _LATIN.search(text.norm) is None:
        return None
    words = [token.text for token in text.tokens if token.kind == "word"]
    latin = [word for word in words if len(word) > 2 and _LATIN.match(word)]
    if not latin or len(latin) > _LATIN_SHARE * len(words) + 12:
        return None
    return Flag("mixed_script", f"{len(latin)} words in Latin letters, the first is {latin[0]!r}")
