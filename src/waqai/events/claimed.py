"""Whose figures they are: each fact of harm under the saying that tells it, and claimants who contradict each other."""

from __future__ import annotations

from bisect import bisect_right

from msgspec.structs import replace

from waqai.clauses.speeches import Speech
from waqai.events.draft import HarmFact

_CITED = "speech.according-to"
_CASUALTY = "harm.casualty"
_NESTED = 4
_FEWEST = 2
_FARTHEST = 20
_SOME_OF_THEM = frozenset({"child", "woman", "elderly", "journalist", "leader", "medic", "foreigner", "student"})


def attribute(facts: list[HarmFact], speeches: list[Speech]) -> list[HarmFact]:
    """The facts, each with the innermost saying that reaches over its words."""
    if not speeches:
        return facts
    verbs = [s for s in speeches if s.rule != _CITED]
    cited = [s for s in speeches if s.rule == _CITED][:_NESTED]
    starts = [s.start for s in verbs]
    return [replace(fact, said=_said(fact, verbs, starts) or _reaching(fact, cited)) for fact in facts]


def _said(fact: HarmFact, verbs: list[Speech], starts: list[int]) -> Speech | None:
    """The nearest saying before the fact, or the one behind that reaches back over it."""
    at = bisect_right(starts, fact.start)
    before = _reaching(fact, verbs[max(0, at - _NESTED) : at][::-1])
    return before or _reaching(fact, verbs[at : at + _NESTED])


def _reaching(fact: HarmFact, speeches: list[Speech]) -> Speech | None:
    return next((s for s in speeches if s.first <= fact.start < s.last and not s.start <= fact.start < s.end), None)


def claimant(fact: HarmFact) -> str | int | None:
    """Who claims the fact: the speaker's id, else where he is named; None for the report and for pronouns."""
    if fact.said is None or fact.said.speaker is None:
        return None
    return fact.said.speaker.id or fact.said.speaker.start


def contradict(facts: list[HarmFact], others: list[HarmFact]) -> bool:
    """Are these told by different claimants, each of whom is named?"""
    one, other = ({claimant(f) for f in side} for side in (facts, others))
    return bool(one and other) and None not in one | other and not one & other


def apart(facts: list[HarmFact]) -> list[list[HarmFact]]:
    """Facts by claimant, the report's own first, when exact figures of the same people contradict; else nothing."""
    comparable = {claimant(fact) for fact in facts if _comparable(fact) and not fact.headline}
    groups: dict[object, list[HarmFact]] = {}
    for fact in facts:
        if claimant(fact) in comparable and not fact.headline:
            groups.setdefault(claimant(fact), []).append(fact)
    lows = {f.count.low for group in groups.values() for f in _first_comparable(group) if f.count and f.count.exact}
    if len(groups) < _FEWEST or len(lows) < _FEWEST or max(lows) > _FARTHEST * min(lows):
        return []
    return sorted(groups.values(), key=lambda group: claimant(group[0]) is not None)


def _first_comparable(group: list[HarmFact]) -> list[HarmFact]:
    return [fact for fact in group if _comparable(fact)][:1]


def _comparable(fact: HarmFact) -> bool:
    """A number of people that could be all of them: not one man, not the children among them, not "two of the dead"."""
    if fact.count is None or fact.count.low < _FEWEST:
        return False
    if fact.rule == _CASUALTY and fact.people is not None and fact.people.definite:
        return False
    people = fact.people.extra if fact.people is not None else None
    return people is None or people.group not in _SOME_OF_THEM
