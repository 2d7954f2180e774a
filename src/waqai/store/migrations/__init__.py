"""The steps from one shape of the tables to the next, taken when a store is opened (Alembic).

A step is a module and its SQL for each kind of database, which never change once released: ``0001_ground.sqlite.sql``.
Statements stand apart by an empty line. Whoever changes `waqai.store.tables` adds a step; a test holds the two together.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, text

HEAD = "0003"


def run_sql(conn: Connection, step: str) -> None:
    """Run the SQL that stands beside a step's module."""
    path = Path(step).with_suffix(f".{conn.dialect.name}.sql")
    for statement in path.read_text("utf-8").split("\n\n"):
        conn.execute(text(statement))
