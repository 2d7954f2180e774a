"""Roles: which side did it and which side it was done to, by order, preposition, agreement and type."""

from __future__ import annotations

from waqai.events.agents import name_agents
from waqai.events.arguments import (
    CONSTRUCT_REACH,
    OBJECT_REACH,
    after,
    cleft,
    construct,
    cut,
    for_whom,
    is_hitting,
    owner_by_to,
    people_subject,
    subject,
)
from waqai.events.draft import Draft
from waqai.events.owners import fill_owners
from waqai.events.reading import Reading
from waqai.events.sides import join
from waqai.events.syntax import of_nobody, over, preposition_before
from waqai.events.triggers import Trigger, is_ours, repels
from waqai.mentions.actors import ACTOR, NATION
from waqai.mentions.phrase import Phrase, is_conjoined
from waqai.model.mention import Hit
from waqai.packs.pack import load_settings

_AGAINST = frozenset({"against", "on", "toward"})
_TARGETED = _AGAINST | {"with"}
_OFFICIAL = frozenset({"detention", "riot_crackdown", "execution", "release"})
_AUTHORITIES = frozenset({"authority", "government", "local_authority"})
_DEALT = frozenset({"talks", "agreement", "ceasefire", "exchange", "release", "appointment", "sanction", "aid"})
_STORMERS = frozenset({"settlers", "soldiers", "police", "army", "forces", "crowd", "gunmen", "security"})
_NOUN_REACH = 4
_NO_ROLES = frozenset({"cause", "reach", "damage", "recover"})


def fill_roles(
    draft: Draft, reading: Reading, triggers: list[Trigger], first: int, last: int, barred: frozenset[int]
) -> None:
    """Add the sides named at tokens ``first``..``last``; phrases that begin at ``barred`` tokens play no role.

    Barred are those who speak and those who were hurt.
    """
    named = [p for p in reading.actors.within(first, last) if p.start not in barred and _may_act(draft.kind, p)]
    sides = [p for p in named if draft.kind not in _DEALT or not _of_a_person(reading, p)]
    for trigger in triggers:
        if (side := cleft(reading, trigger, sides)) is not None:
            join(draft.perpetrators, side, sides)
        elif trigger.frame.role == "defuse" and "foil" not in trigger.hit.entry.attrs:
            continue  # who finds or disarms a bomb did not lay it
        elif trigger.noun:
            _noun_roles(draft, reading, trigger, sides, _borne(trigger, triggers))
            _undertaker(draft, reading, trigger, sides)
        elif trigger.frame.role not in _NO_ROLES and not _idle(reading, trigger, triggers):
            _verb_roles(draft, reading, trigger, sides, barred)
    name_agents(draft, reading, [p for p in reading.actors.within(first, last) if _may_act(draft.kind, p)], first, last)
    _holders(draft, reading, triggers, sides)
    fill_owners(draft, reading, triggers, barred)
    draft.against = [p for p in draft.against if all(p.phrase.start != q.phrase.start for q in draft.perpetrators)]


def _holders(draft: Draft, reading: Reading, triggers: list[Trigger], sides: list[Phrase]) -> None:
    """ "the town fell into the hands of the forces": they took it."""
    for trigger in triggers:
        if trigger.hit.entry.attrs.get("needs") != "hands":
            continue
        hits = (reading.lattice.find(at, "object") for at in range(trigger.end, trigger.end + OBJECT_REACH))
        hands = next((hit for hit in hits if hit is not None and hit.entry.value == "hands"), None)
        holders = after(sides, hands.end, 1) if hands is not None else []
        if holders:
            draft.perpetrators = []
            join(draft.perpetrators, holders[0], sides)


