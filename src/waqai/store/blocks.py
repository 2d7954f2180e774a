"""The blocks: which sightings share a key, looked up for a whole batch in a few statements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from sqlalchemy import Connection, TextClause, delete, select, text

from waqai.store.plain import in_chunks
from waqai.store.tables import block, sighting

MOST = 96  # of a block with more, a sighting is judged against those that came in last
_KEYS = 100  # in one statement


def share_blocks(conn: Connection, keys: Mapping[str, frozenset[str]]) -> dict[str, set[str]]:
    """File sightings under their keys, in place of those they had, and give those that each shares a key with."""
    leave_blocks(conn, keys)
    seqs = _seqs(conn, keys)
    rows = [{"key": key, "seq": seqs[name]} for name, found in keys.items() for key in sorted(found)]
    if rows:
        conn.execute(block.insert(), rows)
    inside = _inside(conn, sorted(frozenset[str]().union(*keys.values())))
    return {name: {other for key in found for other in inside.get(key, ())} - {name} for name, found in keys.items()}


def leave_blocks(conn: Connection, names: Iterable[str]) -> None:
    """Take sightings out of every block."""
    for chunk in in_chunks(names):
        there = select(sighting.c.seq).where(sighting.c.id.in_(chunk))
        conn.execute(delete(block).where(block.c.seq.in_(there)))


def _seqs(conn: Connection, names: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for chunk in in_chunks(names):
        query = select(sighting.c.id, sighting.c.seq).where(sighting.c.id.in_(chunk))
        found.update((row.id, row.seq) for row in conn.execute(query))
    return found


def _inside(conn: Connection, keys: list[str]) -> dict[str, list[str]]:
    """Key -> the sightings that came in last under it."""
    found: dict[str, list[str]] = {}
    for chunk in in_chunks(keys, _KEYS):
        padded = chunk + [""] * (_KEYS - len(chunk))  # one text, compiled once
        for key, name in conn.execute(_statement(), {f"k{at}": key for at, key in enumerate(padded)}):
            found.setdefault(key, []).append(name)
    return found


@cache
def _statement() -> TextClause:
    """The last of each key, so that no block is read whole, however many it holds."""
    each = "SELECT * FROM (SELECT key, seq FROM block WHERE key = :k{0} ORDER BY seq DESC LIMIT {1}) AS b{0}"
    every = " UNION ALL ".join(each.format(at, MOST) for at in range(_KEYS))
    return text(f"SELECT b.key, s.id FROM ({every}) AS b JOIN sighting AS s ON s.seq = b.seq")
