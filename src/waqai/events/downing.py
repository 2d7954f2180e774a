"""Downing: what flies and is shot down, and the words of destruction that say so."""

from __future__ import annotations

from waqai.events.reading import Reading
from waqai.events.syntax import governor
from waqai.events.triggers import Trigger
from waqai.mentions.actors import ACTOR
from waqai.mentions.phrase import Phrase

DOWNED = frozenset({"drone", "missile", "cruise_missile", "ballistic_missile", "rocket", "aircraft", "helicopter"})
_FLOWN = frozenset({"drone", "missile", "cruise_missile", "ballistic_missile"})
_COMMANDS = frozenset({"ministry", "staff"})
_MEANS = frozenset({"by", "means"})
_WEAPON_REACH = 7


def downs(reading: Reading, trigger: Trigger) -> bool:
    """Air defence that destroys drones or missiles downs them."""
    weapons = [w for w in reading.weapons.within(trigger.end, trigger.end + _WEAPON_REACH) if w.head.value in DOWNED]
    if not weapons or governor(reading, weapons[0]) in _MEANS:
        return False  # "destroyed an air defence with missiles"
    defence = reading.weapons.within(max(0, trigger.start - _WEAPON_REACH), weapons[0].start)
    return any(w.head.value == "air_defence" for w in defence) or _counted_drones(reading, trigger, weapons[0])


def _counted_drones(reading: Reading, trigger: Trigger, weapon: Phrase) -> bool:
    """ "the forces destroyed 12 drones": a side that is no weapon itself, and flying things as the object."""
    if weapon.skip or weapon.count is None or weapon.head.value not in _FLOWN:
        return False
    doers = reading.actors.within(max(0, trigger.start - _WEAPON_REACH), weapon.start)
    able = [d for d in doers if d.kind == ACTOR and (d.extra.armed or d.extra.sort in _COMMANDS)]
    return any("platform" not in d.head.attrs for d in able)
