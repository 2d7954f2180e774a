"""Tokens: folded text to words, numbers and marks."""

from __future__ import annotations

import re

from waqai.model.mention import Token

# A number keeps its thousands groups and one decimal part; letters and digits never share a token.
# Hash signs and underscores only join the words of a hashtag, so they are no tokens.
_TOKEN = re.compile(r"([^\W\d_]+)|(\d(?:\d{0,2}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d*\.\d{1,2}(?![.\d])|\d*))|([^\w\s#])")
_KINDS = ("", "word", "number", "punct")  # of the groups, by their number


def tokenise(norm: str) -> tuple[Token, ...]:
    """The tokens of folded text, in order; offsets are in ``norm``."""
    return tuple([Token(m[0], *m.span(), _KINDS[m.lastindex or 0]) for m in _TOKEN.finditer(norm)])
