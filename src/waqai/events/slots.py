"""Slots: the day, places, weapons and things hit that a draft's stretch of the sentence names."""

from __future__ import annotations

from msgspec.structs import replace

from waqai.clauses.speeches import Speech
from waqai.events.draft import Draft
from waqai.events.grouping import Group
from waqai.events.reading import Reading
from waqai.events.syntax import amid, fire_at, governor, preposition_before, stationed
from waqai.events.targets import of_speaker, struck
from waqai.events.vehicles import VEHICLE, car_bombs
from waqai.events.when import days_of, opening
from waqai.events.where import told_of_people
from waqai.match.lattice import Lattice
from waqai.mentions.phrase import Phrase, is_conjoined, proclitic_length
from waqai.model.mention import Entry

_STRIKES = frozenset(
    {
        "attack",
        "air_strike",
        "drone_strike",
        "missile_strike",
        "shelling",
        "bombing",
        "suicide_bombing",
        "explosion",
        "mine_explosion",
        "destruction",
        "shooting",
        "ground_assault",
        "clash",
        "chemical_attack",
    }
)
_MOVED_REACH, _CARED_REACH = 7, 6
_MOVES = frozenset({("verb", "move"), ("reported", "reported")})
_SEIZED = "ship"
_NAMED = 3


def fill(draft: Draft, reading: Reading, one: Group, speeches: list[Speech]) -> None:
    """Add what the tokens of the group's stretch name, to the draft."""
    first, last = one.first, one.last
    draft.places = [
        p
        for p in reading.places.within(first, last)
        if not (of_speaker(p, speeches) or _of_saying(reading, p, speeches))
        and _here(reading, p)
        and not _elsewhere(draft, reading, p)
        and not told_of_people(reading, one, p)
    ]
    draft.places += _hosts(reading, one)
    draft.dates = days_of(reading, one, draft.kind, speeches)
    if draft.kind in _STRIKES:
        draft.targets = struck(reading, one, speeches)
    elif draft.kind == "abduction":
        draft.targets = [t for t in struck(reading, one, speeches) if t.phrase.head.value == _SEIZED]
    objects = {target.phrase.start for target in draft.targets}
    draft.weapons = _own_weapons(one, reading) + [
        w
        for w in reading.weapons.within(first, last)
        if w.start not in objects
        and _used(draft, w)
        and not _model_of(reading, w, objects)
        and not _in_place(reading, w)
        and not amid(reading, w.start)
    ]


def _hosts(reading: Reading, one: Group) -> list[Phrase]:
    """ "Ankara will host the round": the capital that hosts is where it is."""
    found = []
    for trigger in one.triggers:
        if "host" in trigger.hit.entry.attrs:
            near = (max(one.first, trigger.start - 4), min(one.last, trigger.end + 3))
            sides = [p for p in reading.actors.within(*near) if "metonym" in p.head.attrs]
            found += [p for side in sides if (p := reading.places.covering(side.start)) is not None]
    return found


def _own_weapons(one: Group, reading: Reading) -> list[Phrase]:
    """A trigger that names its means by itself ("artillery shelling", "gunfire"), or with its object ("opened fire")."""
    found = _fires(one, reading) if one.kind == "shooting" else car_bombs(reading, one)
    for trigger in one.triggers:
        kind = trigger.hit.entry.attrs.get("weapon")
        if kind and reading.weapons.covering(trigger.start) is None:
            entry = replace(trigger.hit.entry, cls="weapon", value=kind)
            skip = proclitic_length(trigger.hit.lead)
            found.append(Phrase("weapon", trigger.start, trigger.end, skip, entry, trigger.hit.form, trigger.hit.lead))
    return found


def _fires(one: Group, reading: Reading) -> list[Phrase]:
    """The word for gunfire that a verb of shooting takes."""
    for index in reading.lattice.starts(one.first, one.last, "object"):
        hit = reading.lattice.find(index, "object")
        named = hit is not None and "weapon" in hit.entry.attrs and reading.weapons.covering(index) is None
        if hit is not None and named and fire_at(reading, index):
            entry = Entry("weapon", "small_arms", hit.entry.lemma, {})
            return [Phrase("weapon", index, hit.end, proclitic_length(hit.lead), entry, "", hit.lead)]
    return []


def _of_saying(reading: Reading, place: Phrase, speeches: list[Speech]) -> bool:
    """ "X, the correspondent in Khartoum, says that": where a named speaker spoke, before what is said opens."""
    for speech in speeches:
        named = speech.speaker is not None and speech.speaker.rank == _NAMED
        if named and speech.end <= place.start < opening(reading, speech.end) < speech.last:
            return not reading.lattice.starts(speech.end, place.start, "event", "verb")
        if _abroad(reading, place, speech):
            return True
    return False


def _abroad(reading: Reading, place: Phrase, speech: Speech) -> bool:
    """ "In Qatar, the ministry condemned": the country that opens the sentence right before the saying."""
    opens = reading.lattice.text.opens(place.start) or reading.lattice.text.opens(place.start - 1)
    begin = min(speech.start, speech.speaker.start) if speech.speaker else speech.start
    if not opens or not place.end <= begin <= place.end + 1:
        return False
    side = reading.actors.covering(place.start)
    country = side is not None and side.extra.sort == "state" and "metonym" not in side.head.attrs
    return country and preposition_before(reading, place.start) == "in"


