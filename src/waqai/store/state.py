"""Where a record stands, in a few characters: they differ as soon as something was added, read again or decided."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from waqai.store.lookup import resolve
from waqai.store.tables import decision, overview, reading, review


def state_of_record(conn: Connection) -> str:
    """Of all of it: whatever changes it is a reading of a report or a decision."""
    return "/".join(str(conn.scalar(select(func.max(table.c.seq)))) for table in (reading, decision))


def state_of_incident(conn: Connection, name: str) -> str:
    """Of one incident, by its id or one that leads to it. Raises Missing for an id never given."""
    home = resolve(conn, name)
    row = conn.execute(select(overview.c.changed, overview.c.view).where(overview.c.incident == home)).one_or_none()
    revision = conn.scalar(select(review.c.revision).where(review.c.incident == home))
    return f"{home}/{tuple(row) if row is not None else None}/{revision}"
