"""Blocks: the keys of a sighting. Only sightings that share a key are ever compared."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from itertools import product

from waqai.merge.profile import Profile, profile
from waqai.merge.spots import Spot
from waqai.model.sighting import Sighting

_MOST = 96  # keys of one sighting
_LONGEST = 16  # buckets of one sighting: a month and a half
_PLACES, _SIDES, _NAMES = 4, 4, 8
_TELLING = 3  # casualties that tell one event from another
_COPIED = 40  # characters of a sentence that two reports do not write alike by chance


def blocks(sighting: Sighting) -> frozenset[str]:
    """The block keys of a sighting, at most 96.

    ``kind group | days | place``: days in buckets that overlap, so that two days in a row always share one; the place by
    its id, by the area it lies in, and by its name in one spelling. Where place or day is not told its figures stand in;
    dealings also go by who takes part; a sentence copied whole is a key of its own.
    """
    return keys(profile(sighting))


def keys(one: Profile) -> frozenset[str]:
    """The block keys of a profile."""
    found = [*_copies(one), *_undated(one)]
    whats = [*_wheres(one), *_figures(one), *_parties(one)]
    found += ["|".join(parts) for parts in product(_kinds(one), _buckets(one), whats)]
    return frozenset(found[:_MOST])


def _kinds(one: Profile) -> tuple[str, ...]:
    """A running total, and a plan, only meets its like."""
    return one.groups if one.real else tuple(f"{group}?" for group in one.groups)


def _buckets(one: Profile) -> list[str]:
    """Two buckets a day, of two days each: days that are next to each other share one."""
    if one.days is None:
        return []
    first, last = (one.days.first - 1) // 2, (one.days.last + 1) // 2
    return [f"d{bucket}" for bucket in range(first, min(last + 1, first + _LONGEST))]


def _wheres(one: Profile) -> list[str]:
    found = [key for spot in one.spots[:_PLACES] for key in _where(spot)]
    found += [f"n:{key}" for key in sorted(one.named)[:_NAMES]]
    return list(dict.fromkeys(found))


def _where(spot: Spot) -> Iterator[str]:
    if spot.level in ("country", "region", "sea"):
        return
    if spot.id is not None:
        yield f"p:{spot.id}"
    if spot.key:
        yield f"n:{spot.key}"
    if spot.admin1 is not None:
        yield f"a:{spot.country}/{spot.admin1}"


def _figures(one: Profile) -> list[str]:
    figures = [figure.low if figure else 0 for figure in (one.killed, one.injured)]
    return [f"f:{figures[0]}-{figures[1]}"] if sum(figures) >= _TELLING else []


def _parties(one: Profile) -> list[str]:
    """Who takes part, for what has no place of its own: talks, exchanges, sanctions."""
    if one.family != "dealings":
        return []
    return [f"w:{side}" for side in sorted(one.sides)[:_SIDES]]


def _undated(one: Profile) -> list[str]:
    """Place and figures without the day, so that what tells no day can still meet what does; of a total figures alone."""
    names = [f"n:{spot.key}" for spot in one.spots[:_PLACES] if spot.fine and spot.key]
    found = ["|".join(parts) for parts in product(_kinds(one), names, _figures(one))]
    return found if one.family != "harm" else _figures(one)


def _copies(one: Profile) -> list[str]:
    if len(one.text) < _COPIED:
        return []
    return [f"t:{blake2b(one.text.encode(), digest_size=8).hexdigest()}"]
