"""What the words of a date say, piece by piece, and the days that they name once the publication date is known."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from msgspec.structs import replace

from waqai.mentions.dates import days
from waqai.model.dates import UNRESOLVED, DateSpan
from waqai.model.value import Value

FOCUS = DateSpan(None, None, "focus")
_NIGHTS = ("midnight", "nightfall")
_DARK = ("night", *_NIGHTS)
_OF_FOCUS = ("night", "nightfall", "dusk")


class DateExpression(Protocol):
    """A date as said. ``resolve`` names its days."""

    def resolve(self, published: date | None = None, focus: DateSpan | None = None, prefer: str = "past") -> DateSpan:
        """The days, by the publication date, the day told last, and whether the report speaks of past or future."""


class DateWords(Value, frozen=True):
    """One day, night, week, month or year as its words give it; what they leave out is None or "".

    ``shift`` counts ``unit`` s from the publication date ("yesterday": -1 day). ``turn``: "last", "this", "next",
    "same". ``phase``: "early", "mid", "late". ``part``: part of day, "night", "midnight", "nightfall", "dusk".
    ``overnight``: the night before publication. ``era``: "hijri" or "".
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    era: str = ""
    weekday: int | None = None
    shift: int | None = None
    unit: str = ""
    part: str = ""
    clock: tuple[int, int] | None = None
    turn: str = ""
    phase: str = ""
    overnight: bool = False
    nights: bool = False

    @property
    def only_clock(self) -> bool:
        """Is nothing said but an hour?"""
        return self.clock is not None and replace(self, clock=None, part="") == _NOTHING_SAID

    @property
    def names_day(self) -> bool:
        """Do the words name a day, and not only a part of one?"""
        return any(value is not None for value in (self.year, self.month, self.day, self.weekday, self.shift))

    def resolve(self, published: date | None = None, focus: DateSpan | None = None, prefer: str = "past") -> DateSpan:
        """See DateExpression."""
        span = _absolute(self) or _relative(self, published, focus, prefer)
        return _with_part(self, span, published)


_NOTHING_SAID = DateWords()


def merge(one: DateWords, other: DateWords) -> DateWords | None:
    """Both pieces as one date; None when they contradict each other."""
    values: dict[str, object] = {}
    for name in DateWords.__struct_fields__:
        a, b, empty = getattr(one, name), getattr(other, name), getattr(_NOTHING_SAID, name)
        if a != empty and b != empty and a != b and name != "part":
            return None
        values[name] = a if a != empty else b
    return DateWords(**values)  # type: ignore[arg-type]


def _absolute(words: DateWords) -> DateSpan | None:
    """The days of words that carry their year; None when the year is not said."""
    if words.year is None:
        return None
    if words.month is None:
        return days.year_span(words.year, words.phase, words.era)
    if words.day is None:
        return days.month_span(words.year, words.month, words.phase, words.era)
    return days.day_span(days.valid_day(words.year, words.month, words.day, words.era))


def _relative(words: DateWords, published: date | None, focus: DateSpan | None, prefer: str) -> DateSpan:
    if not words.names_day and not words.overnight:
        return _bare(words, published, focus)
    if words.turn == "same":
        return _same(words, focus)
    if published is None:
        return UNRESOLVED
    if words.month is not None:
        return _month(words, published, prefer)
    if words.overnight:
        return _overnight(words, published)
    if words.shift is not None:
        return _shifted(words, published)
    return _weekday(words, published, prefer)


def _overnight(words: DateWords, published: date) -> DateSpan:
    """The night before publication; an hour before midnight or after it settles on which of its two days."""
    start = days.days_from(published, words.shift or -1)
    if start is None:
        return UNRESOLVED
    if words.clock is not None:
        return days.day_span(start if words.clock[0] > 5 else days.days_from(start, 1), "night")
    return DateSpan(start, days.days_from(start, 1), "night")


def _bare(words: DateWords, published: date | None, focus: DateSpan | None) -> DateSpan:
    """A part of day or an hour alone: of the day told last, else of publication; dusk and night only of the former."""
    if focus is not None and focus.start is not None:
        return DateSpan(focus.start, focus.end, "night" if words.part in _NIGHTS else "part_of_day")
    if words.part in _OF_FOCUS and words.clock is None:
        return FOCUS
    return days.day_span(published, "part_of_day")


