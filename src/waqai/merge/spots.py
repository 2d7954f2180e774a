"""Where, made comparable: each place of an event with its name key and point, and how two lists of them stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import cos, hypot, radians

from waqai.gazetteer import load
from waqai.merge.names import bare_words, name_parts
from waqai.model.record import Place

FINE = frozenset({"site", "neighbourhood", "settlement", "district"})
_WITHIN = frozenset({"site", "neighbourhood"})
_WIDE = frozenset({"country", "region", "sea"})
_DEGREE_KM = 111.2
_NAME = 4  # letters of a word that is taken for a town's name on its own
_TWIN_KM, _TOWN_KM = 15.0, 20.0
# Distance between two named places in km -> what it says, from "may be the same" to "another place".
_NEARNESS = ((2.0, 0.2), (8.0, -0.35), (20.0, -0.7))
_SEVERAL, _LISTED, _BESIDE = 3, 0.25, 0.6
# People in a town -> what it says that both strikes were there: in a metropolis there are several a day.
_SIZES = ((1_000_000, 0.7), (300_000, 0.8), (0, 1.0))


@dataclass(frozen=True, slots=True)
class Spot:
    """One place: ``key`` and ``parts`` compare names across spellings; ``fine``: no coarser than a
    district; ``tells``: what it says to be in this one.
    """

    id: str | None
    key: str
    parts: frozenset[str]
    name: str
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    level: str
    fine: bool
    tells: float


def spot(place: Place) -> Spot:
    """A place of a record as a spot."""
    name = place.name or place.text
    key = "".join(name_parts(place.text))
    level = place.level or "settlement"
    tells = _size(place.id) if level in ("settlement", "site") and place.id is not None else 1.0
    parts = frozenset(name_parts(name))
    return Spot(
        place.id, key, parts, name, place.country, place.admin1, place.lat, place.lon, level, level in FINE, tells
    )


@lru_cache(maxsize=16384)
def _size(place_id: str) -> float:
    row = load().by_id(place_id)
    population = row.population if row is not None else 0
    return next(value for size, value in _SIZES if population >= size)


def places_named(words: str) -> frozenset[str]:
    """The keys of the single words that some town is called."""
    found = (_town_key(word) for word in bare_words(words) if len(word) >= _NAME)
    return frozenset(key for key in found if key)


@lru_cache(maxsize=65536)
def _town_key(word: str) -> str:
    known = any(row.level in FINE for row in load().lookup(word))
    return "".join(name_parts(word)) if known else ""


def nearness(one: Sequence[Spot], other: Sequence[Spot]) -> float | None:
    """1: the same place; 0.35: one contains the other; -1: elsewhere. None: one of them tells no place."""
    if not one or not other:
        return None
    fine = [s for s in one if s.fine], [s for s in other if s.fine]
    if fine[0] and fine[1]:
        return _best(*fine)
    return max(_coarsely(a, b) for a in one for b in other)


def _best(one: list[Spot], other: list[Spot]) -> float:
    """The nearest two, less sure where one is a town of many, or where only places told beside the finest meet."""
    value, a, b = max(((_finely(a, b), a, b) for a in one for b in other), key=lambda found: found[0])
    if value <= 0:
        return value
    if _one_of_a_list(one, other):
        return value * _LISTED
    beside = (not _of(a, one[0])) + (not _of(b, other[0]))
    return value * min(a.tells, b.tells) * _BESIDE**beside


def _of(spot: Spot, finest: Spot) -> bool:
    """Is it the finest place told, or the town around that site or quarter?"""
    if spot is finest or finest.id is None or spot.id == finest.id:
        return True
    distance = kilometres(spot, finest)
    return finest.level in _WITHIN and distance is not None and distance < _TOWN_KM


def kilometres(one: Spot, other: Spot) -> float | None:
    """Distance between two points; None without both. Plane geometry: exact enough below a hundred kilometres."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    east = ((one.lon - other.lon + 180) % 360 - 180) * cos(radians((one.lat + other.lat) / 2))
    return hypot(one.lat - other.lat, east) * _DEGREE_KM


def _one_of_a_list(one: list[Spot], other: list[Spot]) -> bool:
    """A single town against a list of many: the list may be of several events."""
    sizes = sorted((_towns(one), _towns(other)))
    return sizes[0] <= 1 and sizes[1] >= _SEVERAL


def _towns(spots: list[Spot]) -> int:
    return len({s.id for s in spots if s.id is not None and s.level != "neighbourhood"})


def _finely(a: Spot, b: Spot) -> float:
    if a.id is not None and a.id == b.id:
        return _sites(a, b)
    distance = kilometres(a, b)
    if a.key and a.key == b.key and (distance is None or distance < _TWIN_KM) and _one_country(a, b):
        return 0.9
    if distance is not None and distance < _TWIN_KM and _names_part(a, b):
        return 0.7
    if distance is None:
        return -0.5 if a.id is None and b.id is None else -0.3
    if not _one_country(a, b):
        return -1.0
    if (a.level in _WITHIN) != (b.level in _WITHIN) and a.admin1 == b.admin1 and distance < _TWIN_KM:
        return 0.5
    return next((value for reach, value in _NEARNESS if distance < reach), -1.0)


def _names_part(a: Spot, b: Spot) -> bool:
    """Is one named after the other ("Hodeidah", "Hodeidah Port")?"""
    return bool(a.parts and b.parts) and (a.parts <= b.parts or b.parts <= a.parts)


def _sites(a: Spot, b: Spot) -> float:
    """The same row; two sites of it whose names differ are perhaps two places."""
    both = a.level == b.level == "site" and a.key != b.key
    return 0.6 if both else 1.0


def _coarsely(a: Spot, b: Spot) -> float:
    """At least one of the two is a province or wider."""
    if not _one_country(a, b):
        return -1.0
    if a.id is not None and a.id == b.id:
        return 0.2 if a.level in _WIDE else 0.45
    if _contains(a, b) or _contains(b, a):
        return 0.35
    if a.level in _WIDE or b.level in _WIDE:
        return 0.1
    return -0.8 if a.admin1 and b.admin1 and a.admin1 != b.admin1 else 0.0


def _contains(area: Spot, inner: Spot) -> bool:
    return area.level == "province" and area.name == inner.admin1


def _one_country(a: Spot, b: Spot) -> bool:
    return a.country is None or b.country is None or a.country == b.country
