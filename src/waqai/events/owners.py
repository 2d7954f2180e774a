"""Whose it was: the owner of the weapon did it, the owner of what was hit and the side of the dead suffered it."""

from __future__ import annotations

from msgspec.structs import replace

from waqai.events.arguments import CONSTRUCT_REACH, for_whom, is_hitting
from waqai.events.downing import DOWNED
from waqai.events.draft import Draft, HarmFact
from waqai.events.own import OUTLAWS, whose
from waqai.events.reading import Reading
from waqai.events.sides import add, as_side
from waqai.events.syntax import closed_between, over, preposition_before
from waqai.events.triggers import Trigger
from waqai.mentions.actors import ACTOR, NATION
from waqai.mentions.phrase import Phrase, proclitic_length
from waqai.packs.kinds import load_kinds
from waqai.packs.pack import load_settings

_LED_REACH, _AIMED_REACH = 4, 6
_ATTACKS = frozenset({"strike", "force"})
_TROOPS = frozenset(
    {"government", "coalition", "soldiers", "police", "security", "army", "forces", "guard", "border_guard", "unit"}
)
_TWO_SIDED = frozenset({"clash", "territory_change", "detention"})  # a weapon named there is anybody's
_ARMED = frozenset({"soldier", "police"})
_HURT = frozenset({"killed", "injured", "casualties"})
_CARRY_PEOPLE = frozenset({"convoy", "vehicle", "house"})
_TOWARD = frozenset({"to", "toward", "on"})
_NO_SIDE = frozenset({"witness", "honorific"})  # citizens and other people are no side


def fill_owners(draft: Draft, reading: Reading, triggers: list[Trigger], barred: frozenset[int]) -> None:
    """Add the owners of the weapons and of the things hit, and the officials aimed at."""
    _led(draft, reading)
    _owners(draft, reading)
    _struck_owners(draft, reading)
    _marked(draft, reading)
    _struck_officials(draft, reading, triggers, barred)
    _struck_troops(draft, reading, triggers, barred)
    _entered(draft, reading)


def _led(draft: Draft, reading: Reading) -> None:
    """ "an operation that NATO led": the side behind the verb, when the deed is what stands before it."""
    lattice = reading.lattice
    for index in lattice.starts(draft.first, draft.last, "verb"):
        if draft.perpetrators or not any("leads" in h.entry.attrs and h.form.endswith(".o") for h in lattice.at(index)):
            continue
        deeds = lattice.starts(max(draft.first, index - _LED_REACH), index, "event")
        side = next((s for s in reading.actors.within(index + 1, index + 2) if s.kind == ACTOR), None)
        if side is not None and deeds and not any(s.kind == ACTOR for s in reading.actors.within(deeds[-1], index)):
            add(draft.perpetrators, side)


def _struck_owners(draft: Draft, reading: Reading) -> None:
    """ "a camp of the movement", "a patrol of the army": the owner of what was hit is whom it was done to."""
    for struck in draft.targets:
        for side in _belonging(reading, struck.phrase):
            add(draft.against, side)
        for side in reading.actors.within(struck.phrase.start + 1, struck.phrase.end + 2):
            owned = side.start < struck.phrase.end or for_whom(side) or _made_of(reading, struck.phrase, side)
            owned = owned or _in_construct(reading, struck.phrase, side)
            if owned and _bears_arms(side):
                add(draft.against, side)


def _marked(draft: Draft, reading: Reading) -> None:
    """ "raids on targets of the movement": the armed side behind "to", when a strike falls on marks with no name."""
    if load_kinds().group(draft.kind) not in _ATTACKS:
        return
    for index in reading.lattice.starts(draft.trigger.end, draft.last, "marks"):
        owner = reading.actors.covering(index + 1) if _falls_on(draft, reading, index) else None
        if owner is not None and owner.start == index + 1 and for_whom(owner) and _bears_arms(owner):
            add(draft.against, owner)


def _falls_on(draft: Draft, reading: Reading, index: int) -> bool:
    """Behind "on", or the object close behind the verb of the strike."""
    governed = preposition_before(reading, index)
    near = not draft.trigger.noun and index - draft.trigger.end <= CONSTRUCT_REACH
    return governed == "on" or (near and governed is None)


def _belonging(reading: Reading, thing: Phrase) -> list[Phrase]:
    """ "five (armed) vehicles belonging to the forces": the armed side behind the word of belonging."""
    cues = (reading.lattice.find(at, "belong") for at in (thing.end, thing.end + 1))
    cue = next((hit for hit in cues if hit is not None and hit.entry.value == "to"), None)
    sides = reading.actors.within(cue.end, cue.end + 1) if cue is not None else []
    return [side for side in sides if _bears_arms(side)]


