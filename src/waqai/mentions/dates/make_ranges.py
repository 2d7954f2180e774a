"""Productions of the date rules, part two: whole dates, ranges, and times counted from publication or from an event."""

from __future__ import annotations

from msgspec.structs import replace

from waqai.match.rules import Production, Slots
from waqai.mentions.dates.ranges import Ago, DateRange, FocusShift, Lasting, SinceFocus, Vague
from waqai.mentions.dates.words import DateExpression, DateWords

_SHAPE = ("day", "month", "weekday", "shift", "unit")
_MAX = 100_000
_HOURLY = ("hour", "minute", "second")


def _single(slots: Slots) -> DateWords | None:
    words: DateWords = slots["d"][0].value
    return None if words.only_clock and not words.part else words


def _clock_only(slots: Slots) -> DateWords | None:
    words: DateWords = slots["d"][0].value
    return words if words.only_clock and not words.part else None


def _since(slots: Slots) -> DateRange | None:
    words: DateWords = slots["d"][0].value
    return None if words.only_clock else DateRange(words, None)


def _between(slots: Slots) -> DateRange | None:
    """Two dates, or a day's number and a date that gives it month and year."""
    first, last = slots["a"][0].value, slots["b"][0].value
    if not isinstance(last, DateWords):
        return None
    if not isinstance(first, DateWords):
        return _numbered(int(first), last)
    if first.year is None and last.year is not None and first.month is not None:
        first = replace(first, year=last.year)
    return DateRange(first, last)


def _numbered(first: int, last: DateWords) -> DateRange | None:
    if last.day is None or last.month is None or last.day <= first:
        return None
    return DateRange(replace(last, day=first, weekday=None), last)


def _years(slots: Slots) -> DateRange:
    return DateRange(DateWords(year=slots["a"][0].value), DateWords(year=slots["b"][0].value))


def _pair(slots: Slots) -> DateRange | None:
    """Two dates of one shape joined by "and": two weekdays, two months, two days of a month."""
    first, last = slots["a"][0].value, slots["b"][0].value
    if isinstance(first, DateWords) and isinstance(last, DateWords) and _shape(first) != _shape(last):
        return None
    return _between(slots)


def _shape(words: DateWords) -> tuple[bool, ...]:
    return tuple(bool(getattr(words, name)) or getattr(words, name) == 0 for name in _SHAPE)


def _amount(slots: Slots) -> int | None:
    """How many units: a number, two for a dual, one for a lone singular; None when only "several" is said."""
    if "n" in slots:
        value = slots["n"][0].value
        return int(value) if isinstance(value, int | float) and value <= _MAX else None
    return {"du": 2, "sg": 1}.get(slots["unit"][0].form)


def _ago(slots: Slots) -> DateExpression | None:
    number, unit = _amount(slots), slots["unit"][0].value
    if unit in _HOURLY and (number is None or number <= 24):
        return Ago(0, "day")
    if number is None:
        return Vague(unit)
    return Ago(-(number // 24), "day") if unit == "hour" else Ago(-number, unit)


def _for_long(slots: Slots) -> DateExpression | None:
    """ "for three days (now)": from then until publication."""
    ago = _ago(slots)
    return DateRange(ago, None) if isinstance(ago, Ago) and ago.number else ago


def _after(slots: Slots) -> FocusShift | None:
    number = _amount(slots) if "unit" in slots else 0
    sign = -1 if "way" in slots and slots["way"][0].value == "before" else 1
    unit = slots["unit"][0].value if "unit" in slots else ""
    return FocusShift(sign * (number or 0), unit)


def _before_event(slots: Slots) -> FocusShift:
    return FocusShift(-(_amount(slots) or 0), slots["unit"][0].value)


def _other_day(slots: Slots) -> FocusShift:
    return FocusShift(int(slots["way"][0].value), "day")


def _since_then(slots: Slots) -> SinceFocus:
    return SinceFocus()


def _lasting(slots: Slots) -> DateExpression | None:
    """ "the last three days", "the next two hours"; "the past hours" are those of a day, unless they are few."""
    unit = slots["unit"][0].value if "unit" in slots else "day"
    number = _amount(slots) if "unit" in slots else 1
    turn = slots["turn"][0].value if "turn" in slots else ""
    if turn in ("this", "same"):
        return None
    if unit == "hour" and slots["unit"][0].form == "pl" and "n" not in slots and turn == "last":
        return Ago(0, "day") if "few" in slots["turn"][0].attrs else Lasting(24, unit)
    if number is None or (unit in _HOURLY and number < 24):
        return Ago(0, "day") if unit in _HOURLY and turn == "last" else Vague(unit)
    return Lasting(number, unit, ahead=turn == "next", either=not turn)


def _vague(slots: Slots) -> Vague:
    return Vague(str(slots["w"][0].value) if "w" in slots else "")


RANGE_PRODUCTIONS: dict[str, Production] = {
    "single-date": _single,
    "clock-only": _clock_only,
    "since": _since,
    "date-range": _between,
    "date-pair": _pair,
    "year-range": _years,
    "before-event": _before_event,
    "ago": _ago,
    "for-long": _for_long,
    "after": _after,
    "other-day": _other_day,
    "since-then": _since_then,
    "lasting": _lasting,
    "vague-time": _vague,
}
