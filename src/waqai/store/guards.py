"""Triggers that keep what was written as it was written, in the dialect of each database."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, text

from waqai.store.tables import APPEND_ONLY

_ACTS = ("update", "delete")


def guard(conn: Connection) -> None:
    """Make the append-only tables refuse every change."""
    for statement in _statements(conn.dialect.name):
        conn.execute(text(statement))


def guards_missing(conn: Connection) -> list[str]:
    """Names of the triggers that should stand and do not."""
    query = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    if conn.dialect.name == "postgresql":
        query = "SELECT tgname FROM pg_trigger WHERE tgenabled <> 'D'"
    there = {row[0] for row in conn.execute(text(query))}
    return [name for name in _names() if name not in there]


def _names() -> Iterator[str]:
    for table in APPEND_ONLY:
        yield from (f"{table.name}_no_{act}" for act in _ACTS)


def _statements(dialect: str) -> Iterator[str]:
    if dialect == "postgresql":
        yield _FUNCTION
    for table in APPEND_ONLY:
        for act in _ACTS:
            yield (_PG if dialect == "postgresql" else _LITE).format(table=table.name, act=act)


_LITE = """CREATE TRIGGER {table}_no_{act} BEFORE {act} ON "{table}"
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"""
_FUNCTION = """CREATE OR REPLACE FUNCTION waqai_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$"""
_PG = """CREATE TRIGGER {table}_no_{act} BEFORE {act} ON "{table}"
FOR EACH ROW EXECUTE FUNCTION waqai_append_only()"""
