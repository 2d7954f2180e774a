"""The columns of the table of claims: one row a value of one report; and of the table of reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from waqai.export.column import DAY, MOMENT, WHOLE, Column
from waqai.export.dossier import Dossier
from waqai.model.claim import Claim
from waqai.model.sighting import Sighting
from waqai.store import ReportRow


@dataclass(frozen=True, slots=True)
class Said:
    """A claim with where it stands."""

    incident: str
    sighting: Sighting
    claim: Claim
    url: str | None


def said(dossiers: Iterable[Dossier]) -> Iterator[Said]:
    """The claims of incidents, incident by incident, in the order of the reports."""
    for dossier in dossiers:
        for sighting in dossier.incident.sightings:
            url = dossier.reports[sighting.report].url
            for claim in dossier.claims[sighting.id]:
                yield Said(dossier.incident.id, sighting, claim, url)


_Claim = Column[Said]
CLAIM_COLUMNS: tuple[_Claim, ...] = (
    _Claim("claim", "Id, which follows from what the claim says", lambda s: s.claim.id),
    _Claim("incident", "Incident that it is put into", lambda s: s.incident, hxl="#event+code"),
    _Claim("sighting", "Event of the report", lambda s: s.sighting.id),
    _Claim("report", "Report, with its version", lambda s: s.sighting.report),
    _Claim("field", "What it is a value of: kind, when, place, killed ...", lambda s: s.claim.field, hxl="#meta+field"),
    _Claim("value", "The value, as JSON", lambda s: s.claim.value, hxl="#meta+value"),
    _Claim("words", "The words that say it", lambda s: s.claim.words, hxl="#description"),
    _Claim(
        "start", "Where they begin in the report, in code points", lambda s: s.claim.span and s.claim.span.start, WHOLE
    ),
    _Claim(
        "end", "Where they end (the first code point after them)", lambda s: s.claim.span and s.claim.span.end, WHOLE
    ),
    _Claim("rule", "Rule that read them", lambda s: s.claim.rule),
    _Claim("claimant", "Who says so, where the report names somebody", lambda s: s.claim.claimant),
    _Claim("source", "Outlet", lambda s: s.sighting.source, hxl="#meta+source"),
    _Claim("published", "Day of the report", lambda s: s.sighting.published, DAY, "#date+reported"),
    _Claim("url", "Address of the report", lambda s: s.url, hxl="#meta+url"),
)

_Report = Column[ReportRow]
REPORT_COLUMNS: tuple[_Report, ...] = (
    _Report("report", "Id, with its version", lambda r: r.id, hxl="#meta+code"),
    _Report("title", "Its title", lambda r: r.title.strip() or None, hxl="#meta+title"),
    _Report("published", "Day of publication, where known", lambda r: r.published, DAY, "#date+reported"),
    _Report("source", "Outlet", lambda r: r.outlet, hxl="#meta+source"),
    _Report("url", "Its address", lambda r: r.url, hxl="#meta+url"),
    _Report("language", "Language that it says it is in", lambda r: r.lang, hxl="#meta+lang"),
    _Report("added", "When it came into the store", lambda r: r.added, MOMENT),
)
