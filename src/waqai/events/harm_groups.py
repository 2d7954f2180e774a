"""Groups within harm: those singled out of a figure ("among them a child") and those only reported ("five others")."""

from __future__ import annotations

from dataclasses import replace

from waqai.events.draft import HarmFact
from waqai.events.reading import Reading
from waqai.events.triggers import Trigger
from waqai.mentions.phrase import Phrase
from waqai.model.count import Count
from waqai.model.mention import Mention

_REACH = 8
_SPAN = 14
_RISE = 26


def parts(reading: Reading, facts: list[HarmFact], last: int) -> list[HarmFact]:
    """Mark facts after "including" as parts of the figure before it, and add the groups named there."""
    if not facts:
        return facts
    marked = list(facts)
    for index in reading.lattice.starts(facts[0].start, last, "including"):
        marked = _after(reading, marked, index, last)
    return sorted(marked, key=lambda fact: fact.start)


def _after(reading: Reading, facts: list[HarmFact], cue: int, last: int) -> list[HarmFact]:
    whole = next((f for f in reversed(facts) if f.end <= cue and not f.part), None)
    if whole is None:
        return facts
    groups = _chain(reading, cue + 1, min(last, cue + _SPAN))
    known = {f.start for f in facts}
    inside = {p.start for p in groups}
    kept = [replace(f, part=True) if f.start in inside else f for f in facts]
    return kept + [_part(whole, people) for people in groups if people.start not in known]


def _chain(reading: Reading, start: int, last: int) -> list[Phrase]:
    chain: list[Phrase] = []
    for people in reading.people.within(start, last):
        gap = people.start - (chain[-1].end if chain else start)
        if gap > (2 if chain else _REACH) or (chain and _verb_between(reading, chain[-1].end, people.start)):
            break
        chain.append(people)
    return chain


def _verb_between(reading: Reading, first: int, last: int) -> bool:
    return any(reading.lattice.find(i, "verb", "event") for i in range(first, last))


def _part(whole: HarmFact, people: Phrase) -> HarmFact:
    return HarmFact(
        whole.outcome,
        people.start,
        people.end,
        people.skip,
        people.count,
        whole.sentence,
        "harm.including",
        people,
        part=True,
    )


def in_clause(reading: Reading, fact: HarmFact, first: int) -> HarmFact:
    """Number the clause: after "while" or "but" other figures begin, which never add to those before."""
    openers = reading.lattice.starts(first, fact.start, "sub")
    other = [i for i in openers if (h := reading.lattice.find(i, "sub")) and h.entry.value in ("while", "but")]
    return replace(fact, clause=len(other)) if other else fact


def raised(reading: Reading, triggers: list[Trigger], fact: HarmFact) -> HarmFact:
    """A figure after "rose to" or "reached" replaces what was told before."""
    risen = [t for t in triggers if t.frame.role == "reach" and 0 <= fact.start - t.end <= _RISE]
    preposition = reading.lattice.find(fact.start - 1, "prep")
    to = preposition is not None and preposition.entry.value == "to"
    plain = any("rise" not in t.hit.entry.attrs for t in risen)
    close = [t for t in risen if fact.start - t.end <= _REACH]
    if close and fact.count is not None and fact.count.high is not None and fact.count.low < fact.count.high:
        return replace(fact, total=True, count=Count(fact.count.high, fact.count.high))
    return replace(fact, total=True) if (risen and to) or (close and plain) else fact


def tallied(
    reading: Reading, triggers: list[Trigger], facts: list[HarmFact], sentence: int, last: int
) -> list[HarmFact]:
    """ "brought the number of dead to five": a bare number after "to" that a tally of casualties governs."""
    reached = next((t for t in triggers if t.frame.role in ("reach", "toll")), None)
    if reached is None:
        return []
    found = []
    for count in reading.counts_within(reached.start, last):
        outcome = _tally_before(reading, count.start)
        if outcome and _after_to(reading, count.start) and _bare(reading, count, facts):
            found.append(HarmFact(outcome, count.start, count.end, 0, count.value, sentence, "harm.tally", total=True))
    return found


def _after_to(reading: Reading, index: int) -> bool:
    preposition = reading.lattice.find(index - 1, "prep")
    return preposition is not None and preposition.entry.value == "to"


def _bare(reading: Reading, count: Mention, facts: list[HarmFact]) -> bool:
    """The number has no noun of its own."""
    told = any(fact.start <= count.start < fact.end for fact in facts)
    return not told and reading.people.covering(count.start) is None


def _tally_before(reading: Reading, index: int) -> str | None:
    """The outcome of the casualties that a tally counts shortly before ``index``."""
    for people in reversed(reading.people.within(max(0, index - _SPAN), index)):
        if reading.lattice.find(people.start - 1, "tally") and people.extra.outcome:
            outcome: str = people.extra.outcome
            return outcome
    return None


def others_reported(reading: Reading, first: int, last: int, sentence: int, taken: set[int]) -> list[HarmFact]:
    """ "five others were reported": hurt, by the sentence before; the outcome is inferred."""
    cues = [reading.lattice.find(i, "reported") for i in reading.lattice.starts(first, last, "reported")]
    near = (p for cue in cues if cue for p in reading.people.within(cue.end, min(cue.end + 2, last)))
    return [
        HarmFact("injured", p.start, p.end, p.skip, p.count, sentence, "harm.others-reported", p, inferred=True)
        for p in near
        if p.extra.outcome is None and p.start not in taken and p.extra.numbered
    ]
