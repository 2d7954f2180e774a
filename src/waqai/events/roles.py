"""Roles: which side did it and which side it was done to, by order, preposition, agreement and type."""

from __future__ import annotations

from waqai.events.draft import Draft, Party
from waqai.events.reading import Reading
from waqai.events.syntax import closed_between, preposition_before
from waqai.events.triggers import Trigger
from waqai.mentions.actors import ACTOR, NATION, same_side
from waqai.mentions.phrase import Phrase
from waqai.packs.kinds import load_kinds
from waqai.packs.pack import load_settings

_OBJECT_REACH = 10
_SUBJECT_REACH = 6
_NOUN_REACH = 3
_AGAINST = frozenset({"against", "on", "toward"})
_TARGETED = _AGAINST | {"with"}
_OFFICIAL = frozenset({"detention", "riot_crackdown", "execution", "release"})
_AUTHORITIES = frozenset({"authority", "government", "local_authority"})
_UNKNOWN_OR_GROUP = frozenset({"gunmen", "group", "rebels", "militia", "terrorists", "unknown", "settlers"})
_ATTACKS = frozenset({"strike", "force"})
_TROOPS = frozenset({"soldiers", "police", "security", "army", "forces", "guard", "border_guard", "unit"})
_NO_ROLES = frozenset({"cause", "reach", "damage", "recover"})


def fill_roles(
    draft: Draft, reading: Reading, triggers: list[Trigger], first: int, last: int, barred: frozenset[int]
) -> None:
    """Add the sides named at tokens ``first``..``last``; phrases that begin at ``barred`` tokens play no role.

    Barred are those who speak and those who were hurt.
    """
    sides = [p for p in reading.actors.within(first, last) if p.start not in barred and _may_act(draft.kind, p)]
    for trigger in triggers:
        if trigger.noun:
            _noun_roles(draft, reading, trigger, sides)
            _undertaker(draft, reading, trigger, sides)
        elif trigger.frame.role not in _NO_ROLES:
            _verb_roles(draft, reading, trigger, sides)
    _agents(draft, reading, sides, first, last)
    _owners(draft, reading)
    _struck_owners(draft, reading)
    draft.against = [p for p in draft.against if all(p.phrase.start != q.phrase.start for q in draft.perpetrators)]


def _may_act(kind: str, phrase: Phrase) -> bool:
    """Sides that bear arms; of arrests and of force against crowds also authorities."""
    return phrase.extra.armed or (kind in _OFFICIAL and phrase.extra.sort in _AUTHORITIES)


def add(parties: list[Party], phrase: Phrase, stated: bool = True) -> None:
    """Add a side once; the bare adjective of a nation adds nothing to a force of that nation."""
    for party in parties:
        if party.phrase.start == phrase.start or (
            phrase.kind == NATION and same_side(party.phrase.extra, phrase.extra)
        ):
            return
    parties.append(Party(phrase, stated))


def _after(sides: list[Phrase], token: int, reach: int) -> list[Phrase]:
    return [p for p in sides if token <= p.start < token + reach]


def _noun_roles(draft: Draft, reading: Reading, trigger: Trigger, sides: list[Phrase]) -> None:
    """After a noun of action: an adjective of nation or the side in construct did it; or it was done to that side."""
    owner = next(iter(_after(sides, trigger.end, _NOUN_REACH)), None)
    if owner is not None and _in_construct(reading, trigger, owner):
        done_to = trigger.frame.object == "against" or "objective" in trigger.hit.entry.attrs
        _join(draft.against if done_to and owner.kind != NATION else draft.perpetrators, owner, sides)
    for phrase in _after(sides, trigger.end, _OBJECT_REACH):
        if phrase.kind == ACTOR and _aimed_at(reading, phrase):
            add(draft.against, phrase)


def _in_construct(reading: Reading, trigger: Trigger, phrase: Phrase) -> bool:
    """Nothing cuts the side from the noun, and an adjective of nation is the noun's own, not another thing's."""
    if _cut(reading, trigger.end, phrase.start) or (phrase.lead and not phrase.definite):
        return False
    return phrase.kind != NATION or not _of_a_thing(reading, phrase)


