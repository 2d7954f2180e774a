"""Everything that the formats need of an incident, gathered from the store a few hundred at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import Connection

from waqai import store
from waqai.model.claim import Claim
from waqai.model.incident import Incident
from waqai.model.record import Place, Record
from waqai.store.overviews import most_exact

_MANY = 200


@dataclass(frozen=True, slots=True)
class Dossier:
    """An incident with its claims by sighting, where they were asked for, and its reports by version.

    ``step``: its positions are rounded to so many degrees; None where they are as they were read.
    """

    incident: Incident
    claims: dict[str, list[Claim]]
    reports: dict[str, store.ReportRow]
    changed: str
    state: str
    step: float | None = None

    @property
    def place(self) -> Place | None:
        """The place of the finest level that has a position, else the first that is named."""
        return most_exact(self.incident.places)

    @property
    def point(self) -> tuple[float, float] | None:
        """Longitude and latitude, WGS84; None for an incident without a position."""
        place = self.place
        if place is None or place.lon is None or place.lat is None:
            return None
        return place.lon, place.lat

    def told_by(self) -> list[store.ReportRow]:
        """The reports, each once, in order of publication."""
        names = dict.fromkeys(sighting.report for sighting in self.incident.sightings)
        return [self.reports[name] for name in names if name in self.reports]


def dossiers(conn: Connection, asked: store.Filter, *, claims: bool = False) -> Iterator[Dossier]:
    """The incidents that meet the filter, oldest first; ``claims``: with their claims, which are most of a store."""
    rows = store.every_incident(conn, asked)
    while chunk := list(islice(rows, _MANY)):
        yield from _of_rows(conn, chunk, claims=claims)


def records(conn: Connection, asked: store.Filter) -> Iterator[tuple[store.ReportRow, Record]]:
    """The reports behind those incidents with what was read in them; with no condition at all, every report that is kept."""
    if asked == store.Filter():
        yield from store.current_reports(conn)
        return
    seen: set[str] = set()
    for dossier in dossiers(conn, asked):
        for report in dossier.told_by():
            if report.id not in seen:
                seen.add(report.id)
                yield report, store.record_of(conn, report.id)


def _of_rows(conn: Connection, rows: Iterable[store.Row], *, claims: bool) -> Iterator[Dossier]:
    known = {row.incident: row for row in rows}
    made = list(store.incidents_of(conn, known))
    sightings = [sighting for incident in made for sighting in incident.sightings]
    said = store.claims_of_sightings(conn, [sighting.id for sighting in sightings]) if claims else {}
    reports = store.reports_of(conn, dict.fromkeys(sighting.report for sighting in sightings))
    for incident in made:
        row = known[incident.id]
        own = {sighting.id: said.get(sighting.id, []) for sighting in incident.sightings if claims}
        told = {sighting.report: reports[sighting.report] for sighting in incident.sightings}
        yield Dossier(incident, own, told, row.changed, row.state)
