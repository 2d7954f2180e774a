"""What could not be read, with its reason, until it can: written when it fails, settled when it is kept after all."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, select, update

from waqai.messages import Message, plain
from waqai.store.plain import from_text, now, to_text
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
    message: Message | None = None

    @property
    def said(self) -> Message:
        """Why, as data; in words alone where the store has it from before it kept more."""
        return self.message or plain(self.reason)

    def __str__(self) -> str:
        where = f"{self.address}:{self.line}" if self.line else self.address
        return f"{where}: {self.reason}"


def failures(conn: Connection) -> list[Failed]:
    """What is not settled, by address and line."""
    names = (failure.c[name] for name in Failed.__slots__)
    query = (
        select(*names).where(failure.c.settled.is_(None)).order_by(failure.c.address, failure.c.line, failure.c.name)
    )
    return [_failed(row) for row in conn.execute(query)]


def note_failure(conn: Connection, failed: Failed) -> None:
    """Write down a failure; of the same place the reason is the latest and the tries are counted."""
    where = {"address": failed.address, "line": failed.line, "name": failed.name}
    message = None if failed.message is None else to_text(failed.message)
    said = {
        "reason": failed.reason,
        "message": message,
        "published": failed.published,
        "lang": failed.lang,
        "at": now(),
        "settled": None,
    }
    if conn.execute(update(failure).where(_place(failed)).values(said | {"tries": failure.c.tries + 1})).rowcount:
        return
    conn.execute(failure.insert().values(said | where | {"tries": 1}))


def settle_failures(conn: Connection, sources: Collection[str], again: Collection[Failed]) -> None:
    """These sources, and all that lies in them, were tried to the end: what did not fail again is settled."""
    broken = {(failed.address, failed.line, failed.name) for failed in again}
    for failed in failures(conn):
        inside = any(failed.address == source or failed.address.startswith(f"{source}/") for source in sources)
        if inside and (failed.address, failed.line, failed.name) not in broken:
            conn.execute(update(failure).where(_place(failed)).values(settled=now()))


def _failed(row: Any) -> Failed:
    values = {name: getattr(row, name) for name in Failed.__slots__}
    message = values.pop("message")
    return Failed(**values, message=None if message is None else from_text(message, Message))


def _place(failed: Failed) -> ColumnElement[bool]:
    return and_(*(failure.c[name] == getattr(failed, name) for name in ("address", "line", "name")))
