"""Roles: which side did it and which side it was done to, by order, preposition, agreement and type."""

from __future__ import annotations

from waqai.events.arguments import (
    CONSTRUCT_REACH,
    OBJECT_REACH,
    after,
    construct,
    cut,
    for_whom,
    owner_by_to,
    people_subject,
    subject,
)
from waqai.events.draft import Draft, HarmFact, Party
from waqai.events.reading import Reading
from waqai.events.syntax import preposition_before
from waqai.events.triggers import Trigger, repels
from waqai.mentions.actors import ACTOR, NATION, same_side
from waqai.mentions.phrase import Phrase
from waqai.packs.kinds import load_kinds
from waqai.packs.pack import load_settings

_AGAINST = frozenset({"against", "on", "toward"})
_TARGETED = _AGAINST | {"with"}
_OFFICIAL = frozenset({"detention", "riot_crackdown", "execution", "release"})
_AUTHORITIES = frozenset({"authority", "government", "local_authority"})
_UNKNOWN_OR_GROUP = frozenset({"gunmen", "group", "rebels", "militia", "terrorists", "unknown", "settlers"})
_ATTACKS = frozenset({"strike", "force"})
_TROOPS = frozenset({"soldiers", "police", "security", "army", "forces", "guard", "border_guard", "unit"})
_FIGHTERS = frozenset({"gunmen", "terrorists", "rebels", "militia", "group"})
_DEALT = frozenset({"talks", "agreement", "ceasefire", "exchange", "release", "appointment", "sanction", "aid"})
_CARRY_PEOPLE = frozenset({"convoy", "vehicle", "house"})
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
            _noun_roles(draft, reading, trigger, sides, _borne(trigger, triggers))
            _undertaker(draft, reading, trigger, sides)
        elif trigger.frame.role not in _NO_ROLES:
            _verb_roles(draft, reading, trigger, sides, barred)
    _agents(draft, reading, sides, first, last)
    _owners(draft, reading)
    _struck_owners(draft, reading)
    _struck_officials(draft, reading, triggers, barred)
    draft.against = [p for p in draft.against if all(p.phrase.start != q.phrase.start for q in draft.perpetrators)]


def _may_act(kind: str, phrase: Phrase) -> bool:
    """Sides that bear arms; of arrests and of force against crowds also authorities."""
    return phrase.extra.armed or (kind in _OFFICIAL and phrase.extra.sort in _AUTHORITIES)


def add(parties: list[Party], phrase: Phrase, stated: bool = True) -> None:
    """Add a side once; the bare adjective of a nation adds nothing to a force of that nation."""
    if not any(_known(party.phrase, phrase) for party in parties):
        parties.append(Party(phrase, stated))


def _known(one: Phrase, other: Phrase) -> bool:
    """The same words, the adjective of a nation already named, or a band of the same sort told again."""
    if one.start == other.start or (other.kind == NATION and same_side(one.extra, other.extra)):
        return True
    return one.kind == ACTOR and one.head == other.head and (one.definite or other.definite) and _unnamed(other)


def _unnamed(phrase: Phrase) -> bool:
    return phrase.extra.id is None and phrase.extra.country is None


def _borne(trigger: Trigger, triggers: list[Trigger]) -> bool:
    """The noun is the object of a verb that says nothing by itself ("laid an ambush for the column")."""
    return any(one.frame.role == "light" and not one.noun and one.start < trigger.start for one in triggers)


def _noun_roles(draft: Draft, reading: Reading, trigger: Trigger, sides: list[Phrase], borne: bool) -> None:
    """After a noun of action: an adjective of nation or the side in construct did it; or it was done to that side."""
    owner = construct(reading, trigger, sides)
    done_to = trigger.frame.object == "against" or "objective" in trigger.hit.entry.attrs
    if owner is not None:
        patient = owner_by_to(reading, owner.end, sides, CONSTRUCT_REACH)
        suffers = done_to and owner.kind != NATION and patient is None and not _by_platform(reading, owner)
        _join(draft.against if suffers else draft.perpetrators, owner, sides)
        if patient is not None:
            _join(draft.against, patient, sides)
    elif (whose := owner_by_to(reading, trigger.end, sides)) is not None:
        _join(draft.against if done_to or borne else draft.perpetrators, whose, sides)
    for phrase in after(sides, trigger.end, OBJECT_REACH):
        if phrase.kind == ACTOR and (_aimed_at(reading, phrase) or _taken_from(draft, reading, phrase)):
            add(draft.against, phrase)


