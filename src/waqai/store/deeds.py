"""What a decision says, as a sentence of data; and which earlier one it takes back."""

from __future__ import annotations

import re
from collections.abc import Collection

from sqlalchemy import Connection, select

from waqai.messages import Message, say
from waqai.store.decide import ASSIGN, REVIEW, UNDO, Decision
from waqai.store.tables import decision

_BACK = re.compile(r"undo:(\d+)")


def back(number: int) -> str:
    """The reason of a decision that sets a review back to what it was before another."""
    return f"undo:{number}"


def taken_back(entry: Decision) -> int | None:
    """The number of the decision that this one takes back; None when it takes none back."""
    said = _BACK.fullmatch(entry.why)
    return entry.undoes if said is None else int(said[1])


def undone_among(conn: Connection, numbers: Collection[int]) -> set[int]:
    """Which of these decisions were taken back."""
    query = select(decision.c.undoes).where(decision.c.undoes.in_(list(numbers)))
    found = {int(number) for number in conn.scalars(query) if number is not None}
    reasons = {back(number): number for number in numbers}
    return found | {
        reasons[why] for why in conn.scalars(select(decision.c.why).where(decision.c.why.in_(list(reasons))))
    }


def decided(entry: Decision) -> Message:
    """The decision as a sentence."""
    number = taken_back(entry)
    if number is not None:
        return say("history.undone", action=UNDO, subject=entry.subject, number=number)
    after = entry.after if isinstance(entry.after, dict) else {}
    if entry.action == REVIEW and "state" in after:
        return say("history.review", action=entry.action, subject=entry.subject, state=after["state"])
    if entry.action == ASSIGN:
        who = after.get("assigned")
        return say("history.assigned" if who else "history.unassigned", action=ASSIGN, subject=entry.subject, who=who)
    return say("history.decided", action=entry.action, subject=entry.subject)
