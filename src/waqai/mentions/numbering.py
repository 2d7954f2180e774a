"""Where lines begin and how they are numbered: a text in, "line" and "list-mark" mentions out, for rules to ask for."""

from __future__ import annotations

import re

from waqai.model.mention import Mention, Token
from waqai.text.sentences import line_ends
from waqai.text.text import Text

RULE = "engine.numbering"
_BULLETS = "-–—•*▪◾🔸🔹.#"
_LETTER = r"[^\W\d_]"
_MARKED = re.compile(rf"[-–—/.)_:]+(?=[\s#(]|{_LETTER})(?!\s*\d)|\s[-–—](?=\s*{_LETTER})")
_KEYCAP = "\u20e3"
_MARKED_BEFORE_DIGITS = re.compile(r"[-–—/.)_](?=\s+\d)")
_MOST_DIGITS = 2


def mark_lines(text: Text) -> list[Mention]:
    """A "line" mention of no width where each line begins, and a "list-mark" over the number that only numbers it."""
    found: list[Mention] = []
    for index in _line_starts(text):
        found.append(Mention("line", index, index, None, RULE))
        at = index + 1 if text.tokens[index].text in _BULLETS else index
        if at < len(text.tokens) and _numbers_line(text, at):
            found.append(Mention("list-mark", at, at + 1, None, RULE))
    return found


def _line_starts(text: Text) -> list[int]:
    behind = {at + 1 for at in line_ends(text.norm, text.tokens)} | {0}
    return sorted(at for at in behind if at < len(text.tokens))


def _numbers_line(text: Text, index: int) -> bool:
    token: Token = text.tokens[index]
    if not token.text.isdigit() or len(token.text) > _MOST_DIGITS:
        return False
    start, end = text.span(index, index + 1)
    if _KEYCAP in text.source[start:end] or _MARKED.match(text.source, end):
        return True
    return len(token.text) == 1 and _MARKED_BEFORE_DIGITS.match(text.source, end) is not None
