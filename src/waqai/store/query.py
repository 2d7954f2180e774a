"""Lists of incidents: pages by keyset, counts, a chart a day. Every function takes a connection of an open store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, and_, func, or_, select

from waqai.errors import StoreError
from waqai.messages import say
from waqai.store.filters import EVERYTHING, Filter, common, conditions
from waqai.store.marks import read_mark, write_mark
from waqai.store.tables import overview, review

_COLUMNS = [column for column in overview.c if column.name not in ("view", "day", "deaths")]


@dataclass(frozen=True, slots=True)
class Row:
    """An incident in a list. ``killed`` and ``injured`` are ranges, None when no source says; ``high`` None: no upper bound.

    ``place`` is the most exact one; ``level`` says how exact its position is. ``reports`` and ``outlets`` are counts.
    """

    incident: str
    kind: str
    family: str
    status: str
    start: str | None
    end: str | None
    first_published: str | None
    last_published: str | None
    place: str | None
    country: str | None
    admin1: str | None
    level: str | None
    lat: float | None
    lon: float | None
    killed_low: int | None
    killed_high: int | None
    injured_low: int | None
    injured_high: int | None
    reports: int
    outlets: int
    disputed: bool
    confidence: float
    changed: str
    state: str = "machine"


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows in order, and the mark from which the next page goes on (None: this was the last)."""

    rows: tuple[Row, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many incidents meet a filter, and how many of them have no position."""

    matching: int
    without_place: int


@dataclass(frozen=True, slots=True)
class Day:
    """One day of a chart: incidents that began on it, and the lowest figures that are told of them."""

    day: str
    incidents: int
    killed: int
    injured: int


_ORDERS: dict[str, tuple[Column[Any], bool]] = {  # name -> column, falling
    "newest": (overview.c.day, True),
    "oldest": (overview.c.day, False),
    "deadliest": (overview.c.deaths, True),
    "changed": (overview.c.changed, True),
}
ORDERS = tuple(_ORDERS)


def incidents(
    conn: Connection, asked: Filter = EVERYTHING, *, order: str = "newest", after: str | None = None, limit: int = 50
) -> Page:
    """A page of the incidents that meet the filter. ``order``: one of ORDERS; ``after``: ``next`` of the page before.

    Raises StoreError for an order or a mark that is none.
    """
    column, falling = _order(order)
    query = _select().where(conditions(asked, conn.dialect.name, common(conn, asked)))
    if asked.until is not None:  # no more than the filter says, in the column that lists are sorted by
        query = query.where(overview.c.day <= asked.until)
    if after is not None:
        query = query.where(_beyond(column, falling, *read_mark(after)))
    key = overview.c.incident
    query = query.order_by(*(c.desc() if falling else c.asc() for c in (column, key))).limit(limit + 1)
    found = conn.execute(query.add_columns(column.label("mark"))).all()
    rows = tuple(_row(row) for row in found[:limit])
    more = len(found) > limit
    return Page(rows, write_mark(found[limit - 1].mark, rows[-1].incident) if more else None)


def every_incident(conn: Connection, asked: Filter = EVERYTHING, *, order: str = "oldest") -> Iterator[Row]:
    """All incidents that meet the filter, one by one, read page by page."""
    after: str | None = None
    while True:
        page = incidents(conn, asked, order=order, after=after, limit=500)
        yield from page.rows
        if (after := page.next) is None:
            return


def count(conn: Connection, asked: Filter = EVERYTHING) -> Counts:
    """How many meet the filter."""
    query = select(func.count(), func.count(overview.c.lat)).where(conditions(asked, conn.dialect.name))
    matching, located = conn.execute(query.select_from(overview)).one()
    return Counts(matching, matching - located)


def chart(conn: Connection, asked: Filter = EVERYTHING) -> list[Day]:
    """A bar for each day on which a dated incident of the filter began, oldest first."""
    row = overview.c
    columns = (row.start, func.count(), func.coalesce(func.sum(row.killed_low), 0))
    query = (
        select(*columns, func.coalesce(func.sum(row.injured_low), 0))
        .where(row.start.is_not(None), conditions(asked, conn.dialect.name))
        .group_by(row.start)
        .order_by(row.start)
    )
    return [Day(day, number, int(killed), int(injured)) for day, number, killed, injured in conn.execute(query)]


def row_of_incident(conn: Connection, incident: str) -> Row | None:
    """The row of one incident; None when it holds no sighting."""
    found = conn.execute(_select().where(overview.c.incident == incident)).one_or_none()
    return None if found is None else _row(found)


def _select() -> Any:
    return select(*_COLUMNS, func.coalesce(review.c.state, "machine").label("state")).outerjoin(
        review, review.c.incident == overview.c.incident
    )


def _row(found: Any) -> Row:
    return Row(**{name: getattr(found, name) for name in Row.__slots__})


def _order(name: str) -> tuple[Column[Any], bool]:
    if name not in _ORDERS:
        raise StoreError(say("error.no_order", name=name, orders=ORDERS))
    return _ORDERS[name]


def _beyond(column: Column[Any], falling: bool, value: str | int, incident: str) -> ColumnElement[bool]:
    key = overview.c.incident
    if falling:
        return and_(column <= value, or_(column < value, key < incident))
    return and_(column >= value, or_(column > value, key > incident))
