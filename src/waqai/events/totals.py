"""Totals: an event's own figures of killed and injured, out of all that its sentences say of harm."""

from __future__ import annotations

from waqai.events.claimed import apart, claimant
from waqai.events.draft import Draft, HarmFact, Total
from waqai.model.count import Count


def total(draft: Draft, outcome: str) -> Total | None:
    """The event's total of ``outcome``: the figure that was raised to last, else the largest told in one sentence.

    When claimants contradict one another it is the report's own figure, or else the first claimant's.
    """
    known, told = draft.summed.get(outcome), draft.harms  # a report asks this of each pair of its events
    if known is None or known[0] is not told or known[1] != len(told):
        known = draft.summed[outcome] = (told, len(told), _total(draft, outcome))
    return known[2]


def _total(draft: Draft, outcome: str) -> Total | None:
    facts = _counted(draft, outcome)
    if not facts:
        return None
    raised = [f for f in facts if f.total]
    if raised:
        return Total(_count(raised[-1]), (raised[-1],))
    return _largest((apart(facts) or [facts])[0])


def _counted(draft: Draft, outcome: str) -> list[HarmFact]:
    facts = [f for f in draft.harms if f.outcome == outcome and not f.part and f.count is not None]
    return [f for f in facts if not f.old] or facts


def _largest(facts: list[HarmFact]) -> Total:
    told = [_sum(group) for group in _by_sentence(facts)]
    return max(told, key=_weight)


def _weight(told: Total) -> tuple[int, bool, bool, int]:
    """The larger; of equal ones the body's before the headline's, the exact, the first."""
    first = told.facts[0]
    return told.count.low, not first.headline, told.count.high is not None, -first.sentence


def claimed(draft: Draft, outcome: str) -> list[Total]:
    """One total for each named claimant whose figure another claimant or the report contradicts."""
    facts = _counted(draft, outcome)
    if any(f.total for f in facts):
        return []
    return [_largest(group) for group in apart(facts) if claimant(group[0]) is not None]


def _count(fact: HarmFact) -> Count:
    assert fact.count is not None
    return fact.count


def _by_sentence(facts: list[HarmFact]) -> list[list[HarmFact]]:
    groups: dict[object, list[HarmFact]] = {}
    for fact in facts:
        groups.setdefault((fact.sentence, fact.clause, claimant(fact)), []).append(fact)
    return list(groups.values())


def _sum(facts: list[HarmFact]) -> Total:
    """Different people of one sentence add up; the same words and the same figure told again do not."""
    seen: list[HarmFact] = []
    for fact in sorted(facts, key=lambda f: f.start):
        if not any(_again(fact, other) for other in seen):
            seen.append(fact)
    counts = [_count(f) for f in seen]
    if any(c.low == 0 and c.high == 0 for c in counts) and len(counts) > 1:
        seen = [f for f in seen if _count(f).low > 0] or seen[:1]
        counts = [_count(f) for f in seen]
    high = None if any(c.high is None for c in counts) else sum(c.high or 0 for c in counts)
    return Total(Count(sum(c.low for c in counts), high, any(c.approximate for c in counts)), tuple(seen))


def _again(fact: HarmFact, other: HarmFact) -> bool:
    if fact.start < other.end and other.start < fact.end:
        return True
    return fact.count == other.count and fact.people is not None and fact.people.definite
