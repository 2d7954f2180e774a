"""The bars of the day chart: days, weeks or months, so that there are never more than fit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from waqai.store import Day, Row

_MOST, _FEWEST = 120, 21
_STEPS = (1, 7, 30, 91, 365)


@dataclass(frozen=True, slots=True)
class Bar:
    """``first``..``last``: its days (ISO, inclusive); how many incidents began in them, the lowest tolls told of those."""

    first: str
    last: str
    incidents: int
    killed: int
    injured: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """``step``: days of a bar. ``spans``: incidents whose days are vague, as start and end in parts of the whole."""

    first: str
    last: str
    step: int
    bars: tuple[Bar, ...]
    spans: tuple[tuple[str, float, float], ...] = ()

    def most(self, name: str) -> int:
        """The highest number of one kind, at least one."""
        return max((getattr(bar, name) for bar in self.bars), default=0) or 1


def timeline(days: Sequence[Day], rows: Iterable[Row] = ()) -> Timeline | None:
    """The chart of these days with the vague ones among the rows; None without a day."""
    if not days:
        return None
    first, last = _padded(date.fromisoformat(days[0].day), date.fromisoformat(days[-1].day))
    step = next((size for size in _STEPS if (last - first).days // size < _MOST), _STEPS[-1])
    number = (last - first).days // step + 1
    sums = [[0, 0, 0] for _ in range(number)]
    for day in days:
        at = (date.fromisoformat(day.day) - first).days // step
        for column, value in enumerate((day.incidents, day.killed, day.injured)):
            sums[at][column] += value
    bars = tuple(_bar(first, step, at, values) for at, values in enumerate(sums))
    return Timeline(first.isoformat(), last.isoformat(), step, bars, _spans(first, number * step, rows))


def _padded(first: date, last: date) -> tuple[date, date]:
    """At least so many days that a bar looks like one."""
    lacking = max(0, _FEWEST - (last - first).days - 1)
    return first - timedelta(lacking // 2), last + timedelta(lacking - lacking // 2)


def _bar(first: date, step: int, at: int, values: list[int]) -> Bar:
    start = first + timedelta(at * step)
    return Bar(start.isoformat(), (start + timedelta(step - 1)).isoformat(), *values)


def _spans(first: date, length: int, rows: Iterable[Row]) -> tuple[tuple[str, float, float], ...]:
    """Incidents that may have happened on several days."""
    found = []
    for row in rows:
        if row.start and row.end and row.end > row.start:
            start = max(0, (date.fromisoformat(row.start) - first).days)
            end = min(length, (date.fromisoformat(row.end) - first).days + 1)
            if end > start:
                found.append((row.incident, round(100 * start / length, 2), round(100 * (end - start) / length, 2)))
    return tuple(found)
