"""Sightings out of the store: the event as it was last read, with what people corrected in it."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection, Row, Select, select

from waqai.errors import StoreError
from waqai.messages import say
from waqai.model.record import Event
from waqai.model.sighting import Sighting
from waqai.store.plain import from_text, in_chunks
from waqai.store.tables import correction, report, sighting, version


def sightings(conn: Connection, ids: Iterable[str]) -> dict[str, Sighting]:
    """The sightings of these ids, gone ones too, in no order; an id that no event ever had is left out."""
    found = {}
    for chunk in in_chunks(ids):
        corrected = corrections(conn, chunk)
        for row in conn.execute(_select().where(sighting.c.id.in_(chunk))):
            found[row.id] = _sighting(row, corrected.get(row.id, {}))
    return found


def members(conn: Connection, incidents: Iterable[str]) -> dict[str, str]:
    """Sighting -> incident of every sighting that one of the incidents holds now, in the order they came in."""
    found: dict[str, str] = {}
    for chunk in in_chunks(incidents):
        query = select(sighting.c.id, sighting.c.incident).where(sighting.c.incident.in_(chunk), sighting.c.current)
        found.update((row.id, row.incident) for row in conn.execute(query.order_by(sighting.c.seq)))
    return found


def corrections(conn: Connection, ids: Iterable[str]) -> dict[str, dict[str, str]]:
    """Sighting -> field -> JSON text of the value that a person last gave it and has not taken back."""
    undone = select(correction.c.undoes).where(correction.c.undoes.is_not(None))
    standing = correction.c.undoes.is_(None) & correction.c.seq.not_in(undone)
    query = select(correction).where(correction.c.sighting.in_(list(ids)), standing).order_by(correction.c.seq)
    found: dict[str, dict[str, str]] = {}
    for row in conn.execute(query):
        found.setdefault(row.sighting, {})[row.field] = row.value
    return found


def corrected(event: Event, fields: dict[str, str]) -> Event:
    """The event with these fields (JSON text) in place of its own. Raises StoreError where a field cannot be so."""
    if not fields:
        return event
    plain = msgspec.to_builtins(event) | {name: msgspec.json.decode(value) for name, value in fields.items()}
    try:
        return msgspec.convert(plain, Event)
    except msgspec.ValidationError as error:
        raise StoreError(say("error.bad_value", detail=str(error))) from error


def _select() -> Select[tuple[str, str, str, str, str, str | None, str | None]]:
    columns = (sighting.c.id, sighting.c.event, version.c.id.label("version"), version.c.outlet, version.c.title)
    return (
        select(*columns, version.c.published, version.c.lang)
        .join(report, report.c.id == sighting.c.report)
        .join(version, version.c.id == report.c.version)
    )


def _sighting(row: Row[tuple[str, str, str, str, str, str | None, str | None]], fields: dict[str, str]) -> Sighting:
    return Sighting(
        id=row.id,
        report=row.version,
        event=corrected(from_text(row.event, Event), fields),
        source=row.outlet,
        title=row.title,
        published=row.published,
        lang=row.lang or "ar",
    )
