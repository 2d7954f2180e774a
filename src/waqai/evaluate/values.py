"""The values of an event, slot by slot, and how many of two events' values agree."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from waqai.evaluate.words import names, same

SLOTS = (
    "kind",
    "status",
    "date",
    "place",
    "killed",
    "injured",
    "weapon",
    "target",
    "perpetrator",
    "against",
    "source",
)
_PARTIES = frozenset({"perpetrator", "against", "source"})
Happening = Mapping[str, Any]


def values(event: Happening) -> dict[str, list[Any]]:
    """The slot values of an event, as {slot: [value, ...]}."""
    return {
        "kind": [event.get("kind")],
        "status": [event.get("status") or "happened"],
        "date": _known(days(event)),
        "place": names(event.get("places"))[:1],
        "killed": _known(count(event, "killed")),
        "injured": _known(count(event, "injured")),
        "weapon": _kinds(event, "weapons"),
        "target": _kinds(event, "targets"),
        "perpetrator": names(event.get("perpetrators")),
        "against": names(event.get("against")),
        "source": names(event.get("sources")),
    }


def days(event: Happening) -> tuple[str, str] | None:
    """First and last day."""
    when = event.get("when") or {}
    return (when["start"], when.get("end") or when["start"]) if when.get("start") else None


def count(event: Happening, outcome: str) -> tuple[int, int | None] | None:
    """Low and high of a figure."""
    figure = event.get(outcome)
    return None if not figure or figure.get("low") is None else (figure["low"], figure.get("high"))


def agreeing(slot: str, gold: Happening, found: Happening) -> int:
    """How many values of this slot agree, one to one."""
    theirs, used = values(found)[slot], set[int]()
    for value in values(gold)[slot]:
        free = (at for at, other in enumerate(theirs) if at not in used and _agree(slot, value, other, gold, found))
        used.update(at for at in [next(free, None)] if at is not None)
    return len(used)


def _agree(slot: str, a: Any, b: Any, gold: Happening, found: Happening) -> bool:
    """A place also agrees with any further place that the other side names."""
    if slot in _PARTIES:
        return same(a, b)
    if slot == "place":
        others = [(a, other) for other in names(found.get("places"))] + [
            (b, other) for other in names(gold.get("places"))
        ]
        return any(same(one, other) for one, other in others)
    return bool(a == b)


def _known(value: tuple[Any, ...] | None) -> list[tuple[Any, ...]]:
    return [] if value is None else [value]


def _kinds(event: Happening, slot: str) -> list[str]:
    return sorted({thing["kind"] for thing in event.get(slot) or [] if thing.get("kind")})