def _bears_arms(side: Phrase) -> bool:
    """A body that fights: named as such, and no whole state."""
    return side.kind == ACTOR and side.extra.armed and side.extra.sort != "state"


def _in_construct(reading: Reading, thing: Phrase, side: Phrase) -> bool:
    """ "positions of the Houthis": right behind a thing that has neither the article nor the ending of an object alone."""
    noun, last = load_settings().noun, reading.lattice.text.tokens[thing.end - 1].text
    bare = not thing.definite and not last.endswith((noun.accusative, *noun.plural_masculine))
    return bare and side.start == thing.end and proclitic_length(side.lead) == 0


def _made_of(reading: Reading, thing: Phrase, side: Phrase) -> bool:
    """ "a column of the army": "from" right between."""
    return side.start == thing.end + 1 and preposition_before(reading, side.start) == "from"


def _struck_officials(draft: Draft, reading: Reading, triggers: list[Trigger], barred: frozenset[int]) -> None:
    """ "the convoy of the governor", "an attempt to assassinate the minister": the person aimed at."""
    if load_kinds().group(draft.kind) not in _ATTACKS or draft.against:
        return
    ends = [struck.phrase.end for struck in draft.targets if struck.phrase.head.value in _CARRY_PEOPLE]
    ends += [t.end for t in triggers if "violent" in t.hit.entry.attrs or "attempt" in t.hit.entry.attrs]
    for end in ends:
        for person in reading.persons.within(end, end + 1):
            if not person.skip and person.start not in barred and person.head.value not in _NO_SIDE:
                add(draft.against, person)
    _struck_members(draft, reading, triggers)


def _struck_members(draft: Draft, reading: Reading, triggers: list[Trigger]) -> None:
    """ "a raid targeted a leader in the party": the side that the leader who was aimed at belongs to."""
    for raid in triggers:
        if not raid.noun or not is_hitting(reading, raid):
            continue
        for person in reading.persons.within(raid.end, raid.end + CONSTRUCT_REACH):
            sides = [s for s in reading.actors.within(person.start + 1, person.end) if s.kind == ACTOR]
            for side in sides[:1] if not person.skip else ():
                add(draft.against, side)


def _struck_troops(draft: Draft, reading: Reading, triggers: list[Trigger], barred: frozenset[int]) -> None:
    """ "attacked policemen", "opened fire on soldiers", "a raid targeted a leader of X": armed people as what was aimed at."""
    if load_kinds().group(draft.kind) not in _ATTACKS or draft.against:
        return
    for trigger in triggers:
        for people in reading.people.within(trigger.end, trigger.end + _AIMED_REACH):
            armed = people.extra.group in _ARMED and people.start not in barred
            if armed and _is_aimed_at(draft, reading, trigger, people):
                side = reading.actors.within(people.start, people.end)[:1]
                add(draft.against, side[0] if side and side[0].kind == ACTOR else as_side(people))
                return


def _entered(draft: Draft, reading: Reading) -> None:
    """ "slipped into the positions of the factions": whose positions a move on the ground went to."""
    if draft.kind != "ground_assault" or draft.against:
        return
    for side in reading.actors.within(draft.trigger.end, draft.last):
        posts = reading.lattice.find(side.start - 1, "target")
        posted = posts is not None and posts.end == side.start and "military" in posts.entry.attrs
        if posted and side.kind == ACTOR and preposition_before(reading, side.start - 1) in _TOWARD:
            add(draft.against, side)
            return


def _is_aimed_at(draft: Draft, reading: Reading, trigger: Trigger, people: Phrase) -> bool:
    """Behind "on"; or the object right behind the doer, or behind the noun that a verb of hitting has for its subject."""
    if over(reading, people) == "on":
        return not closed_between(reading, trigger.end, people.start - 1)
    crowd = for_whom(people) and people.start - trigger.end > 1
    begin = people.start - 1 if crowd else people.start
    doers = {party.phrase.end for party in draft.perpetrators if party.phrase.start >= trigger.end}
    if trigger.noun:
        return begin == trigger.end and is_hitting(reading, trigger)
    return begin in doers and (crowd or not people.skip)


