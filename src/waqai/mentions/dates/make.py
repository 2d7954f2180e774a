"""Productions of the date rules, part one: slots of a match to DateWords, the pieces of a date."""

from __future__ import annotations

from typing import Any

from waqai.match.board import Item
from waqai.match.rules import Production, Slots
from waqai.mentions.dates import days
from waqai.mentions.dates.words import DateWords, merge

_SHIFT = {"last": -1, "this": 0, "next": 1}
_READERS = {"day": "day", "month": "month", "hijri": "month", "year": "year", "weekday": "weekday", "word": "shift"}


def _month(slots: Slots) -> int | None:
    """A month named once, or twice in two calendars of names; twin Syriac names are confused, so the first name holds."""
    first = int(slots["a"][0].value)
    if "b" not in slots or int(slots["b"][0].value) == first or "twin" in slots["b"][0].attrs:
        return first
    return None


def _date(slots: Slots) -> DateWords | None:
    """Whatever of day, month, year, weekday, part, turn and phase the slots hold."""
    values: dict[str, Any] = {field: _int(slots[slot]) for slot, field in _READERS.items() if slot in slots}
    if "ten" in slots and values.get("day") is not None:
        values["day"] += _int(slots["ten"])
    if not _possible(values):
        return None
    for slot in ("part", "phase", "turn"):
        if slot in slots:
            values[slot] = slots[slot][0].value
    if "hijri" in slots or "era" in slots:
        values["era"] = days.HIJRI
    if "word" in slots:
        values["unit"] = "day"
    return DateWords(**values)


def _int(items: list[Item]) -> int:
    return int(items[0].value)


def _possible(values: dict[str, Any]) -> bool:
    return bool(1 <= values.get("day", 1) <= 31 and 1 <= values.get("month", 1) <= 12)


def _numeric(slots: Slots) -> DateWords | None:
    """Three numbers: year first or last; else day before month, unless that cannot be."""
    a, b, c = (slots[name][0].value for name in "abc")
    if not all(isinstance(number, int) for number in (a, b, c)):
        return None
    year, month, day = (a, b, c) if a > 31 else (c, b, a)
    if month > 12 >= day:
        month, day = day, month
    era = days.HIJRI if "era" in slots or 1300 <= year <= 1500 else ""
    if year < 100 and "era" not in slots:
        year += 2000
    return None if days.valid_day(year, month, day, era) is None else DateWords(year, month, day, era)


def _unit(slots: Slots) -> DateWords | None:
    """ "last week", "the beginning of this year": a unit with a turn, or none for the current one."""
    turn = slots["turn"][0].value if "turn" in slots else "this"
    phase = slots["phase"][0].value if "phase" in slots else ""
    unit = slots["unit"][0].value
    if unit not in ("week", "month", "year"):
        return None
    day = _ordinal(slots)
    if turn == "same":
        return DateWords(unit=unit, shift=0, turn=turn, phase=phase, day=day)
    shift = _SHIFT[turn] * (2 if "turn" in slots and "before" in slots["turn"][0].attrs else 1)
    return DateWords(unit=unit, shift=shift, phase=phase, day=day)


def _ordinal(slots: Slots) -> int | None:
    if "day" not in slots:
        return None
    return _int(slots["day"]) + (_int(slots["ten"]) if "ten" in slots else 0)


def _weekend(slots: Slots) -> DateWords:
    turn = slots["turn"][0].value if "turn" in slots else ""
    return DateWords(unit="weekend", shift=_SHIFT.get(turn, 0), turn="" if turn == "this" else turn)


def _overnight(slots: Slots) -> DateWords:
    before = slots["night"][0].value == "before"
    return DateWords(overnight=True, shift=-2 if before else None, unit="day" if before else "")


def _tonight(slots: Slots) -> DateWords:
    return DateWords(shift=0, unit="day", part="night")


def _nightfall(slots: Slots) -> DateWords:
    return DateWords(part="nightfall")


def _dusk(slots: Slots) -> DateWords:
    return DateWords(part="dusk")


def _two_nights(slots: Slots) -> DateWords | None:
    """The night that joins two days: "the night of Saturday to Sunday"."""
    first, second = _int(slots["weekday"]), _int(slots["next"])
    return DateWords(weekday=first, part="night", nights=True) if (first + 1) % 7 == second else None


def _clock(slots: Slots) -> DateWords | None:
    """An hour with minutes; an evening word makes it one of the second half of the day."""
    hour, minute = _hour(slots)
    if "less" in slots:
        hour, minute = hour - 1, 60 - minute
    part = slots["part"][0].value if "part" in slots else ""
    if part in ("evening", "afternoon") and hour < 12:
        hour += 12
    if not (0 <= hour <= 24 and 0 <= minute <= 59):
        return None
    return DateWords(clock=(hour, minute), part=part)


def _hour(slots: Slots) -> tuple[int, int]:
    value = slots["h"][0].value
    minute = _int(slots["min"]) if "min" in slots else 0
    if isinstance(value, float):
        return int(value), round(value % 1 * 100)
    if int(value) > 100:
        return int(value) // 100, int(value) % 100
    if minute > 24 and int(value) > 24 or (int(value) > 24 >= minute):
        return minute, int(value)
    return int(value), minute


def _join(slots: Slots) -> DateWords | None:
    """Pieces side by side that say one date; None when two of them contradict each other."""
    items = slots["p"]
    if not _closed(items) or not any(item.symbol == "piece" for item in items):
        return None
    joined: DateWords | None = DateWords()
    for item in items:
        piece = _piece(item)
        if piece is not None and joined is not None:
            joined = merge(joined, piece)
    return joined


def _piece(item: Item) -> DateWords | None:
    if item.symbol == "part":
        return DateWords(part=item.value)
    return item.value if isinstance(item.value, DateWords) else None


def _closed(items: list[Item]) -> bool:
    """Does the run end in a piece, with its brackets closed?"""
    marks = [item.value for item in items if item.symbol == "'"]
    if marks.count("(") != marks.count(")"):
        return False
    last = items[-1]
    return last.symbol in ("piece", "part") or last.value == ")"


PIECE_PRODUCTIONS: dict[str, Production] = {
    "month": _month,
    "date": _date,
    "numeric-date": _numeric,
    "unit": _unit,
    "weekend": _weekend,
    "overnight": _overnight,
    "tonight": _tonight,
    "nightfall": _nightfall,
    "dusk": _dusk,
    "two-nights": _two_nights,
    "clock": _clock,
    "join": _join,
}
