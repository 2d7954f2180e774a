"""Items: lines of a list, which tell one thing each ("1/ the village of X: ...", a bullet, a pin)."""

from __future__ import annotations

import unicodedata

from waqai.text.text import Text

_AFTER_NUMBER = frozenset("/-).")
_BULLETS = frozenset("-*\u2022\u25aa\u25cf\u25cb\u2013\u2014\u00b7")


def is_item(text: Text, first: int) -> bool:
    """Does the line that begins at token ``first`` begin with a bullet, a pictured mark or a number of its own?"""
    token = text.tokens[first]
    if token.text in _BULLETS:
        return True
    if token.kind == "number":
        return first + 1 < len(text.tokens) and text.tokens[first + 1].text in _AFTER_NUMBER
    line = text.source.rfind("\n", 0, text.starts[token.start]) + 1
    mark = text.source[line : text.starts[token.start]].strip()
    return bool(mark) and (mark[0] in _BULLETS or unicodedata.category(mark[0]) == "So")
