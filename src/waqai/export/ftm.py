"""Incidents as FollowTheMoney entities, one a line: Event, Article, Address, Organization, Person and the links between.

Only actors of the public list become entities. FollowTheMoney knows who was involved in an event, and not in which role: an
UnknownLink says the role in words. Figures stand in the event's summary, with who says them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from waqai.export.dossier import Dossier
from waqai.export.ftm_parts import address, article, event, known, link, side
from waqai.export.options import Options
from waqai.export.plain import write_lines

Entity = dict[str, Any]


def write_ftm(dossiers: Iterable[Dossier], stream: BinaryIO, options: Options) -> None:
    """Write an entity a line, each once."""
    write_lines(_each_once(dossiers, options), stream)


def entities(dossier: Dossier, language: str = "en") -> Iterator[Entity]:
    """An incident's entities, the event first."""
    yield event(dossier, language)
    yield from (address(place) for place in dossier.incident.places)
    yield from map(article, dossier.told_by())
    for role, actors in (("perpetrator", dossier.incident.perpetrators), ("against", dossier.incident.against)):
        for actor in known(actors):
            yield side(actor)
            yield link(dossier, actor, role)


def _each_once(dossiers: Iterable[Dossier], options: Options) -> Iterator[Entity]:
    seen: set[str] = set()
    for dossier in dossiers:
        for made in entities(dossier, options.language):
            if made["id"] not in seen:
                seen.add(made["id"])
                yield made
