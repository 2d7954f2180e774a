"""One thing of the store: an incident, its claims, its history; a report, its versions; the words found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from waqai.errors import Missing, StoreError
from waqai.messages import say
from waqai.model.claim import Claim
from waqai.model.incident import Incident
from waqai.model.record import Record, Report
from waqai.model.span import Span
from waqai.store.plain import from_text, in_chunks
from waqai.store.sightings import members, sightings
from waqai.store.tables import claim, incident, overview, reading, report, sighting, version


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A version of a report as it is kept. ``id``: report and number (``r….1``); ``current``: it is the one that holds."""

    id: str
    report: str
    number: int
    current: bool
    name: str
    title: str
    text: str
    published: str | None
    outlet: str
    source: str | None
    url: str | None
    lang: str | None
    added: str
    capture: int
    extra: dict[str, str] = field(default_factory=dict)

    def to_report(self) -> Report:
        """The report as the engine takes it."""
        return Report(self.name, self.text, self.title, self.published, self.source, self.lang, self.extra)


def resolve(conn: Connection, name: str) -> str:
    """The incident that an id leads to today, through every merge since. Raises StoreError for an id never given."""
    at = name
    for _ in range(10_000):
        row = conn.execute(select(incident.c.leads_to).where(incident.c.id == at)).one_or_none()
        if row is None:
            raise Missing(say("error.no_incident", name=name))
        if row.leads_to is None:
            return at
        at = row.leads_to
    raise StoreError(say("error.circle", name=name))


def names_of(conn: Connection, home: str) -> list[str]:
    """Every id that leads to an incident, its own first."""
    found = [home]
    for name in found:  # grows as it goes
        found += conn.scalars(select(incident.c.id).where(incident.c.leads_to == name).order_by(incident.c.seq))
    return found


def incident_of(conn: Connection, name: str) -> Incident:
    """The incident that an id leads to. Raises StoreError for an id never given, or one that no report tells any more."""
    found = resolve(conn, name)
    for made in incidents_of(conn, [found]):
        return made
    raise Missing(say("error.untold", name=name))


def incidents_of(conn: Connection, names: Iterable[str]) -> Iterator[Incident]:
    """The incidents of these ids, in their order, with their sightings; ids that hold nothing are left out."""
    for chunk in in_chunks(names, 200):
        query = select(overview.c.incident, overview.c.view).where(overview.c.incident.in_(chunk))
        views = {row.incident: from_text(row.view, Incident) for row in conn.execute(query)}
        homes = members(conn, views)
        known = sightings(conn, homes)
        held: dict[str, list[str]] = {}
        for name, home in homes.items():
            held.setdefault(home, []).append(name)
        for name in chunk:
            if name in views and name in held:
                told = sorted((known[each] for each in held[name]), key=lambda s: (s.published or "", s.id))
                yield replace(views[name], sightings=tuple(told))


def report_of(conn: Connection, name: str) -> ReportRow:
    """A version by its id, or the version of a report that holds. Raises StoreError when there is none."""
    wanted = version.c.id == name if "." in name else report.c.version == version.c.id
    query = _versions().where(wanted) if "." in name else _versions().where(wanted, report.c.id == name)
    row = conn.execute(query).one_or_none()
    if row is None:
        raise Missing(say("error.no_report", name=name))
    return _report_row(row)


def versions_of(conn: Connection, name: str) -> list[ReportRow]:
    """Every version of a report, oldest first."""
    query = _versions().where(version.c.report == name).order_by(version.c.number)
    return [_report_row(row) for row in conn.execute(query)]


def reports_of(conn: Connection, names: Iterable[str]) -> dict[str, ReportRow]:
    """Versions by their ids."""
    found: dict[str, ReportRow] = {}
    for chunk in in_chunks(names):
        found.update((row.id, _report_row(row)) for row in conn.execute(_versions().where(version.c.id.in_(chunk))))
    return found


def current_reports(conn: Connection) -> Iterator[tuple[ReportRow, Record]]:
    """Every report's version that holds, with its record, in the order in which they came."""
    last = 0
    while True:
        query = (
            _versions()
            .add_columns(reading.c.record, report.c.seq.label("rank"))
            .join(reading, reading.c.seq == report.c.reading)
            .where(report.c.version == version.c.id, report.c.seq > last)
            .order_by(report.c.seq)
            .limit(200)
        )
        rows = conn.execute(query).all()
        if not rows:
            return
        for row in rows:
            yield _report_row(row), from_text(row.record, Record)
        last = rows[-1].rank


def report_rows(conn: Connection) -> Iterator[tuple[ReportRow, str]]:
    """Every version ever kept with its fingerprint, in the order in which they came."""
    for row in conn.execute(_versions().order_by(version.c.seq), execution_options={"yield_per": 200}):
        yield _report_row(row), row.digest


def record_of(conn: Connection, name: str) -> Record:
    """What was last read in a version, or in the version of a report that holds."""
    row = report_of(conn, name)
    query = select(reading.c.record).where(reading.c.version == row.id).order_by(reading.c.seq.desc()).limit(1)
    return from_text(conn.execute(query).scalar_one(), Record)


def claims_of_sightings(conn: Connection, names: Iterable[str]) -> dict[str, list[Claim]]:
    """Sighting -> its claims as last read, in the order of the record."""
    found: dict[str, list[Claim]] = {}
    for chunk in in_chunks(names):
        query = (
            select(claim)
            .join(sighting, (sighting.c.id == claim.c.sighting) & (sighting.c.reading == claim.c.reading))
            .where(claim.c.sighting.in_(chunk))
            .order_by(claim.c.seq)
        )
        for row in conn.execute(query):
            found.setdefault(row.sighting, []).append(claim_of_row(row))
    return found


def claim_of_row(row: Any) -> Claim:
    """The claim of a row of the table."""
    names = ("id", "sighting", "field", "value", "words", "start", "end", "rule", "claimant")
    values = [getattr(row, name) for name in names]
    name, owner, kind, value, words, start, end, rule, claimant = values
    span = None if start is None else Span(start, end)
    return Claim(name, owner, kind, value, words, span, rule, claimant)


def _versions() -> Any:
    return select(version, report.c.version.label("holding")).join(report, report.c.id == version.c.report)


def _report_row(row: Any) -> ReportRow:
    plain = ("id", "report", "number", "name", "title", "text", "published", "outlet", "source", "url", "lang")
    values = {name: getattr(row, name) for name in (*plain, "added", "capture")}
    extra = msgspec.json.decode(row.extra, type=dict[str, str])
    return ReportRow(**values, current=row.holding == row.id, extra=extra)
