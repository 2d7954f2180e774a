"""Sentences: token ranges that end at a full stop, question or exclamation mark, or a line break."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from waqai.model.mention import Token

_BREAK = re.compile("\n")
_STOPS = frozenset(".!?…")
# Longer ones are cut: no later stage then looks further than this, however hostile the text.
_LONGEST = 400
_CLOSERS = frozenset("\"')]")


def split(norm: str, tokens: tuple[Token, ...], marks: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Half-open token ranges, one a sentence, without gaps. ``marks``: the tokens that are neither words nor numbers."""
    ranges: list[tuple[int, int]] = []
    first = 0
    stops = (at for at in marks if tokens[at].text in _STOPS and _is_stop(norm, tokens, at))
    for at in sorted({*line_ends(norm, tokens), *stops, len(tokens) - 1}):
        while at >= first:
            end = min(at, first + _LONGEST)
            last = _with_closers(tokens, end + 1) if tokens[end].text in _STOPS else end + 1
            ranges.append((first, last))
            first = last
    return tuple(ranges)


def line_ends(norm: str, tokens: tuple[Token, ...]) -> frozenset[int]:
    """The tokens behind which a line ends."""
    return frozenset(bisect_right(tokens, mark.start(), key=_end) - 1 for mark in _BREAK.finditer(norm))


def _end(token: Token) -> int:
    return token.end


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