def _by_platform(reading: Reading, owner: Phrase) -> bool:
    """ "the targeting by an Israeli drone of a car": the machine in construct did it when its object follows."""
    if "platform" not in owner.head.attrs:
        return False
    reach = (owner.end, owner.end + CONSTRUCT_REACH)
    return bool(reading.targets.within(*reach) or reading.people.within(*reach))


def _taken_from(draft: Draft, reading: Reading, phrase: Phrase) -> bool:
    """ "took the village back from the forces": of land, "from" is whom it was taken from."""
    if draft.kind != "territory_change" or phrase.extra.sort == "state":
        return False
    return preposition_before(reading, phrase.start) == "from"


def _undertaker(draft: Draft, reading: Reading, trigger: Trigger, sides: list[Phrase]) -> None:
    """ "the forces managed to arrest", "carried out the bombing of": who undertook the noun of action did it."""
    lattice = reading.lattice
    for at in range(trigger.start - 1, max(trigger.start - OBJECT_REACH, -1), -1):
        if lattice.text.tokens[at].kind == "punct" or draft.perpetrators:
            return
        verb = next((h for h in lattice.at(at) if h.entry.value == "undertake"), None)
        if verb is not None:
            behind = [p for p in after(sides, verb.end, 2) if p.kind == ACTOR and p.end <= trigger.start]
            ahead = [p for p in sides if p.kind == ACTOR and at - 2 <= p.end <= at and p.start < at]
            for phrase in (behind or ahead)[:1]:
                _join(draft.perpetrators, phrase, sides)
            return


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


def _verb_roles(draft: Draft, reading: Reading, trigger: Trigger, sides: list[Phrase], barred: frozenset[int]) -> None:
    told_of = _of_a_pronoun(reading, trigger)
    doer = None if trigger.passive_only or told_of else subject(reading, trigger, sides)
    suffers = trigger.frame.role == "suffer" and draft.kind not in _DEALT
    if doer is None and trigger.frame.role in ("incident", "light"):
        doer = people_subject(reading, trigger, barred)
    if doer is not None:
        fends = repels(reading.lattice, trigger) and draft.kind != "interception"
        foe = suffers or fends or (draft.kind == "interception" and trigger.frame.role == "light")
        _join(draft.against if foe else draft.perpetrators, doer, sides)
    if suffers:
        return
    doers = {party.phrase.start for party in draft.perpetrators}
    for phrase in after(sides, trigger.end, OBJECT_REACH):
        if phrase.kind == ACTOR and phrase.start not in doers and _is_object(reading, trigger, phrase, doer, told_of):
            add(draft.against, phrase)


def _of_a_pronoun(reading: Reading, trigger: Trigger) -> bool:
    """ "(said) that it shelled gunmen": the subject is in the pronoun, and what follows is the object."""
    that = reading.lattice.find(trigger.start - 1, "that")
    word = reading.lattice.text.tokens[trigger.start - 1].text if that is not None else ""
    return that is not None and word.endswith(load_settings().object_pronouns)


def _is_object(reading: Reading, trigger: Trigger, phrase: Phrase, doer: Phrase | None, told_of: bool) -> bool:
    governed = preposition_before(reading, phrase.start)
    if governed is not None:
        return governed in _TARGETED and (phrase.extra.sort != "state" or governed == "against")
    relative = trigger.start > 0 and reading.lattice.find(trigger.start - 1, "event", "rel", "demonym") is not None
    close = not cut(reading, max(trigger.end, doer.end if doer else 0), phrase.start)
    return phrase.extra.sort != "state" and close and (doer is not None or relative or told_of)


