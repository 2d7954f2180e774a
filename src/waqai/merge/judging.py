"""Judging a pair: vetoes first, then the weighted features; the verdict carries every reason that counted."""

from __future__ import annotations

from collections.abc import Iterable
from math import exp
from typing import NamedTuple

from waqai.merge.features import DEALINGS, VIOLENCE
from waqai.merge.pairing import CROWD, pair_up
from waqai.merge.profile import Profile, profile
from waqai.merge.vetoes import VETOES
from waqai.messages import Message
from waqai.model.judgement import NOT_SAME, SAME, UNSURE, Judgement, Reason
from waqai.model.sighting import Sighting

_PRIOR = -3.6  # two sightings of one block are more often two incidents than one
_SAME, _APART = 0.6, 0.1


class Weight(NamedTuple):
    """A reason with its values as data: the name of the feature or veto, what it counts, what was compared."""

    name: str
    weight: float
    left: Message | None
    right: Message | None

    def reason(self) -> Reason:
        """The reason as the log keeps it."""
        left, right = (None if value is None else str(value) for value in (self.left, self.right))
        return Reason(self.name, self.weight, left, right)


class Weighed(NamedTuple):
    """``barred``: the reason is a veto."""

    reasons: tuple[Weight, ...]
    barred: bool = False


def judge(a: Sighting, b: Sighting) -> Judgement:
    """Are two sightings one incident? The same answer for (a, b) and (b, a), with ``left`` the smaller id."""
    return compare(profile(a), profile(b))


def judgements(fresh: Iterable[Sighting], known: Iterable[Sighting] = (), crowd: int = CROWD) -> list[Judgement]:
    """Judge every pair that shares a block and of which one is ``fresh``, in order of the ids.

    ``known``: sightings already kept that share a key with a fresh one; more do no harm.
    """
    new = [profile(sighting) for sighting in fresh]
    ids = {one.id for one in new}
    old = [profile(sighting) for sighting in known if sighting.id not in ids]
    profiles = {one.id: one for one in (*new, *old)}
    pairs = pair_up(list(profiles.values()), ids, crowd).pairs
    return [compare(profiles[left], profiles[right]) for left, right in pairs]


def compare(a: Profile, b: Profile) -> Judgement:
    """The judgement of two profiles."""
    if b.id < a.id:
        a, b = b, a
    weighed = weigh(a, b)
    reasons = tuple(each.reason() for each in weighed.reasons)
    if weighed.barred:
        return Judgement(a.id, b.id, NOT_SAME, 0.0, reasons)
    score = 1 / (1 + exp(-_PRIOR - sum(reason.weight for reason in reasons)))
    return Judgement(a.id, b.id, _verdict(score), round(score, 3), reasons)


def weigh(a: Profile, b: Profile) -> Weighed:
    """The veto that holds, else every feature that counts."""
    for veto in VETOES:
        held = veto.check(a, b)
        if held is not None:
            return Weighed((Weight(veto.name, 0.0, *held),), barred=True)
    found = []
    for feature in DEALINGS if a.family == "dealings" else VIOLENCE:
        finding = feature.compare(a, b)
        if finding is not None and finding.value:
            found.append(Weight(feature.name, round(feature.weight * finding.value, 2), finding.left, finding.right))
    return Weighed(tuple(found))


def _verdict(score: float) -> str:
    return SAME if score >= _SAME else NOT_SAME if score < _APART else UNSURE
