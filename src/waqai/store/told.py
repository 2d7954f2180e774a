"""What a report tells: its sightings as they stand, corrections included, each with the incident that holds it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from waqai.model.sighting import Sighting
from waqai.store.sightings import corrections, sightings
from waqai.store.tables import sighting


@dataclass(frozen=True, slots=True)
class Told:
    """``corrected``: fields of the event that a person's value stands in."""

    sighting: Sighting
    incident: str
    corrected: tuple[str, ...] = ()


def told_by(conn: Connection, report: str) -> list[Told]:
    """The sightings of a report (its id without a number), in the order of the record."""
    query = select(sighting.c.id, sighting.c.incident).where(sighting.c.report == report, sighting.c.current)
    homes = {row.id: row.incident for row in conn.execute(query.order_by(sighting.c.seq))}
    known, changed = sightings(conn, homes), corrections(conn, homes)
    return [Told(known[name], home, tuple(changed.get(name, ()))) for name, home in homes.items()]
