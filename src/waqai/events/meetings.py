"""Meetings told by words that say it only with whom somebody met: "discussed with", "on meeting X", "received"."""

from __future__ import annotations

from msgspec.structs import replace

from waqai.events.reading import Reading
from waqai.events.syntax import preposition_before
from waqai.events.triggers import Trigger
from waqai.mentions.actors import ACTOR
from waqai.mentions.phrase import Phrase

_WITH_REACH = 6
_PRESS = frozenset({"media", "agency", "journalist"})
_AT = frozenset({"in", "after", "before"})


def meets(reading: Reading, trigger: Trigger) -> bool:
    """Does the word tell of a meeting together with who is named beside it?"""
    if "host" in trigger.hit.entry.attrs:
        return received(reading, trigger) is not None
    if trigger.kind != "talks" or not trigger.weak:
        return False
    return _on_meeting(reading, trigger) if trigger.noun else _discussed_with(reading, trigger)


def received(reading: Reading, trigger: Trigger) -> tuple[Phrase, Phrase] | None:
    """ "the president received the minister": two people of office behind the verb, host and guest."""
    host = _person(reading, trigger.end)
    if host is None:
        return None
    for index in range(host.start + 1, host.end):
        if _second_office(reading, index):
            return replace(host, end=index), replace(host, start=index, skip=0, lead="")
    guest = _person(reading, host.end)
    return (host, guest) if guest is not None and not guest.skip else None


def _second_office(reading: Reading, index: int) -> bool:
    """ "the Egyptian president (received) the prime minister": an office without the article behind an adjective."""
    office, nation = reading.lattice.find(index, "role"), reading.lattice.find(index - 1, "demonym")
    return office is not None and not office.lead and nation is not None and nation.end == index


def _on_meeting(reading: Reading, trigger: Trigger) -> bool:
    """ "on his meeting X", "after his talks with X": of a noun with a pronoun, at a time when."""
    if trigger.hit.form != "sg.o":
        return False
    when = reading.lattice.find(trigger.start - 1, "sub")
    at = (when is not None and when.entry.value == "when") or preposition_before(reading, trigger.start) in _AT
    named = reading.lattice.find(trigger.end, "given", "person") is not None
    return at and (named or _person(reading, trigger.end) or _partner(reading, trigger.end)) not in (False, None)


def _discussed_with(reading: Reading, trigger: Trigger) -> bool:
    """ "discussed with his counterpart": "with" and who, before any clause."""
    for index in range(trigger.end, trigger.end + _WITH_REACH):
        about = reading.lattice.find(index, "prep")
        if reading.lattice.find(index, "that", "rel", "sub") or (about is not None and about.entry.value == "about"):
            return False  # "searched for"
        if _partner(reading, index) is not None:
            return True
    return False


def _partner(reading: Reading, index: int) -> Phrase | None:
    """Who stands behind "with" at token ``index``; the press only listens."""
    hit = reading.lattice.find(index, "prep")
    if hit is None or hit.entry.value != "with":
        return None
    person = _person(reading, hit.end)
    if person is not None:
        return person
    sides = (s for s in reading.actors.within(hit.end, hit.end + 1) if s.kind == ACTOR)
    return next((s for s in sides if s.extra.sort not in _PRESS), None)


def _person(reading: Reading, index: int) -> Phrase | None:
    found = (p for p in reading.persons.within(index, index + 1) if p.head.value not in _PRESS)
    return next(found, None)
