"""Sharing: which event of a sentence each fact of harm belongs to."""

from __future__ import annotations

from waqai.events.draft import Draft, HarmFact
from waqai.events.grouping import Group
from waqai.events.reading import Reading
from waqai.events.triggers import Trigger, answered

_BLOODLESS = frozenset({"displacement", "protest"})
_TAKING = {"displaced": "displacement", "detained": "detention", "abducted": "abduction"}
_CUSTODY = frozenset({"detention", "abduction"})
_OUTCOMES = frozenset({"killed", "injured", "casualties"})
_BACK = 5
_GROUND = "territory_change"  # the dead of the battle for a town are those of its fall
_BETWEEN = ("series", "num", "time-unit", "prep", "reported", "undertaking")


def share(reading: Reading, harms: list[HarmFact], groups: list[Group], drafts: list[Draft]) -> list[HarmFact]:
    """Each fact goes to the draft whose stretch holds it; what no draft holds is loose.

    Deaths that people protest at, avenge or are accused of go to an event told behind them, or to none but their own.
    """
    loose = []
    before: HarmFact | None = None  # the last fact of another event
    for fact in harms:
        past = _past(reading, fact) or any(_of_earlier(reading, groups, g, fact) for g in groups)
        past = past or (before is not None and _joined_to(reading, before, fact))
        before = fact if past else before
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
    """A word of protest, revenge or accusation close before, with no mark between; a body found before."""
    if fact.outcome not in _OUTCOMES:
        return False
    if _found_before(reading, fact):
        return True
    for index in range(fact.start - 1, max(-1, fact.start - _BACK - 1), -1):
        if reading.lattice.text.tokens[index].text in ".,;:":
            return False
        if reading.lattice.find(index, "motive") is not None:
            return True
    return False


def _joined_to(reading: Reading, before: HarmFact, fact: HarmFact) -> bool:
    """ "protested at the killing of six and the wounding of others": the second goes with the first."""
    gap = range(before.end, fact.start)
    tokens = reading.lattice.text.tokens
    return len(gap) <= _BACK and not any(
        tokens[i].kind == "punct" or reading.lattice.find(i, "verb", "sub") is not None for i in gap
    )


def _found_before(reading: Reading, fact: HarmFact) -> bool:
    """ "hours after a boy's body was found": what is told came after that death."""
    if not any(hit.entry.attrs.get("event") == "body" for hit in reading.lattice.at(fact.start)):
        return False
    near = range(max(0, fact.start - _BACK), fact.start)
    found = [i for i in near if (h := reading.lattice.find(i, "verb", "found")) and "recover" in h.entry.attrs]
    return bool(found) and any(_is_after(reading, i) for i in range(max(0, found[0] - _BACK), found[0]))


def _is_after(reading: Reading, index: int) -> bool:
    hit = reading.lattice.find(index, "prep", "later")
    return hit is not None and hit.entry.value == "after"


def _of_earlier(reading: Reading, groups: list[Group], one: Group, fact: HarmFact) -> bool:
    """ "the attack comes a day after a big attack that killed a man": the man died in the one before."""
    if fact.outcome not in _OUTCOMES or not one.first <= fact.start < one.last:
        return False
    told = [t for t in one.triggers if t.frame.role == "incident" and t.start < fact.start]
    if not told or told[0].kind != one.kind or _GROUND in (one.kind, groups[0].kind):
        return False
    nameless = one is not groups[0] and not reading.places.within(one.first, one.last)
    nouns = [t for t in told[0 if nameless else 1 :] if t.noun]
    return bool(nouns) and _comes_after(reading, nouns[-1], at_once=nouns[-1] is told[-1])


def _comes_after(reading: Reading, earlier: Trigger, at_once: bool) -> bool:
    """Right behind "after" when the harm follows ``at_once``; a time "after" it; "a series of attacks" after."""
    timed = series = False
    for index in range(earlier.start - 1, max(0, earlier.start - _BACK) - 1, -1):
        if _is_after(reading, index):
            return (series or not earlier.definite) and (timed or at_once)
        if reading.lattice.find(index, "plot", "motive") is not None:
            return True  # "they had planned the attack that killed 29"
        series = series or reading.lattice.find(index, "series") is not None
        timed = timed or reading.lattice.find(index, "time-unit") is not None
        if reading.lattice.find(index, *_BETWEEN) is None:
            return False
    return False


def _behind(one: Group, fact: HarmFact) -> bool:
    return one.triggers[0].start > fact.start and one.kind not in _BLOODLESS | _CUSTODY


def _avenged(reading: Reading, one: Group, fact: HarmFact) -> bool:
    """The killing that an attack answers is an event of its own."""
    return answered(reading.lattice, one.triggers[0]) and one.first <= fact.start < one.last


def _owner(fact: HarmFact, groups: list[Group]) -> Group | None:
    taking = [one for one in groups if one.kind == _TAKING.get(fact.outcome)]
    bearing = [one for one in groups if one.bears_harm]
    fought = [] if any(one.first <= fact.start for one in bearing) else [g for g in groups if _fought_for(g, fact)]
    harmful = taking or fought or bearing
    if fact.outcome in ("killed", "injured"):
        harmful = [one for one in harmful if one.kind not in _BLOODLESS] or harmful
        harmful = [one for one in harmful if not _told_before(one, fact)] or harmful
    held = [one for one in harmful if one.first <= fact.start < one.last]
    return held[-1] if held else (harmful[-1] if harmful else None)


def _fought_for(one: Group, fact: HarmFact) -> bool:
    """The dead told with a town that was taken are of the fight for it; a town "under control" is no fall."""
    taken = one.kind == _GROUND and one.main is not None and not one.main.noun
    return taken and fact.outcome in _OUTCOMES and one.first <= fact.start < one.last


def _told_before(one: Group, fact: HarmFact) -> bool:
    """ "which led to the wounding of guards and the arrest of others": hurt before anybody was taken."""
    return one.kind in _CUSTODY and fact.end <= one.triggers[0].start