def _idle(reading: Reading, trigger: Trigger, triggers: list[Trigger]) -> bool:
    """ "and imposed a cordon", "a base that the army uses": a verb that carries something else than the deed."""
    if trigger.frame.role != "light":
        return False
    if reading.lattice.find(trigger.start - 1, "rel") is not None and trigger.hit.form.endswith(".o"):
        return not reading.lattice.starts(trigger.start - _NOUN_REACH, trigger.start - 1, "event", "object", "weapon")
    return is_conjoined(trigger.hit.lead) and all(one.start <= trigger.start for one in triggers)


def _may_act(kind: str, phrase: Phrase) -> bool:
    """Sides that bear arms; of arrests and of force against crowds also authorities."""
    return phrase.extra.armed or (kind in _OFFICIAL and phrase.extra.sort in _AUTHORITIES)


def _of_a_person(reading: Reading, side: Phrase) -> bool:
    """ "envoys of the government": the envoys deal."""
    person = reading.persons.covering(side.start)
    return person is not None and person.start < side.start


def _borne(trigger: Trigger, triggers: list[Trigger]) -> bool:
    """The noun is the object of a verb that says nothing by itself ("laid an ambush for the column")."""
    return any(one.frame.role == "light" and not one.noun and one.start < trigger.start for one in triggers)


def _noun_roles(draft: Draft, reading: Reading, trigger: Trigger, sides: list[Phrase], borne: bool) -> None:
    """After a noun of action: an adjective of nation or the side in construct did it; or it was done to that side."""
    owner = construct(reading, trigger, sides)
    done_to = trigger.frame.object == "against" or "objective" in trigger.hit.entry.attrs
    done_to = done_to and not (trigger.frame.kind == "ground_assault" and _storms(owner))
    if owner is not None and _hit_by_it(reading, trigger, owner):
        join(draft.against, owner, sides)
    elif owner is not None:
        patient = owner_by_to(reading, owner.end, sides, CONSTRUCT_REACH)
        suffers = done_to and owner.kind != NATION and patient is None and not _with_object(reading, owner)
        suffers = suffers or _hit_by(reading, trigger, owner) or _gives_way(draft, trigger)
        suffers = suffers or (patient is None and _blown_up(draft, trigger, owner))
        suffers = suffers or _their_machine(reading, trigger, owner)
        join(draft.against if suffers else draft.perpetrators, owner, sides)
        if patient is not None:
            join(draft.against, patient, sides)
    elif (whose := owner_by_to(reading, trigger.end, sides)) is not None:
        alone = not reading.lattice.starts(trigger.end, whose.start, "event")
        raid = trigger.frame.kind in ("ground_assault", "detention") and not borne and alone
        join(draft.against if (done_to and not raid) or borne else draft.perpetrators, whose, sides)
    for phrase in after(sides, trigger.end, OBJECT_REACH):
        if phrase.kind == ACTOR and (_aimed_at(reading, phrase) or _taken_from(draft, reading, phrase)):
            join(draft.against, phrase, sides)


def _hit_by_it(reading: Reading, trigger: Trigger, owner: Phrase) -> bool:
    """ "the attack targeted policemen": behind its verb, a noun with the article has no owner but the verb's object."""
    shut = owner.kind != NATION and trigger.hit.lead.endswith(load_settings().noun.article)
    return shut and is_hitting(reading, trigger)


def _storms(owner: Phrase | None) -> bool:
    """ "the incursions of the settlers": people storm, they are not stormed."""
    return owner is not None and owner.extra.sort in _STORMERS


def _hit_by(reading: Reading, trigger: Trigger, owner: Phrase) -> bool:
    """ "a raid targeted the rebels in Saada": behind a verb with the noun of attack as its subject stands its object.

    With another object behind it, the side is the noun's own ("the raids of the coalition targeted positions").
    """
    return is_hitting(reading, trigger) and owner.kind != NATION and not _with_object(reading, owner)


