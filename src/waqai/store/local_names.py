"""What the place of an incident in a list is called in Arabic, where the gazetteer knows."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection, select

from waqai.store.plain import in_chunks
from waqai.store.tables import overview


class _Place(msgspec.Struct):
    name: str | None = None
    name_ar: str | None = None


class _View(msgspec.Struct):
    places: list[_Place] = []


_read = msgspec.json.Decoder(_View).decode


def arabic_names(conn: Connection, incidents: Iterable[str]) -> dict[str, str]:
    """Incident -> the Arabic name of the place that its row has; those without one are left out."""
    found: dict[str, str] = {}
    for chunk in in_chunks(incidents):
        row = overview.c
        for name, place, view in conn.execute(select(row.incident, row.place, row.view).where(row.incident.in_(chunk))):
            known = (each.name_ar for each in _read(view).places if each.name == place and each.name_ar)
            if place and (arabic := next(known, None)):
                found[name] = arabic
    return found
