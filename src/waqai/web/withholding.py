"""What the public may not see: names of people, words of reports, and places more exact than a district."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace

from waqai.messages import say
from waqai.model.incident import Incident, Toll
from waqai.model.record import Place
from waqai.store import Filter, Row
from waqai.store.spots import AREA, Spot
from waqai.web.refusal import Refusal
from waqai.web.who import PUBLIC, Who

GRID = 0.5  # degrees
_FINE = ("site", "neighbourhood", "settlement", "district")
_TELLING = ("places", "actors", "sources", "words", "groups", "assigned", "changed_since", "outdated")


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
            raise Refusal(400, "not_public", say("error.not_public"), {"field": name})
    if asked.box is None:
        return asked
    west, south, east, north = asked.box
    return replace(asked, box=(_down(west), _down(south), _up(east), _up(north)))


def public_rows(who: Who, rows: Iterable[Row]) -> list[Row]:
    """Rows with their places made coarse."""
    return [_coarse_row(row) if withheld(who) else row for row in rows]


def public_cell(who: Who, cell: float) -> float:
    """The size of cells to count in: for the public always the grid's, which `public_spots` then puts together."""
    return GRID if withheld(who) else cell


def public_spots(who: Who, found: list[Spot], cell: float) -> list[Spot]:
    """Spots of a map in cells of that size, made of nothing but middles of the grid: no overlay of maps tells more."""
    if not withheld(who):
        return found
    joined: dict[tuple[float, float], Spot] = {}
    for spot in map(_coarse_spot, found):
        key = ((spot.lat + 90) // cell, (spot.lon + 180) // cell)
        joined[key] = _together(joined[key], spot) if key in joined else spot
    return list(joined.values())


def public_incident(who: Who, made: Incident) -> Incident:
    """The incident without people, words and exact places."""
    if not withheld(who):
        return made
    places = tuple(map(_coarse, made.places))
    tolls = _unnamed(made.killed), _unnamed(made.injured)
    when = replace(made.when, text=None, span=None)
    bare = replace(made, perpetrators=(), against=(), sightings=(), weapons=(), targets=(), revisions=(), sources=())
    return replace(bare, places=places, killed=tolls[0], injured=tolls[1], when=when)


def _unnamed(toll: Toll | None) -> Toll | None:
    return None if toll is None else replace(toll, claims=(), why="")


def _coarse_spot(spot: Spot) -> Spot:
    lat, lon = _middle(spot.lat, GRID, 90), _middle(spot.lon, GRID, 180)
    return replace(spot, tier=AREA, lat=lat, lon=lon, place=None, one=False)


def _together(one: Spot, other: Spot) -> Spot:
    number = one.number + other.number
    lat, lon = (
        (getattr(one, name) * one.number + getattr(other, name) * other.number) / number for name in ("lat", "lon")
    )
    kinds = tuple(sorted({*one.kinds, *other.kinds}))
    killed = one.killed + other.killed
    return replace(one, lat=lat, lon=lon, number=number, killed=killed, kinds=kinds, incident=None)


def _coarse_row(row: Row) -> Row:
    if row.level not in _FINE or row.lat is None or row.lon is None:
        return row
    lat, lon = _middle(row.lat, GRID, 90), _middle(row.lon, GRID, 180)
    return replace(row, place=row.admin1, level="province", lat=lat, lon=lon)


def _coarse(place: Place) -> Place:
    plain = replace(place, text="", why=None, score=None)
    if place.level not in _FINE or place.lat is None or place.lon is None:
        return plain
    lat, lon = _middle(place.lat, GRID, 90), _middle(place.lon, GRID, 180)
    return replace(plain, name=place.admin1, name_ar=None, id=None, level="province", lat=lat, lon=lon)


def _middle(value: float, size: float, shift: int) -> float:
    """The middle of the cell that holds a position; cells are counted from the south pole and the 180th meridian."""
    return round((math.floor((value + shift) / size) + 0.5) * size - shift, 3)


def _down(value: float) -> float:
    return math.floor(value / GRID) * GRID


def _up(value: float) -> float:
    return math.ceil(value / GRID) * GRID
