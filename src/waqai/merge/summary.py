"""The view of an incident: what its sightings say between them, each value by a written policy (docs/decisions)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import prod

from waqai.errors import InputError
from waqai.merge.most import (
    finest_places,
    left_status,
    most_exact_kind,
    most_told,
    narrowest_day,
    one_of_each_target,
    one_of_each_weapon,
)
from waqai.merge.tolls import revisions, toll
from waqai.model.incident import Incident
from waqai.model.judgement import SAME, Judgement
from waqai.model.sighting import Sighting

_SUREST = 0.99


def summarise(incident_id: str, sightings: Iterable[Sighting], judgements: Iterable[Judgement] = ()) -> Incident:
    """The incident of these sightings; ``judgements`` are those between them. Raises InputError without a sighting."""
    told = sorted(sightings, key=lambda s: (s.published or "", s.id))
    if not told:
        raise InputError(f"{incident_id}: an incident needs a sighting")
    kind = most_exact_kind(told)
    events = [sighting.event for sighting in told]
    published = [sighting.published for sighting in told if sighting.published is not None]
    return Incident(
        id=incident_id,
        kind=kind,
        family=next(event.family for event in events if event.kind == kind),
        status=left_status(told),
        sightings=tuple(told),
        when=narrowest_day(told),
        places=finest_places(told),
        perpetrators=most_told([a for e in events for a in e.perpetrators]),
        against=most_told([a for e in events for a in e.against]),
        weapons=one_of_each_weapon([w for e in events for w in e.weapons]),
        targets=one_of_each_target([t for e in events for t in e.targets]),
        killed=toll(told, "killed"),
        injured=toll(told, "injured"),
        revisions=revisions(told),
        sources=tuple(dict.fromkeys(sighting.source or sighting.report for sighting in told)),
        first_published=published[0] if published else None,
        last_published=published[-1] if published else None,
        confidence=_confidence(told, list(judgements)),
    )


def _confidence(told: Sequence[Sighting], judgements: Sequence[Judgement]) -> float:
    """That one of the outlets read it right, and that the weakest link between the sightings holds."""
    best: dict[str, float] = {}
    for sighting in told:
        outlet = sighting.source or sighting.report
        best[outlet] = max(best.get(outlet, 0.0), sighting.event.confidence)
    happened = 1 - prod(1 - confidence for confidence in best.values())
    return round(min(_SUREST, happened) * _weakest(told, judgements), 3)


def _weakest(told: Sequence[Sighting], judgements: Sequence[Judgement]) -> float:
    """Each sighting holds by its strongest link; the weakest of these is the incident's."""
    links = {sighting.id: 0.0 for sighting in told}
    for one in judgements:
        if one.verdict == SAME and one.left in links and one.right in links:
            for end in (one.left, one.right):
                links[end] = max(links[end], one.score)
    judged = [score for score in links.values() if score > 0]
    return min(judged) if judged and len(told) > 1 else 1.0
