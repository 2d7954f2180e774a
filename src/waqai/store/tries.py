"""Tries to get in that failed, by what they are counted against (a name, an address): shared by every process of an app."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select, update

from waqai.store.desk import attempt
from waqai.store.plain import in_chunks

_FORGOTTEN = 24 * 3600.0  # seconds


def tries(conn: Connection, keys: Iterable[str]) -> dict[str, tuple[int, float]]:
    """Key -> how many failures in a row, and when the last was, in seconds of Unix time; without those that have none."""
    found: dict[str, tuple[int, float]] = {}
    for chunk in in_chunks(keys):
        rows = conn.execute(select(attempt).where(attempt.c.key.in_(chunk)))
        found.update((row.key, (row.failures, row.at)) for row in rows)
    return found


def note_try(conn: Connection, keys: Iterable[str], now: float) -> None:
    """Count one more against each key; what is a day old is forgotten."""
    conn.execute(delete(attempt).where(attempt.c.at < now - _FORGOTTEN))
    for key in keys:
        more = update(attempt).where(attempt.c.key == key).values(failures=attempt.c.failures + 1, at=now)
        if not conn.execute(more).rowcount:
            conn.execute(insert(attempt).values(key=key, failures=1, at=now))


def forget_tries(conn: Connection, keys: Iterable[str]) -> None:
    """They got in."""
    for chunk in in_chunks(keys):
        conn.execute(delete(attempt).where(attempt.c.key.in_(chunk)))
