"""The entities of FollowTheMoney that an incident is made of."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

from waqai.export.actors import actor_label
from waqai.export.dossier import Dossier
from waqai.export.words import MARK, claims_in_words, country, label, place_name
from waqai.model.record import Actor, Place
from waqai.store import ReportRow

Entity = dict[str, Any]
_COLON = (":", "-")  # an id has letters, digits, points and hyphens alone


def entity(id: str, schema: str, **properties: str | Iterable[str | None] | None) -> Entity:  # noqa: A002 - FtM's name
    """An entity with what is known of it: every property is a list of strings."""
    listed = {name: _list(values) for name, values in properties.items()}
    return {"id": id, "schema": schema, "properties": {name: values for name, values in listed.items() if values}}


def event(dossier: Dossier, language: str) -> Entity:
    """The incident itself."""
    incident = dossier.incident
    return entity(
        incident.id,
        "Event",
        name=_title(dossier, language),
        startDate=incident.when.start,
        endDate=incident.when.end,
        country=_countries(incident.places),
        location=(_full(place) for place in incident.places),
        addressEntity=(address_id(place) for place in incident.places),
        involved=(actor_id(actor) for actor in known((*incident.perpetrators, *incident.against))),
        proof=(report.id for report in dossier.told_by()),
        summary=claims_in_words((("killed", incident.killed), ("injured", incident.injured))),
        description=(s.event.text for s in incident.sightings if s.event.text != MARK),
        keywords=(
            incident.kind,
            incident.status,
            *(w.kind for w in incident.weapons),
            *(t.kind for t in incident.targets),
        ),
        publisher=incident.sources,
        sourceUrl=(report.url for report in dossier.told_by()),
        recordId=incident.id,
        modifiedAt=dossier.changed,
    )


def article(report: ReportRow) -> Entity:
    """A report behind it."""
    return entity(
        report.id,
        "Article",
        title=report.title.strip(),
        name=report.title.strip() or report.id,
        publishedAt=report.published,
        publisher=report.outlet,
        sourceUrl=report.url,
        language=_language(report.lang),
        bodyText=report.text,
    )


def address(place: Place) -> Entity:
    """A place."""
    return entity(
        address_id(place),
        "Address",
        full=_full(place),
        city=place_name(place) if place.level == "settlement" else None,
        state=place.admin1,
        country=_countries([place]),
        latitude=_number(place.lat),
        longitude=_number(place.lon),
    )


def address_id(place: Place) -> str:
    """The place's own id; one made of what it says where it has none."""
    if place.id is not None:
        return place.id.replace(*_COLON)
    said = "\x1f".join(map(str, (place.text, place.level, place.admin1, place.country, place.lat, place.lon)))
    return "place-" + hashlib.sha256(said.encode()).hexdigest()[:16]


def known(actors: Iterable[Actor]) -> Iterator[Actor]:
    """Those of the public list."""
    return (actor for actor in actors if actor.id is not None)


def side(actor: Actor) -> Entity:
    """A public actor: a person or a body."""
    schema = "Person" if (actor.id or "").startswith("person:") else "Organization"
    return entity(actor_id(actor), schema, name=actor_label(actor, "en"))


def actor_id(actor: Actor) -> str:
    """The id of a public actor as FollowTheMoney allows it."""
    return (actor.id or "").replace(*_COLON)


def link(dossier: Dossier, actor: Actor, role: str) -> Entity:
    """In which role an actor was involved."""
    incident = dossier.incident
    key = f"{incident.id}-{role}-{actor_id(actor)}"
    proof = [report.id for report in dossier.told_by()]
    return entity(key, "UnknownLink", subject=actor_id(actor), object=incident.id, role=role, proof=proof)


def _list(values: str | Iterable[str | None] | None) -> list[str]:
    every = [values] if isinstance(values, str) else values or ()
    return list(dict.fromkeys(value for value in every if value))


def _title(dossier: Dossier, language: str) -> str:
    """Kind, place and day."""
    place = None if dossier.place is None else place_name(dossier.place, language)
    kind = label("kinds", dossier.incident.kind, language)
    return ", ".join(part for part in (kind, place, dossier.incident.when.start) if part)


def _full(place: Place) -> str | None:
    names = dict.fromkeys((place_name(place), place.admin1, country(place.country)))
    return ", ".join(name for name in names if name) or None


def _countries(places: Iterable[Place]) -> list[str]:
    return [place.country.lower() for place in places if place.country]


def _language(tag: str | None) -> str | None:
    """FollowTheMoney writes languages with three letters."""
    return {"ar": "ara", "en": "eng", "uk": "ukr", "ru": "rus", "fa": "fas"}.get((tag or "")[:2])


def _number(degrees: float | None) -> str | None:
    return None if degrees is None else str(degrees)