def _of_a_thing(reading: Reading, phrase: Phrase) -> bool:
    """ "the destruction of an Israeli carrier", "the killing of Egyptian soldiers": the adjective is not the doer's."""
    return any(index.covering(phrase.start) for index in (reading.weapons, reading.targets, reading.people))


def _undertaker(draft: Draft, reading: Reading, trigger: Trigger, sides: list[Phrase]) -> None:
    """ "the forces managed to arrest", "carried out the bombing of": who undertook the noun of action did it."""
    lattice = reading.lattice
    for at in range(trigger.start - 1, max(trigger.start - _OBJECT_REACH, -1), -1):
        if lattice.text.tokens[at].kind == "punct" or draft.perpetrators:
            return
        verb = lattice.find(at, "verb", "undertaking")
        if verb is not None and verb.entry.value == "undertake":
            behind = [p for p in _after(sides, verb.end, 2) if p.kind == ACTOR and p.end <= trigger.start]
            ahead = [p for p in sides if p.kind == ACTOR and at - 2 <= p.end <= at and p.start < at]
            for phrase in (behind or ahead)[:1]:
                _join(draft.perpetrators, phrase, sides)
            return


def _cut(reading: Reading, first: int, last: int) -> bool:
    lattice = reading.lattice
    return any(
        lattice.find(i, "prep", "agent", "sub", "verb", "rel", "that") or lattice.text.tokens[i].kind == "punct"
        for i in range(first, last)
    )


def _aimed_at(reading: Reading, phrase: Phrase) -> bool:
    """Governed by "on" or "against"; a state after "on" is where, not whom, unless "against" says so."""
    governed = preposition_before(reading, phrase.start)
    return governed == "against" or (governed in _AGAINST and phrase.extra.sort != "state")


def _join(parties: list[Party], phrase: Phrase, sides: list[Phrase]) -> None:
    """Add a side, and those joined to it by "and" right after it."""
    add(parties, phrase)
    conjunction = load_settings().leads["and"]
    end = phrase.end
    for other in sides:
        if other.start == end and other.kind == ACTOR and other.lead.startswith(conjunction):
            add(parties, other)
            end = other.end


def _verb_roles(draft: Draft, reading: Reading, trigger: Trigger, sides: list[Phrase]) -> None:
    subject = None if trigger.passive_only else _subject(reading, trigger, sides)
    suffers = trigger.frame.role == "suffer"
    if subject is not None:
        foe = suffers or (draft.kind == "interception" and trigger.frame.role == "light")
        _join(draft.against if foe else draft.perpetrators, subject, sides)
    if suffers:
        return
    doers = {party.phrase.start for party in draft.perpetrators}
    for phrase in _after(sides, trigger.end, _OBJECT_REACH):
        if phrase.kind == ACTOR and phrase.start not in doers and _is_object(reading, trigger, phrase, subject):
            add(draft.against, phrase)


def _is_object(reading: Reading, trigger: Trigger, phrase: Phrase, subject: Phrase | None) -> bool:
    governed = preposition_before(reading, phrase.start)
    if governed is not None:
        return governed in _TARGETED and (phrase.extra.sort != "state" or governed == "against")
    relative = trigger.start > 0 and reading.lattice.find(trigger.start - 1, "event", "rel", "demonym") is not None
    close = not _cut(reading, max(trigger.end, subject.end if subject else 0), phrase.start)
    return phrase.extra.sort != "state" and close and (subject is not None or relative)


def _subject(reading: Reading, trigger: Trigger, sides: list[Phrase]) -> Phrase | None:
    """The side right after the verb, else the one before it in the clause; after "an attack that hit", nobody."""
    before = _subject_before(reading, trigger, sides)
    for phrase in _after(sides, trigger.end, _SUBJECT_REACH):
        if phrase.kind == NATION:
            continue
        if _filled(reading, trigger.end, phrase.start) or preposition_before(reading, phrase.start):
            break
        taken = before is not None or _after_event(reading, trigger)
        return before if taken else (phrase if not phrase.lead or phrase.definite else None)
    return before


