"""Checks: do the report's own figures agree with one another?"""

from __future__ import annotations

from itertools import combinations

from waqai.messages import Message, say
from waqai.model.record import Check, Event, Figure

_MOST = 12


def checks(events: tuple[Event, ...], inferred: frozenset[str]) -> tuple[Check, ...]:
    """For each outcome, a total of one event that the stated figures of others add up to. Inferred figures are left out."""
    found = [_adds_up(events, outcome, inferred) for outcome in ("killed", "injured")]
    return tuple(check for check in found if check)


def _adds_up(events: tuple[Event, ...], outcome: str, inferred: frozenset[str]) -> Check | None:
    stated = [
        e
        for e in events
        if (f := getattr(e, outcome)) and f.low > 0 and e.id not in inferred and e.status == "happened"
    ]
    for whole in stated:
        figure = getattr(whole, outcome)
        parts = [e for e in stated if e is not whole and getattr(e, outcome).high is not None][:_MOST]
        parts = [e for e in parts if getattr(e, outcome).low < figure.low]
        if sum(getattr(e, outcome).low for e in parts) < figure.low:
            continue
        for size in range(len(parts), 1, -1):
            for some in combinations(parts, size):
                if sum(getattr(e, outcome).low for e in some) == figure.low:
                    return _check(outcome, whole, some)
    return None


def _check(outcome: str, whole: Event, parts: tuple[Event, ...]) -> Check:
    figures = (getattr(event, outcome) for event in (whole, *parts))
    return Check("toll_adds_up", str(said(outcome, *figures)), (whole.id, *(e.id for e in parts)))


def said(outcome: str, total: Figure, *parts: Figure) -> Message:
    """That the parts make up the total."""
    code = "check.adds_up" if total.low == total.high else "check.adds_up_open"
    return say(code, outcome=outcome, terms=" + ".join(str(part.low) for part in parts), total=total.low)
