"""The blocks: which sightings share a key, looked up for a whole batch in a few statements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from sqlalchemy import Connection, TextClause, delete, select, text

from waqai.store.plain import in_chunks
from waqai.store.tables import block, sighting

NEIGHBOURS = 48  # in a block, a sighting is judged against so many that came in before it, and so many after
_ASKED = 100  # keys of sightings in one statement


def share_blocks(conn: Connection, keys: Mapping[str, frozenset[str]]) -> dict[str, set[str]]:
    """File sightings under their keys, in place of those they had, and give those that each is to be judged against."""
    leave_blocks(conn, keys)
    seqs = _seqs(conn, keys)
    rows = [{"key": key, "seq": seqs[name]} for name, found in keys.items() for key in sorted(found)]
    if rows:
        conn.execute(block.insert(), rows)
    partners: dict[str, set[str]] = {name: set() for name in keys}
    asked = [(name, key) for name, found in keys.items() for key in sorted(found)]
    for chunk in in_chunks(asked, _ASKED):
        for at, other in conn.execute(_statement(), _parameters(chunk, seqs)):
            partners[chunk[at][0]].add(other)
    return partners


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


def _parameters(chunk: list[tuple[str, str]], seqs: Mapping[str, int]) -> dict[str, str | int]:
    """A key and a number for each place of the statement; the places that are left over ask for no key."""
    given: dict[str, str | int] = {}
    for at in range(_ASKED):
        name, key = chunk[at] if at < len(chunk) else ("", "")
        given |= {f"k{at}": key, f"s{at}": seqs.get(name, 0)}
    return given


@cache
def _statement() -> TextClause:
    """The neighbours of each, so that no block is read whole, however many it holds. One text, compiled once."""
    every = " UNION ALL ".join(side.format(at, NEIGHBOURS) for at in range(_ASKED) for side in (_BEFORE, _AFTER))
    return text(f"SELECT b.place, s.id FROM ({every}) AS b JOIN sighting AS s ON s.seq = b.seq")


_SIDE = (
    "SELECT * FROM (SELECT {{0}} AS place, seq FROM block WHERE key = :k{{0}} AND seq {} :s{{0}}"
    " ORDER BY seq {} LIMIT {{1}}) AS {}{{0}}"
)
_BEFORE, _AFTER = _SIDE.format("<", "DESC", "b"), _SIDE.format(">", "ASC", "a")