def _after_event(reading: Reading, trigger: Trigger) -> bool:
    """The verb of "an attack that targeted the patrol" has its subject in the noun."""
    if trigger.frame.role != "incident" or trigger.hit.lead:
        return False
    near = range(max(0, trigger.start - 3), trigger.start)
    event = next((i for i in reversed(near) if reading.lattice.find(i, "event")), None)
    return event is not None and not closed_between(reading, event + 1, trigger.start)


def _subject_before(reading: Reading, trigger: Trigger, sides: list[Phrase]) -> Phrase | None:
    for phrase in reversed([p for p in sides if trigger.start - _OBJECT_REACH <= p.start < trigger.start]):
        if phrase.kind == ACTOR and not preposition_before(reading, phrase.start):
            closed = closed_between(reading, phrase.end, trigger.start) or phrase.end > trigger.start
            return None if closed or (phrase.lead and not phrase.definite) else phrase
    return None


def _filled(reading: Reading, first: int, last: int) -> bool:
    """Something else stands between the verb and the side: it is not the subject."""
    if reading.people.within(first, last) or reading.targets.within(first, last) or reading.places.within(first, last):
        return True
    return _cut(reading, first, last)


def _agents(draft: Draft, reading: Reading, sides: list[Phrase], first: int, last: int) -> None:
    """ "by the hand of X", "from the side of X": the doer of a passive."""
    for index in reading.lattice.starts(first, last, "agent"):
        agent = reading.lattice.find(index, "agent")
        for phrase in _after(sides, agent.end, 2) if agent else ():
            add(draft.perpetrators, phrase)
    if not draft.perpetrators and draft.trigger.noun and draft.trigger.frame.role not in _NO_ROLES:
        _from(draft, reading, sides)


def _from(draft: Draft, reading: Reading, sides: list[Phrase]) -> None:
    """ "an attack from an armed group": right behind the noun, and only a group of fighters ("from" is where, too)."""
    end = draft.trigger.end
    hit = reading.lattice.find(end, "prep")
    if hit is not None and hit.entry.value == "from":
        for phrase in _after(sides, hit.end, 2):
            if phrase.extra.sort in _UNKNOWN_OR_GROUP:
                add(draft.perpetrators, phrase)


def _struck_owners(draft: Draft, reading: Reading) -> None:
    """ "a camp of the movement", "a patrol of the army": the owner of what was hit is whom it was done to."""
    for struck in draft.targets:
        for side in reading.actors.within(struck.phrase.start + 1, struck.phrase.end + 2):
            owned = side.start < struck.phrase.end or _belonged_to(side)
            if side.kind == ACTOR and side.extra.armed and owned and side.extra.sort != "state":
                add(draft.against, side)


def _belonged_to(side: Phrase) -> bool:
    return side.lead[:1] == load_settings().leads["to"]


def add_hurt_fighters(draft: Draft, reading: Reading) -> None:
    """Soldiers and police killed or wounded in an attack are the side it was done to; civilians are no side."""
    if draft.against or load_kinds().group(draft.kind) not in _ATTACKS:
        return
    hurt = [fact for fact in draft.harms if fact.outcome in ("killed", "injured")]
    sides = (side for fact in hurt for side in reading.actors.within(fact.start, fact.end))
    troops = next((side for side in sides if side.kind == ACTOR and side.extra.sort in _TROOPS), None)
    if troops is not None:
        add(draft.against, troops)


def _owners(draft: Draft, reading: Reading) -> None:
    """ "Russian drones": the weapon's nation did it when nobody else is named; of a downed weapon it is the foe."""
    downed = draft.kind == "interception"
    if draft.perpetrators and not downed:
        return
    for weapon in draft.weapons:
        for side in reading.actors.within(weapon.start, weapon.end + 1):
            owner = side.start == weapon.end and _belonged_to(side)
            if side.kind == NATION or owner:
                add(draft.against if downed else draft.perpetrators, side)
