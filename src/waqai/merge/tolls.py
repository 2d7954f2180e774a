"""Tolls: every claimant's figures side by side, the range that they leave, how it came about, and how it was revised.

The policy (docs/decisions/0022): the latest figure of each claimant counts; "at least" gives way to an exact figure that
bears it out; a figure that a report gives in its own voice gives way to a later day's; what then differs is disputed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from waqai.merge.figures import in_words
from waqai.model.incident import Revision, Toll, TollClaim
from waqai.model.record import Event, Figure
from waqai.model.sighting import Sighting

OUTCOMES = ("killed", "injured")


@dataclass(frozen=True, slots=True)
class _Said:
    """A figure with who says it; ``named``: a source of the report's, not the report itself."""

    claim: TollClaim
    figure: Figure
    named: bool

    @property
    def day(self) -> str:
        return self.claim.published or ""


def toll(sightings: Iterable[Sighting], outcome: str) -> Toll | None:
    """The figure of an incident; None when no report gives one."""
    said = _said(sightings, outcome)
    if not said:
        return None
    latest = _latest(said)
    current = _agreeing(latest, _not_overtaken(_borne_out(latest)))
    counting = {id(one) for one in current}
    claims = tuple(replace(one.claim, counts=id(one) in counting) for one in said)
    low, high = min(one.figure.low for one in current), _highest(current)
    disputed = len({(one.figure.low, one.figure.high) for one in current}) > 1
    best = None if disputed or low != high else low
    return Toll(low, high, best, _why(said, latest, current), disputed, claims)


def revisions(sightings: Iterable[Sighting]) -> tuple[Revision, ...]:
    """What later reports changed, in order of publication, killed before injured."""
    told = list(sightings)
    return tuple(revision for outcome in OUTCOMES for revision in _revisions(_said(told, outcome), outcome))


def write(figure: Figure | TollClaim) -> str:
    """A figure as people write it: "5", "5 or more", "1 to 30"."""
    return in_words(figure.low, figure.high)


def _said(sightings: Iterable[Sighting], outcome: str) -> list[_Said]:
    """Every figure, in order of publication; what is denied is nobody's figure."""
    found = [one for s in sightings if s.event.status != "denied" for one in _figures(s, outcome)]
    return sorted(found, key=lambda one: (one.day, one.claim.sighting, one.claim.claimant, one.figure.low))


def _figures(sighting: Sighting, outcome: str) -> Iterator[_Said]:
    event = sighting.event
    own: Figure | None = getattr(event, outcome)
    shared = [(c.source, figure) for c in event.claims if (figure := getattr(c, outcome)) is not None]
    for source, figure in shared:
        yield _make(sighting, figure, _name(event, source), named=True)
    if own is not None and all((own.low, own.high) != (f.low, f.high) for _, f in shared):
        speaker = None if shared else _speaker(event)
        yield _make(sighting, own, speaker or _outlet(sighting), named=speaker is not None)


def _make(sighting: Sighting, figure: Figure, claimant: str | None, *, named: bool) -> _Said:
    name = claimant or f"a source of {_outlet(sighting)}"
    claim = TollClaim(name, figure.low, figure.high, sighting.id, sighting.published)
    return _Said(claim, figure, named)


def _name(event: Event, source: int) -> str | None:
    """The known name of a body that speaks; None for any other, who may be a person."""
    return event.sources[source].name if source < len(event.sources) else None


def _speaker(event: Event) -> str | None:
    """The first body that the figure may come from; a side that is blamed for the event does not count its dead."""
    blamed = {actor.name for actor in event.perpetrators}
    names = (source.name for source in event.sources)
    return next((name for name in names if name is not None and name not in blamed), None)


def _outlet(sighting: Sighting) -> str:
    return sighting.source or sighting.report


def _latest(said: Sequence[_Said]) -> list[_Said]:
    """The last figure of each claimant; two of one day both stay."""
    last = {one.claim.claimant: one.day for one in said}
    return [one for one in said if one.day == last[one.claim.claimant]]


def _not_overtaken(said: list[_Said]) -> list[_Said]:
    """Without the reports' own figures of days before the last one."""
    newest = max(one.day for one in said)
    return [one for one in said if one.named or one.day == newest]


def _borne_out(said: list[_Said]) -> list[_Said]:
    """Without "at least" and ranges that an exact figure of another agrees with."""
    exact = [one.figure for one in said if one.figure.low == one.figure.high]
    kept = [one for one in said if one.figure in exact or not any(_holds(one.figure, f.low) for f in exact)]
    return kept or said


def _agreeing(latest: list[_Said], current: list[_Said]) -> list[_Said]:
    """With the earlier figures that say the same."""
    figures = {(one.figure.low, one.figure.high) for one in current}
    return [one for one in latest if (one.figure.low, one.figure.high) in figures]


def _holds(figure: Figure, number: int) -> bool:
    return figure.low <= number and (figure.high is None or number <= figure.high)


def _highest(current: Sequence[_Said]) -> int | None:
    highs = [one.figure.high for one in current]
    return None if None in highs else max(high for high in highs if high is not None)


def _why(said: Sequence[_Said], latest: Sequence[_Said], current: Sequence[_Said]) -> str:
    figures: dict[str, list[str]] = {}
    for one in current:
        names = figures.setdefault(write(one.figure), [])
        if one.claim.claimant not in names:
            names.append(one.claim.claimant)
    parts = [", ".join(f"{figure} by {_and(names)}" for figure, names in figures.items())]
    if len(latest) < len(said):
        parts.append("the latest report of each source counts")
    if len(current) < len(latest):
        parts.append("earlier and looser figures stand beside")
    return "; ".join(parts)


def _and(names: Sequence[str], most: int = 3) -> str:
    shown = list(names[:most])
    if len(names) > most:
        shown.append(f"{len(names) - most} more")
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def _revisions(said: Sequence[_Said], outcome: str) -> Iterator[Revision]:
    """A figure of a later day that the one before it does not hold."""
    current: _Said | None = None
    for one in said:
        if current is None:
            current = one
        elif one.day > current.day and _changes(current.figure, one.figure):
            yield Revision(outcome, write(current.figure), write(one.figure), one.claim.sighting, one.claim.published)
            current = one


def _changes(before: Figure, after: Figure) -> bool:
    """Does the new figure say something else? "At least 3" after 5 does not."""
    if (before.low, before.high) == (after.low, after.high):
        return False
    return after.low == after.high or not _holds(after, before.low)