def _elsewhere(draft: Draft, reading: Reading, place: Phrase) -> bool:
    """Where the weapon came from, where the hurt were taken, where people fled to."""
    if draft.kind == "displacement":
        return governor(reading, place) in ("to", "toward") or place.extra.relation == "towards"
    if draft.kind == "interception":
        return _origin(reading, place)
    return draft.kind in _STRIKES and (_origin(reading, place) or _refuge(reading, place))


def _refuge(reading: Reading, place: Phrase) -> bool:
    """ "the wounded reached the Shifa hospital", "were taken to Idlib": beside a word of moving or of care, or to a hospital."""
    lattice = reading.lattice
    to = governor(reading, place) == "to"
    house = lattice.find(place.start, "placecue", "organ")  # a hospital known by name is still a body that can speak
    if house is None or (house.entry.cls == "placecue" and house.entry.attrs.get("feature") != "hospital"):
        return to and any(_moves(lattice, i) for i in range(place.start - _MOVED_REACH, place.start))
    near = range(place.start - _CARED_REACH, place.start)
    return (
        to
        or _moves(lattice, place.start - 1)
        or _moves(lattice, place.end)
        or any(lattice.find(i, "care") for i in near)
    )


def _moves(lattice: Lattice, index: int) -> bool:
    """A word of moving, unless it is the attack that moves ("the shelling reached the quarters")."""
    moves = any((h.entry.cls, h.entry.value) in _MOVES for h in lattice.at(index))
    return moves and not any(lattice.find(i, "event", "weapon") for i in range(index - 3, index))


def _origin(reading: Reading, place: Phrase) -> bool:
    """ "a rocket fired from Gaza": where it came from, unless "from" only measures ("near from", "north of")."""
    if stationed(reading, place):
        return True
    if preposition_before(reading, place.start) != "from":
        return False
    before = place.start - 2
    measured = reading.lattice.find(before, "direction", "prep", "placecue") or reading.places.covering(before)
    return measured is None and any(reading.lattice.find(i, "verb", "weapon") for i in range(before, before - 3, -1))


def _here(reading: Reading, place: Phrase) -> bool:
    """A side named by its country or capital is no place, unless a preposition or an object position says so."""
    if place.extra.relation is None and _only_about(reading, place.start):
        return False
    person = reading.persons.covering(place.start)
    if person is not None and person.head.cls == "title" and person.end > place.end:
        return False  # "General Salem Qatan", spelled like the province of Salem
    side = reading.actors.covering(place.start)
    if side is None or side.start > place.start or side.end < place.end:
        return side is None
    if side.end > place.end or side.extra.sort != "state":
        return False
    governed = preposition_before(reading, place.start)
    return governed in ("in", "on", "to", "toward") or _proclitic_place(place) or _object(reading, place)


def _only_about(reading: Reading, index: int) -> bool:
    """ "talks about Ukraine", "with ties to Israel"."""
    if reading.lattice.find(index - 1, "topic") is not None:
        return True
    return any(hit.entry.cls == "tie" for hit in reading.lattice.ending(index))


def _proclitic_place(place: Phrase) -> bool:
    return place.skip > 0


def _object(reading: Reading, place: Phrase) -> bool:
    """A second side after the verb's own: "Russia bombed Ukraine"."""
    before = reading.actors.within(max(0, place.start - 4), place.start)
    verb = any(_acts(reading.lattice, i) for i in range(max(0, place.start - 6), place.start))
    owned = any(hit.entry.cls == "event" and hit.end == place.start for hit in reading.lattice.at(place.start - 1))
    return bool(before) and verb and not owned


def _acts(lattice: Lattice, index: int) -> bool:
    """A verb, and not one of saying: "Syria accuses Iran" tells no place."""
    verb = lattice.find(index, "verb")
    return verb is not None and verb.entry.value != "say"


def _in_place(reading: Reading, weapon: Phrase) -> bool:
    """ "the town of Sinja": a name that is spelled like a knife."""
    place = reading.places.covering(weapon.start)
    return place is not None and place.start < weapon.start


def _model_of(reading: Reading, weapon: Phrase, objects: set[int]) -> bool:
    """ "a tank of the type Merkava": the model of what was hit."""
    before = reading.targets.covering(weapon.start - 2) or reading.targets.covering(weapon.start - 1)
    return before is not None and before.start in objects and "military" in before.head.attrs and not weapon.skip


def _used(draft: Draft, weapon: Phrase) -> bool:
    if weapon.head.value == "air_defence":
        return draft.kind == "interception" and proclitic_length(weapon.lead) == is_conjoined(weapon.lead)
    if weapon.head.value == VEHICLE:
        return draft.kind == "assault"
    return draft.kind not in ("talks", "agreement", "exchange", "appointment", "aid", "ceasefire", "release")
