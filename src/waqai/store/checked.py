"""What people have checked, as records: reports whose every incident was reviewed, with corrections, without what was rejected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import Connection, select

from waqai.model.record import Record
from waqai.store.lookup import ReportRow, record_of, report_of
from waqai.store.reviews import reviews
from waqai.store.tables import review, sighting
from waqai.store.told import told_by

ACCEPTED, REJECTED = ("reviewed", "second_read", "final"), "rejected"


def checked_records(conn: Connection) -> Iterator[tuple[ReportRow, Record]]:
    """Each such report with its record as people left it, in the order of their ids."""
    looked_at = select(sighting.c.report).join(review, review.c.incident == sighting.c.incident)
    query = looked_at.where(sighting.c.current, review.c.state.in_((*ACCEPTED, REJECTED))).distinct()
    for name in conn.scalars(query.order_by(sighting.c.report)).all():
        told = told_by(conn, name)
        states = {home: each.state for home, each in reviews(conn, {each.incident for each in told}).items()}
        if all(state in (*ACCEPTED, REJECTED) for state in states.values()):
            events = tuple(each.sighting.event for each in told if states[each.incident] != REJECTED)
            row = report_of(conn, name)
            yield row, replace(record_of(conn, row.id), events=events)
