"""Laid to later: a claim of responsibility or an accusation told after the deed, and the subject that goes on."""

from __future__ import annotations

from itertools import pairwise

from waqai.clauses.speeches import Speech
from waqai.clauses.status import HAPPENED
from waqai.events.blame import blames, points_at_told
from waqai.events.draft import Draft, Party
from waqai.events.own import ANYONE, WITH_FORCES, body_of
from waqai.events.reading import Reading
from waqai.events.sides import add, as_side
from waqai.events.syntax import preposition_before
from waqai.events.telling import blamed_behind_on
from waqai.events.triggers import Trigger
from waqai.mentions.actors import ACTOR
from waqai.mentions.phrase import Phrase, is_conjoined
from waqai.model.mention import Hit
from waqai.packs.kinds import load_kinds
from waqai.packs.pack import load_settings

_REACH = 2
_NEXT_TO = 3
_CONTENT = 8
_VIOLENT = frozenset({"strike", "force"})
_SUBJECT, _BACK = 6, 12
_FAR = 30


def lay(drafts: list[Draft], reading: Reading, number: int, speeches: list[Speech]) -> None:
    """Lay the latest violent event, told at most two sentences back, to whoever claims it or is accused of it here."""
    said = [(speech.start, culprit) for speech in speeches if (culprit := _culprit(reading, speech)) is not None]
    blamed = blames(reading, *reading.lattice.text.sentences[number])
    said += [(blame.side.start, blame.side) for blame in blamed if points_at_told(reading, blame)]
    for start, culprit in said:
        told = next((d for d in reversed(drafts) if load_kinds().group(d.kind) in _VIOLENT), None)
        if told is not None and _open(told, start, number):
            add(told.perpetrators, culprit)
            told.add_rule("side.laid-later")


def _open(draft: Draft, start: int, number: int) -> bool:
    """It happened, close before token ``start``, and nobody is said to have done it."""
    close = number - max(draft.sentences) <= _REACH and draft.trigger.start < start
    return close and draft.status == HAPPENED and not any(party.stated for party in draft.perpetrators)


def _culprit(reading: Reading, speech: Speech) -> Phrase | None:
    """Who claims; or the side right behind an accuser, when it is accused of the deed told before."""
    if speech.act == "claim_responsibility":
        return body_of(reading, speech.speaker, WITH_FORCES)
    if speech.act != "accuse":
        return None
    if (blamed := blamed_behind_on(reading, speech)) is not None:
        return blamed
    if not _of_deed_told(reading, speech):
        return None
    near = reading.actors.within(speech.end, speech.end + _NEXT_TO)
    return near[0] if near and near[0].kind == ACTOR else None


def _of_deed_told(reading: Reading, speech: Speech) -> bool:
    """ "of carrying it out", "the responsibility for the attack"."""
    if reading.lattice.starts(speech.end, speech.end + _CONTENT, "laid"):
        return True
    near = reading.lattice.starts(speech.end, speech.end + _NEXT_TO + 1, "object")
    return any(hit.entry.value == "blame" for at in near for hit in reading.lattice.at(at))


def name_bomber(draft: Draft, reading: Reading) -> None:
    """ "a suicide bomber rode up": who blew himself up did it, when nobody else is said to have."""
    if draft.kind != "suicide_bombing" or draft.perpetrators:
        return
    lattice = reading.lattice
    for first, last in (lattice.text.sentences[number] for number in draft.sentences):
        for start in lattice.starts(first, last, "suicide"):
            person = reading.people.covering(start)
            if person is not None and person.extra.group == "fighter" and lattice.find(start - 1, "event") is None:
                add(draft.perpetrators, as_side(person))
                return


def go_on(drafts: list[Draft], reading: Reading, first: int, barred: frozenset[int]) -> None:
    """ "the gunmen attacked the village and abducted": the subject of the verb before goes on behind "and"."""
    for draft in drafts:
        _take_subject(draft, reading, first, barred)
    for before, draft in pairwise(drafts):
        if draft.perpetrators or not _subject_of(before) or not _follows(before.trigger, draft.trigger, before):
            continue
        draft.perpetrators = [Party(party.phrase) for party in before.perpetrators]
        draft.add_rule("side.goes-on")


def _take_subject(draft: Draft, reading: Reading, first: int, barred: frozenset[int]) -> None:
    """ "an armed group entered the village and executed them": the side right behind the nearest verb that has one."""
    verb_behind_and = not draft.trigger.noun and not draft.trigger.passive_only and is_conjoined(draft.trigger.hit.lead)
    if draft.perpetrators or not verb_behind_and or load_kinds().group(draft.kind) not in _VIOLENT | {"custody"}:
        return
    lattice, after = reading.lattice, draft.trigger.hit.form[5:8]
    for at in reversed(lattice.starts(max(first, draft.trigger.start - _FAR), draft.trigger.start, "verb")):
        verb = lattice.find(at, "verb")
        if verb is None:
            return
        side = _of_himself(draft, reading, verb) if verb.entry.value == "say" else _beside(reading, verb)
        if side is None and verb.entry.value == "say":
            return
        if side is None:
            continue
        agree = not after or _agrees(verb.form[5:8], after, side.form in ("pl", "du"))
        free = side.start not in barred or verb.entry.value == "say"
        if agree and free and side.extra.armed and not side.skip:
            add(draft.perpetrators, side)
            draft.add_rule("side.goes-on")
        return


def _of_himself(draft: Draft, reading: Reading, verb: Hit) -> Phrase | None:
    """ "said that it broke up the cell and laid hands on": who says it of himself."""
    said = next((s for s in draft.speeches if s.start == verb.start), None)
    that = reading.lattice.find(said.end, "that") if said is not None else None
    if said is None or that is None:
        return None
    himself = reading.lattice.text.tokens[that.start].text.endswith(load_settings().object_pronouns)
    return body_of(reading, said.speaker, ANYONE) if himself else None


def _beside(reading: Reading, verb: Hit) -> Phrase | None:
    """The side right behind the verb, else right before it with nothing that governs it."""
    behind = next((s for s in reading.actors.within(verb.end, verb.end + 1) if s.kind == ACTOR), None)
    before = reading.actors.covering(verb.start - 1)
    if behind is not None or before is None or before.kind != ACTOR:
        return behind
    return before if preposition_before(reading, before.start) is None else None


def _subject_of(draft: Draft) -> bool:
    """Does the side stand where the subject of the draft's own verb does, and nobody else did it?"""
    start, end = draft.trigger.start, draft.trigger.end
    near = [p for p in draft.perpetrators if start - _BACK <= p.phrase.start < end + _SUBJECT and p.stated]
    return bool(near) and len(near) == len(draft.perpetrators)


def _follows(one: Trigger, other: Trigger, draft: Draft) -> bool:
    """A verb behind "and" that agrees with the verb before, or with its plural subject."""
    if one.noun or other.noun or other.passive_only or not is_conjoined(other.hit.lead):
        return False
    person, after = one.hit.form[5:8], other.hit.form[5:8]
    many = any(party.phrase.form in ("pl", "du") for party in draft.perpetrators)
    return _agrees(person, after, many)


def _agrees(person: str, after: str, many: bool) -> bool:
    """May a verb of person ``after`` go on with the subject of one of ``person``?"""
    return after == ("3mp" if many and person in ("3ms", "3mp") else person) and after.startswith("3")
