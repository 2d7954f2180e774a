"""Reads what is kept again: what a better engine would say otherwise, and the store after it. People's decisions stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields

import msgspec
from sqlalchemy import Connection, select, update

from waqai.model.record import Event, Record
from waqai.store.keep import ENGINE
from waqai.store.lookup import ReportRow
from waqai.store.merging import absorb
from waqai.store.plain import in_chunks, to_text
from waqai.store.readings import write_reading
from waqai.store.rules import RULES, Rules
from waqai.store.succession import succeed
from waqai.store.tables import overview, report, sighting

_BATCH = 100
_SEEN = [overview.c[name] for name in ("incident", "kind", "status", "start", "place", "killed_low", "injured_low")]


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one event that is read otherwise; JSON values. ``field`` "event": all of it is new, or gone."""

    sighting: str
    field: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class Reread:
    """What a new reading of everything brings: reports read otherwise, changes in them, and incidents before and after.

    An incident is a tuple of id, kind, status, first day, place, killed and injured; None where there is none.
    """

    reports: int
    changes: tuple[Change, ...]
    incidents: tuple[tuple[tuple[object, ...] | None, tuple[object, ...] | None], ...]


def reread(conn: Connection, read: Iterable[tuple[ReportRow, Record, Record]], rules: Rules = RULES) -> Reread:
    """Write new records in place of the old ones and put everything into incidents anew, by today's rules of merging.

    ``read``: each report's version that holds, its record as kept, and as read now. Run it in a trial to look only.
    """
    before = _incidents(conn)
    changes, touched = [], 0
    for row, old, new in read:
        named = succeed(new, old.events, _names(conn, row.report))
        if named == old:
            conn.execute(update(report).where(report.c.id == row.report).values(engine=ENGINE))
            continue
        touched += 1
        changes += list(changes_between(row.report, old, named))
        gone = write_reading(conn, row.report, row.id, named, ENGINE, anew=False).gone
        absorb(conn, [], gone, rules)
    everything = select(sighting.c.id).where(sighting.c.current).order_by(sighting.c.seq)
    for chunk in in_chunks(list(conn.scalars(everything)), _BATCH):
        absorb(conn, chunk, [], rules)
    return Reread(touched, tuple(changes), tuple(_moved(before, _incidents(conn))))


def changes_between(owner: str, old: Record, new: Record) -> Iterator[Change]:
    """What differs between two records of one report whose events bear the same names."""
    before, after = ({event.id: event for event in record.events} for record in (old, new))
    for name in dict.fromkeys([*before, *after]):
        yield from _between(f"{owner}/{name}", before.get(name), after.get(name))


def _between(name: str, old: Event | None, new: Event | None) -> Iterator[Change]:
    if old is None or new is None:
        yield Change(name, "event", old and _brief(old), new and _brief(new))
        return
    for field in fields(Event):
        values = getattr(old, field.name), getattr(new, field.name)
        if values[0] != values[1]:
            yield Change(name, field.name, *(msgspec.json.decode(to_text(value)) for value in values))


def _brief(event: Event) -> dict[str, object]:
    return {"kind": event.kind, "status": event.status, "text": event.text}


def _names(conn: Connection, owner: str) -> list[str]:
    return [name.rpartition("/")[2] for name in conn.scalars(select(sighting.c.id).where(sighting.c.report == owner))]


def _incidents(conn: Connection) -> dict[str, tuple[object, ...]]:
    return {row.incident: tuple(row) for row in conn.execute(select(*_SEEN).order_by(overview.c.incident))}


def _moved(
    before: dict[str, tuple[object, ...]], after: dict[str, tuple[object, ...]]
) -> Iterator[tuple[tuple[object, ...] | None, tuple[object, ...] | None]]:
    for name in sorted(before.keys() | after.keys()):
        if before.get(name) != after.get(name):
            yield before.get(name), after.get(name)
