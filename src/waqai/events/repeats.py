"""Repeats: does a stretch tell another one ("a second strike"), point back at one ("the strikes hit"), name the same site?"""

from __future__ import annotations

from waqai.events.apart import of_now
from waqai.events.grouping import Group
from waqai.events.reading import Reading
from waqai.events.syntax import counted_on, ordinal_at, preposition_before
from waqai.events.triggers import Trigger, answered
from waqai.match.lattice import Lattice
from waqai.mentions.dates.words import DateWords
from waqai.mentions.phrase import proclitic_length
from waqai.packs.pack import load_settings

_OPENING = 2


def is_another(reading: Reading, one: Group) -> bool:
    """ "another raid", "a second Israeli attack", "the last attack was": counted on from one told before."""
    if answered(reading.lattice, one.triggers[0]) and not one.triggers[0].definite:
        return True
    if not reading.lattice.starts(one.first - 1, one.last + _OPENING + 1, "ordinal", "another", "more"):
        return False
    nouns = [t for t in one.triggers if t.noun]
    if any(counted_on(reading.lattice, t.end) for t in nouns) or any(
        ordinal_at(reading.lattice, t.end, bare=True) for t in one.triggers
    ):
        return True
    if any(counted_on(reading.lattice, w.end) for w in reading.weapons.within(one.first, one.last)):
        return True
    return any(_latest_of_old(reading.lattice, t.start) for t in nouns)


def points_back(reading: Reading, one: Group, lead: Trigger) -> bool:
    """The noun with the article, or a verb right before or behind such a noun ("the strikes also hit")."""
    if lead.definite or lead.noun:
        return (lead.definite and not lead.weak) or _dated(reading, lead)
    return any(_told(t) and _beside(t, lead) for t in one.triggers) or _of_it(reading, lead)


def _of_it(reading: Reading, lead: Trigger) -> bool:
    """ "they said that it hit the airport": it is what was told before, where those who speak are many."""
    lattice, settings = reading.lattice, load_settings()
    that = lattice.find(lead.start - 1, "that")
    if that is None or not lattice.text.tokens[lead.start - 1].text.endswith(settings.third_person[:2]):
        return False
    verbs = (hit for back in (2, 3) for hit in lattice.at(lead.start - back) if hit.entry.value == "say")
    return any(verb.form[5:8] == "3mp" for verb in verbs)


def _dated(reading: Reading, lead: Trigger) -> bool:
    """ "today's attack": a noun and its day, not in an adverb ("in an attack today")."""
    days = [day.value for day in reading.dates_within(lead.end, lead.end + 1)]
    adverb = reading.lattice.find(lead.end, "prep", "timing") is not None
    near = not adverb and any(isinstance(day, DateWords) and of_now(day) for day in days)
    return near and lead.noun and preposition_before(reading, lead.start) != "in"


def _told(trigger: Trigger) -> bool:
    return trigger.definite and trigger.frame.role == "incident" and not trigger.weak


def _beside(noun: Trigger, verb: Trigger) -> bool:
    return noun.end == verb.start or (noun.start == verb.end and not proclitic_length(noun.hit.lead))


def turns_away(reading: Reading, one: Group) -> bool:
    """ "In another incident", "on the other hand" at the head of the sentence, and an event without the article."""
    opening = bool(reading.lattice.starts(one.first, one.first + _OPENING, "elsewhere"))
    return opening and not any(t.definite for t in one.triggers)


def is_same_site(reading: Reading, one: Group) -> bool:
    """Does the stretch say "the same place"?"""
    return bool(reading.lattice.starts(one.first, one.last, "same"))


def _latest_of_old(lattice: Lattice, start: int) -> bool:
    """ "the last attack had been": one before the one that the report is about."""
    last = lattice.find(start - 1, "another")
    return last is not None and lattice.find(start - 2, "perfect") is not None
