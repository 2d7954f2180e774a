"""A line of the report's table of incidents: what is shown of each, in a language."""

from __future__ import annotations

from dataclasses import dataclass

from waqai.export.dossier import Dossier
from waqai.export.words import SOURCE_OF, country, figure, label, place_name
from waqai.model.incident import Toll, TollClaim


@dataclass(frozen=True, slots=True)
class Told:
    """A report behind an incident."""

    outlet: str
    published: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Said:
    """A figure with who says it; ``unnamed``: a source of that outlet. ``counts``: it shapes the range."""

    figure: str
    claimant: str
    unnamed: bool
    counts: bool


@dataclass(frozen=True, slots=True)
class Line:
    """An incident. ``status``: a label, "" when it happened, "disputed" where some say that it did not."""

    id: str
    start: str | None
    end: str | None
    kind: str
    status: str
    place: str
    killed: str
    injured: str
    disputed: bool
    said_killed: tuple[Said, ...]
    said_injured: tuple[Said, ...]
    reports: tuple[Told, ...]


def line_of(dossier: Dossier, language: str) -> Line:
    """The line of an incident. Who says what is listed where there is more than one figure."""
    incident, place = dossier.incident, dossier.place
    named = (place_name(place, language), country(place.country, language)) if place is not None else ()
    tolls = [toll for toll in (incident.killed, incident.injured) if toll is not None]
    status = incident.status if incident.status != "happened" else None
    return Line(
        id=incident.id,
        start=incident.when.start,
        end=incident.when.end if incident.when.end != incident.when.start else None,
        kind=label("kinds", incident.kind, language) or incident.kind,
        status=label("statuses", status, language) or "",
        place=" - ".join(dict.fromkeys(name for name in named if name)),
        killed=_range(incident.killed),
        injured=_range(incident.injured),
        disputed=any(toll.disputed for toll in tolls),
        said_killed=_said(incident.killed),
        said_injured=_said(incident.injured),
        reports=tuple(Told(report.outlet, report.published, report.url) for report in dossier.told_by()),
    )


def _range(toll: Toll | None) -> str:
    return "" if toll is None else figure(toll.low, toll.high)


def _said(toll: Toll | None) -> tuple[Said, ...]:
    if toll is None or len({(claim.low, claim.high) for claim in toll.claims}) < 2:
        return ()
    return tuple(map(_say, toll.claims))


def _say(claim: TollClaim) -> Said:
    name = claim.claimant
    unnamed = name.startswith(SOURCE_OF)
    return Said(figure(claim.low, claim.high), name.removeprefix(SOURCE_OF), unnamed, claim.counts)