def _same(words: DateWords, focus: DateSpan | None) -> DateSpan:
    """ "of the same year", "the same month"."""
    if focus is None or focus.start is None:
        return FOCUS
    if words.unit == "year" and words.month is not None:
        return replace(words, year=focus.start.year, turn="", shift=None, unit="").resolve()
    return _unit(words, focus.start, 0)


def _month(words: DateWords, published: date, prefer: str) -> DateSpan:
    """A month, or a day of a month, whose year must be found."""
    if words.unit == "year" and words.shift is not None:
        return replace(words, year=published.year + words.shift, shift=None, unit="").resolve()
    wanted = {"last": "past", "next": "future"}.get(words.turn, prefer)
    if words.turn == "this":
        return _in_year(words, _this_year(words, published))
    base = published.year if words.era != days.HIJRI else _hijri_year(published)
    years = range(base, base - 5, -1) if wanted == "past" else range(base, base + 5)
    spans = (_in_year(words, year) for year in years)
    return next((span for span in spans if _fits(span, published, wanted, strict=bool(words.turn))), UNRESOLVED)


def _this_year(words: DateWords, published: date) -> int:
    return _hijri_year(published) if words.era == days.HIJRI else published.year


def _hijri_year(day: date) -> int:
    """The Hijri year that is running; near enough for choosing among years."""
    return round((day.toordinal() - 227015) / 354.367) + 1


def _in_year(words: DateWords, year: int) -> DateSpan:
    return _absolute(replace(words, year=year)) or UNRESOLVED


def _fits(span: DateSpan, published: date, wanted: str, *, strict: bool) -> bool:
    """Is the span on the wanted side of publication? A month under way counts as past, unless it is said "last"."""
    if span.start is None or span.end is None:
        return False
    if wanted == "past":
        return span.end < published if strict else span.start <= published
    return span.start > published if strict else span.end >= published


def _shifted(words: DateWords, published: date) -> DateSpan:
    shift = words.shift or 0
    if words.unit != "day":
        return _unit(words, published, shift)
    day = days.days_from(published, shift)
    if day is not None and words.weekday is not None and day.weekday() != words.weekday:
        return _weekday(words, published, "future" if shift > 0 else "past")
    return days.day_span(day)


def _unit(words: DateWords, base: date, shift: int) -> DateSpan:
    if words.unit == "weekend":
        return _week(words, base, -1 if shift == 0 and base.weekday() < 5 else shift)
    if words.unit == "week":
        return _week(words, base, shift)
    if words.unit == "month":
        year, month = days.add_months(base, shift)
        if words.day is not None:
            return days.day_span(days.valid_day(year, month, words.day))
        return days.month_span(year, month, words.phase)
    if words.unit == "year":
        return days.year_span(base.year + shift, words.phase)
    return days.day_span(days.days_from(base, shift))


def _week(words: DateWords, base: date, shift: int) -> DateSpan:
    span = days.week_span(base, shift, words.phase)
    if span.start is None:
        return span
    if words.weekday is not None:
        return days.day_span(days.days_from(span.start, words.weekday))
    if words.unit == "weekend":
        return DateSpan(days.days_from(span.start, 5), days.days_from(span.start, 6), "range")
    return span


def _weekday(words: DateWords, published: date, prefer: str) -> DateSpan:
    if words.weekday is None:
        return UNRESOLVED
    strict = words.turn in ("last", "next")
    future = words.turn == "next" or (prefer == "future" and words.turn != "last")
    find = days.next_weekday if future else days.last_weekday
    return days.day_span(find(words.weekday, published, strict=strict))


def _with_part(words: DateWords, span: DateSpan, published: date | None) -> DateSpan:
    """The precision that a part of day gives; nights that run into the next day, but not past publication."""
    if span.start is None or span.precision not in ("day", "part_of_day"):
        return span
    if words.nights or (words.part in _NIGHTS and words.names_day):
        return _into_next_day(span, published, spans=words.nights or words.part == "nightfall" or words.year is None)
    if words.overnight or words.part in _DARK:
        return replace(span, precision="night")
    return replace(span, precision="part_of_day") if words.part or words.clock else span


def _into_next_day(span: DateSpan, published: date | None, *, spans: bool) -> DateSpan:
    following = days.days_from(span.start, 1) if span.start and spans else None
    if following is None or (published is not None and span.start is not None and span.start <= published < following):
        return replace(span, precision="night")
    return DateSpan(span.start, following, "night")
