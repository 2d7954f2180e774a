"""A reading of a version of a report: the record, its claims and its sightings, written in place of the reading before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import Connection, select, update

from waqai.claims import claims_of
from waqai.model.claim import Claim
from waqai.model.record import Event, Record
from waqai.store.ids import sighting_id
from waqai.store.plain import from_text, in_chunks, now, to_text
from waqai.store.succession import succeed
from waqai.store.tables import claim, reading, report, sighting


@dataclass(slots=True)
class Touched:
    """Sightings that say something new, and sightings that no reading holds any more."""

    changed: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)

    def add(self, other: Touched) -> None:
        """Count what came after it as well."""
        lost, found = set(other.gone), set(other.changed)
        self.changed = [name for name in self.changed if name not in lost | found] + other.changed
        self.gone = [name for name in self.gone if name not in found] + other.gone


def write_reading(
    conn: Connection, owner: str, version: str, record: Record, engine: str, *, anew: bool = True
) -> Touched:
    """Let ``record`` be what is read in ``version``, which is the version of report ``owner`` that holds.

    ``anew``: every sighting counts as changed, since the version did; else only those whose event differs.
    """
    before = {row.id: row for row in conn.execute(select(sighting).where(sighting.c.report == owner))}
    there = [from_text(row.event, Event) for row in before.values() if row.current]
    record = succeed(record, there, [name.rpartition("/")[2] for name in before])
    number = _insert_reading(conn, version, record, engine)
    conn.execute(update(report).where(report.c.id == owner).values(version=version, reading=number, engine=engine))
    events = {sighting_id(owner, event.id): event for event in record.events}
    _insert_claims(conn, number, (each for name, event in events.items() for each in claims_of(name, event)))
    touched, fresh = Touched(), []
    for name, event in events.items():
        spelled, old = to_text(event), before.get(name)
        if old is None:
            fresh.append({"id": name, "report": owner, "reading": number, "event": spelled, "current": True})
        else:
            kept = {"event": spelled, "reading": number, "current": True}
            conn.execute(update(sighting).where(sighting.c.id == name).values(kept))
        if anew or old is None or not old.current or old.event != spelled:
            touched.changed.append(name)
    if fresh:
        conn.execute(sighting.insert(), fresh)
    touched.gone = [name for name, row in before.items() if row.current and name not in events]
    _retire(conn, touched.gone)
    return touched


def record_of(conn: Connection, number: int) -> Record:
    """The record of a reading."""
    return from_text(conn.execute(select(reading.c.record).where(reading.c.seq == number)).scalar_one(), Record)


def _insert_reading(conn: Connection, version: str, record: Record, engine: str) -> int:
    row = {"version": version, "engine": engine, "record": to_text(record), "at": now()}
    key = conn.execute(reading.insert(), row).inserted_primary_key
    return int(key[0]) if key else 0


def _insert_claims(conn: Connection, number: int, claims: Iterable[Claim]) -> None:
    rows = [_claim_row(number, each) for each in claims]
    if rows:
        conn.execute(claim.insert(), rows)


def _claim_row(number: int, made: Claim) -> dict[str, object]:
    return {
        "id": made.id,
        "reading": number,
        "sighting": made.sighting,
        "field": made.field,
        "value": made.value,
        "words": made.words,
        "start": made.span and made.span.start,
        "end": made.span and made.span.end,
        "rule": made.rule,
        "claimant": made.claimant,
    }


def _retire(conn: Connection, names: Iterable[str]) -> None:
    for chunk in in_chunks(names):
        conn.execute(update(sighting).where(sighting.c.id.in_(chunk)).values(current=False))
