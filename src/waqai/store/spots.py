"""Incidents on a map: those that lie close together as one spot, those whose place is a whole country by country."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, case, cast, func, select

from waqai.store.filters import Filter, conditions
from waqai.store.tables import overview

EXACT, AREA, COUNTRY = "exact", "area", "country"
_AREAS, _COUNTRIES = ("district", "province"), ("country", "region", "sea")
_MOST = 4000


@dataclass(slots=True)
class Spot:
    """Incidents drawn as one. ``tier``: how exact their places are: "exact" (a settlement or finer), "area", "country".

    ``lat``/``lon``: the middle of their positions; ``one``: all have the same position; ``kinds``: how many of each kind;
    ``incident``: the only one, where it is one; ``killed``: the lowest figures told, added up.
    """

    tier: str
    lat: float
    lon: float
    number: int = 0
    killed: int = 0
    kinds: dict[str, int] = field(default_factory=dict)
    incident: str | None = None
    place: str | None = None
    one: bool = True


def spots(conn: Connection, asked: Filter, cell: float) -> list[Spot]:
    """The spots of the incidents that meet the filter, in cells of so many degrees; at most a few thousand."""
    row = overview.c
    tier = case((row.level.in_(_COUNTRIES), COUNTRY), (row.level.in_(_AREAS), AREA), else_=EXACT).label("tier")
    wide = row.level.in_(_COUNTRIES)
    keys = (tier, case((wide, row.place)), _cell(conn, row.lat, 90, cell, wide), _cell(conn, row.lon, 180, cell, wide))
    query = (
        select(tier, *(key.label(f"key{n}") for n, key in enumerate(keys[1:])), row.kind, *_sums())
        .where(row.lat.is_not(None), conditions(asked, conn.dialect.name))
        .group_by(*keys, row.kind)
    )
    return _joined(conn.execute(query))


def _sums() -> tuple[ColumnElement[Any], ...]:
    row = overview.c
    edges = [edge(column) for column in (row.lat, row.lon) for edge in (func.min, func.max)]
    named = [edge.label(name) for edge, name in zip(edges, ("south", "north", "west", "east"), strict=True)]
    middle = (func.avg(row.lat).label("lat"), func.avg(row.lon).label("lon"))
    only = (func.min(row.incident).label("incident"), func.min(row.place).label("place"))
    return (
        func.count().label("number"),
        func.coalesce(func.sum(row.killed_low), 0).label("killed"),
        *middle,
        *named,
        *only,
    )


def _cell(
    conn: Connection, column: ColumnElement[Any], shift: int, cell: float, wide: ColumnElement[bool]
) -> ColumnElement[Any]:
    """The number of a cell, from 0; none for what is as wide as a country."""
    at = (column + shift) / cell
    whole = func.floor(at) if conn.dialect.name == "postgresql" else cast(at, Integer)
    return case((wide, None), else_=whole)


def _joined(rows: Iterable[Any]) -> list[Spot]:
    """One spot out of its rows, a row a kind."""
    found: dict[tuple[Any, ...], Spot] = {}
    edges: dict[tuple[Any, ...], tuple[float, float]] = {}
    for row in rows:
        key = (row.tier, row.key0, row.key1, row.key2)
        if key not in found and len(found) >= _MOST:
            continue
        spot = found.setdefault(key, Spot(row.tier, row.lat, row.lon, place=row.place))
        both = spot.number + row.number
        spot.lat = (spot.lat * spot.number + row.lat * row.number) / both
        spot.lon = (spot.lon * spot.number + row.lon * row.number) / both
        spot.one &= (
            row.south == row.north
            and row.west == row.east
            and edges.setdefault(key, (row.south, row.west)) == (row.south, row.west)
        )
        spot.number, spot.killed = both, spot.killed + int(row.killed)
        spot.kinds[row.kind] = row.number
        spot.incident = row.incident if both == 1 else None
    return list(found.values())