def _agents(draft: Draft, reading: Reading, sides: list[Phrase], first: int, last: int) -> None:
    """ "by the hand of X", "from the side of X": the doer of a passive."""
    for index in reading.lattice.starts(first, last, "agent"):
        agent = reading.lattice.find(index, "agent")
        for phrase in after(sides, agent.end, 2) if agent else ():
            add(draft.perpetrators, phrase)
    if not draft.perpetrators and draft.trigger.noun and draft.trigger.frame.role not in _NO_ROLES:
        _from(draft, reading, sides)


def _from(draft: Draft, reading: Reading, sides: list[Phrase]) -> None:
    """ "an attack from an armed group": right behind the noun, and only a group of fighters ("from" is where, too)."""
    end = draft.trigger.end
    hit = reading.lattice.find(end, "prep")
    if hit is not None and hit.entry.value == "from":
        for phrase in after(sides, hit.end, 2):
            if phrase.extra.sort in _UNKNOWN_OR_GROUP:
                add(draft.perpetrators, phrase)


def _struck_owners(draft: Draft, reading: Reading) -> None:
    """ "a camp of the movement", "a patrol of the army": the owner of what was hit is whom it was done to."""
    for struck in draft.targets:
        for side in reading.actors.within(struck.phrase.start + 1, struck.phrase.end + 2):
            owned = side.start < struck.phrase.end or for_whom(side) or _made_of(reading, struck.phrase, side)
            if side.kind == ACTOR and side.extra.armed and owned and side.extra.sort != "state":
                add(draft.against, side)


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
            if not person.skip and person.start not in barred:
                add(draft.against, person)


def add_hurt_fighters(draft: Draft, reading: Reading) -> None:
    """Soldiers and police killed or wounded in an attack are the side it was done to; civilians are no side."""
    if draft.against or load_kinds().group(draft.kind) not in _ATTACKS | {"toll"}:
        return
    hurt = [fact for fact in draft.harms if fact.outcome in ("killed", "injured")]
    sides = (side for fact in hurt for side in _sides_of(reading, fact))
    doers = {party.phrase.start for party in draft.perpetrators}
    hit = _TROOPS | _FIGHTERS if draft.perpetrators else _TROOPS | _FIGHTERS - {"gunmen"}
    troops = next((s for s in sides if s.kind == ACTOR and s.extra.sort in hit and s.start not in doers), None)
    if troops is not None:
        add(draft.against, troops)


def _sides_of(reading: Reading, fact: HarmFact) -> list[Phrase]:
    """The sides in the words of the hurt, and the group that they are said to be from right behind."""
    found = reading.actors.within(fact.start, fact.end)
    if preposition_before(reading, fact.end + 1) == "from":
        found += [s for s in reading.actors.within(fact.end + 1, fact.end + 2) if s.extra.sort != "state"]
    return found


def _owners(draft: Draft, reading: Reading) -> None:
    """ "Russian drones", "by bullets of the army": whose weapon it was did it when nobody else is named; a downed one's is the foe."""
    downed = draft.kind == "interception"
    if draft.perpetrators and not downed:
        return
    for weapon in draft.weapons:
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
    opens = before is None or before.kind == "punct" or any(f == side.start for f, _ in reading.lattice.text.sentences)
    return side if opens else None


def _owns(reading: Reading, weapon: Phrase, side: Phrase) -> bool:
    """In construct with the weapon, or behind it with "to" or a word of belonging."""
    if side.kind != ACTOR or side.start < weapon.end or not side.extra.armed:
        return False
    belongs = reading.lattice.find(weapon.end, "belong")
    begin = belongs.end if belongs is not None else weapon.end
    if for_whom(side):
        return side.start == begin
    plain = not side.lead or side.definite and len(side.lead) == len(load_settings().noun.article)
    return plain and side.start == weapon.end and bool(weapon.skip) and not weapon.definite
