"""Sightings for the tests of merging: short to write, everything else left at its default."""

from __future__ import annotations

from typing import Any

from waqai.model.record import Actor, Event, Figure, Harm, Place, Source, Target, Weapon, When
from waqai.model.sighting import Sighting
from waqai.model.span import Span
from waqai.vocab import load

NO_SPAN = Span(0, 0)
TOWNS = {
    "Kharkiv": ("UA", "Kharkiv Oblast", 49.98, 36.25, "settlement"),
    "Chuhuiv": ("UA", "Kharkiv Oblast", 49.84, 36.69, "settlement"),
    "Saltivka": ("UA", "Kharkiv Oblast", 50.02, 36.35, "neighbourhood"),
    "Kharkiv Oblast": ("UA", "Kharkiv Oblast", 49.5, 36.4, "province"),
    "Sumy": ("UA", "Sumy Oblast", 50.91, 34.8, "settlement"),
    "Ukraine": ("UA", None, 49.0, 32.0, "country"),
    "Tyre": ("LB", "South Governorate", 33.27, 35.19, "settlement"),
    "Muscat": ("OM", "Muscat Governorate", 23.58, 58.41, "settlement"),
}


def place(name: str) -> Place:
    if name not in TOWNS:
        return Place(name, NO_SPAN)
    country, admin1, lat, lon, level = TOWNS[name]
    return Place(name, NO_SPAN, name, name, country, admin1, lat, lon, level, f"geonames:{name}", 0.9, "the only one")


def figure(value: int | tuple[int, int | None] | None) -> Figure | None:
    if value is None:
        return None
    low, high = value if isinstance(value, tuple) else (value, value)
    return Figure(str(low), NO_SPAN, low, high)


def sighting(
    id: str,  # noqa: A002 - the model's name
    kind: str = "drone_strike",
    day: str | None = "2025-03-18",
    *places: str,
    published: str | None = None,
    killed: int | tuple[int, int | None] | None = None,
    injured: int | tuple[int, int | None] | None = None,
    **more: Any,
) -> Sighting:
    """``id`` is ``report/event``; ``more``: status, when, text, weapons, targets, by, against, sources, harm, outlet."""
    when = more.get("when") or When(day, NO_SPAN, day, day, "day", "test")
    event = Event(
        id=id.split("/")[1],
        kind=kind,
        family=load().kinds[kind].family,
        status=more.get("status", "happened"),
        span=NO_SPAN,
        text=more.get("text", ""),
        when=when if day or more.get("when") else When(),
        places=tuple(place(name) for name in places or ("Kharkiv",)) if places != ("",) else (),
        perpetrators=tuple(Actor(name, NO_SPAN, name, f"actor:{name}") for name in more.get("by", ())),
        against=tuple(Actor(name, NO_SPAN, name, f"actor:{name}") for name in more.get("against", ())),
        weapons=tuple(Weapon(name, NO_SPAN, name) for name in more.get("weapons", ())),
        targets=tuple(Target(name, NO_SPAN, name) for name in more.get("targets", ())),
        killed=figure(killed),
        injured=figure(injured),
        harm=tuple(Harm(*fields) if isinstance(fields, tuple) else fields for fields in more.get("harm", ())),
        sources=tuple(Source(name, NO_SPAN, name, "say") for name in more.get("sources", ())),
        rules=more.get("rules", ()),
        confidence=0.9,
    )
    outlet = more.get("outlet", f"outlet {id.split('/', maxsplit=1)[0]}")
    return Sighting(id, id.split("/", maxsplit=1)[0], event, outlet, "", published or day)
