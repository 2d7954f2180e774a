"""Sharing: which event of a sentence each fact of harm belongs to."""

from __future__ import annotations

from waqai.events.draft import Draft, HarmFact
from waqai.events.grouping import Group
from waqai.events.reading import Reading
from waqai.events.triggers import answered

_BLOODLESS = frozenset({"displacement", "protest"})
_TAKING = {"displaced": "displacement", "detained": "detention", "abducted": "abduction"}
_CUSTODY = frozenset({"detention", "abduction"})
_OUTCOMES = frozenset({"killed", "injured", "casualties"})
_BACK = 5


def share(reading: Reading, harms: list[HarmFact], groups: list[Group], drafts: list[Draft]) -> list[HarmFact]:
    """Each fact goes to the draft whose stretch holds it; what no draft holds is loose.

    Deaths that people protest at, avenge or are accused of go to an event told behind them, or to none but their own.
    """
    loose = []
    for fact in harms:
        past = _past(reading, fact)
        owner = _owner(fact, [g for g in groups if not past or _behind(g, fact) or _avenged(reading, g, fact)])
        if owner is not None:
            _give(drafts[groups.index(owner)], fact)
        elif not past:
            loose.append(fact)
    return loose


def _give(draft: Draft, fact: HarmFact) -> None:
    draft.harms.append(fact)
    if fact.said is not None and fact.said not in draft.speeches:
        draft.speeches.append(fact.said)
    draft.add_rule(fact.rule)


def _past(reading: Reading, fact: HarmFact) -> bool:
    """A word of protest, revenge or accusation close before, with no mark between."""
    if fact.outcome not in _OUTCOMES:
        return False
    for index in range(fact.start - 1, max(-1, fact.start - _BACK - 1), -1):
        if reading.lattice.text.tokens[index].text in ".,;:":
            return False
        if reading.lattice.find(index, "motive") is not None:
            return True
    return False


def _behind(one: Group, fact: HarmFact) -> bool:
    return one.triggers[0].start > fact.start and one.kind not in _BLOODLESS | _CUSTODY


def _avenged(reading: Reading, one: Group, fact: HarmFact) -> bool:
    """The killing that an attack answers is an event of its own."""
    return answered(reading.lattice, one.triggers[0]) and one.first <= fact.start < one.last


def _owner(fact: HarmFact, groups: list[Group]) -> Group | None:
    taking = [one for one in groups if one.kind == _TAKING.get(fact.outcome)]
    harmful = taking or [one for one in groups if one.bears_harm]
    if fact.outcome in ("killed", "injured"):
        harmful = [one for one in harmful if one.kind not in _BLOODLESS] or harmful
        harmful = [one for one in harmful if not _told_before(one, fact)] or harmful
    held = [one for one in harmful if one.first <= fact.start < one.last]
    return held[-1] if held else (harmful[-1] if harmful else None)


def _told_before(one: Group, fact: HarmFact) -> bool:
    """ "which led to the wounding of guards and the arrest of others": hurt before anybody was taken."""
    return one.kind in _CUSTODY and fact.end <= one.triggers[0].start
