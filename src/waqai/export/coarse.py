"""Positions for the public: rounded, and never finer than a settlement."""

from __future__ import annotations

from dataclasses import replace

from waqai import gazetteer
from waqai.model.record import Place

STEP = 0.1  # degrees: about 11 km from north to south, less from west to east
_FINER = frozenset({"site", "neighbourhood"})
_TOWN = "settlement"


def coarse(place: Place, step: float = STEP) -> Place:
    """The place with its position rounded to ``step`` degrees.

    A market or a quarter of a town becomes the town; one with a name of its own keeps only its province, for that name
    finds the very street. A place in no index has no name but the report's words: it loses it.
    """
    rounded = replace(place, lat=_rounded(place.lat, step), lon=_rounded(place.lon, step))
    level = _level_of(place)
    if level is None or level in _FINER:
        return replace(rounded, name=None, name_ar=None, id=None)
    return replace(rounded, level=level if place.level in _FINER else place.level)


def _level_of(place: Place) -> str | None:
    """The level of what the place's name and id name; a site beside a town has the town's."""
    if place.id is None:
        return None
    if place.level not in _FINER:
        return place.level or _TOWN
    known = gazetteer.load().by_id(place.id)
    return None if known is None else known.level


def _rounded(degrees: float | None, step: float) -> float | None:
    return None if degrees is None else round(round(degrees / step) * step, 6) + 0.0  # never -0.0
