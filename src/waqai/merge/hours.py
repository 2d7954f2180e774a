"""The hour of an event: the part of day and the clock that its words of time give, and whether it is told as a later one."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from waqai.match.lattice import scan
from waqai.mentions.dates.words import DateWords
from waqai.mentions.values import read_values
from waqai.text.text import make_text

_MINUTES = 60
# The hours of each part of day, from and to, in hours since the midnight that starts the day; parts may overlap.
_PARTS = {
    "midnight": (22, 27),
    "dawn": (2, 8),
    "morning": (5, 12),
    "noon": (11, 15),
    "afternoon": (12, 18),
    "dusk": (16, 21),
    "evening": (16, 24),
    "night": (0, 30),
    "nightfall": (18, 30),
}
_AFTER = frozenset({"minute", "hour"})


class Hour(NamedTuple):
    """``start``..``end`` in minutes since the midnight that starts the day; None when no hour is told.

    ``exact``: a clock was read. ``after``: told as so long after another event.
    """

    start: int | None = None
    end: int | None = None
    exact: bool = False
    after: bool = False


UNTOLD = Hour()


@lru_cache(maxsize=8192)
def hour(words: str | None) -> Hour:
    """The hour in the words of a ``When``."""
    if not words:
        return UNTOLD
    found = UNTOLD
    for mention in read_values(scan(make_text(words))).mentions:
        if mention.kind == "date":
            found = _better(found, _read(mention.value))
    return found


def _read(value: object) -> Hour:
    if not isinstance(value, DateWords):
        return Hour(after=getattr(value, "unit", "") in _AFTER)
    if value.clock is not None:
        minute = value.clock[0] * _MINUTES + value.clock[1]
        return Hour(minute, minute, exact=True)
    if value.part in _PARTS:
        start, end = _PARTS[value.part]
        return Hour(start * _MINUTES, end * _MINUTES)
    return UNTOLD


def _better(one: Hour, other: Hour) -> Hour:
    """The more exact of two."""
    return max(one, other, key=lambda h: (h.exact, h.start is not None, h.after))
