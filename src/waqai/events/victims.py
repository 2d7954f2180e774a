"""Victims: the people that a word of harm governs, behind it or before it, and those joined to them."""

from __future__ import annotations

from typing import NamedTuple

from waqai.events.reading import Reading
from waqai.events.triggers import Trigger
from waqai.mentions.actors import ACTOR
from waqai.mentions.counted import numeral_skip
from waqai.mentions.phrase import Phrase, is_conjoined, proclitic_length
from waqai.model.count import Count, exactly
from waqai.packs.pack import load_settings

_REACH = 7
_GAP = 4
_LIGHT = frozenset({"from", "in", "to"})
_DOERS = frozenset({"by", "with", "against", "between", "means", "on", "after", "before"})
_CLOSERS = ("verb", "event", "sub", "that", "rel", "noharm", "neg", "including", "agent")
_THINGS = ("weapon", "target", "event", "time-unit", "measure-unit", "placecue")
OUTCOMES = frozenset({"killed", "injured"})


class Victim(NamedTuple):
    """People at tokens ``[start, end)``: a phrase, or a bare number or name when ``people`` is None."""

    start: int
    end: int
    skip: int
    count: Count | None
    people: Phrase | None


def behind(reading: Reading, trigger: Trigger, start: int, limit: int) -> list[Victim]:
    """The first people within reach of ``start``, and those joined to them."""
    first = _first(reading, trigger, start, limit)
    return [] if first is None else _joined_to(reading, trigger, first, limit)


def _first(reading: Reading, trigger: Trigger, start: int, limit: int) -> Victim | None:
    for victim in _candidates(reading, start, limit):
        if victim.people is None:
            if victim.start - start > 1:
                continue
        elif _other_outcome(trigger, victim.people):
            continue
        if victim.start - start > _REACH or _blocked(reading, start, victim.start):
            return None
        if not trigger.noun and _next(reading, start) == victim.start and _conjoined(reading, victim):
            return None
        if not _did_it(reading, trigger, victim):
            return victim
    return None


def _next(reading: Reading, index: int) -> int:
    """``index``, or the token behind it when a conjunction stands there by itself."""
    tokens = reading.lattice.text.tokens
    alone = index < len(tokens) and tokens[index].text == load_settings().leads["and"]
    return index + alone


def _joined_to(reading: Reading, trigger: Trigger, first: Victim, limit: int) -> list[Victim]:
    chain = [first]
    for victim in _candidates(reading, first.end, limit):
        if victim.people is not None and _other_outcome(trigger, victim.people):
            break
        if not _joined(reading, chain[-1], victim):
            break
        chain.append(victim)
    return chain


def agreeing(reading: Reading, trigger: Trigger, first: int) -> list[Victim]:
    """The people right before a verb that agrees with them, and those they are joined to."""
    chain = ahead(reading, trigger.start, first)
    if not chain or (trigger.hit.lead and trigger.start == chain[-1].end):
        return []
    return chain if _agrees(trigger, chain) else []


def ahead(reading: Reading, start: int, first: int) -> list[Victim]:
    """The last people before token ``start`` of the clause, and those they are joined to."""
    before = _candidates(reading, max(first, start - 2 * _REACH), start)
    if not before or start - before[-1].end > _REACH or _closed(reading, before[-1].end, start):
        return []
    chain = [before[-1]]
    for victim in reversed(before[:-1]):
        if not _joined(reading, victim, chain[0]):
            break
        chain.insert(0, victim)
    return chain


def _agrees(trigger: Trigger, chain: list[Victim]) -> bool:
    """A verb behind its subject agrees in number: "two were-killed.dual", "a child was-killed.singular"."""
    person = trigger.hit.form[5:8]
    if trigger.hit.entry.cls == "event":
        return True
    low = sum(v.count.low if v.count else 2 for v in chain)
    if person in ("3md", "3fd"):
        return low == 2
    if person in ("3mp", "3fp"):
        return low > 1
    return low == 1


def _candidates(reading: Reading, first: int, last: int) -> list[Victim]:
    """People and bare numbers that begin at tokens ``first``..``last``, in order."""
    people = [Victim(p.start, p.end, p.skip, p.count, p) for p in reading.people.within(first, last)]
    spans = [range(v.start, v.end) for v in people]
    numbers = [
        Victim(c.start, c.end, numeral_skip(reading.lattice, c.start), c.value, None)
        for c in reading.counts_within(first, last)
        if not any(c.start in span for span in spans) and counts_nobody_else(reading, c.start, c.end)
    ]
    return sorted(people + numbers)[: _REACH * 2] if numbers else people


def counts_nobody_else(reading: Reading, start: int, end: int) -> bool:
    """Is the number at ``[start, end)`` one that no date has and no weapon, thing hit or place is counted by?"""
    if start in reading.date_tokens or reading.weapons.covering(start) or reading.targets.covering(start):
        return False
    hits = [hit for hit in reading.lattice.at(end) if hit.entry.cls in _THINGS]
    return all(hit.lead not in ("", load_settings().noun.article) for hit in hits)


