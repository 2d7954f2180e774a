"""Productions of the quantity rules: slots of a match to a number, count, age or measure. None: the rule does not fire."""

from __future__ import annotations

from waqai.match.board import Item, Number
from waqai.match.rules import Production, Slots
from waqai.mentions.quantity_words import read_number
from waqai.model.count import Count
from waqai.model.value import Value

MAX_PEOPLE = 1_000_000_000
MAX_AGE = 120


class Measure(Value, frozen=True):
    """An amount of something that is not people or things: distance, money, share, length of time."""

    amount: Number | None
    unit: str


def _number(slots: Slots) -> Number | None:
    return read_number(slots["n"] + slots.get("m", []))


def _whole(item: Item) -> int | None:
    value = item.value
    return value if isinstance(value, int) and 0 <= value <= MAX_PEOPLE else None


def _exact(slots: Slots) -> Count | None:
    value = _whole(slots["n"][0])
    return None if value is None else Count(value, value)


def _one(slots: Slots) -> Count:
    return Count(1, 1)


def _at_least(slots: Slots) -> Count | None:
    value = _whole(slots["n"][0])
    return None if value is None else Count(value, None)


def _about(slots: Slots) -> Count | None:
    value = _whole(slots["n"][0])
    return None if value is None else Count(value, value, True)


def _up_to(slots: Slots) -> Count | None:
    value = _whole(slots["n"][0])
    return Count(1, value) if value else None


def _less_than(slots: Slots) -> Count | None:
    """At least one is meant: a report that says "fewer than ten dead" does not say that there may be none."""
    value = _whole(slots["n"][0])
    return Count(1, value - 1) if value is not None and value > 1 else None


def _between(slots: Slots) -> Count | None:
    low, high = _whole(slots["a"][0]), _whole(slots["b"][0])
    if low is None or high is None:
        return None
    low = _same_scale(low, high)
    return Count(low, high) if low < high else None


def _same_scale(low: int, high: int) -> int:
    """ "between 20 and 30 thousand": the low end is in thousands too."""
    for scale in (1_000_000, 1000):
        if high >= scale and high % scale == 0 and low < 1000 and low <= high // scale:
            return low * scale
    return low


def _vague(slots: Slots) -> Count | None:
    """ "tens" 20, "hundreds of thousands" 200,000: at least."""
    low = 1
    for item in slots["n"]:
        low *= int(item.value)
    return Count(low, None)


def _age(slots: Slots) -> int | None:
    value = slots["n"][0].value
    years = int(value) if isinstance(value, int | float) else None
    return years if years is not None and years <= MAX_AGE else None


def _ordinal_age(slots: Slots) -> int | None:
    """ "in the third and twentieth (year) of his life": units and tens together."""
    years = sum(int(item.value) for item in slots["n"])
    return years if years <= MAX_AGE else None


def _infant(slots: Slots) -> int | None:
    """An age in months: completed years."""
    value = slots["n"][0].value if "n" in slots else 1
    return int(value) // 12 if isinstance(value, int) and value <= 36 else None


def _measure(slots: Slots) -> Measure:
    amount = slots["n"][0].value if "n" in slots else None
    unit = slots["unit"][0].value if "unit" in slots else ""
    return Measure(amount if isinstance(amount, int | float) else None, unit)


def _nothing(slots: Slots) -> Measure:
    """Words that look like a value and are none: they are consumed, so that nothing else reads them."""
    return Measure(None, "name")


def _word(slots: Slots) -> str:
    """The value of the word itself."""
    return str(slots["w"][0].value)


QUANTITY_PRODUCTIONS: dict[str, Production] = {
    "number": _number,
    "exactly": _exact,
    "exactly-one": _one,
    "at-least": _at_least,
    "about": _about,
    "up-to": _up_to,
    "less-than": _less_than,
    "between": _between,
    "vague": _vague,
    "age": _age,
    "ordinal-age": _ordinal_age,
    "infant-age": _infant,
    "measure": _measure,
    "nothing": _nothing,
    "word": _word,
}
