"""Roles: which side did it and which side it was done to, by order, preposition, agreement and type."""

from __future__ import annotations

from waqai.events.draft import Draft, Party
from waqai.events.reading import Reading
from waqai.events.triggers import Trigger
from waqai.mentions.actors import ACTOR, NATION
from waqai.mentions.phrase import Phrase

_OBJECT_REACH = 10
_SUBJECT_REACH = 6
_AGAINST_PREPOSITIONS = frozenset({"against", "on", "for", "toward", "with"})
_DEALT = frozenset({"appointment", "talks", "agreement", "sanction", "exchange", "release", "aid", "ceasefire"})
_TWO_SIDED = frozenset({"clash", "talks", "exchange", "agreement", "ceasefire"})


def fill_roles(draft: Draft, reading: Reading, triggers: list[Trigger], first: int, last: int) -> None:
    """Add the sides that the tokens ``first``..``last`` of the draft's zone name, to the draft."""
    for trigger in triggers:
        if trigger.noun:
            _noun_roles(draft, reading, trigger, last)
        elif trigger.frame.role not in ("cause", "reach", "damage"):
            _verb_roles(draft, reading, trigger, first, last)
    _agents(draft, reading, first, last)
    _owners(draft, reading)
    if draft.kind in _DEALT and not draft.perpetrators:
        _dealer(draft, reading, triggers, first, last)
    if draft.kind in _TWO_SIDED:
        _between(draft, reading, first, last)


def _add(parties: list[Party], phrase: Phrase, stated: bool = True) -> None:
    if all(party.phrase.start != phrase.start for party in parties):
        parties.append(Party(phrase, stated))


def _can_act(phrase: Phrase) -> bool:
    return phrase.extra.armed


def preposition_before(reading: Reading, index: int) -> str | None:
    """The preposition that governs the word at ``index``: the word before it, or a proclitic."""
    hit = reading.lattice.find(index - 1, "prep", "agent")
    return None if hit is None else (hit.entry.value if hit.end == index else None)


def _noun_roles(draft: Draft, reading: Reading, trigger: Trigger, last: int) -> None:
    """After a noun of action: an adjective of nation, or the side in construct with it."""
    following = reading.actors.within(trigger.end, min(trigger.end + 3, last))
    for phrase in following:
        between = range(trigger.end, phrase.start)
        if any(reading.lattice.find(i, "prep", "agent", "sub", "verb") for i in between):
            break
        if phrase.kind == NATION and phrase.lead and not phrase.definite:
            break
        if phrase.kind == NATION or trigger.frame.object != "against":
            if phrase.lead == "" or phrase.definite:
                _add(draft.perpetrators, phrase)
        elif _can_act(phrase):
            _add(draft.against, phrase)
        break
    _opposed(draft, reading, trigger.end, min(trigger.end + _OBJECT_REACH, last))


def _opposed(draft: Draft, reading: Reading, first: int, last: int) -> None:
    """Sides after "against", "on"."""
    for phrase in reading.actors.within(first, last):
        if phrase.kind == ACTOR and _can_act(phrase) and phrase.extra.sort != "state":
            if preposition_before(reading, phrase.start) in ("against", "on"):
                _add(draft.against, phrase)


def _verb_roles(draft: Draft, reading: Reading, trigger: Trigger, first: int, last: int) -> None:
    subject = None if trigger.passive_only else _subject(reading, trigger, first, last)
    suffers = trigger.frame.role == "suffer"
    if subject is not None:
        _add(draft.against if suffers else draft.perpetrators, subject)
    for phrase in reading.actors.within(trigger.end, min(trigger.end + _OBJECT_REACH, last)):
        if phrase is subject or phrase.kind != ACTOR or not _can_act(phrase) or phrase.extra.sort == "state":
            continue
        governed = preposition_before(reading, phrase.start)
        if governed in _AGAINST_PREPOSITIONS or (governed is None and subject is not None and not suffers):
            _add(draft.against, phrase)


def _subject(reading: Reading, trigger: Trigger, first: int, last: int) -> Phrase | None:
    """The side right after the verb, else the one before it in the clause."""
    after = reading.actors.within(trigger.end, min(trigger.end + _SUBJECT_REACH, last))
    for phrase in after:
        if not _can_act(phrase) or phrase.kind == NATION:
            continue
        if _between_has(reading, trigger.end, phrase.start) or preposition_before(reading, phrase.start):
            break
        return phrase if not phrase.lead or phrase.definite else None
    for phrase in reversed(reading.actors.within(max(first, trigger.start - _OBJECT_REACH), trigger.start)):
        if phrase.kind == ACTOR and _can_act(phrase) and not preposition_before(reading, phrase.start):
            return None if _closed(reading, phrase.end, trigger.start) else phrase
    return None


def _between_has(reading: Reading, first: int, last: int) -> bool:
    if reading.people.within(first, last) or reading.targets.within(first, last) or reading.places.within(first, last):
        return True
    return any(
        reading.lattice.find(i, "prep", "sub", "that", "rel") or reading.lattice.text.tokens[i].kind == "punct"
        for i in range(first, last)
    )


def _closed(reading: Reading, first: int, last: int) -> bool:
    return any(
        reading.lattice.text.tokens[i].text in ".,;:" or reading.lattice.find(i, "sub", "verb") for i in range(first, last)
    )


def _agents(draft: Draft, reading: Reading, first: int, last: int) -> None:
    """ "by the hand of X", "from the side of X": the doer of a passive."""
    for index in reading.lattice.starts(first, last, "agent"):
        agent = reading.lattice.find(index, "agent")
        if agent is None:
            continue
        for phrase in reading.actors.within(agent.end, agent.end + 2):
            _add(draft.perpetrators, phrase)


def _owners(draft: Draft, reading: Reading) -> None:
    """ "Russian drones": the weapon's nation did it when nobody else is named; of a downed weapon it is the foe."""
    downed = draft.kind == "interception"
    if draft.perpetrators and not downed:
        return
    for weapon in draft.weapons:
        for nation in reading.actors.within(weapon.start, weapon.end):
            if nation.kind == NATION:
                _add(draft.against if downed else draft.perpetrators, nation)


def _dealer(draft: Draft, reading: Reading, triggers: list[Trigger], first: int, last: int) -> None:
    """The person or body that deals: right after the verb, else before it in the clause."""
    lead, main = triggers[0].start, draft.trigger
    people = sorted(reading.persons.within(first, last) + reading.actors.within(first, last), key=lambda p: p.start)
    reach = main.start if main.noun else main.end + _SUBJECT_REACH
    near = [p for p in people if p.kind == ACTOR and lead - _SUBJECT_REACH <= p.start < reach]
    free = [p for p in near if not preposition_before(reading, p.start) and not _closed(reading, p.end, main.start)]
    if free:
        _add(draft.perpetrators, min(free, key=lambda p: abs(p.start - lead)))


def _between(draft: Draft, reading: Reading, first: int, last: int) -> None:
    """ "between X and Y": both sides."""
    for index in reading.lattice.starts(first, last, "prep"):
        hit = reading.lattice.find(index, "prep")
        if hit is None or hit.entry.value not in ("between", "with"):
            continue
        sides = [p for p in reading.actors.within(hit.end, min(hit.end + _OBJECT_REACH, last)) if p.kind == ACTOR]
        for at, phrase in enumerate(sides[:2]):
            first_side = at == 0 and hit.entry.value == "between" and not draft.perpetrators
            dealing = draft.kind not in ("clash",)
            _add(draft.perpetrators if first_side or dealing else draft.against, phrase)
