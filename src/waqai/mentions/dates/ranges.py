"""Dates that are more or less than one day: ranges, the last days, a while after what was told, and the vague."""

from __future__ import annotations

from datetime import date

from waqai.mentions.dates import days
from waqai.mentions.dates.words import FOCUS, DateExpression
from waqai.model.dates import UNRESOLVED, DateSpan
from waqai.model.value import Value

_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365, "decade": 3650}


class DateRange(Value, frozen=True):
    """From the first day of ``first`` to the last of ``last``; None stands for the day of publication."""

    first: DateExpression
    last: DateExpression | None

    def resolve(self, published: date | None = None, focus: DateSpan | None = None, prefer: str = "past") -> DateSpan:
        """See DateExpression."""
        first = self.first.resolve(published, focus, prefer)
        if first.start is None:
            return first
        if self.last is None:
            return DateSpan(first.start, max(published, first.start) if published else None, "range")
        last = self.last.resolve(published, focus, prefer)
        if last.end is not None and last.end < first.start:
            first, last = self._turned(first, last, prefer)
        if first.start is None or last.end is None or last.end < first.start:
            return UNRESOLVED
        return DateSpan(first.start, last.end, "range")

    def _turned(self, first: DateSpan, last: DateSpan, prefer: str) -> tuple[DateSpan, DateSpan]:
        """Ends in the wrong order ("from Tuesday to Wednesday", told on a Tuesday): the one found too near moves on."""
        if prefer == "past" or self.last is None:
            return self.first.resolve(last.end, None, "past"), last
        return first, self.last.resolve(first.start, None, "future")


class Ago(Value, frozen=True):
    """``number`` units before (negative) or after publication."""

    number: int
    unit: str

    def resolve(self, published: date | None = None, focus: DateSpan | None = None, prefer: str = "past") -> DateSpan:
        """Days and weeks name a day, months a month, years a year; hours and minutes the day itself."""
        if published is None:
            return UNRESOLVED
        return _moved(published, self.number, self.unit)


class FocusShift(Value, frozen=True):
    """``number`` units after (or, negative, before) what the report told last."""

    number: int
    unit: str

    def resolve(self, published: date | None = None, focus: DateSpan | None = None, prefer: str = "past") -> DateSpan:
        """Needs the day told last; hours and minutes stay within its span."""
        if focus is None or focus.start is None:
            return FOCUS
        if self.unit not in _DAYS or not self.number:
            return focus
        return _moved(focus.start, self.number, self.unit)


class SinceFocus(Value, frozen=True):
    """From what the report told last until publication: "since then"."""

    def resolve(self, published: date | None = None, focus: DateSpan | None = None, prefer: str = "past") -> DateSpan:
        """See DateExpression."""
        if focus is None or focus.start is None:
            return FOCUS
        return DateSpan(focus.start, published, "range")


class Lasting(Value, frozen=True):
    """The last (``ahead``: the next) ``number`` units up to (from) publication; ``either``: as the report's tense goes."""

    number: int
    unit: str
    ahead: bool = False
    either: bool = False
    whole: bool = False

    def resolve(self, published: date | None = None, focus: DateSpan | None = None, prefer: str = "past") -> DateSpan:
        """The last three days include the day of publication; the last 24 hours are two calendar days."""
        if published is None:
            return UNRESOLVED
        ahead = self.ahead or (self.either and prefer == "future")
        far = _far_end(published, self.number if ahead else -self.number, self.unit, self.whole)
        if far is None:
            return UNRESOLVED
        return DateSpan(published, far, "range") if ahead else DateSpan(far, published, "range")


class Vague(Value, frozen=True):
    """Words of time that name no days: "recently", "for years". The words are kept."""

    word: str = ""

    def resolve(self, published: date | None = None, focus: DateSpan | None = None, prefer: str = "past") -> DateSpan:
        """Always unresolved."""
        return UNRESOLVED


def _moved(base: date, number: int, unit: str) -> DateSpan:
    if unit == "month":
        return days.month_span(*days.add_months(base, number))
    if unit in ("year", "decade"):
        return days.year_span(base.year + number * (10 if unit == "decade" else 1))
    return days.day_span(days.days_from(base, number * _DAYS.get(unit, 0)))


def _far_end(base: date, number: int, unit: str, whole: bool) -> date | None:
    """The other end of the last or next N units."""
    sign = -1 if number < 0 else 1
    if unit in ("month", "year", "decade"):
        return _same_day(base, number * {"month": 1, "year": 12, "decade": 120}[unit])
    if unit in _DAYS:
        size = abs(number) * _DAYS[unit]
        return days.days_from(base, sign * (size if whole else max(1, size - 1)))
    hours = abs(number) if unit == "hour" else 0
    return days.days_from(base, sign * ((hours + 23) // 24 if hours >= 24 else 0))


def _same_day(base: date, months: int) -> date | None:
    year, month = days.add_months(base, months)
    return next((day for n in range(base.day, base.day - 4, -1) if (day := days.valid_day(year, month, n))), None)
