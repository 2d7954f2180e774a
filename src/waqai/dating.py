"""The day that a report shows to its readers: a full date in a line of its own, near the top."""

from __future__ import annotations

import re

from waqai.engine import read
from waqai.match.lattice import Lattice, scan
from waqai.mentions.dates.days import HIJRI
from waqai.mentions.dates.ranges import DateRange
from waqai.mentions.dates.words import DateWords
from waqai.mentions.values import read_values
from waqai.model.mention import Mention
from waqai.text.text import make_text

_LINES = 12
_LONGEST = 200  # characters of a byline
_LABEL = 3  # words that may lead to the date: "published on"
_NAMES = 7  # words that may stand before it with a mark between: the town, the agency, the writer
_AFTER = 8
_YEAR = re.compile(r"\d{4}")


def visible_date(head: str) -> str | None:
    """The ISO day of the first line of ``head`` that is a date line; None where there is none.

    A date line names a day, a month and a year, has few other words, and tells no event: a date in a sentence or a title
    is the date of something else.
    """
    shown = [line for line in head.split("\n") if line.strip()][:_LINES]
    days = (_day(line) for line in shown if len(line) <= _LONGEST and _YEAR.search(line))
    return next((day for day in days if day), None)


def _day(line: str) -> str | None:
    lattice = scan(make_text(line))
    dates = [mention for mention in read_values(lattice).mentions if mention.kind == "date"]
    full = [(mention, words) for mention in dates for words in _full(mention.value)]
    if not full or not _alone(lattice, full[0][0]) or read(line).events:
        return None
    words = next((words for _, words in full if words.era != HIJRI), full[0][1])
    start = words.resolve().start
    return start.isoformat() if start else None


def _full(value: object) -> list[DateWords]:
    """The days that a date names in full; none of a span from one day to another."""
    parts = [value.first, value.last] if isinstance(value, DateRange) else [value]
    if isinstance(value, DateRange) and value.last is None:
        return []
    full = [part for part in parts if isinstance(part, DateWords) and None not in (part.year, part.month, part.day)]
    return full if len({part.era for part in full}) == len(full) else []


def _alone(lattice: Lattice, day: Mention) -> bool:
    """Has the line few words beside its day, and none that lead into it as a sentence does?"""
    tokens = lattice.text.tokens
    before = tokens[: day.start]
    after = sum(token.kind == "word" for token in tokens[day.end :])
    led = sum(token.kind == "word" for token in before)
    if led and before[-1].kind != "punct":
        return led <= _LABEL and after < _LABEL
    return led <= _NAMES and after <= _AFTER
