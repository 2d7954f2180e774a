"""A map of the incidents, as geometry for inline SVG: coasts, borders, and a circle a place; no tiles, nothing fetched."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from math import cos, radians, sqrt

from waqai.export.report.summary import Spot
from waqai.gazetteer import BORDER, COAST, borders

WIDTH = 640.0
_LEAST = 4.0  # degrees that a map shows at least
_MARGIN = 0.12  # of the extent
_TALLEST = 1.1  # of the width
_NAMES, _LETTER, _LINE = 14, 5.6, 11.0  # names at most, and how wide a letter and how high a line is about
_Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Dot:
    """A circle of the map, its area as the number of incidents. ``coarse``: drawn open, since it is no point."""

    x: float
    y: float
    radius: float
    coarse: bool
    incidents: int
    killed: int
    name: str


@dataclass(frozen=True, slots=True)
class Map:
    """Paths in SVG's own words, and dots, the largest first. ``named``: those with room for their name beside them."""

    height: float
    coasts: str
    borders: str
    dots: tuple[Dot, ...]
    named: tuple[Dot, ...]


def map_of(spots: Collection[Spot]) -> Map | None:
    """The map of these points; None without any."""
    if not spots:
        return None
    west, south, east, north = box = _box(spots)
    scale = WIDTH / (east - west)
    stretch = 1 / cos(radians((south + north) / 2))  # a degree of latitude is longer than one of longitude

    def place(point: _Point) -> _Point:
        return round((point[0] - west) * scale, 1), round((north - point[1]) * scale * stretch, 1)

    paths: dict[str, list[str]] = {COAST: [], BORDER: []}
    for kind, points in borders(box):
        paths[kind].append(_path(map(place, points)))
    height = round((north - south) * scale * stretch, 1)
    dots = sorted((_dot(spot, place((spot.lon, spot.lat))) for spot in spots), key=lambda dot: -dot.radius)
    return Map(height, "".join(paths[COAST]), "".join(paths[BORDER]), tuple(dots), tuple(_named(dots)))


def _box(spots: Iterable[Spot]) -> tuple[float, float, float, float]:
    """The extent of the points with a margin, no smaller than ``_LEAST`` and no taller than the page has room for."""
    lons, lats = zip(*((spot.lon, spot.lat) for spot in spots), strict=True)
    high = max(_LEAST, (max(lats) - min(lats)) * (1 + 2 * _MARGIN))
    middle = (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2
    stretch = 1 / max(0.2, cos(radians(middle[0])))
    wide = max(_LEAST, (max(lons) - min(lons)) * (1 + 2 * _MARGIN), high * stretch / _TALLEST)
    high = max(high, wide / stretch / 2)
    south, north = max(-85.0, middle[0] - high / 2), min(85.0, middle[0] + high / 2)
    return middle[1] - wide / 2, south, middle[1] + wide / 2, north


def _path(points: Iterable[_Point]) -> str:
    first, *others = points
    return f"M{first[0]:g} {first[1]:g}" + "".join(f"L{x:g} {y:g}" for x, y in others)


def _dot(spot: Spot, at: _Point) -> Dot:
    radius = round(min(28.0, 3.5 + 2.2 * sqrt(spot.incidents - 1)), 1)
    return Dot(*at, radius, spot.coarse, spot.incidents, spot.killed.low, spot.name)


def _named(dots: Iterable[Dot]) -> Iterator[Dot]:
    """Dots whose names cover no other name, the largest first."""
    taken: list[tuple[float, float, float]] = []  # left, right, baseline
    for dot in dots:
        left = dot.x + dot.radius
        right = left + _LETTER * len(dot.name)
        clear = all(right < a or b < left or abs(y - dot.y) > _LINE for a, b, y in taken)
        if dot.name and not dot.coarse and clear and right < WIDTH and len(taken) < _NAMES:
            taken.append((left, right, dot.y))
            yield dot
