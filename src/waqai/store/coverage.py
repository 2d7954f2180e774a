"""What was read: reports per outlet and day, and where an outlet fell silent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median_low

from sqlalchemy import Connection, func, select

from waqai.store.tables import report, version

ENOUGH_DAYS, FEWEST_QUIET_DAYS, TIMES_USUAL = 5, 3, 4
RULE = (
    f"An outlet with reports on at least {ENOUGH_DAYS} days fell silent where no report of it was read for more than "
    f"{FEWEST_QUIET_DAYS} days on end and for {TIMES_USUAL} times its usual gap (the median of the days from one of its "
    "reporting days to the next). The last day of all outlets counts as the end. Silence may be the outlet's, or ours."
)


@dataclass(frozen=True, slots=True)
class Silence:
    """Days without a report, first and last (ISO, inclusive); ``usual``: days from one reporting day to the next."""

    first: str
    last: str
    days: int
    usual: int


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet: how many reports of it hold, how many carry no date, how many on each day, and its silences."""

    name: str
    reports: int
    undated: int
    days: tuple[tuple[str, int], ...]
    silences: tuple[Silence, ...]


def coverage(conn: Connection, since: str | None = None, until: str | None = None) -> list[Outlet]:
    """Every outlet, the one with most reports first; ``since`` and ``until`` bound the days of publication, inclusive."""
    day = func.substr(version.c.published, 1, 10)
    query = select(version.c.outlet, day, func.count()).join(report, report.c.version == version.c.id)
    if since is not None:
        query = query.where(day >= since)
    if until is not None:
        query = query.where(day <= until)
    found: dict[str, dict[str | None, int]] = {}
    for outlet, published, number in conn.execute(query.group_by(version.c.outlet, day)):
        found.setdefault(outlet, {})[published] = number
    last = max((each for days in found.values() for each in days if each), default=None)
    outlets = [_outlet(name, days, until or last) for name, days in found.items()]
    return sorted(outlets, key=lambda outlet: (-outlet.reports, outlet.name))


def silences(days: Sequence[str], last: str | None) -> tuple[Silence, ...]:
    """The silences between reporting days (ISO, rising) and from the last of them to ``last``, by RULE."""
    if len(days) < ENOUGH_DAYS:
        return ()
    known = [date.fromisoformat(each).toordinal() for each in days]
    usual = median_low([later - earlier for earlier, later in pairwise(known)])
    end = [] if last is None else [date.fromisoformat(last).toordinal() + 1]
    found = []
    for earlier, later in pairwise([*known, *end]):
        quiet = later - earlier - 1
        if quiet > FEWEST_QUIET_DAYS and quiet >= TIMES_USUAL * usual:
            found.append(Silence(_day(earlier + 1), _day(later - 1), quiet, usual))
    return tuple(found)


def _outlet(name: str, days: dict[str | None, int], last: str | None) -> Outlet:
    dated = sorted((each, number) for each, number in days.items() if each)
    quiet = silences([each for each, _ in dated], last)
    return Outlet(name, sum(days.values()), sum(n for each, n in days.items() if not each), tuple(dated), quiet)


def _day(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat()
