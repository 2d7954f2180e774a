"""Sentences: token ranges that end at a full stop, question or exclamation mark, or a line break."""

from __future__ import annotations

from waqai.model.mention import Token

_STOPS = frozenset(".!?…")
# Longer ones are cut: no later stage then looks further than this, however hostile the text.
_LONGEST = 400
_CLOSERS = frozenset("\"')]")


def split(norm: str, tokens: tuple[Token, ...]) -> tuple[tuple[int, int], ...]:
    """Half-open token ranges, one a sentence, without gaps."""
    ranges: list[tuple[int, int]] = []
    first = 0
    for at in range(len(tokens)):
        if at >= first and (at - first >= _LONGEST or _ends(norm, tokens, at)):
            last = _with_closers(tokens, at + 1) if tokens[at].text in _STOPS else at + 1
            ranges.append((first, last))
            first = last
    if first < len(tokens):
        ranges.append((first, len(tokens)))
    return tuple(ranges)


def _ends(norm: str, tokens: tuple[Token, ...], at: int) -> bool:
    token = tokens[at]
    following = tokens[at + 1].start if at + 1 < len(tokens) else len(norm)
    if "\n" in norm[token.end : following]:
        return True
    return token.text in _STOPS and _is_stop(tokens, at, following - token.end)


def _is_stop(tokens: tuple[Token, ...], at: int, gap: int) -> bool:
    """A lone dot after an initial ("d. ahmad") or inside a run of two dots (a headline's pause) does not end a sentence."""
    if tokens[at].text != ".":
        return True
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
