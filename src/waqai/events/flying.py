"""Weapons that tell an event by themselves: a headline or a witness has no verb ("two missiles on an industrial site, 6 hurt")."""

from __future__ import annotations

from itertools import pairwise

from waqai.clauses.segments import Segment
from waqai.events.grouping import Group
from waqai.events.reading import Reading
from waqai.events.triggers import Trigger
from waqai.mentions.phrase import Phrase
from waqai.model.mention import Hit
from waqai.packs.frames import load_frames
from waqai.packs.kinds import load_kinds

_REACH, _AIM = 5, 3
_TOWARDS = frozenset({"on", "toward"})


def find_flying(reading: Reading, segments: list[Segment], first: int, last: int) -> list[Group]:
    """One group for each segment at tokens ``first``..``last`` in which a weapon comes down on something named."""
    groups: list[Group] = []
    for segment in segments:
        weapon = next((w for w in _flying(reading, segment) if _aimed(reading, w, segment.end)), None)
        if weapon is not None:
            kind = load_kinds().by_weapon[weapon.head.value]
            groups.append(Group(kind, trigger := _trigger(weapon), [trigger], segment.start, last))
    for one, following in pairwise(groups):
        one.last = following.first
    if groups:
        groups[0].first = first
    return groups


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


def _trigger(weapon: Phrase) -> Trigger:
    frame = load_frames()[f"weapon={weapon.head.value}"]
    hit = Hit(weapon.start, weapon.end, weapon.head, weapon.form, weapon.lead)
    return Trigger(weapon.start, weapon.end, hit, frame, noun=True)
