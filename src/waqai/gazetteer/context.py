"""What the rest of a report says about where it is: the ground on which places of one name are told apart."""

from __future__ import annotations

from collections.abc import Mapping
from math import asin, cos, radians, sin, sqrt

from msgspec import field

from waqai.gazetteer.place import PlaceRow
from waqai.model.value import Value


class Context(Value, frozen=True):
    """``level``: what a cue word beside the name asks for ("settlement", "province" ...), None without one.

    ``countries``: ISO codes seen elsewhere in the report with counts; ``admin1s``: ids of first-level areas with counts;
    ``places``: places already resolved in the report.
    """

    level: str | None = None
    countries: Mapping[str, int] = field(default_factory=dict)
    admin1s: Mapping[str, int] = field(default_factory=dict)
    places: tuple[PlaceRow, ...] = ()


NOWHERE = Context()


def distance_km(one: PlaceRow, other: PlaceRow) -> float:
    """Great-circle distance."""
    lat1, lat2 = radians(one.lat), radians(other.lat)
    east = radians(other.lon) - radians(one.lon)
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin(east / 2) ** 2
    return 12742 * asin(sqrt(half))
