"""Parties to a dealing (who talks, signs, exchanges, appoints) and claimants who did what they announce."""

from __future__ import annotations

from waqai.clauses.speech import Speech
from waqai.events.draft import Draft
from waqai.events.reading import Reading
from waqai.events.roles import add
from waqai.events.syntax import closed_between, preposition_before
from waqai.events.triggers import Trigger
from waqai.mentions.actors import ACTOR
from waqai.mentions.phrase import Phrase
from waqai.packs.pack import load_settings

_REACH = 8
_SIDES_REACH = 10
_DEALT = frozenset({"appointment", "talks", "agreement", "sanction", "exchange", "release", "aid", "ceasefire"})
_TWO_SIDED = frozenset({"clash", "talks", "exchange", "agreement", "ceasefire"})
_CLAIMS = frozenset({"announce", "claim_responsibility", "say", "confirm"})
_STATES = frozenset({"state", "government", "ministry", "staff"})
_FIGHTERS = frozenset(
    {
        "army",
        "airforce",
        "navy",
        "militia",
        "rebels",
        "gunmen",
        "group",
        "coalition",
        "unit",
        "forces",
        "soldiers",
        "terrorists",
    }
)
_WITH_FORCES = _FIGHTERS | _STATES


def fill_parties(
    draft: Draft, reading: Reading, triggers: list[Trigger], first: int, last: int, barred: frozenset[int]
) -> None:
    """The dealers of a dealing, and both sides of what has two; ``barred`` tokens begin no party."""
    if draft.kind in _DEALT and not draft.perpetrators:
        _dealer(draft, reading, triggers, (first, last), barred)
    if draft.kind in _TWO_SIDED:
        _between(draft, reading, first, last)


def _dealer(
    draft: Draft, reading: Reading, triggers: list[Trigger], zone: tuple[int, int], barred: frozenset[int]
) -> None:
    """The person or body that deals: right after the verb, else before it in the clause."""
    first, last = zone
    lead, main = triggers[0].start, draft.trigger
    people = sorted(reading.persons.within(first, last) + reading.actors.within(first, last), key=lambda p: p.start)
    reach = main.start if main.noun else main.end + _REACH
    near = [p for p in people if p.kind == ACTOR and lead - _REACH <= p.start < reach and p.start not in barred]
    hosts = {place.start for place in draft.places}
    near = [p for p in near if p.start not in hosts]
    free = [
        p for p in near if not preposition_before(reading, p.start) and not closed_between(reading, p.end, main.start)
    ]
    if free:
        add(draft.perpetrators, min(free, key=lambda p: abs(p.start - lead)))


def _between(draft: Draft, reading: Reading, first: int, last: int) -> None:
    """ "between X and Y", "with Y": of a fight the second is the foe, of a dealing both are parties."""
    for index in reading.lattice.starts(first, last, "prep"):
        hit = reading.lattice.find(index, "prep")
        if hit is None or hit.entry.value not in ("between", "with"):
            continue
        sides = [p for p in reading.actors.within(hit.end, min(hit.end + _SIDES_REACH, last)) if p.kind == ACTOR]
        known = {party.phrase.start for party in draft.perpetrators}
        for at, phrase in enumerate(s for s in sides[:2] if s.start not in known):
            first_side = at == 0 and hit.entry.value == "between" and not known
            add(draft.perpetrators if first_side else draft.against, phrase)
        return


def _its_own(draft: Draft, reading: Reading, speech: Speech) -> bool:
    """What is announced as a noun of action right away, or after "that it", is the announcer's own doing."""
    between = range(speech.end, draft.trigger.start)
    openers = [hit for i in between if (hit := reading.lattice.find(i, "that")) is not None]
    if openers:
        words = reading.lattice.text.tokens[openers[0].start].text
        return words.endswith(load_settings().object_pronouns)
    return draft.trigger.start - speech.end <= _REACH and draft.trigger.noun


def claimant(draft: Draft, reading: Reading, speeches: list[Speech]) -> Phrase | None:
    """The fighting body whose own announcement the event is ("the brigades announced the targeting of"), or None."""
    if draft.perpetrators or draft.trigger.frame.role == "harm":
        return None
    for speech in speeches:
        if speech.act not in _CLAIMS or not speech.first <= draft.trigger.start < speech.last:
            continue
        if not _its_own(draft, reading, speech):
            continue
        if (body := _body(reading, speech, _FIGHTERS)) is not None:
            return body
    return None


def _body(reading: Reading, speech: Speech, sorts: frozenset[str]) -> Phrase | None:
    """The body that speaks, when it is of one of these sorts."""
    body = reading.actors.covering(speech.speaker.start) if speech.speaker is not None else None
    return body if body is not None and body.kind == ACTOR and body.extra.sort in sorts else None


def name_own_forces(draft: Draft, reading: Reading) -> None:
    """ "the brigades said their fighters shelled": it is the brigades' doing; the words kept are theirs, not "their"."""
    bodies = (_body(reading, speech, _WITH_FORCES) for speech in draft.speeches)
    owner = next((body for body in bodies if body is not None), None)
    if owner is not None and any(_pronominal(party.phrase) for party in draft.perpetrators):
        draft.perpetrators = [party for party in draft.perpetrators if not _pronominal(party.phrase)]
        add(draft.perpetrators, owner)


def _pronominal(phrase: Phrase) -> bool:
    """A force owned by a pronoun ("its fighters")."""
    return phrase.form.endswith(".o") and phrase.extra.country is None
