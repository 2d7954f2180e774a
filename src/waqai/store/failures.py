"""What could not be read, with its reason, until it can: written when it fails, settled when it is kept after all."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, and_, select, update

from waqai.store.plain import in_chunks, now
from waqai.store.tables import failure


@dataclass(frozen=True, slots=True)
class Failed:
    """What could not be read: where (line 0: the whole; ``name``: which report of it), why, with which defaults, and when.

    ``published`` and ``lang`` are what was to hold for reports that do not say theirs.
    """

    address: str
    reason: str
    line: int = 0
    name: str = ""
    published: str | None = None
    lang: str | None = None
    at: str = ""
    tries: int = 1

    def __str__(self) -> str:
        where = f"{self.address}:{self.line}" if self.line else self.address
        return f"{where}: {self.reason}"


def failures(conn: Connection) -> list[Failed]:
    """What is not settled, by address and line."""
    names = (failure.c[name] for name in Failed.__slots__)
    query = (
        select(*names).where(failure.c.settled.is_(None)).order_by(failure.c.address, failure.c.line, failure.c.name)
    )
    return [Failed(*row) for row in conn.execute(query)]


def note_failure(conn: Connection, failed: Failed) -> None:
    """Write down a failure; of the same place the reason is the latest and the tries are counted."""
    where = {name: getattr(failed, name) for name in ("address", "line", "name")}
    place = and_(*(failure.c[name] == value for name, value in where.items()))
    said = {"reason": failed.reason, "published": failed.published, "lang": failed.lang, "at": now(), "settled": None}
    if conn.execute(update(failure).where(place).values(said | {"tries": failure.c.tries + 1})).rowcount:
        return
    conn.execute(failure.insert().values(said | where | {"tries": 1}))


def settle_failures(conn: Connection, addresses: Collection[str]) -> None:
    """Everything at these addresses has been tried again and is read, or noted anew afterwards."""
    for chunk in in_chunks(addresses):
        there = failure.c.address.in_(chunk) & failure.c.settled.is_(None)
        conn.execute(update(failure).where(there).values(settled=now()))
