"""The public view of an incident: nothing in it can name or find a victim, a witness or another private person.

Who is named in a report's words cannot be known for certain, so no words of any report go out at all: each is replaced by
a marker, and its offsets are left out. What stays is what was read out of the words: kinds, days, numbers, groups, known
actors and bodies, places of the index. Left out besides: titles, texts, ages, actors and speakers that are not known public
ones, outlets that are a person's mailbox, account or folder, addresses (URLs) that spell words, originals. Positions are rounded
(`waqai.export.coarse`). Claims are made anew of what is left, so that not even their ids follow from the words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from waqai.claims import claims_of
from waqai.export.coarse import STEP, coarse
from waqai.export.dossier import Dossier
from waqai.export.outlets import public_outlet, public_url
from waqai.export.words import MARK, SOURCE_OF
from waqai.model.claim import Claim
from waqai.model.incident import Incident, Toll, TollClaim
from waqai.model.record import Actor, Event, Figure, Harm, Place, Record, Source, Statement, Target, Weapon, When
from waqai.model.sighting import Sighting
from waqai.model.span import Span
from waqai.store import ReportRow

_Part = TypeVar("_Part", Weapon, Target, Harm, Source)
NOWHERE = Span(0, 0)


def withhold(dossier: Dossier, step: float = STEP) -> Dossier:
    """The dossier without what names or finds private persons; positions rounded to ``step`` degrees."""
    reports = {name: withhold_report(report) for name, report in dossier.reports.items()}
    outlets = {dossier.reports[name].outlet: report.outlet for name, report in reports.items()}
    incident = _incident(dossier.incident, reports, outlets, step)
    claims = {each.id: _claims(each) for each in incident.sightings if each.id in dossier.claims}
    return replace(dossier, incident=incident, claims=claims, reports=reports, step=step)


def withhold_report(report: ReportRow) -> ReportRow:
    """Who published it and when, without its words."""
    outlet = public_outlet(report) or MARK
    url = public_url(report.url)
    title = MARK if report.title.strip() else ""
    return replace(report, name=report.id, source=url or outlet, outlet=outlet, url=url, title=title, text="", extra={})


def withhold_record(record: Record, report: ReportRow, step: float = STEP) -> Record:
    """A record without words; ``report`` is the withheld one."""
    return replace(
        record,
        id=report.report,
        source=report.source,
        title=report.title,
        events=tuple(withhold_event(event, step) for event in record.events),
        statements=tuple(map(_statement, record.statements)),
    )


def withhold_event(event: Event, step: float = STEP) -> Event:
    """An event with its values and without words or offsets."""
    return replace(
        event,
        span=NOWHERE,
        text=MARK,
        when=_when(event.when),
        places=tuple(_place(each, step) for each in event.places),
        perpetrators=tuple(map(_actor, event.perpetrators)),
        against=tuple(map(_actor, event.against)),
        weapons=tuple(map(_words, event.weapons)),
        targets=tuple(map(_words, event.targets)),
        killed=_figure(event.killed),
        injured=_figure(event.injured),
        harm=tuple(replace(_words(harm), age=None) for harm in event.harm),
        sources=tuple(map(_words, event.sources)),
        claims=tuple(replace(c, killed=_figure(c.killed), injured=_figure(c.injured)) for c in event.claims),
    )


def _incident(
    incident: Incident, reports: Mapping[str, ReportRow], outlets: Mapping[str, str], step: float
) -> Incident:
    named = {s.name for sighting in incident.sightings for s in sighting.event.sources if s.name is not None}
    return replace(
        incident,
        sightings=tuple(_sighting(each, reports[each.report], step) for each in incident.sightings),
        when=_when(incident.when),
        places=tuple(_place(each, step) for each in incident.places),
        perpetrators=tuple(map(_actor, incident.perpetrators)),
        against=tuple(map(_actor, incident.against)),
        weapons=tuple(map(_words, incident.weapons)),
        targets=tuple(map(_words, incident.targets)),
        killed=_toll(incident.killed, named, outlets),
        injured=_toll(incident.injured, named, outlets),
        sources=tuple(dict.fromkeys(outlets.get(source, MARK) for source in incident.sources)),
    )


def _sighting(sighting: Sighting, report: ReportRow, step: float) -> Sighting:
    return replace(sighting, event=withhold_event(sighting.event, step), source=report.outlet, title=report.title)


def _claims(sighting: Sighting) -> list[Claim]:
    """The claims of a withheld sighting."""
    made = claims_of(sighting.id, sighting.event)
    return [replace(claim, words=claim.words and MARK, span=None) for claim in made]


def _words(part: _Part) -> _Part:
    return replace(part, text=MARK, span=NOWHERE)


def _when(when: When) -> When:
    return replace(when, text=when.text and MARK, span=None)


def _figure(figure: Figure | None) -> Figure | None:
    return None if figure is None else replace(figure, text=MARK, span=NOWHERE)


def _place(place: Place, step: float) -> Place:
    return replace(coarse(place, step), text=MARK, span=NOWHERE, why=None)


def _actor(actor: Actor) -> Actor:
    """Somebody with an id is in the list of public actors; anybody else may be a private person."""
    if actor.id is None:
        return Actor(MARK, NOWHERE, stated=actor.stated)
    return replace(actor, text=MARK, span=NOWHERE)


def _statement(statement: Statement) -> Statement:
    return replace(
        statement,
        speaker=MARK,
        role=statement.role and MARK,
        quote=statement.quote and MARK,
        sentence=MARK,
        span=None,
        sentence_span=NOWHERE,
    )


def _toll(toll: Toll | None, named: set[str], outlets: Mapping[str, str]) -> Toll | None:
    """The same range; its reason only where everybody that it names may be named."""
    if toll is None:
        return None
    claims = tuple(_toll_claim(claim, named, outlets) for claim in toll.claims)
    same = all(new.claimant == old.claimant for new, old in zip(claims, toll.claims, strict=True))
    return replace(toll, claims=claims, why=toll.why if same else MARK)


def _toll_claim(claim: TollClaim, named: set[str], outlets: Mapping[str, str]) -> TollClaim:
    name = claim.claimant
    if name in named:
        return claim
    of = SOURCE_OF if name.startswith(SOURCE_OF) else ""
    return replace(claim, claimant=of + outlets.get(name.removeprefix(of), MARK))
