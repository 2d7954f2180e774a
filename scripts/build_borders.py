"""Writes src/waqai/gazetteer/data/borders.txt, coasts and borders for small maps, from an unpacked npm world-atlas 2.0.2.

npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
python scripts/build_borders.py package

A line of the file is "c" (coast) or "b" (border) and numbers: where it begins, then steps, in twentieths of a degree, east and
north. Left out are lines that decision 0004 does not know as borders: Natural Earth draws who holds a place, we do not.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

TARGET = Path(__file__).resolve().parent.parent / "src" / "waqai" / "gazetteer" / "data" / "borders.txt"
STEPS = 20  # a degree
NO_BORDERS = (  # names of both sides, and the latitude up to which
    ({"Russia", "Ukraine"}, 46.5),  # Crimea: A/RES/68/262
    ({"Israel", "Syria"}, 90.0),  # the Golan: S/RES/497
    ({"Somalia", "Somaliland"}, 90.0),  # membership of the United Nations
    ({"Cyprus", "N. Cyprus"}, 90.0),  # S/RES/541, S/RES/550
)


def main() -> int:
    """Write the file."""
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    world = json.loads((Path(sys.argv[1]) / "countries-50m.json").read_text("utf-8"))
    TARGET.write_text("".join(f"{line}\n" for line in lines(world)), "ascii")
    return 0


def lines(world: dict[str, Any]) -> Iterator[str]:
    """Every arc that is drawn."""
    owners = owners_of(world)
    for number, arc in enumerate(arcs(world)):
        sides = owners[number]
        for points in whole(arc):
            if len(points) > 1 and is_drawn(sides, points):
                steps = [step for (x0, y0), (x1, y1) in pairwise(points) for step in (x1 - x0, y1 - y0)]
                yield " ".join(map(str, ["b" if len(sides) > 1 else "c", *points[0], *steps]))


def whole(points: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """The parts of an arc between its jumps from one edge of the world to the other."""
    part: list[tuple[int, int]] = []
    for point in points:
        if part and abs(point[0] - part[-1][0]) > 180 * STEPS:
            yield part
            part = []
        part.append(point)
    yield part


def is_drawn(sides: set[str], points: list[tuple[int, int]]) -> bool:
    """Is it no line that decision 0004 leaves out?"""
    north = max(y for _, y in points) / STEPS
    return not any(sides == pair and north <= limit for pair, limit in NO_BORDERS)


def arcs(world: dict[str, Any]) -> Iterator[list[tuple[int, int]]]:
    """The arcs in steps of ours, without the points that fall together."""
    (wide, high), (west, south) = world["transform"]["scale"], world["transform"]["translate"]
    for arc in world["arcs"]:
        x = y = 0
        points: list[tuple[int, int]] = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            point = round((x * wide + west) * STEPS), round((y * high + south) * STEPS)
            if not points or points[-1] != point:
                points.append(point)
        yield points


def owners_of(world: dict[str, Any]) -> dict[int, set[str]]:
    """Number of an arc -> names of the countries that it bounds."""
    found: dict[int, set[str]] = defaultdict(set)
    for country in world["objects"]["countries"]["geometries"]:
        for number in flat(country.get("arcs", [])):
            found[number if number >= 0 else ~number].add(country["properties"]["name"])
    return found


def flat(nested: list[Any]) -> Iterator[int]:
    """The numbers in lists of lists."""
    for part in nested:
        if isinstance(part, list):
            yield from flat(part)
        else:
            yield part


if __name__ == "__main__":
    sys.exit(main())
