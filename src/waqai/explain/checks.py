"""A check of a record as a sentence of data."""

from __future__ import annotations

from waqai.events.checks import said
from waqai.messages import Message, plain
from waqai.model.record import Check, Record


def check_said(record: Record, check: Check) -> Message:
    """What a check says; its words alone where its events no longer give them."""
    events = {event.id: event for event in record.events}
    whole, *parts = (events.get(name) for name in check.events) if check.events else (None,)
    known = [part for part in parts if part is not None]
    for outcome in ("killed", "injured") if whole is not None else ():
        figures = [getattr(event, outcome) for event in (whole, *known)]
        if None not in figures and str(made := said(outcome, *figures)) == check.says:
            return made
    return plain(check.says)
