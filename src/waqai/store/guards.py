"""Are the triggers in place that keep what was written as it was written? (The migrations make them.)"""

from __future__ import annotations

from sqlalchemy import Connection, text

from waqai.store.tables import APPEND_ONLY

_ACTS = ("update", "delete")


def guards_missing(conn: Connection) -> list[str]:
    """Names of the triggers that should stand and do not."""
    query = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    if conn.dialect.name == "postgresql":
        query = "SELECT tgname FROM pg_trigger WHERE tgenabled <> 'D'"
    there = {row[0] for row in conn.execute(text(query))}
    return [name for table in APPEND_ONLY for act in _ACTS if (name := f"{table.name}_no_{act}") not in there]
