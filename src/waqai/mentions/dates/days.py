"""Arithmetic of days: months, years, weeks, parts of them, and the Hijri calendar. Dates in, date spans out."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from hijridate import Hijri

from waqai.model.dates import UNRESOLVED, DateSpan

HIJRI = "hijri"
FIRST_YEAR, LAST_YEAR = 1, 9998
_HIJRI_YEARS = range(1343, 1501)


def valid_day(year: int, month: int, day: int, era: str = "") -> date | None:
    """The day of that number in either calendar, or None when there is no such day."""
    try:
        if era == HIJRI:
            return Hijri(year, month, day).to_gregorian() if year in _HIJRI_YEARS else None
        return date(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None
    except (ValueError, OverflowError):
        return None


def day_span(day: date | None, precision: str = "day") -> DateSpan:
    """One day, or unresolved."""
    return UNRESOLVED if day is None else DateSpan(day, day, precision)


def days_from(day: date, number: int) -> date | None:
    """The day ``number`` days on; None beyond the calendar."""
    try:
        return day + timedelta(days=number)
    except OverflowError:
        return None


def month_span(year: int, month: int, phase: str = "", era: str = "") -> DateSpan:
    """First to last day of a month, or of its early, mid or late third."""
    first = valid_day(year, month, 1, era)
    if first is None:
        return UNRESOLVED
    length = Hijri(year, month, 1).month_length() if era == HIJRI else calendar.monthrange(year, month)[1]
    low, high = {"early": (1, 10), "mid": (11, 20), "late": (21, length)}.get(phase, (1, length))
    precision = "range" if phase else "month"
    return DateSpan(days_from(first, low - 1), days_from(first, high - 1), precision)


def year_span(year: int, phase: str = "", era: str = "") -> DateSpan:
    """First to last day of a year, or of its early, mid or late third."""
    low, high = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}.get(phase, (1, 12))
    first, last = month_span(year, low, "", era), month_span(year, high, "", era)
    if first.start is None or last.end is None:
        return UNRESOLVED
    return DateSpan(first.start, last.end, "range" if phase else "year")


def week_span(day: date, weeks: int, phase: str = "") -> DateSpan:
    """Monday to Sunday of the week that lies ``weeks`` away from that of ``day``; early and late name its halves."""
    monday = days_from(day, 7 * weeks - day.weekday())
    if monday is None:
        return UNRESOLVED
    low, high = {"early": (0, 2), "mid": (2, 4), "late": (4, 6)}.get(phase, (0, 6))
    return DateSpan(days_from(monday, low), days_from(monday, high), "week")


def add_months(day: date, months: int) -> tuple[int, int]:
    """(year, month) that lies ``months`` away."""
    index = day.year * 12 + day.month - 1 + months
    return index // 12, index % 12 + 1


def last_weekday(weekday: int, day: date, *, strict: bool = False) -> date | None:
    """The last such weekday on or before ``day``; ``strict``: before it."""
    back = (day.weekday() - weekday) % 7
    return days_from(day, -(back or (7 if strict else 0)))


def next_weekday(weekday: int, day: date, *, strict: bool = False) -> date | None:
    """The next such weekday on or after ``day``; ``strict``: after it."""
    ahead = (weekday - day.weekday()) % 7
    return days_from(day, ahead or (7 if strict else 0))
