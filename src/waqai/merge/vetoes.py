"""Vetoes: what makes two sightings two incidents whatever else is alike. A table; the first that holds is the reason."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from waqai.merge.kin import kinship
from waqai.merge.profile import Profile
from waqai.merge.spots import nearness
from waqai.messages import Message, say
from waqai.model.record import Figure

_SLACK, _CLOCK_SLACK = 90, 40  # minutes between two parts of the day, and two clocks, that may be of one strike
_SLIP, _TELLING = 1, 5
_ELSEWHERE = -0.9
Values = tuple[Message | None, Message | None]


class Veto(NamedTuple):
    """``check`` gives the two values when the veto holds, else None."""

    name: str
    check: Callable[[Profile, Profile], Values | None]


def _one_report(a: Profile, b: Profile) -> Values | None:
    """A report tells its own events apart; but its headline sums up one of them, and a denial may be of one of them."""
    if a.report != b.report or a.headline != b.headline or {a.status, b.status} == {"happened", "denied"}:
        return None
    return say("reason.event", id=a.id, kind=a.kind), say("reason.event", id=b.id, kind=b.kind)


def _both_kinds(a: Profile, b: Profile) -> Values:
    return say("reason.kind", kind=a.kind), say("reason.kind", kind=b.kind)


def _total(a: Profile, b: Profile) -> Values | None:
    return _both_kinds(a, b) if (a.family == "harm") != (b.family == "harm") else None


def _totals(a: Profile, b: Profile) -> Values | None:
    """Two running totals are one only with one figure."""
    if a.family != "harm" or b.family != "harm":
        return None
    pairs = [(a.killed, b.killed), (a.injured, b.injured)]
    same = any(x and y and (x.low, x.high) == (y.low, y.high) for x, y in pairs)
    return None if same else (say("reason.running"), say("reason.running_too"))


def _kinds(a: Profile, b: Profile) -> Values | None:
    akin = a.family == b.family and kinship(a.kind, b.kind) is not None
    return None if akin else _both_kinds(a, b)


def _statuses(a: Profile, b: Profile) -> Values | None:
    if a.real == b.real and (a.real or a.status == b.status):
        return None
    return say("reason.status", status=a.status), say("reason.status", status=b.status)


def _days(a: Profile, b: Profile) -> Values | None:
    """Days that do not meet. A day's slip is let pass where the figures are the same; a day that is only guessed from
    the publication may be any earlier one.
    """
    if a.days is None or b.days is None:
        return None
    early, late = sorted((a.days, b.days), key=lambda days: (days.last, days.first))
    gap = late.first - early.last
    if gap <= 0 or late.guessed or gap <= _SLIP and (early.guessed or _one_toll(a, b)):
        return None
    return a.days.says, b.days.says


def _one_toll(a: Profile, b: Profile) -> bool:
    """An exact figure of five or more that both tell, or one figure of killed and one of injured."""
    equal = [x.low for x, y in ((a.killed, b.killed), (a.injured, b.injured)) if _exactly(x, y) and x is not None]
    return max(equal, default=0) >= _TELLING or (len(equal) == 2 and min(equal) > 0)


def _exactly(one: Figure | None, other: Figure | None) -> bool:
    return one is not None and other is not None and one.low == one.high == other.low == other.high


def _hours(a: Profile, b: Profile) -> Values | None:
    """Hours of one day that cannot be one: two clocks, or two parts of the day that do not meet."""
    one, other = a.hour, b.hour
    if one.start is None or other.start is None or one.end is None or other.end is None:
        return None
    if a.days is None or b.days is None or a.days.first != a.days.last or a.days.first != b.days.first:
        return None
    if b.days.first != b.days.last:
        return None
    gap = max(one.start, other.start) - min(one.end, other.end)
    slack = _CLOCK_SLACK if one.exact and other.exact else _SLACK
    return (a.days.says, b.days.says) if gap > slack else None


def _places(a: Profile, b: Profile) -> Values | None:
    near = nearness(a.spots, b.spots)
    return (a.where, b.where) if near is not None and near <= _ELSEWHERE else None


VETOES = (
    Veto("two events of one report", _one_report),
    Veto("a running total and a single event", _total),
    Veto("two running totals", _totals),
    Veto("kinds that are not akin", _kinds),
    Veto("one happened, the other is only spoken of", _statuses),
    Veto("other days", _days),
    Veto("other hours of the day", _hours),
    Veto("other places", _places),
)
