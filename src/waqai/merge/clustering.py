"""Clustering: judgements to groups. The strongest links first; a link that would join two that are not the same is left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from waqai.model.judgement import NOT_SAME, SAME, UNSURE, Judgement

_LINKED = 0.6  # what all judged pairs between two groups must give on average
_AGAINST = -0.7  # the weight of a reason that casts doubt on a pair
_RULE = "rule"
Pair = tuple[str, str]


class Link(NamedTuple):
    """What is judged between two groups: the sum of the scores, of how many, and whether any pair is not the same."""

    total: float
    judged: int
    barred: bool

    def __add__(self, other: object) -> Link:
        if not isinstance(other, Link):
            return NotImplemented
        return Link(self.total + other.total, self.judged + other.judged, self.barred or other.barred)

    @property
    def holds(self) -> bool:
        """May the two groups be one?"""
        return not self.barred and self.total >= _LINKED * self.judged


_NOTHING = Link(0.0, 0, False)


class _Groups:
    """Groups of ids with what is judged between them; joining moves the smaller into the larger."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._home = {one: one for one in ids}
        self.members = {one: [one] for one in self._home}
        self._links: dict[str, dict[str, Link]] = {one: {} for one in self._home}

    def link(self, pair: Pair, link: Link) -> None:
        """Note what is judged of two ids; of no account when they are in one group already."""
        one, other = self._home[pair[0]], self._home[pair[1]]
        if one != other:
            self._links[one][other] = self._links[other][one] = self._links[one].get(other, _NOTHING) + link

    def between(self, pair: Pair) -> Link | None:
        """What is judged between the groups of two ids; None when they are in one group already."""
        one, other = self._home[pair[0]], self._home[pair[1]]
        return None if one == other else self._links[one].get(other, _NOTHING)

    def join(self, pair: Pair) -> None:
        one, other = self._home[pair[0]], self._home[pair[1]]
        if one == other:
            return
        size = len(self.members[one]) + len(self._links[one]) - len(self.members[other]) - len(self._links[other])
        kept, gone = (one, other) if size > 0 or (size == 0 and one < other) else (other, one)
        for member in self.members.pop(gone):
            self._home[member] = kept
            self.members[kept].append(member)
        self._take_links(kept, gone)

    def _take_links(self, kept: str, gone: str) -> None:
        links = self._links[kept]
        links.pop(gone, None)
        for third, link in self._links.pop(gone).items():
            self._links[third].pop(gone, None)
            if third != kept:
                links[third] = self._links[third][kept] = links[third] + link if third in links else link


def cluster(ids: Iterable[str], judgements: Iterable[Judgement]) -> list[tuple[str, ...]]:
    """The groups, each sorted, in order of their first ids; every id is in exactly one.

    Give the judgements that stand (what was undone is left out); those about other ids do not matter. A person's
    outranks every rule's on the same pair, and is followed before any rule's; where two persons' differ on a pair, it is
    kept apart. The order of ids and of judgements changes nothing.
    """
    groups = _Groups(sorted(set(ids)))
    known = groups.members.keys()
    standing = {pair: one for pair, one in _standing(judgements).items() if known >= set(pair)}
    persons = {pair: one for pair, one in standing.items() if one.by != _RULE}
    rules = {pair: one for pair, one in standing.items() if one.by == _RULE}
    _join(groups, persons)
    _join(groups, rules)
    return sorted(tuple(sorted(members)) for members in groups.members.values())


def _join(groups: _Groups, judged: Mapping[Pair, Judgement]) -> None:
    """Follow the links of one rank, the strongest first. All its bars are known before its first link is followed."""
    for pair, one in judged.items():
        groups.link(pair, _link(one))
    for pair, one in sorted(judged.items(), key=lambda item: (-item[1].score, item[0])):
        link = groups.between(pair)
        if one.verdict == SAME and link is not None and link.holds:
            groups.join(pair)


def _link(one: Judgement) -> Link:
    """A pair that is perhaps the same counts only if something speaks against it: too little said is no doubt."""
    if one.by != _RULE:
        return Link(float(one.verdict == SAME), 1, one.verdict == NOT_SAME)
    doubted = one.verdict != UNSURE or any(reason.weight <= _AGAINST for reason in one.reasons)
    return Link(one.score, 1, one.verdict == NOT_SAME) if doubted else _NOTHING


def _standing(judgements: Iterable[Judgement]) -> dict[Pair, Judgement]:
    """One judgement a pair: a person's before a rule's, then the more cautious; in order of the pairs."""
    found: dict[Pair, Judgement] = {}
    for one in judgements:
        pair = (min(one.left, one.right), max(one.left, one.right))
        if pair[0] != pair[1] and (pair not in found or _rank(one) < _rank(found[pair])):
            found[pair] = one
    return dict(sorted(found.items()))


def _rank(one: Judgement) -> tuple[bool, bool, float, str, str]:
    return one.by == _RULE, one.verdict != NOT_SAME, one.score, one.verdict, one.by
