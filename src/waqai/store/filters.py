"""What to ask of the incidents: one filter for lists, maps, charts, exports and searches, and its conditions in SQL."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, func, not_, or_, select

from waqai.packs.fold import fold
from waqai.store.tables import facet, overview, report, review, sighting
from waqai.store.wording import holds

Box = tuple[float, float, float, float]
STATES = ("machine", "reviewed", "second_read", "final", "needs_work", "rejected")


@dataclass(frozen=True, slots=True)
class Filter:
    """All that is set must hold; of several values in one field any may. Days are ISO days, both ends inclusive.

    ``since``/``until``: the event's days overlap these (an undated one never does). ``published_since``/``_until``: some
    report was published in between. ``places``, ``actors``: names in any spelling, or ids. ``box``: west, south, east,
    north in degrees (countries and seas are in no box); west of more than east crosses the 180th meridian. ``min_killed`` and the others compare the lowest
    figure that is told with the minimum, and it with the maximum. ``located``: with a position, or without. ``words``:
    some report has all of them. ``states``: of the review, "machine" where there was none. ``assigned``:
    to somebody to read ("" for nobody). ``outdated``: what it says changed after its last review, or did not.
    """

    since: str | None = None
    until: str | None = None
    published_since: str | None = None
    published_until: str | None = None
    places: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    box: Box | None = None
    kinds: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    weapons: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    min_killed: int | None = None
    max_killed: int | None = None
    min_injured: int | None = None
    max_injured: int | None = None
    min_outlets: int | None = None
    disputed: bool | None = None
    located: bool | None = None
    words: str | None = None
    states: tuple[str, ...] = ()
    assigned: str | None = None
    changed_since: str | None = None
    outdated: bool | None = None


_READ = STATES[1:4]  # by somebody, and found right
EVERYTHING = Filter()
_MANY = 2000  # incidents with a value: from here on a list asks its first rows, not for all of them
_NOWHERE = ("country", "region", "sea")  # places too large to be in a box
_FACETS = (  # field of the filter -> name of the facet
    ("places", "place"),
    ("countries", "country"),
    ("kinds", "kind"),
    ("statuses", "status"),
    ("actors", "actor"),
    ("weapons", "weapon"),
    ("targets", "target"),
    ("groups", "group"),
    ("sources", "source"),
)


def conditions(asked: Filter, dialect: str, probed: Collection[str] = ()) -> ColumnElement[bool]:
    """The filter as one condition on the rows of ``overview``.

    ``probed``: fields that each row is asked for in turn, which is quicker where the first rows in order will do.
    """
    parts = [*_days(asked), *_facets(asked, probed), *_space(asked), *_figures(asked), *_others(asked, dialect)]
    return and_(True, *parts)


def common(conn: Connection, asked: Filter) -> frozenset[str]:
    """The fields whose values very many incidents have."""
    found = set()
    for field, name in _FACETS:
        if values := getattr(asked, field):
            some = _having(name, values).limit(_MANY).subquery()
            if conn.execute(select(func.count()).select_from(some)).scalar() == _MANY:
                found.add(field)
    return frozenset(found)


def _days(asked: Filter) -> Iterator[ColumnElement[bool]]:
    row = overview.c
    if asked.since is not None:
        yield row.end >= asked.since
    if asked.until is not None:
        yield row.start <= asked.until
    if asked.published_since is not None:
        yield row.last_published >= asked.published_since
    if asked.published_until is not None:
        yield row.first_published <= asked.published_until
    if asked.changed_since is not None:
        yield row.changed >= asked.changed_since


def _facets(asked: Filter, probed: Collection[str]) -> Iterator[ColumnElement[bool]]:
    for field, name in _FACETS:
        if values := getattr(asked, field):
            having = _having(name, values)
            if field in probed:
                yield exists(having.where(facet.c.incident == overview.c.incident))
            else:
                yield overview.c.incident.in_(having)
    if asked.families:
        yield overview.c.family.in_(asked.families)


def _having(name: str, values: Iterable[str]) -> Select[str]:
    folded = sorted({fold(value) for value in values})
    return select(facet.c.incident).where(facet.c.name == name, facet.c.value.in_(folded))


def _space(asked: Filter) -> Iterator[ColumnElement[bool]]:
    lat, lon = overview.c.lat, overview.c.lon
    if asked.box is not None:
        west, south, east, north = asked.box
        yield lat.between(south, north)
        yield overview.c.level.not_in(_NOWHERE)
        yield lon.between(west, east) if west <= east else or_(lon >= west, lon <= east)
    if asked.located is not None:
        yield lat.is_not(None) if asked.located else lat.is_(None)


def _figures(asked: Filter) -> Iterator[ColumnElement[bool]]:
    row = overview.c
    bounds = (
        (row.killed_low, asked.min_killed, asked.max_killed),
        (row.injured_low, asked.min_injured, asked.max_injured),
        (row.outlets, asked.min_outlets, None),
    )
    for column, least, most in bounds:
        if least is not None:
            yield column >= least
        if most is not None:
            yield column <= most
    if asked.disputed is not None:
        yield row.disputed.is_(asked.disputed)


def _others(asked: Filter, dialect: str) -> Iterator[ColumnElement[bool]]:
    if asked.words is not None:
        found = select(sighting.c.incident).join(report, report.c.id == sighting.c.report)
        yield overview.c.incident.in_(found.where(sighting.c.current, holds(dialect, asked.words)))
    if asked.assigned is not None:
        given = select(review.c.incident).where(review.c.assigned.is_not(None))
        theirs = overview.c.incident.in_(given.where(review.c.assigned == asked.assigned))
        yield theirs if asked.assigned else overview.c.incident.not_in(given)
    if asked.outdated is not None:
        last = review.alias()  # lists join the table itself
        later = select(last.c.incident).where(last.c.incident == overview.c.incident, last.c.at < overview.c.changed)
        read = exists(later.where(last.c.state.in_(_READ)).correlate(overview))
        yield read if asked.outdated else not_(read)
    if asked.states:
        told = overview.c.incident.in_(select(review.c.incident).where(review.c.state.in_(asked.states)))
        none = overview.c.incident.not_in(select(review.c.incident))
        yield or_(told, none) if STATES[0] in asked.states else told
