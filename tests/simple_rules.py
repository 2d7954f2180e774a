"""Rules of merging that a test can foresee: one place, one day and one kind of violence make one incident."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.model.incident import Incident, Toll
from waqai.model.judgement import NOT_SAME, SAME, Judgement, Reason
from waqai.model.sighting import Sighting
from waqai.store.rules import Rules


def blocks(sighting: Sighting) -> frozenset[str]:
    return frozenset(f"{sighting.event.family}|{place.id or place.text}" for place in sighting.event.places)


def judge(left: Sighting, right: Sighting) -> Judgement:
    days = left.event.when.start, right.event.when.start
    same = days[0] == days[1] and left.event.kind == right.event.kind and left.report != right.report
    reasons = (Reason("day", 1.0 if same else -1.0, *days),)
    return Judgement(left.id, right.id, SAME if same else NOT_SAME, 1.0 if same else -1.0, reasons)


def cluster(ids: Sequence[str], judgements: Sequence[Judgement]) -> list[tuple[str, ...]]:
    """A person's words first, then the rules': two groups join unless a person holds members of them apart."""
    group = {name: {name} for name in ids}
    apart = {frozenset((j.left, j.right)) for j in judgements if j.verdict == NOT_SAME and j.by != "rule"}
    for each in sorted(judgements, key=lambda j: (j.by == "rule", j.left, j.right)):
        one, other = group[each.left], group[each.right]
        if one is other or each.verdict != SAME:
            continue
        if not apart or not any(frozenset((a, b)) in apart for a in one for b in other):
            one |= other
            group.update(dict.fromkeys(other, one))
    seen = {id(members): members for members in group.values()}
    order = {name: at for at, name in enumerate(ids)}
    return sorted((tuple(sorted(m, key=order.__getitem__)) for m in seen.values()), key=lambda g: order[g[0]])


def summarise(incident: str, sightings: Sequence[Sighting], judgements: Sequence[Judgement]) -> Incident:
    first = min(sightings, key=lambda s: (s.published or "", s.id)).event
    figures = [s.event.killed for s in sightings if s.event.killed]
    killed = None
    if figures:
        highs = [f.high for f in figures]
        high = None if None in highs else max(h for h in highs if h is not None)
        killed = Toll(min(f.low for f in figures), high, None, "the range of all sources", len(set(figures)) > 1)
    published = sorted(s.published for s in sightings if s.published)
    return Incident(
        id=incident, kind=first.kind, family=first.family, status=first.status, sightings=tuple(sightings),
        when=first.when, places=first.places, perpetrators=first.perpetrators, against=first.against,
        weapons=first.weapons, targets=first.targets, killed=killed,
        sources=tuple(dict.fromkeys(s.source for s in sightings if s.source)),
        first_published=published[0] if published else None, last_published=published[-1] if published else None,
    )  # fmt: skip


SIMPLE = Rules(blocks, judge, cluster, summarise)
