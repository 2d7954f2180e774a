"""Coasts and borders for small maps, offline: Natural Earth 1:50m, without the lines that decision 0004 does not know."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import accumulate

from waqai.gazetteer.index import DATA

Point = tuple[float, float]
Box = tuple[float, float, float, float]
COAST, BORDER = "coast", "border"
_STEPS = 20  # a degree
_KINDS = {"c": COAST, "b": BORDER}


def borders(box: Box) -> Iterator[tuple[str, list[Point]]]:
    """The lines inside west, south, east, north (degrees): COAST or BORDER, and its points as longitude and latitude.

    A line that leaves the box and comes back is several; each goes one point beyond the edge.
    """
    west, south, east, north = box
    for kind, points in _lines():
        if any(west <= x <= east and south <= y <= north for x, y in points):
            for run in _inside(points, box):
                yield kind, run


@cache
def _lines() -> list[tuple[str, list[Point]]]:
    rows = (DATA / "borders.txt").read_text("ascii").splitlines()
    return [(_KINDS[row[0]], _points(row[2:])) for row in rows]


def _points(numbers: str) -> list[Point]:
    steps = [int(number) for number in numbers.split(" ")]
    return [(x / _STEPS, y / _STEPS) for x, y in zip(accumulate(steps[::2]), accumulate(steps[1::2]), strict=True)]


def _inside(points: list[Point], box: Box) -> Iterator[list[Point]]:
    west, south, east, north = box
    held = [west <= x <= east and south <= y <= north for x, y in points]
    run: list[Point] = []
    for number, point in enumerate(points):
        if any(held[max(0, number - 1) : number + 2]):
            run.append(point)
        elif run:
            yield run
            run = []
    if run:
        yield run