def add_hurt_fighters(draft: Draft, reading: Reading) -> None:
    """Soldiers and police killed or wounded in an attack are the side it was done to; civilians are no side."""
    if draft.against or load_kinds().group(draft.kind) not in _ATTACKS | {"toll"}:
        return
    hurt = [fact for fact in draft.harms if fact.outcome in _HURT]
    doers = {party.phrase.start for party in draft.perpetrators}
    fit = _TROOPS | OUTLAWS if draft.perpetrators else _TROOPS | OUTLAWS - {"gunmen"}
    sorts = (s for fact in hurt for s in _sides_of(reading, fact) if s.kind == ACTOR)
    found = (s for s in sorts if s.extra.sort in fit or (s.extra.sort == "gunmen" and s.extra.id is not None))
    sides = [s for s in found if s.start not in doers and not _nameless(reading, s)]
    armed = _ARMED | {"fighter"} if draft.perpetrators else _ARMED
    troops = (
        whose(draft, reading, sides[0]) if sides else next((t for f in hurt if (t := _troops(reading, f, armed))), None)
    )
    if troops is not None:
        add(draft.against, troops)


def _nameless(reading: Reading, side: Phrase) -> bool:
    """ "members", and nothing said of whose."""
    people = reading.lattice.find(side.start, "group")
    return side.end - side.start == 1 and people is not None and "of" in people.entry.attrs


def _troops(reading: Reading, fact: HarmFact, armed: frozenset[str]) -> Phrase | None:
    """ "two policemen": the word for soldiers or police, without its number, where no side is named."""
    people = fact.people
    if people is None or people.extra.group not in armed or fact.part or "amb" in people.head.attrs:
        return None
    if people.definite and people.extra.group == "fighter":
        return None  # "the gunman" who died is who did it
    near = range(people.start, people.end)
    hit = next(
        (h for i in near for h in reading.lattice.at(i) if h.entry.cls == "group" and h.entry == people.head), None
    )
    if hit is None:
        return None
    return as_side(replace(people, start=hit.start, skip=proclitic_length(hit.lead), lead=hit.lead, form=hit.form))


def _sides_of(reading: Reading, fact: HarmFact) -> list[Phrase]:
    """The sides in the words of the hurt, and the group that they are said to be from right behind."""
    found = reading.actors.within(fact.start, fact.end)
    ranks = reading.lattice.find(fact.end, "ranks")
    if ranks is not None:
        found += reading.actors.within(ranks.end, ranks.end + 1)  # "dozens dead in the ranks of the militia"
    elif preposition_before(reading, fact.end + 1) == "from":
        found += [s for s in reading.actors.within(fact.end + 1, fact.end + 2) if s.extra.sort != "state"]
    return found


def _owners(draft: Draft, reading: Reading) -> None:
    """ "Russian drones", "by bullets of the army": whose weapon it was did it when nobody else is named; a downed one's is the foe."""
    downed = draft.kind == "interception"
    if (draft.perpetrators and not downed) or draft.kind in _TWO_SIDED:
        return
    for weapon in draft.weapons:
        if downed and weapon.head.value not in DOWNED:
            continue
        if (first := _told_before(reading, weapon)) is not None:
            add(draft.against if downed else draft.perpetrators, first)
        for side in reading.actors.within(weapon.start, weapon.end + CONSTRUCT_REACH):
            if side.kind == NATION and side.start <= weapon.end or _owns(reading, weapon, side):
                add(draft.against if downed else draft.perpetrators, side)


def _told_before(reading: Reading, weapon: Phrase) -> Phrase | None:
    """ "Turkish drone struck", in the word order of a translation: the adjective that opens the clause before its noun."""
    side = reading.actors.covering(weapon.start - 1)
    if side is None or side.kind != NATION or side.end != weapon.start:
        return None
    before = reading.lattice.text.tokens[side.start - 1] if side.start else None
    opens = before is None or before.kind == "punct" or reading.lattice.text.opens(side.start)
    return side if opens else None


def _owns(reading: Reading, weapon: Phrase, side: Phrase) -> bool:
    """In construct with the weapon, or behind it with "to" or a word of belonging."""
    if side.kind != ACTOR or side.start < weapon.end or not side.extra.armed:
        return False
    belongs = reading.lattice.find(weapon.end, "belong")
    begin = belongs.end if belongs is not None else weapon.end
    if for_whom(side):
        return side.start == begin
    if side.start == weapon.end + 1 and preposition_before(reading, side.start) == "from":
        return side.extra.sort != "state" and bool(weapon.skip)  # "by the fire of a sniper from the party"
    plain = not side.lead or side.definite and len(side.lead) == len(load_settings().noun.article)
    return plain and side.start == weapon.end and bool(weapon.skip) and not weapon.definite
