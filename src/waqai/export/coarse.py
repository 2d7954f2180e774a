"""Positions for the public: rounded, and never finer than a settlement."""

from __future__ import annotations

from dataclasses import replace

from waqai.model.record import Place

STEP = 0.1  # degrees: about 11 km from north to south, less from west to east
_FINER = frozenset({"site", "neighbourhood"})  # of these only the province is told: their name finds the very street


def coarse(place: Place) -> Place:
    """The place with its position rounded to ``STEP``. One finer than a settlement, or in no index, loses name and id."""
    lat, lon = _rounded(place.lat), _rounded(place.lon)
    if place.level in _FINER or place.id is None:
        return replace(place, name=None, name_ar=None, id=None, lat=lat, lon=lon)
    return replace(place, lat=lat, lon=lon)


def _rounded(degrees: float | None) -> float | None:
    return None if degrees is None else round(degrees, 1) + 0.0  # never -0.0
