"""The doctor's checks of links: guards in place, nothing that points nowhere, every id leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, Table, and_, func, select

from waqai.model.record import Record
from waqai.store.guards import guards_missing
from waqai.store.ids import sighting_id, version_id
from waqai.store.plain import from_text, in_chunks, to_text
from waqai.store.tables import incident, metadata, overview, reading, report, sighting, version


def check_guards(conn: Connection) -> Iterator[str]:
    """The triggers of every append-only table stand."""
    yield from (f"no trigger {name}: what was written could be changed" for name in guards_missing(conn))


def check_links(conn: Connection) -> Iterator[str]:
    """Every foreign key has its row."""
    for table in metadata.sorted_tables:
        for key in table.foreign_keys:
            yield from _dangling(conn, table, key.parent.name, key.column.table, key.column.name)


def check_holding(conn: Connection) -> Iterator[str]:
    """Of every report the last version holds, read by its last reading, and its sightings are that record's events."""
    for chunk in in_chunks(list(conn.scalars(select(report.c.id).order_by(report.c.seq))), 200):
        yield from _check_versions(conn, chunk)
        yield from _check_sightings(conn, chunk)


def check_incidents(conn: Connection) -> Iterator[str]:
    """Every sighting that holds is in one incident, which has a row in lists; every other id leads to one that has."""
    homeless = select(sighting.c.id).where(sighting.c.current, sighting.c.incident.is_(None))
    yield from (f"sighting {name}: in no incident" for name in conn.scalars(homeless))
    held = set(conn.scalars(select(sighting.c.incident).where(sighting.c.current, sighting.c.incident.is_not(None))))
    listed = set(conn.scalars(select(overview.c.incident)))
    leads = {row.id: row.leads_to for row in conn.execute(select(incident.c.id, incident.c.leads_to))}
    yield from (f"incident {name}: holds sightings and is in no list" for name in sorted(held - listed))
    yield from (f"incident {name}: is listed and holds nothing" for name in sorted(listed - held))
    yield from (f"incident {name}: holds sightings and leads elsewhere" for name in sorted(held) if leads.get(name))
    yield from (f"incident {name}: leads in a circle" for name in sorted(leads) if _circles(name, leads))


def _dangling(conn: Connection, table: Table, column: str, other: Table, key: str) -> Iterator[str]:
    target = other.alias()
    missing = and_(table.c[column].is_not(None), target.c[key].is_(None))
    query = select(table.c[column]).outerjoin(target, target.c[key] == table.c[column]).where(missing)
    yield from (f"{table.name}.{column} = {value}: there is no such {other.name}" for value in conn.scalars(query))


def _check_versions(conn: Connection, chunk: list[str]) -> Iterator[str]:
    numbers = select(version.c.report, func.max(version.c.number)).where(version.c.report.in_(chunk))
    last_version = {row[0]: row[1] for row in conn.execute(numbers.group_by(version.c.report))}
    query = (
        select(version.c.report, func.max(reading.c.seq))
        .join(report, report.c.version == version.c.id)
        .join(reading, reading.c.version == version.c.id)
        .where(report.c.id.in_(chunk))
    )
    last_reading = {row[0]: row[1] for row in conn.execute(query.group_by(version.c.report))}
    for row in conn.execute(select(report).where(report.c.id.in_(chunk)).order_by(report.c.seq)):
        if row.version != version_id(row.id, last_version.get(row.id, 0)) or row.reading != last_reading.get(row.id):
            yield f"report {row.id}: its last version or reading does not hold"


def _check_sightings(conn: Connection, chunk: list[str]) -> Iterator[str]:
    told: dict[str, tuple[int, str]] = {}
    query = select(report.c.id, report.c.reading, reading.c.record).join(reading, reading.c.seq == report.c.reading)
    for row in conn.execute(query.where(report.c.id.in_(chunk))):
        for event in from_text(row.record, Record).events:
            told[sighting_id(row.id, event.id)] = row.reading, to_text(event)
    there = select(sighting.c.id, sighting.c.reading, sighting.c.event).where(sighting.c.report.in_(chunk))
    kept = {row.id: (row.reading, row.event) for row in conn.execute(there.where(sighting.c.current))}
    for name in sorted(told.keys() | kept.keys()):
        if told.get(name) != kept.get(name):
            yield f"sighting {name}: not what its report was last read to say"


def _circles(name: str, leads: dict[str, str | None]) -> bool:
    seen = set()
    at: str | None = name
    while at is not None and at not in seen:
        seen.add(at)
        at = leads.get(at)
    return at is not None
