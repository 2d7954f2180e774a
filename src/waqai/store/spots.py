"""Incidents on a map: those that lie close together as one spot, those whose place is a whole country by country."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, distinct, func, select

from waqai.store.filters import Filter, conditions
from waqai.store.tables import overview

EXACT, AREA, COUNTRY = "exact", "area", "country"
_AREAS, _COUNTRIES = ("district", "province"), ("country", "region", "sea")
_MOST = 4000


@dataclass(slots=True)
class Spot:
    """Incidents drawn as one. ``tier``: how exact their places are: "exact" (a settlement or finer), "area", "country".

    ``lat``/``lon``: the middle of their positions; ``one``: all have the same position; ``kinds``: which there are;
    ``incident``: the only one, where it is one; ``killed``: the lowest figures told, added up.
    """

    tier: str
    lat: float
    lon: float
    number: int = 0
    killed: int = 0
    kinds: tuple[str, ...] = ()
    incident: str | None = None
    place: str | None = None
    one: bool = True


def spots(conn: Connection, asked: Filter, cell: float) -> list[Spot]:
    """The spots of the incidents that meet the filter, in cells of so many degrees; at most a few thousand.

    The database counts at each position, in the order of an index; positions are few beside incidents.
    """
    row = overview.c
    query = (
        select(row.lat, row.lon, row.level, func.count().label("number"))
        .add_columns(func.coalesce(func.sum(row.killed_low), 0).label("killed"))
        .add_columns(func.min(row.incident).label("incident"), func.min(row.place).label("place"))
        .add_columns(_kinds(conn.dialect.name, row.kind).label("kinds"))
        .where(row.lat.is_not(None), conditions(asked, conn.dialect.name))
        .group_by(row.lat, row.lon, row.level)
    )
    return _joined(conn.execute(query), cell)


def _kinds(dialect: str, kind: ColumnElement[str]) -> ColumnElement[str]:
    return func.string_agg(distinct(kind), ",") if dialect == "postgresql" else func.group_concat(distinct(kind))


def _tier(level: str | None) -> str:
    return COUNTRY if level in _COUNTRIES else AREA if level in _AREAS else EXACT


def _joined(rows: Iterable[Any], cell: float) -> list[Spot]:
    """Positions of one tier in one cell become one spot; what is as wide as a country stays by itself."""
    found: dict[tuple[str, float, float], Spot] = {}
    for row in rows:
        tier = _tier(row.level)
        wide = tier == COUNTRY
        key = (tier, row.lat, row.lon) if wide else (tier, (row.lat + 90) // cell, (row.lon + 180) // cell)
        if key in found:
            _add(found[key], row)
        elif len(found) < _MOST:
            only = row.incident if row.number == 1 else None
            kinds = tuple(sorted(row.kinds.split(",")))
            found[key] = Spot(tier, row.lat, row.lon, row.number, int(row.killed), kinds, only, row.place)
    return list(found.values())


def _add(spot: Spot, row: Any) -> None:
    """One more position."""
    both = spot.number + row.number
    spot.one &= (spot.lat, spot.lon) == (row.lat, row.lon)
    spot.lat = (spot.lat * spot.number + row.lat * row.number) / both
    spot.lon = (spot.lon * spot.number + row.lon * row.number) / both
    spot.number, spot.killed, spot.incident = both, spot.killed + int(row.killed), None
    spot.kinds = tuple(sorted({*spot.kinds, *row.kinds.split(",")}))
