"""Sentences: token ranges that end at a full stop, question or exclamation mark, or a line break."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import attrgetter

from waqai.model.mention import Token

_BREAK = re.compile("\n")
_STOPS = frozenset(".!?…")
# Longer ones are cut: no later stage then looks further than this, however hostile the text.
_LONGEST = 400
_CLOSERS = frozenset("\"')]")
_END = attrgetter("end")


def split(norm: str, tokens: tuple[Token, ...]) -> tuple[tuple[int, int], ...]:
    """Half-open token ranges, one a sentence, without gaps."""
    ranges: list[tuple[int, int]] = []
    first = 0
    for at in (*_ends(norm, tokens), len(tokens) + _LONGEST):
        while first < len(tokens) and at - first > _LONGEST:
            first = _close(tokens, first, min(first + _LONGEST, len(tokens) - 1), ranges)
        if first <= at < len(tokens):
            first = _close(tokens, first, at, ranges)
    return tuple(ranges)


def _close(tokens: tuple[Token, ...], first: int, at: int, ranges: list[tuple[int, int]]) -> int:
    """Add the sentence from ``first`` to ``at`` and what closes it; where the next begins."""
    last = _with_closers(tokens, at + 1) if tokens[at].text in _STOPS else at + 1
    ranges.append((first, last))
    return last


def _ends(norm: str, tokens: tuple[Token, ...]) -> list[int]:
    """The tokens that end a sentence, in order."""
    marks = [at for at, token in enumerate(tokens) if token.text in _STOPS]
    return sorted(line_ends(norm, tokens).union([at for at in marks if _is_stop(norm, tokens, at)]))


def line_ends(norm: str, tokens: tuple[Token, ...]) -> frozenset[int]:
    """The tokens behind which a line ends."""
    return frozenset([bisect_right(tokens, mark.start(), key=_END) - 1 for mark in _BREAK.finditer(norm)])


def _is_stop(norm: str, tokens: tuple[Token, ...], at: int) -> bool:
    """A lone dot after an initial ("d. ahmad") or inside a run of two dots (a headline's pause) does not end a sentence."""
    if tokens[at].text != ".":
        return True
    gap = (tokens[at + 1].start if at + 1 < len(tokens) else len(norm)) - tokens[at].end
    if gap == 0 and _between_digits(tokens, at):
        return False
    after_dot = at + 1 < len(tokens) and tokens[at + 1].text == "." and gap == 0
    before_dot = at > 0 and tokens[at - 1].text == "." and tokens[at - 1].end == tokens[at].start
    if after_dot or before_dot:
        return False
    initial = at > 0 and len(tokens[at - 1].text) == 1 and tokens[at - 1].kind == "word"
    return not initial


def _between_digits(tokens: tuple[Token, ...], at: int) -> bool:
    return 0 < at < len(tokens) - 1 and tokens[at - 1].kind == "number" and tokens[at + 1].kind == "number"


def _with_closers(tokens: tuple[Token, ...], last: int) -> int:
    while last < len(tokens) and tokens[last].text in _CLOSERS and tokens[last].start == tokens[last - 1].end:
        last += 1
    return last
