"""What people decide on the pages and through the API, each with the check that they saw what they decide about."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, replace
from functools import partial
from typing import Any

import msgspec
from sqlalchemy import Connection

from waqai import store
from waqai.errors import Conflict, StoreError
from waqai.messages import Message, say
from waqai.store.deeds import back, taken_back, undone_among
from waqai.store.reviews import put_back
from waqai.web.refusal import Refusal, refusal_of

_RECENT = 500


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one incident of many: its review as it is now, or why it was left as it was."""

    incident: str
    ok: bool
    review: store.Review | None = None
    error: str = ""
    detail: object = None


def set_state(
    conn: Connection, incident: str, state: str, by: str, seen: tuple[int, str], note: str, *, team: bool = False
) -> store.Review:
    """Set the state of an incident that was seen at that revision and change. Raises Refusal with what changed since."""
    if state == "rejected" and not note.strip():
        raise Refusal(400, "no_reason", say("error.no_reason"))
    revision, changed = seen
    home = store.resolve(conn, incident)
    row = store.row_of_incident(conn, home)
    if home != incident or (changed and row is not None and row.changed != changed):
        raise _stale(conn, home, revision, say("error.not_as_seen", incident=incident))
    _check_reader(store.reviews(conn, [home])[home], state, by, team=team)
    try:
        return store.set_review(conn, home, state, by, seen=revision, note=note.strip())
    except Conflict as error:
        raise _stale(conn, home, revision, error.said) from error


def set_states(
    conn: Connection, seen: Iterable[tuple[str, int, str]], state: str, by: str, note: str, *, team: bool = False
) -> list[Outcome]:
    """The same for many: each by itself, so that one that changed does not hold up the others."""

    def one(incident: str, revision: int, changed: str) -> store.Review:
        return set_state(conn, incident, state, by, (revision, changed), note, team=team)

    return [_outcome(each[0], partial(one, *each)) for each in seen]


def _outcome(incident: str, decide: Callable[[], store.Review]) -> Outcome:
    try:
        return Outcome(incident, True, decide())
    except (StoreError, Refusal) as error:
        return Outcome(incident, False, None, str(error), refusal_of(error).detail)


def _check_reader(review: store.Review, state: str, by: str, *, team: bool) -> None:
    """In a team nobody makes final what nobody else has read."""
    if team and state == "final" and review.by in ("", by) and review.second_by is None:
        raise Refusal(400, "second_reader", say("error.second_reader", incident=review.incident))


def give(conn: Connection, seen: Iterable[tuple[str, int, str]], who: str, by: str) -> list[Outcome]:
    """Give incidents to somebody to read; each by itself."""

    def one(incident: str, revision: int) -> store.Review:
        try:
            return store.assign(conn, incident, who or None, by, seen=revision)
        except Conflict as error:
            raise _stale(conn, store.resolve(conn, incident), revision, error.said) from error

    return [_outcome(incident, partial(one, incident, revision)) for incident, revision, _ in seen]


def undo(conn: Connection, by: str, number: int | None, why: str) -> store.Decision:
    """Take back a decision of anybody's by its number, or the last one of whoever asks."""
    found = _last_of(conn, by) if number is None else _numbered(conn, number)
    if found is None and number is None:
        raise StoreError(say("error.nothing_to_undo"))
    if found is not None and undone_among(conn, [found.seq]):
        raise Conflict(say("error.undone_already", number=found.seq))
    if found is None or found.action not in _REVIEWS:
        return store.undo(conn, by, number if found is None else found.seq, why)
    _back(conn, found, by)
    return found


_REVIEWS = ("review", "assign")
_TAKEN_BACK = ("merge", "split", "correct", *_REVIEWS)


def _back(conn: Connection, found: store.Decision, by: str) -> None:
    """Set a review back to what it was before a decision, if it still stands as that left it."""
    earlier, left = (msgspec.convert(each, store.Review) for each in (found.before, found.after))
    stands = store.reviews(conn, [left.incident])[left.incident]
    if replace(stands, at="", revision=0) != replace(left, at="", revision=0):
        raise _stale(conn, left.incident, left.revision, say("error.changed_since", incident=left.incident))
    put_back(conn, earlier, by, seen=stands.revision, why=back(found.seq))


def _numbered(conn: Connection, number: int) -> store.Decision | None:
    """The decision of that number, unless it is one that took another back."""
    found = [each for each in store.decisions(conn, before=number + 1, limit=1) if each.seq == number]
    return next((each for each in found if each.undoes is not None or taken_back(each) is None), None)


def _last_of(conn: Connection, by: str) -> store.Decision | None:
    """The last decision of theirs that can be taken back and was not."""
    theirs = store.decisions(conn, by=by, limit=_RECENT)
    mine = [each for each in theirs if each.action in _TAKEN_BACK and taken_back(each) is None]
    undone = undone_among(conn, [each.seq for each in mine])
    return next((each for each in mine if each.seq not in undone), None)


def _review(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _stale(conn: Connection, home: str, revision: int, message: Message) -> Refusal:
    """A refusal that says what became of the incident since it was seen."""
    review = store.reviews(conn, [home])[home]
    row = store.row_of_incident(conn, home)
    since = [each for each in store.decisions(conn, [home], limit=20) if _later(each, revision)]
    said = [{"at": e.at, "by": e.by, "action": e.action, "why": e.why} for e in since]
    changed = None if row is None else row.changed
    return Refusal(
        409, "stale", message, {"incident": home, "review": asdict(review), "changed": changed, "since": said}
    )


def _later(decision: store.Decision, revision: int) -> bool:
    after = _review(decision.after)
    return decision.action not in _REVIEWS or int(after.get("revision", 0)) > revision
