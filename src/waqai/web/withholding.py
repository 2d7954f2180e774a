"""What the public may not see: names of people, words of reports, and places more exact than a district."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import fields, replace

from waqai.model.incident import Incident
from waqai.model.record import Place
from waqai.store import Filter, Row
from waqai.store.spots import Spot
from waqai.web.refusal import Refusal
from waqai.web.who import PUBLIC, Who

GRID = 0.5  # degrees
_FINE = ("site", "neighbourhood", "settlement", "district")
_TELLING = ("places", "actors", "sources", "words", "groups", "assigned", "changed_since")


def withheld(who: Who) -> bool:
    """Is something kept from whoever asks?"""
    return who.role == PUBLIC


def public_filter(who: Who, asked: Filter) -> Filter:
    """The filter as the public may ask it: a box is widened to the grid, so that asking again and again finds no place.

    Raises Refusal for conditions whose answer would tell what is withheld.
    """
    if not withheld(who):
        return asked
    empty = Filter()
    for name in _TELLING:
        if getattr(asked, name) != getattr(empty, name):
            raise Refusal(400, "not_public", "the public view cannot be asked for that", {"field": name})
    if asked.box is None:
        return asked
    west, south, east, north = asked.box
    return replace(asked, box=(_down(west), _down(south), _up(east), _up(north)))


def public_rows(who: Who, rows: Iterable[Row]) -> list[Row]:
    """Rows with their places made coarse."""
    return [_coarse_row(row) if withheld(who) else row for row in rows]


def public_spots(who: Who, found: list[Spot], cell: float) -> list[Spot]:
    """Spots of a map with the same. They are cells of the grid at least; a spot stands in the middle of its cell."""
    if not withheld(who):
        return found
    size = max(cell, GRID)
    return [replace(spot, lat=_middle(spot.lat, size), lon=_middle(spot.lon, size), **_AREA) for spot in found]


def public_incident(who: Who, made: Incident) -> Incident:
    """The incident without people, words and exact places."""
    if not withheld(who):
        return made
    blank = {field.name: () for field in fields(Incident) if field.name in ("perpetrators", "against", "sightings")}
    tolls = {name: _unnamed(getattr(made, name)) for name in ("killed", "injured")}
    return replace(made, **blank, **tolls, places=tuple(map(_coarse, made.places)), revisions=(), sources=())


_AREA = {"tier": "area", "place": None, "one": False}


def _unnamed(toll: object) -> object:
    return None if toll is None else replace(toll, claims=())  # type: ignore[type-var]


def _coarse_row(row: Row) -> Row:
    if row.level not in _FINE or row.lat is None or row.lon is None:
        return row
    lat, lon = _middle(row.lat, GRID), _middle(row.lon, GRID)
    return replace(row, place=row.admin1, level="province", lat=lat, lon=lon)


def _coarse(place: Place) -> Place:
    if place.level not in _FINE or place.lat is None or place.lon is None:
        return replace(place, text="", why=None)
    lat, lon = _middle(place.lat, GRID), _middle(place.lon, GRID)
    known = {"name": place.admin1, "level": "province", "lat": lat, "lon": lon}
    return replace(place, text="", name_ar=None, id=None, score=None, why=None, **known)  # type: ignore[arg-type]


def _middle(value: float, size: float) -> float:
    return round((math.floor(value / size) + 0.5) * size, 3)


def _down(value: float) -> float:
    return math.floor(value / GRID) * GRID


def _up(value: float) -> float:
    return math.ceil(value / GRID) * GRID
