"""Tallies: figures that are reached, corrected or told behind the word for what they count ("the dead are 7")."""

from __future__ import annotations

from msgspec.structs import replace

from waqai.events.draft import HarmFact
from waqai.events.reading import Reading
from waqai.events.triggers import Trigger
from waqai.events.victims import counts_nobody_else
from waqai.mentions.phrase import Phrase
from waqai.model.count import Count
from waqai.model.mention import Mention

_REACH = 8
_RISE = 26
_BESIDE = 2


def raised(reading: Reading, triggers: list[Trigger], fact: HarmFact) -> HarmFact:
    """A figure after "rose to" or "reached" replaces what was told before."""
    risen = [t for t in triggers if t.frame.role == "reach" and 0 <= fact.start - t.end <= _RISE]
    plain = any("rise" not in t.hit.entry.attrs for t in risen)
    if fact.count is not None and any("exceeds" in t.hit.entry.attrs for t in risen[-1:]):
        return replace(fact, total=True, count=Count(fact.count.low, None))
    close = [t for t in risen if fact.start - t.end <= _REACH]
    told = _after(reading, fact.start + 1, "from") and reading.lattice.starts(
        fact.start - _REACH * 2, fact.start, "tally"
    )
    if (close or told) and fact.count is not None and fact.count.high is not None and fact.count.low < fact.count.high:
        return replace(fact, total=True, count=Count(fact.count.high, fact.count.high))
    return replace(fact, total=True) if (risen and _after(reading, fact.start, "to")) or (close and plain) else fact


def corrected(reading: Reading, facts: list[HarmFact]) -> list[HarmFact]:
    """ "from seven dead to nine dead": the second figure replaces the first."""
    kept: list[HarmFact] = []
    for fact in sorted(facts, key=lambda f: f.start):
        old = kept[-1] if kept else None
        if old is not None and _replaces(reading, old, fact):
            kept[-1] = replace(fact, total=True)
        else:
            kept.append(fact)
    return kept


def _replaces(reading: Reading, old: HarmFact, new: HarmFact) -> bool:
    beside = old.outcome == new.outcome and 0 < new.start - old.end <= _BESIDE
    return beside and _after(reading, old.start, "from") and _after(reading, new.start, "to")


def outdated(reading: Reading, facts: list[HarmFact], first: int, last: int) -> list[HarmFact]:
    """ "an earlier count was eight dead", "the first count had been": figures that the report has newer ones for."""
    cues = reading.lattice.starts(first, last, "earlier-count")
    if not cues:
        return facts
    return [replace(f, old=True) if 0 < f.start - cues[0] <= _RISE and not f.total else f for f in facts]


def _after(reading: Reading, index: int, preposition: str) -> bool:
    before = reading.lattice.find(index - 1, "prep")
    return before is not None and before.entry.value == preposition


def tallied(reading: Reading, facts: list[HarmFact], sentence: int, first: int, last: int) -> list[HarmFact]:
    """The figure behind a tally: "the number of dead rose to five", "the dead: 7", "the wounded are more than 20"."""
    found: list[HarmFact] = []
    heads = [p for p in reading.people.within(first, last) if _counted(reading, p)]
    for at, head in enumerate(heads):
        limit = heads[at + 1].start if at + 1 < len(heads) else last
        number = _figure(reading, head, limit)
        if number is not None and _free(facts + found, head, number):
            found.append(_tally(reading, head, number, sentence))
    return found


def _counted(reading: Reading, people: Phrase) -> bool:
    """ "the number of dead" or plain "the dead", with no number before."""
    if people.extra.outcome not in ("killed", "injured") or people.extra.numbered:
        return False
    return (
        reading.lattice.find(people.start - 1, "tally", "event") is not None
        and _tally_at(reading, people)
        or (people.definite and people.form == "pl")
    )


def _tally_at(reading: Reading, people: Phrase) -> bool:
    hit = reading.lattice.find(people.start - 1, "tally")
    toll = reading.lattice.find(people.start - 1, "event")
    return hit is not None or (toll is not None and toll.entry.value == "toll")


def _figure(reading: Reading, head: Phrase, limit: int) -> Mention | None:
    """The number right behind the head, or behind a verb of reaching or "to" later in the clause."""
    for count in reading.counts_within(head.end, min(head.end + _RISE, limit)):
        if not counts_nobody_else(reading, count.start, count.end) or _after(reading, count.start, "from"):
            continue
        if reading.lattice.starts(head.end, count.start, "tally"):
            return None  # another number is told
        if _beside(reading, head, count) or _reached(reading, head, count):
            return count
        return None
    return None


def _beside(reading: Reading, head: Phrase, count: Mention) -> bool:
    """Nothing but a colon or a light word stands between."""
    gap = range(head.end, count.start)
    tally = _tally_at(reading, head) or count.end >= len(reading.lattice.text.tokens)
    alone = reading.people.covering(count.start) is None
    light = all(reading.lattice.text.tokens[i].text in ":(" for i in gap)
    return len(gap) <= 1 and light and (tally or alone)


def _reached(reading: Reading, head: Phrase, count: Mention) -> bool:
    """A verb of reaching between the head and the number, or before the head with "to" right before the number."""
    gap = range(head.end, count.start)
    if any(reading.lattice.text.tokens[i].text in ".;" for i in gap):
        return False
    reached = [i for i in gap if _reaches(reading, i)]
    if reached:
        return count.start - reached[-1] <= _REACH
    before = range(max(0, head.start - _REACH), head.start)
    plain = any(_reaches(reading, i, rising=False) for i in before)
    return plain or (_after(reading, count.start, "to") and any(_reaches(reading, i) for i in before))


def _reaches(reading: Reading, index: int, rising: bool = True) -> bool:
    hits = [hit for hit in reading.lattice.at(index) if hit.entry.value == "reach"]
    return any(rising or "rise" not in hit.entry.attrs for hit in hits)


def _free(facts: list[HarmFact], head: Phrase, number: Mention) -> bool:
    """No fact of another outcome has the number, and no fact of this one stands on it already."""
    return not any(f.start <= number.start < f.end for f in facts if f.outcome != "casualties")


def _tally(reading: Reading, head: Phrase, number: Mention, sentence: int) -> HarmFact:
    people = reading.people.covering(number.start)
    end = number.end if people is None else people.end
    count = number.value
    if count.high is not None and count.low < count.high and _after(reading, number.start, "from"):
        count = Count(count.high, count.high)
    near = range(max(0, head.start - _BESIDE - 1), number.start)
    if any("exceeds" in hit.entry.attrs for i in near for hit in reading.lattice.at(i)):
        count = Count(count.low, None)
    outcome: str = head.extra.outcome
    return HarmFact(outcome, number.start, end, 0, count, sentence, "harm.tally", people, total=True)
