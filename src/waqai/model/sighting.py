"""A sighting: one event as one report tells it, with what is known of the report. Incidents are made of sightings."""

from __future__ import annotations

from dataclasses import dataclass

from waqai.model.record import Event


@dataclass(frozen=True, slots=True)
class Sighting:
    """``id`` is ``<report>/<event id>``; ``report`` names one version of one report; ``published`` is an ISO day."""

    id: str
    report: str
    event: Event
    source: str | None = None
    title: str = ""
    published: str | None = None
    lang: str = "ar"
