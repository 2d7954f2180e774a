"""What there is to choose from: the values of a facet of the incidents, the most frequent first."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from waqai.store.tables import facet


def facet_values(conn: Connection, name: str, *, limit: int = 300) -> list[tuple[str, int]]:
    """Folded value and number of incidents. ``name``: place, country, kind, status, actor, weapon, target, group, source."""
    number = func.count().label("number")
    query = select(facet.c.value, number).where(facet.c.name == name).group_by(facet.c.value)
    found = conn.execute(query.order_by(number.desc(), facet.c.value).limit(limit))
    return [(value, total) for value, total in found]
