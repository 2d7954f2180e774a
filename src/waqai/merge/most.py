"""The value that stands for many: the most exact one, then the one told most, then the one told first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from waqai.merge.day import ordinal
from waqai.messages import say
from waqai.model.record import Actor, Place, Target, Weapon, When
from waqai.model.sighting import Sighting
from waqai.packs.kinds import load_kinds
from waqai.vocab import load as load_vocab

_VAGUE = frozenset({"attack", "explosion"})
_NOWHERE = 99
NO_DAY = When()


def most_exact_kind(sightings: Sequence[Sighting]) -> str:
    """The most exact kind told; of several, the one most reports tell; of those, the first by name."""
    told = Counter(s.event.kind for s in sightings if s.event.status != "denied") or Counter(
        s.event.kind for s in sightings
    )
    return min(told, key=lambda k: (k in _VAGUE, -told[k], k))


def left_status(sightings: Sequence[Sighting]) -> str:
    """As the sources leave it: "disputed" when one denies what another tells."""
    told = Counter(s.event.status for s in sightings)
    if "denied" in told and len(told) > 1:
        return "disputed"
    return min(told, key=lambda one: (-told[one], one))


def narrowest_day(sightings: Sequence[Sighting]) -> When:
    """The narrowest span of days; of several, the one most reports tell; in the words of the first report."""
    told = [s.event.when for s in sightings if s.event.when.start is not None]
    votes = Counter((w.start, w.end) for w in told)
    if not told:
        return next((s.event.when for s in sightings if s.event.when.text), NO_DAY)
    return min(told, key=lambda w: (_length(w), -votes[w.start, w.end], w.start or "", w.text is None))


def finest_places(sightings: Sequence[Sighting]) -> tuple[Place, ...]:
    """Each place once, the finest first; of those the one most reports tell. ``why`` says how many tell it."""
    first: dict[str, Place] = {}
    reports: dict[str, set[str]] = {}
    for sighting in sightings:
        for place in sighting.event.places:
            key = _key(place)
            first.setdefault(key, place)
            reports.setdefault(key, set()).add(sighting.report)
    total = len({s.report for s in sightings})
    order = sorted(first, key=lambda key: (_coarseness(first[key]), -len(reports[key]), first[key].text))
    return tuple(_told_by(first[key], len(reports[key]), total) for key in order)


def most_told(told: Sequence[Actor]) -> tuple[Actor, ...]:
    """Each side once, the one told most first, in the words of the first to name it."""
    first: dict[str, Actor] = {}
    votes: Counter[str] = Counter()
    for actor in told:
        key = actor.id or actor.name or actor.text
        first.setdefault(key, actor)
        votes[key] += 1
    return tuple(first[key] for key in sorted(first, key=lambda key: (-votes[key], key)))


def one_of_each_weapon(told: Sequence[Weapon]) -> tuple[Weapon, ...]:
    """Each kind once, without a general one that a more exact one explains."""
    first: dict[str, Weapon] = {}
    for weapon in sorted(told, key=lambda w: (w.kind, w.low is None, w.text)):
        first.setdefault(weapon.kind, weapon)
    generic = load_kinds().generic
    return tuple(weapon for key, weapon in first.items() if not generic.get(key, frozenset()) & first.keys())


def one_of_each_target(told: Sequence[Target]) -> tuple[Target, ...]:
    """Each kind once, with the gravest effect."""
    first: dict[str, Target] = {}
    for target in sorted(told, key=lambda t: (t.kind, -_gravity(t.effect), t.text)):
        first.setdefault(target.kind, target)
    return tuple(first.values())


def _length(one: When) -> int:
    """Days between the first and the last."""
    first, last = ordinal(one.start), ordinal(one.end)
    return _NOWHERE if first is None or last is None else last - first


def _key(place: Place) -> str:
    return f"{place.id} {place.level}" if place.id else place.text


def _coarseness(place: Place) -> tuple[bool, int]:
    levels = list(load_vocab().levels)
    return place.lat is None, levels.index(place.level) if place.level in levels else _NOWHERE


def _told_by(place: Place, reports: int, total: int) -> Place:
    if total == 1:
        return place
    why = str(say("place.told_by", n=reports, total=total))
    return replace(place, why=f"{place.why}; {why}" if place.why else why)


def _gravity(effect: str | None) -> int:
    effects = list(load_vocab().effects)
    return effects.index(effect) if effect in effects else -1
