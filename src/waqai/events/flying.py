"""Weapons that tell an event by themselves, where a headline or a witness has no verb.

"Two missiles on an industrial site, 6 hurt"; "three dead by gunfire in Jenin".
"""

from __future__ import annotations

from itertools import pairwise

from waqai.clauses.segments import Segment
from waqai.events.grouping import Group
from waqai.events.reading import Reading
from waqai.events.syntax import governor
from waqai.events.triggers import Trigger
from waqai.mentions.phrase import Phrase
from waqai.model.mention import Hit
from waqai.packs.frames import load_frames
from waqai.packs.kinds import load_kinds

_REACH, _AIM = 5, 3
_MEANS = frozenset({"by", "means", "after"})
_TOWARDS = frozenset({"on", "toward"})


def find_flying(reading: Reading, segments: list[Segment], first: int, last: int) -> list[Group]:
    """One group for each segment at tokens ``first``..``last`` in which a weapon comes down on something named."""
    groups: list[Group] = []
    for segment in segments:
        trigger = _aimed_at(reading, segment) or _died_by(reading, segment)
        if trigger is not None:
            kind = load_kinds().by_weapon[trigger.hit.entry.value]
            groups.append(Group(kind, trigger, [trigger], segment.start, last))
    for one, following in pairwise(groups):
        one.last = following.first
    if groups:
        groups[0].first = first
    return groups


def _aimed_at(reading: Reading, segment: Segment) -> Trigger | None:
    """A weapon on something named."""
    aimed = (w for w in _flying(reading, segment) if _aimed(reading, w, segment.end))
    return next((_trigger(weapon, "weapon") for weapon in aimed), None)


def _died_by(reading: Reading, segment: Segment) -> Trigger | None:
    """ "a martyr by the army's bullets": a weapon as the means, behind people who are counted as dead or hurt."""
    frames = load_frames()
    for weapon in reading.weapons.within(segment.start, segment.end):
        if f"means={weapon.head.value}" in frames and governor(reading, weapon) in _MEANS:
            hurt = [p for p in reading.people.within(segment.start, weapon.start) if _counted_hurt(p)]
            if hurt and not reading.lattice.starts(hurt[-1].end, weapon.start, "verb", "neg"):
                return _trigger(weapon, "means")
    return None


def _counted_hurt(people: Phrase) -> bool:
    """The dead and the hurt themselves, not "the death" nor those told before."""
    return people.extra.outcome is not None and not people.definite and "event" not in people.head.attrs


def _flying(reading: Reading, segment: Segment) -> list[Phrase]:
    frames = load_frames()
    weapons = reading.weapons.within(segment.start, segment.end)
    return [w for w in weapons if f"weapon={w.head.value}" in frames and not w.skip]


def _aimed(reading: Reading, weapon: Phrase, last: int) -> bool:
    """A preposition of aim close behind, and a place or a thing right behind that; no verb between."""
    lattice = reading.lattice
    for index in range(weapon.end, min(weapon.end + _REACH, last)):
        if lattice.find(index, "verb") or lattice.text.tokens[index].kind == "punct":
            return False
        aim = lattice.find(index, "prep")
        if aim is not None and aim.entry.value in _TOWARDS:
            reach = (index, min(aim.end + _AIM, last))
            return bool(reading.places.within(*reach) or reading.targets.within(*reach))
    return False


def _trigger(weapon: Phrase, reading_as: str) -> Trigger:
    frame = load_frames()[f"{reading_as}={weapon.head.value}"]
    hit = Hit(weapon.start, weapon.end, weapon.head, weapon.form, weapon.lead)
    return Trigger(weapon.start, weapon.end, hit, frame, noun=True)
