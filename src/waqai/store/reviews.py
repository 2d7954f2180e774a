"""The state of an incident's review: machine, reviewed, second_read, final, needs_work or rejected; who set it, and why.

Nobody overwrites what they have not seen: who sets a state names the revision that they saw, and if another was faster
nothing changes and Conflict is raised.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from waqai.errors import Conflict, StoreError
from waqai.messages import Message, say
from waqai.store.decide import ASSIGN, REVIEW, Decision, act, book
from waqai.store.filters import STATES
from waqai.store.lookup import resolve
from waqai.store.plain import in_chunks, now
from waqai.store.tables import review

MACHINE = STATES[0]


@dataclass(frozen=True, slots=True)
class Review:
    """Where an incident's review stands. ``revision``: 0 before the first change, one more with every other.

    ``by`` read it first, ``second_by`` second; ``assigned`` is to read it next.
    """

    incident: str
    state: str = MACHINE
    by: str = ""
    second_by: str | None = None
    assigned: str | None = None
    note: str = ""
    at: str = ""
    revision: int = 0


def reviews(conn: Connection, incidents: Collection[str]) -> dict[str, Review]:
    """The reviews of these incidents; one that nobody has looked at yet is at revision 0."""
    found = {name: Review(name) for name in incidents}
    for chunk in in_chunks(incidents):
        rows = conn.execute(select(review).where(review.c.incident.in_(chunk)))
        found.update((row.incident, _review(row)) for row in rows)
    return found


def set_review(conn: Connection, incident: str, state: str, by: str, *, seen: int, note: str = "") -> Review:
    """Set the state of an incident whose review was at revision ``seen``; the act goes into the book of decisions.

    A second reader cannot be the first. Raises Conflict when the revision is another by now, StoreError when there is
    no such state or incident, or when the second reader is the first.
    """
    if state not in STATES:
        raise StoreError(say("error.no_state", state=state, states=STATES))
    before = _seen(conn, incident, seen)
    if state == "second_read" and before.by == by:
        raise StoreError(say("error.same_reader", incident=before.incident, who=by))
    return _change(conn, before, _after(before, state, by, note), act(REVIEW, before.incident, by, note))


def assign(conn: Connection, incident: str, to: str | None, by: str, *, seen: int) -> Review:
    """Give an incident to somebody to read, or to nobody; its state stays. Raises Conflict and StoreError as above."""
    before = _seen(conn, incident, seen)
    after = replace(before, assigned=to, at=now(), revision=seen + 1)
    return _change(conn, before, after, act(ASSIGN, before.incident, by, ""))


def put_back(conn: Connection, earlier: Review, by: str, *, seen: int, why: str = "") -> Review:
    """Set a review back to what it was, if nobody changed it since it was at revision ``seen``. Raises Conflict."""
    before = _seen(conn, earlier.incident, seen)
    after = replace(earlier, incident=before.incident, at=now(), revision=seen + 1)
    return _change(conn, before, after, act(REVIEW, before.incident, by, why))


def _seen(conn: Connection, incident: str, seen: int) -> Review:
    home = resolve(conn, incident)
    before = reviews(conn, [home])[home]
    if before.revision != seen:
        raise Conflict(_meantime(before))
    return before


def _meantime(now_is: Review) -> Message:
    code = "error.meantime" if now_is.by else "error.meantime_somebody"
    return say(code, incident=now_is.incident, who=now_is.by, state=now_is.state)


def _change(conn: Connection, before: Review, after: Review, entry: Decision) -> Review:
    _write(conn, after, before.revision)
    book(conn, replace(entry, before=before, after=after))
    return after


def _after(before: Review, state: str, by: str, note: str) -> Review:
    """Who read first stays on record while another reads second or makes it final."""
    second = state in ("second_read", "final") and before.by not in ("", by)
    first, other = (before.by, by) if second else (by, None)
    return Review(before.incident, state, first, other, before.assigned, note, now(), before.revision + 1)


def _review(row: Row[Any]) -> Review:
    return Review(**{name: getattr(row, name) for name in Review.__slots__})


def _write(conn: Connection, after: Review, seen: int) -> None:
    row = {name: getattr(after, name) for name in Review.__slots__}
    if seen == 0:
        conn.execute(insert(review).values(row))
        return
    there = (review.c.incident == after.incident) & (review.c.revision == seen)
    if conn.execute(update(review).where(there).values(row)).rowcount != 1:
        raise Conflict(say("error.changed", incident=after.incident))
