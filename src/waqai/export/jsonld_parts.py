"""The nodes of linked data that an incident is made of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from waqai.export.actors import actor_label
from waqai.export.dossier import Dossier
from waqai.export.words import claims_in_words, label, place_name
from waqai.model.claim import Claim
from waqai.model.record import Actor, Place
from waqai.model.span import Span
from waqai.store import ReportRow

Node = dict[str, Any]
_AROUND = 32  # code points before and after a quotation
CONTEXT: dict[str, Any] = {
    "@vocab": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "waqai": "urn:waqai:",
    "url": {"@type": "@id"},
    "recordedIn": {"@type": "@id"},
    "about": {"@type": "@id"},
    "appearance": {"@type": "@id"},
    "oa:hasBody": {"@type": "@id"},
    "oa:hasSource": {"@type": "@id"},
}


def event(dossier: Dossier, language: str) -> Node:
    """The incident."""
    incident = dossier.incident
    tolls = (("killed", incident.killed), ("injured", incident.injured))
    return _known(
        {
            "@id": f"waqai:incident:{incident.id}",
            "@type": "Event",
            "identifier": incident.id,
            "additionalType": f"urn:waqai:kind:{incident.kind}",
            "name": label("kinds", incident.kind, language),
            "startDate": incident.when.start,
            "endDate": incident.when.end,
            "location": [_place(place, language) for place in incident.places],
            "organizer": [_actor(actor) for actor in incident.perpetrators],
            "description": "; ".join(claims_in_words(tolls)),
            "recordedIn": [f"waqai:report:{report.id}" for report in dossier.told_by()],
            "waqai:status": incident.status,
        }
    )


def article(report: ReportRow) -> Node:
    """A report."""
    return _known(
        {
            "@id": f"waqai:report:{report.id}",
            "@type": "NewsArticle",
            "headline": report.title.strip(),
            "datePublished": report.published,
            "inLanguage": report.lang,
            "publisher": {"@type": "Organization", "name": report.outlet},
            "url": report.url,
        }
    )


def claim(incident: str, said: Claim, report: ReportRow) -> Iterator[Node]:
    """A value that a report gives, and the annotation of the words that say it."""
    page = {
        "@id": f"waqai:claim:{said.id}",
        "@type": "Claim",
        "about": f"waqai:incident:{incident}",
        "appearance": f"waqai:report:{report.id}",
        "datePublished": report.published,
        "author": None if said.claimant is None else {"@type": "Thing", "name": said.claimant},
        "text": said.words,
        "waqai:field": said.field,
        "waqai:value": said.value,
        "waqai:rule": said.rule,
    }
    yield _known(page)
    if said.span is not None:
        yield _annotation(said, said.span, report)


def _annotation(said: Claim, span: Span, report: ReportRow) -> Node:
    text = f"{report.title}\n{report.text}"
    quote = {
        "@type": "oa:TextQuoteSelector",
        "oa:exact": text[span.start : span.end],
        "oa:prefix": text[max(0, span.start - _AROUND) : span.start],
        "oa:suffix": text[span.end : span.end + _AROUND],
    }
    position = {
        "@type": "oa:TextPositionSelector",
        "oa:start": span.start,
        "oa:end": span.end,
        "waqai:unit": "Unicode code points",
    }
    return {
        "@id": f"waqai:annotation:{said.id}",
        "@type": "oa:Annotation",
        "oa:hasBody": f"waqai:claim:{said.id}",
        "oa:hasTarget": {"oa:hasSource": f"waqai:report:{report.id}", "oa:hasSelector": [position, quote]},
    }


def _place(place: Place, language: str) -> Node:
    point = None if place.lat is None else {"@type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon}
    held = {"@type": "PostalAddress", "addressRegion": place.admin1, "addressCountry": place.country}
    page = {"@type": "Place", "name": place_name(place, language), "identifier": place.id, "geo": point}
    return _known(page | {"address": _known(held), "waqai:level": place.level})


def _actor(actor: Actor) -> Node:
    kind = "Person" if (actor.id or "").startswith("person:") else "Organization" if actor.id else "Thing"
    return _known({"@type": kind, "name": actor_label(actor, "en"), "identifier": actor.id})


def _known(page: Node) -> Node:
    """Without what is not known."""
    return {key: value for key, value in page.items() if value not in (None, "", [])}
