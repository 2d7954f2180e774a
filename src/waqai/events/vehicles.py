"""Vehicles: the means of an attack, what somebody drove in, or what was hit."""

from __future__ import annotations

from msgspec.structs import replace

from waqai.events.grouping import Group
from waqai.events.reading import Reading
from waqai.events.syntax import governor
from waqai.events.triggers import Trigger
from waqai.mentions.phrase import Phrase

VEHICLE = "vehicle"
_BLASTS = frozenset({"bombing", "suicide_bombing", "explosion", "mine_explosion"})
_CHARGES = frozenset({"ied", "mine", "suicide_vest", "drone", "missile", "rocket", "aerial_bomb"})
_DOER = 3


def not_struck(reading: Reading, one: Group, target: Phrase) -> bool:
    """A vehicle that was driven at people, or that blew up itself, is the means."""
    if target.head.value != VEHICLE:
        return False
    if one.kind not in _BLASTS and governor(reading, target) == "by":
        return not any(t.frame.role == "damage" and t.end <= target.start for t in one.triggers)
    return blown_up(reading, one, target)


def blown_up(reading: Reading, one: Group, vehicle: Phrase) -> bool:
    """ "the bomber blew up his car", "a car exploded": the charge itself, unless another charge is named."""
    if (
        vehicle.skip
        or "military" in vehicle.head.attrs
        or any(w.head.value in _CHARGES for w in reading.weapons.within(one.first, one.last))
    ):
        return False
    blasts = [t for t in one.triggers if t.kind in _BLASTS]
    return any(_of(reading, t, vehicle) and (_own(reading, one, vehicle) or not _sets_off(t)) for t in blasts)


def _own(reading: Reading, one: Group, vehicle: Phrase) -> bool:
    """ "blew up his lorry", "a bomber blew up a car"; those who blow up a car may have hit somebody's."""
    return vehicle.form.endswith(".o") or bool(reading.lattice.starts(one.first, one.last, "suicide"))


def _sets_off(trigger: Trigger) -> bool:
    return not trigger.noun and "trans" in trigger.hit.entry.attrs


def _of(reading: Reading, trigger: Trigger, vehicle: Phrase) -> bool:
    """Right behind the word, or behind the one who did it."""
    if vehicle.start == trigger.end:
        return True
    doer = reading.actors.covering(trigger.end) or reading.people.covering(trigger.end)
    return not trigger.noun and doer is not None and vehicle.start == doer.end <= trigger.end + _DOER


def car_bombs(reading: Reading, one: Group) -> list[Phrase]:
    """The vehicle that somebody blew up, as the weapon that it was."""
    if not any(_sets_off(t) for t in one.triggers):
        return []
    vehicles = (t for t in reading.targets.within(one.first, one.last) if t.head.value == VEHICLE)
    return [_as_weapon(v) for v in vehicles if blown_up(reading, one, v)][:1]


def _as_weapon(vehicle: Phrase) -> Phrase:
    return replace(vehicle, kind="weapon", head=replace(vehicle.head, cls="weapon", value="car_bomb"))
