"""Bars over time, as geometry for inline SVG: days, or weeks, months or years where there are too many."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from waqai.export.report.summary import Tally

WIDTH, HEIGHT = 640.0, 96.0
DAY, WEEK, MONTH, YEAR = "day", "week", "month", "year"
_MOST = 62  # bars
_STEPS: tuple[tuple[str, Callable[[date], date]], ...] = (
    (DAY, lambda day: day),
    (WEEK, lambda day: day - timedelta(days=day.weekday())),
    (MONTH, lambda day: day.replace(day=1)),
    (YEAR, lambda day: day.replace(month=1, day=1)),
)
_AFTER: Mapping[str, Callable[[date], date]] = {
    DAY: lambda day: day + timedelta(days=1),
    WEEK: lambda day: day + timedelta(days=7),
    MONTH: lambda day: (day.replace(day=28) + timedelta(days=4)).replace(day=1),
    YEAR: lambda day: day.replace(year=day.year + 1),
}


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar from the bottom; ``label`` is the first day of what it stands for."""

    x: float
    y: float
    width: float
    height: float
    label: str
    value: int


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars of one measure. ``step``: DAY, WEEK, MONTH or YEAR; ``top``: the highest value."""

    measure: str
    step: str
    bars: tuple[Bar, ...]
    top: int
    first: str
    last: str


def charts(days: Mapping[str, Tally]) -> list[Chart]:
    """Incidents, killed and injured over the same time; none where there is no day."""
    if not days:
        return []
    step, slots = _slots(days)
    measures: tuple[tuple[str, Callable[[Tally], int]], ...] = (
        ("incidents", lambda tally: tally.incidents),
        ("killed", lambda tally: tally.killed.low),
        ("injured", lambda tally: tally.injured.low),
    )
    return [_chart(name, step, [(slot, sum(map(find, slots[slot]))) for slot in slots]) for name, find in measures]


def _slots(days: Mapping[str, Tally]) -> tuple[str, dict[date, list[Tally]]]:
    """Every day, week, month or year from the first to the last, with what falls in it."""
    known = {date.fromisoformat(day): tally for day, tally in days.items()}
    for step, floor in _STEPS:
        slots: dict[date, list[Tally]] = {at: [] for at in _from_to(floor(min(known)), floor(max(known)), step)}
        if len(slots) <= _MOST or step == YEAR:
            break
    for day, tally in known.items():
        slots[floor(day)].append(tally)
    return step, slots


def _from_to(first: date, last: date, step: str) -> Iterator[date]:
    """The days that begin each step; of a step that makes too many bars, no more than shows it."""
    yield first
    for _ in range(last.year if step == YEAR else _MOST):
        if first >= last:
            return
        first = _AFTER[step](first)
        yield first


def _chart(measure: str, step: str, values: list[tuple[date, int]]) -> Chart:
    top = max(value for _, value in values)
    bars = tuple(_bars(values, top))
    return Chart(measure, step, bars, top, str(values[0][0]), str(values[-1][0]))


def _bars(values: list[tuple[date, int]], top: int) -> Iterable[Bar]:
    width = WIDTH / len(values)
    gap = min(2.0, width / 5)
    for number, (day, value) in enumerate(values):
        height = HEIGHT * value / top if top else 0.0
        if value:
            yield Bar(
                round(number * width, 2),
                round(HEIGHT - height, 2),
                round(width - gap, 2),
                round(height, 2),
                str(day),
                value,
            )