def _gives_way(draft: Draft, trigger: Trigger) -> bool:
    """ "took the town after the army's withdrawal": who withdrew is whom it was taken from, where somebody took it."""
    attrs = trigger.hit.entry.attrs
    taken = draft.kind in ("territory_change", "ground_assault") and draft.trigger.start != trigger.start
    return taken and ("yields" in attrs or attrs.get("effect") == "withdraw")


def _blown_up(draft: Draft, trigger: Trigger, owner: Phrase) -> bool:
    """ "the bombing of the destroyer", "the downing of a Turkish drone": a machine in construct suffered it."""
    exploded = trigger.frame.kind in ("bombing", "explosion", "suicide_bombing")
    return (exploded or draft.kind == "interception") and "platform" in owner.head.attrs


def _their_machine(reading: Reading, trigger: Trigger, owner: Phrase) -> bool:
    """ "the targeting of their carrier (with a charge)": a machine of somebody's, with nothing that it hit behind it."""
    machine = owner.form.endswith(".o") and "platform" in owner.head.attrs
    return machine and "objective" in trigger.hit.entry.attrs and not _with_object(reading, owner)


def _with_object(reading: Reading, owner: Phrase) -> bool:
    """ "the targeting by an Israeli drone of a car", "by the army of a town": the owner did it when its object follows.

    Right behind it, without a preposition or with "to"; behind a machine also a word further.
    """
    reach = (owner.end, owner.end + (CONSTRUCT_REACH if "platform" in owner.head.attrs else 1))
    indexes = (reading.targets, reading.people, reading.places, reading.weapons)
    objects = [phrase for index in indexes for phrase in index.within(*reach)]
    bare = [p for p in objects if not p.skip and not p.definite and (p.kind != "place" or _called(reading, p))]
    bare = [p for p in bare if not preposition_before(reading, p.start)]
    return bool(bare) or any(for_whom(p) for p in objects)


def _called(reading: Reading, place: Phrase) -> bool:
    """A place whose first word lacks the article (with it, it may be an adjective of the side), and is no "near" or "at"."""
    if reading.lattice.find(place.start, "direction") is not None:
        return False
    return not reading.lattice.text.tokens[place.start].text.startswith(load_settings().noun.article)


def _taken_from(draft: Draft, reading: Reading, phrase: Phrase) -> bool:
    """ "took the village back from the forces", "posts that were in the hands of": whom land was taken from."""
    if draft.kind != "territory_change" or phrase.extra.sort == "state":
        return False
    held = any(
        h.end == phrase.start for b in (1, 2) for h in reading.lattice.at(phrase.start - b) if h.entry.cls == "held"
    )
    return held or preposition_before(reading, phrase.start) == "from"


def _undertaker(draft: Draft, reading: Reading, trigger: Trigger, sides: list[Phrase]) -> None:
    """ "the forces managed to arrest", "carried out the bombing of": who undertook the noun of action did it."""
    lattice = reading.lattice
    for at in range(trigger.start - 1, max(trigger.start - OBJECT_REACH, -1), -1):
        if lattice.text.tokens[at].kind == "punct" or draft.perpetrators:
            return
        if any(h.entry.cls == "attempt" and h.entry.value == "foil" for h in lattice.at(at)):
            return  # "managed to foil an attack" is no attack of theirs
        verb = next((h for h in lattice.at(at) if _undertakes(h, trigger)), None)
        if verb is not None and "control" in verb.entry.attrs and trigger.kind != "territory_change":
            return  # "imposed a cordon"
        if verb is not None and "attempt" in verb.entry.attrs and lattice.starts(at, trigger.start, "prep"):
            return  # "tries to run from blame for the killing"
        if verb is not None:
            behind = [p for p in after(sides, verb.end, 2) if p.kind == ACTOR and p.end <= trigger.start]
            ahead = [p for p in sides if p.kind == ACTOR and at - 2 <= p.end <= at and p.start < at]
            for phrase in (behind or ahead)[:1]:
                join(draft.perpetrators, phrase, sides)
            return


