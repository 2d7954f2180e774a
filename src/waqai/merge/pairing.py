"""Candidates: the pairs worth judging. Never all pairs: a crowded block compares each sighting with its neighbours only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from waqai.merge.blocks import keys
from waqai.merge.profile import Profile, profile
from waqai.model.sighting import Sighting

CROWD = 48


@dataclass(frozen=True, slots=True)
class Candidates:
    """``pairs``: ids, each pair once, in order. ``notes``: the blocks that were too crowded for all pairs, with reasons."""

    pairs: tuple[tuple[str, str], ...]
    notes: tuple[str, ...] = ()


def candidates(sightings: Iterable[Sighting], crowd: int = CROWD) -> Candidates:
    """The pairs of sightings that share a block. In a block of more than ``crowd`` each meets the ``crowd`` next to it."""
    return pair_up([profile(sighting) for sighting in sightings], crowd=crowd)


def pair_up(profiles: Sequence[Profile], fresh: Collection[str] | None = None, crowd: int = CROWD) -> Candidates:
    """The pairs of profiles that share a block, of which one is ``fresh`` (None: any)."""
    members: dict[str, list[Profile]] = defaultdict(list)
    for one in sorted(profiles, key=_order):
        for key in keys(one):
            members[key].append(one)
    pairs = {
        pair
        for block in members.values()
        for pair in _pairs(block, crowd)
        if fresh is None or pair[0] in fresh or pair[1] in fresh
    }
    return Candidates(tuple(sorted(pairs)), tuple(sorted(_notes(members, crowd))))


def _pairs(block: Sequence[Profile], crowd: int) -> Iterable[tuple[str, str]]:
    reach = len(block) if len(block) <= crowd else crowd // 2
    for at, one in enumerate(block):
        for other in block[at + 1 : at + 1 + reach]:
            yield (one.id, other.id) if one.id < other.id else (other.id, one.id)


def _order(one: Profile) -> tuple[int, str, int, int, str]:
    """Neighbours are alike in day, place and figures."""
    day = one.days.first if one.days else 0
    place = one.spots[0].key if one.spots else ""
    killed, injured = (figure.low if figure else -1 for figure in (one.killed, one.injured))
    return day, place, killed, injured, one.id


def _notes(members: Mapping[str, Sequence[Profile]], crowd: int) -> Iterable[str]:
    for key, block in members.items():
        if len(block) > crowd:
            yield f"{key}: {len(block)} sightings; each was compared with its {crowd} nearest by day, place and figures"
