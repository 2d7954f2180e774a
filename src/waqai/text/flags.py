"""Flags: signs that a report is machine-translated or mixes scripts, each with its reason."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from waqai.text.text import Text

_LATIN_SHARE = 0.15


class Flag(NamedTuple):
    """``id`` of the vocabulary's flags and why it was raised."""

    id: str
    why: str


def mixed_script(text: Text) -> Flag | None:
    """Latin words inside a text of another script (not a Latin text with a few foreign words)."""
    words = [token.text for token in text.tokens if token.kind == "word"]
    latin = [word for word in words if len(word) > 2 and unicodedata.name(word[0], "").startswith("LATIN")]
    if not latin or len(latin) > _LATIN_SHARE * len(words) + 12:
        return None
    return Flag("mixed_script", f"{len(latin)} words in Latin letters, the first is {latin[0]!r}")