def _undertakes(hit: Hit, trigger: Trigger) -> bool:
    """A side carries a deed out or tries to; of land it may also be about to ("came near to taking the town")."""
    near = hit.entry.value == "near" and trigger.kind == "territory_change"
    return hit.entry.value == "undertake" or near or (hit.entry.cls == "verb" and "attempt" in hit.entry.attrs)


def _aimed_at(reading: Reading, phrase: Phrase) -> bool:
    """Governed by "on" or "against"; a state after "on" is where, not whom, unless "against" says so."""
    governed = over(reading, phrase)
    return governed == "against" or (governed in _AGAINST and phrase.extra.sort != "state")


def _verb_roles(draft: Draft, reading: Reading, trigger: Trigger, sides: list[Phrase], barred: frozenset[int]) -> None:
    if "breaks" in trigger.hit.entry.attrs:
        return  # who breaks a truce did not make it
    told_of = _of_a_pronoun(reading, trigger)
    doer = None if trigger.passive_only or told_of else subject(reading, trigger, sides)
    if is_ours(reading.lattice, trigger) and not (doer is not None and doer.definite and doer.start == trigger.end):
        doer, told_of = None, True
    suffers = (trigger.frame.role == "suffer" and draft.kind not in _DEALT) or "suffers" in trigger.hit.entry.attrs
    if doer is None and trigger.frame.role in ("incident", "light", "harm"):
        doer = people_subject(reading, trigger, barred)
    if doer is not None:
        fends = (repels(reading.lattice, trigger) and draft.kind != "interception") or "foil" in trigger.hit.entry.attrs
        foe = suffers or fends or (draft.kind == "interception" and trigger.frame.role == "light")
        foe = foe or _gives_way(draft, trigger)
        join(draft.against if foe else draft.perpetrators, doer, sides)
    if suffers:
        return
    if doer is None and repels(reading.lattice, trigger) and draft.kind != "interception":
        _fended_off(draft, reading, trigger, sides)
        return
    doers = {party.phrase.start for party in draft.perpetrators}
    for phrase in after(sides, trigger.end, OBJECT_REACH):
        if phrase.kind != ACTOR or phrase.start in doers:
            continue
        if _is_object(reading, trigger, phrase, doer, told_of) or _taken_from(draft, reading, phrase):
            join(draft.against, phrase, sides)


def _fended_off(draft: Draft, reading: Reading, trigger: Trigger, sides: list[Phrase]) -> None:
    """ "while he stood up to the gunmen": they attacked."""
    foe = owner_by_to(reading, trigger.end, sides, CONSTRUCT_REACH)
    if foe is not None:
        join(draft.perpetrators, foe, sides)


def _of_a_pronoun(reading: Reading, trigger: Trigger) -> bool:
    """ "(said) that it shelled gunmen": the subject is in the pronoun, and what follows is the object."""
    at = trigger.start - 1
    if reading.lattice.find(at, "that") is None or of_nobody(reading, at, trigger.hit):
        return False
    return reading.lattice.text.tokens[at].text.endswith(load_settings().object_pronouns)


def _is_object(reading: Reading, trigger: Trigger, phrase: Phrase, doer: Phrase | None, told_of: bool) -> bool:
    governed = over(reading, phrase)
    if governed is not None:
        return governed in _TARGETED and (phrase.extra.sort != "state" or governed == "against")
    if "takes" in trigger.hit.entry.attrs and phrase.start == trigger.end:
        return True
    at, lattice = trigger.start, reading.lattice
    relative = at > 0 and lattice.find(at - 1, "event", "rel", "demonym") is not None
    relative = relative or any(h.entry.cls == "event" and h.end == at for h in lattice.at(max(0, at - 2)))
    close = not cut(reading, max(trigger.end, doer.end if doer else 0), phrase.start)
    return phrase.extra.sort != "state" and close and (doer is not None or relative or told_of)
