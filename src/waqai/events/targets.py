"""Targets: the things that a stretch of a sentence says were hit, and the effect."""

from __future__ import annotations

from waqai.clauses.speeches import Speech
from waqai.events.draft import Struck
from waqai.events.grouping import Group
from waqai.events.reading import Reading
from waqai.events.syntax import governor, preposition_before, stationed
from waqai.events.triggers import Trigger
from waqai.events.vehicles import VEHICLE, not_struck
from waqai.mentions.phrase import Phrase

_NOT_STRUCK = frozenset({"to", "from", "about", "with", "means", "origin"})
_NEARNESS = frozenset({"near", "around", "towards", "opposite", "behind", "between"})
_BLASTS = frozenset({"bombing", "suicide_bombing", "explosion"})  # which hit what is near
_ON_PEOPLE = frozenset({"shooting", "clash", "assault", "execution", "abduction", "detention"})
_WAYS = frozenset({"road"})
_REFUGES = frozenset({"hospital", "ambulance"})
_EFFECTS = {"destruction": "destroyed", "damage": "damaged"}
_OWNER_REACH = 4
_OPEN, _WITHIN = frozenset({"farm"}), frozenset({"in", "by"})


def of_speaker(phrase: Phrase, speeches: list[Speech]) -> bool:
    """A place inside the speaker's own phrase is where the speaker belongs, not where it happened."""
    return any(s.speaker and s.speaker.start <= phrase.start < s.speaker.end for s in speeches)


def struck(reading: Reading, one: Group, speeches: list[Speech]) -> list[Struck]:
    """The things hit in the group's stretch, with the effect that the nearest verb gives them."""
    found = []
    for target in reading.targets.within(one.first, one.last):
        if of_speaker(target, speeches) or _held(reading, target) or _means(reading, one, target):
            continue
        if _same_again(reading, target) or (target.head.value in _WAYS and not _hit(one, target)):
            continue
        if _aside(reading, one, target):
            continue
        found.append(Struck(target, _effect(one, target)))
    return found


def _aside(reading: Reading, one: Group, target: Phrase) -> bool:
    """Near what was hit, on the way to it, the means, or where people were shot, taken or treated."""
    governed = governor(reading, target)
    if (preposition_before(reading, target.start) in _NOT_STRUCK and not _struck_there(one, target)) or stationed(
        reading, target
    ):
        return True
    if one.kind not in _BLASTS and _beside_it(reading, target):
        return True
    if (governed == "on" and target.head.value == VEHICLE and _rides(reading, target)) or not_struck(
        reading, one, target
    ):
        return True
    if target.head.value in _REFUGES:
        return governed in ("in", "to", "by") and not _hit(one, target)
    return (governed == "in" and one.kind in _ON_PEOPLE) or (governed in _WITHIN and target.head.value in _OPEN)


def _struck_there(one: Group, target: Phrase) -> bool:
    """ "(pulled four bodies) from a house of the X family that aircraft hit": the verb's pronoun means the thing before it."""
    behind = (t for t in one.triggers if not t.noun and "objective" in t.hit.entry.attrs and t.hit.form.endswith(".o"))
    return not target.definite and any(0 <= t.start - target.end <= _OWNER_REACH for t in behind)


def _rides(reading: Reading, target: Phrase) -> bool:
    """ "gunmen on motorcycles"."""
    riders = reading.actors.covering(target.start - 2) or reading.people.covering(target.start - 2)
    return riders is not None and riders.end == target.start - 1


def _beside_it(reading: Reading, target: Phrase) -> bool:
    """ "near the school", "beside a mosque"."""
    for back in (1, 2):
        hit = reading.lattice.find(target.start - back, "direction")
        if hit is not None and hit.entry.value in _NEARNESS and hit.end in (target.start, target.start - 1):
            return True
    return False


def _held(reading: Reading, target: Phrase) -> bool:
    """A thing inside the name of a side, of a weapon, of people ("camp residents") or of a place is not hit."""
    around = (index.covering(target.start) for index in (reading.actors, reading.weapons, reading.people))
    if any(phrase is not None and phrase.start < target.start for phrase in around) or _surname(reading, target):
        return True
    place = reading.places.covering(target.start)
    return place is not None and place.start < target.start and not _heads_place(reading, place, target)


def _surname(reading: Reading, target: Phrase) -> bool:
    """ "the flat of the family of Ajala": right behind a word for one family its name, spelled like a vehicle."""
    family = reading.lattice.find(target.start - 1, "group")
    return family is not None and "per" in family.entry.attrs and family.end == target.start


def _heads_place(reading: Reading, place: Phrase, target: Phrase) -> bool:
    """ "in front of the church of X": a word of nearness alone stands before the thing in the words of the place."""
    cue = reading.lattice.find(place.start, "direction")
    return cue is not None and cue.entry.value in _NEARNESS and cue.end == target.start


def _same_again(reading: Reading, target: Phrase) -> bool:
    """ "the same site", "the site itself" name no new thing; "the same hospital" still says what was hit."""
    if reading.lattice.find(target.start - 1, "same") is not None:
        return True
    vague = {"amb", "military"} <= target.head.attrs.keys()
    return vague and target.definite and reading.lattice.find(target.end, "same") is not None


def _means(reading: Reading, one: Group, target: Phrase) -> bool:
    """A word for a weapon and a thing ("tank", "aircraft") is the thing only right after what hits it."""
    weapon = reading.weapons.covering(target.start)
    if weapon is None or (weapon.head.value == VEHICLE and one.kind != "assault"):
        return False
    if _struck_with(reading, one, target):
        return True
    aimed = [t for t in one.triggers if "objective" in t.hit.entry.attrs and t.end <= target.start]
    between = range(_behind_subject(reading, aimed[-1]), target.start) if aimed and not target.skip else None
    return between is None or not (len(between) <= 1 or all(i in reading.date_tokens for i in between))


def _struck_with(reading: Reading, one: Group, machine: Phrase) -> bool:
    """ "an aircraft struck a flat": the machine right behind its verb, and right behind it the bare object."""
    verb = any(t.end == machine.start and not t.noun and "objective" in t.hit.entry.attrs for t in one.triggers)
    indexes = (reading.targets, reading.people, reading.places)
    return verb and any(not p.skip for index in indexes for p in index.within(machine.end, machine.end + 1))


def _behind_subject(reading: Reading, trigger: Trigger) -> int:
    """The token where the object of a verb may begin: behind the side that did it, when it stands right behind."""
    side = reading.actors.covering(trigger.end)
    return side.end if side is not None and side.start == trigger.end and not trigger.noun else trigger.end


def _hit(one: Group, target: Phrase) -> bool:
    return any(0 <= target.start - t.end <= 3 for t in one.triggers if t.frame.role != "recover")


def _effect(one: Group, target: Phrase) -> str:
    before = [t for t in one.triggers if t.start < target.start]
    for trigger in reversed(before):
        if trigger.frame.kind == "destruction":
            return _EFFECTS["destruction"]
        if trigger.frame.role == "damage":
            return _EFFECTS["damage"]
    return "hit"