def _stands_alone(reading: Reading, end: int) -> bool:
    """A number with no noun behind it: a mark, a preposition, a verb or the end follows."""
    tokens = reading.lattice.text.tokens
    if end >= len(tokens) or tokens[end].kind == "punct":
        return True
    return reading.lattice.find(end, "prep", "verb", "including", "more", "bound", "cite", "sub", "agent") is not None


def _other_outcome(trigger: Trigger, people: Phrase) -> bool:
    """The wounded are not among the dead, and "with wounds" is nobody."""
    said = people.extra.outcome
    if said is None or trigger.frame.kind not in OUTCOMES:
        return False
    return said != trigger.frame.kind or bool(people.skip and not is_conjoined(people.lead))


def _blocked(reading: Reading, start: int, end: int) -> bool:
    """A mark that closes, or a word that opens another clause, stands between."""
    lattice = reading.lattice
    for index in range(start, end):
        if lattice.text.tokens[index].text in '.:;"' or lattice.find(index, "sub", "that", "rel", "noharm", "neg"):
            return True
    return start < end and lattice.text.tokens[start].text == ","


def _did_it(reading: Reading, trigger: Trigger, victim: Victim) -> bool:
    """ "by gunmen", "with soldiers", "in a clash with rebels": people that a preposition gives another part."""
    if victim.people is None or victim.start == trigger.end:
        return False
    lead = victim.people.lead
    if proclitic_length(lead) - is_conjoined(lead) > 0 and not victim.people.extra.numbered:
        return True
    before = reading.lattice.find(victim.start - 1, "prep", "agent")
    if before is not None and before.end == victim.start and before.entry.value in _DOERS:
        return True
    weapon = reading.weapons.covering(victim.start - 1)
    return weapon is not None and weapon.end == victim.start and not trigger.noun and not victim.people.extra.numbered


def _conjoined(reading: Reading, victim: Victim) -> bool:
    conjunction = load_settings().leads["and"]
    tokens = reading.lattice.text.tokens
    if victim.people is not None and victim.people.lead:
        return is_conjoined(victim.people.lead)
    return tokens[victim.start].text.startswith(conjunction) or tokens[victim.start - 1].text == conjunction


def _joined(reading: Reading, one: Victim, other: Victim) -> bool:
    """With a conjunction, right beside or behind a few light words; or with "in addition to".

    A colon, a comma or "including" makes the next a part, not a sum.
    """
    lattice = reading.lattice
    gap = range(one.end, other.start)
    if any(lattice.find(i, "plus") for i in gap):
        plus = next(i for i in gap if lattice.find(i, "plus"))
        return not _closed(reading, one.end, plus) and other.start - (lattice.find(plus, "plus") or lattice.hits[plus][0]).end <= 1
    if not _conjoined(reading, other) or one.end - one.start >= _REACH * 2:
        return False
    if other.people is not None and other.people.definite and not other.people.extra.numbered:
        return False
    bare = [i for i in gap if lattice.text.tokens[i].text != load_settings().leads["and"]]
    if other.people is None and not _stands_alone(reading, other.end):
        return False
    return not bare or (len(bare) <= _GAP and _light(reading, bare, other))


def _light(reading: Reading, gap: list[int], other: Victim) -> bool:
    """Only words that describe the people before: "a captain in the army and four of his guards"."""
    lattice = reading.lattice
    if other.people is not None and not (other.people.extra.numbered or _one_or_kin(other.people)):
        return False
    for index in gap:
        preposition = lattice.find(index, "prep")
        if lattice.text.tokens[index].kind == "punct" or lattice.find(index, *_CLOSERS):
            return False
        if preposition is not None and preposition.entry.value not in _LIGHT:
            return False
    places = reading.places.within(gap[0], gap[-1] + 1)
    return not (places and reading.places.within(other.end, other.end + _GAP))


def _one_or_kin(people: Phrase) -> bool:
    count = people.count
    return "kin" in people.head.attrs or (count is not None and count.exact and not people.definite)


def _closed(reading: Reading, first: int, last: int) -> bool:
    lattice = reading.lattice
    return any(
        lattice.text.tokens[i].text in ".,;:" or lattice.find(i, "that", "sub", "including", "agent")
        for i in range(first, last)
    )


def named(reading: Reading, trigger: Trigger, limit: int) -> list[Victim]:
    """ "assassinated the party's leader so-and-so": one person by office or name, right behind the word or its doer."""
    if trigger.frame.kind not in OUTCOMES or trigger.weak:
        return []
    doer = reading.actors.covering(trigger.end) if not trigger.noun else None
    start = doer.end if doer is not None and doer.kind == ACTOR and doer.extra.armed else trigger.end
    persons = reading.persons.within(start, min(start + 1, limit))
    return [Victim(p.start, p.end, p.skip, exactly(1), None) for p in persons if not p.skip][:1]
