"""Groups within harm: those singled out of a figure ("among them a child") and those only reported ("five others")."""

from __future__ import annotations

from msgspec.structs import replace

from waqai.events.draft import HarmFact
from waqai.events.reading import Reading
from waqai.mentions.phrase import Phrase

_REACH = 8
_SPAN = 14
_BEHIND = 3


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
    groups = _chain(reading, whole, cue + 1, min(last, cue + _SPAN))
    known = {f.start for f in facts}
    inside = {p.start for p in groups}
    kept = [replace(f, part=True) if f.start in inside else f for f in facts]
    return kept + [_part(whole, people) for people in groups if people.start not in known]


def _chain(reading: Reading, whole: HarmFact, start: int, last: int) -> list[Phrase]:
    chain: list[Phrase] = []
    for people in reading.people.within(start, last):
        if people.extra.outcome not in (None, whole.outcome):
            break  # "four dead, among them two girls, and some wounded"
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


def by_clause(reading: Reading, facts: list[HarmFact], first: int) -> list[HarmFact]:
    """Number the clauses: another voice, or "while" and the same sort of people, begins figures that never add up."""
    numbered: list[HarmFact] = []
    clause = 0
    for fact in facts:
        if numbered and _begins(reading, numbered, fact):
            clause += 1
        numbered.append(replace(fact, clause=clause))
    return numbered


def _begins(reading: Reading, before: list[HarmFact], fact: HarmFact) -> bool:
    between = (before[-1].end, fact.start)
    said = [i for i in reading.lattice.starts(*between, "verb") if _says(reading, i)]
    openers = reading.lattice.starts(*between, "sub")
    other = [i for i in openers if (h := reading.lattice.find(i, "sub")) and h.entry.value in ("while", "but")]
    if said or reading.lattice.starts(*between, "likened"):
        return True
    alike = [f for f in before if f.outcome == fact.outcome and not _unlike(f, fact)]
    return bool(other) and bool(alike) and not _other_ranks(reading, before[-1], fact)


def _other_ranks(reading: Reading, before: HarmFact, fact: HarmFact) -> bool:
    """ "while five died in the ranks of the army": the dead of the other side."""
    return bool(reading.lattice.starts(before.end, fact.end + _BEHIND, "ranks"))


def _says(reading: Reading, index: int) -> bool:
    """A verb of saying with what is said behind it, which is no participle."""
    hit = reading.lattice.find(index, "verb")
    return (
        hit is not None
        and hit.entry.value == "say"
        and not any(h.entry.cls in ("quoted", "group", "num") for h in reading.lattice.at(index))
    )


def _unlike(one: HarmFact, other: HarmFact) -> bool:
    """Soldiers and fighters, or "eight others": people who cannot be the same."""
    groups = [f.people.extra.group if f.people is not None else None for f in (one, other)]
    if other.people is not None and "other" in other.people.head.attrs:
        return True
    return None not in groups and groups[0] != groups[1] and "person" not in groups


def others_reported(reading: Reading, first: int, last: int, sentence: int, taken: set[int]) -> list[HarmFact]:
    """ "five others were reported": hurt, by the sentence before; the outcome is inferred."""
    cues = [reading.lattice.find(i, "reported") for i in reading.lattice.starts(first, last, "reported")]
    near = (p for cue in cues if cue for p in reading.people.within(cue.end, min(cue.end + 2, last)))
    return [
        HarmFact("injured", p.start, p.end, p.skip, p.count, sentence, "harm.others-reported", p, inferred=True)
        for p in near
        if p.extra.outcome is None and p.start not in taken and p.extra.numbered and _others(reading, p)
    ]


def _others(reading: Reading, people: Phrase) -> bool:
    """ "five others", or people taken to hospital."""
    others = any(reading.lattice.find(i, "more") for i in range(people.start, people.end))
    return others or any(t.head.value == "hospital" for t in reading.targets.within(people.end, people.end + _REACH))
