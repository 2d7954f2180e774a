"""Saved views: a filter by name, somebody's own or shared with the desk."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, or_, select

from waqai.errors import Missing, StoreError
from waqai.messages import say
from waqai.store.desk import saved_view
from waqai.store.plain import now

_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class View:
    """``query`` is the part of an address behind the question mark."""

    id: str
    owner: str
    name: str
    query: str
    shared: bool
    created: str


def views_of(conn: Connection, owner: str) -> list[View]:
    """What somebody saved and what is shared, by name."""
    mine = or_(saved_view.c.owner == owner, saved_view.c.shared.is_(True))
    query = select(saved_view).where(mine).order_by(saved_view.c.name, saved_view.c.id)
    return [View(*(getattr(row, name) for name in View.__slots__)) for row in conn.execute(query)]


def save_view(conn: Connection, owner: str, name: str, query: str, *, shared: bool = False) -> View:
    """Keep a filter under a name. Raises StoreError when either is too long or the name is empty."""
    if not 1 <= len(name.strip()) <= 80 or len(query) > _LONGEST:
        raise StoreError(say("error.bad_view"))
    made = View("v" + secrets.token_hex(6), owner, name.strip(), query, shared, now())
    conn.execute(insert(saved_view).values({key: getattr(made, key) for key in View.__slots__}))
    return made


def drop_view(conn: Connection, name: str, owner: str) -> None:
    """Forget a view of that owner. Raises Missing when the owner has none of that id."""
    mine = (saved_view.c.id == name) & (saved_view.c.owner == owner)
    if not conn.execute(delete(saved_view).where(mine)).rowcount:
        raise Missing(say("error.no_view", name=name))
