"""Tolls: every claimant's figures side by side, the range that they leave, how it came about, and how it was revised.

The policy (docs/decisions/0022): the latest figure of each claimant counts; "at least" gives way to an exact figure that
bears it out; a figure that a report gives in its own voice gives way to a later day's; what then differs is disputed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from waqai.merge.figures import in_words
from waqai.messages import Message, say, several
from waqai.model.incident import Revision, Toll, TollClaim
from waqai.model.record import Event, Figure
from waqai.model.sighting import Sighting

OUTCOMES = ("killed", "injured")


@dataclass(frozen=True, slots=True)
class _Said:
    """A figure with who says it; ``named``: a source of the report's, not the report itself; ``who``: as it is told."""

    claim: TollClaim
    figure: Figure
    named: bool
    who: str | Message

    @property
    def day(self) -> str:
        return self.claim.published or ""


@dataclass(frozen=True, slots=True)
class Change:
    """A revision whose figures are not yet words."""

    outcome: str
    before: Message
    after: Message
    sighting: str
    published: str | None


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
    return Toll(low, high, best, str(_why(said, latest, current)), disputed, claims)


def toll_reason(sightings: Iterable[Sighting], outcome: str) -> Message | None:
    """How the figure of an incident came about; None when no report gives one."""
    said = _said(sightings, outcome)
    if not said:
        return None
    latest = _latest(said)
    return _why(said, latest, _agreeing(latest, _not_overtaken(_borne_out(latest))))


def revisions(sightings: Iterable[Sighting]) -> tuple[Revision, ...]:
    """What later reports changed, in order of publication, killed before injured."""
    return tuple(
        Revision(each.outcome, str(each.before), str(each.after), each.sighting, each.published)
        for each in changes(sightings)
    )


def changes(sightings: Iterable[Sighting]) -> list[Change]:
    """The revisions with their figures as data."""
    told = list(sightings)
    return [change for outcome in OUTCOMES for change in _changes_of(_said(told, outcome), outcome)]


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
    who = claimant or say("toll.source_of", outlet=_outlet(sighting))
    claim = TollClaim(str(who), figure.low, figure.high, sighting.id, sighting.published)
    return _Said(claim, figure, named, who)


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


def _why(said: Sequence[_Said], latest: Sequence[_Said], current: Sequence[_Said]) -> Message:
    figures: dict[str, list[_Said]] = {}
    for one in current:
        telling = figures.setdefault(str(_write(one.figure)), [])
        if all(one.claim.claimant != other.claim.claimant for other in telling):
            telling.append(one)
    parts = [say("toll.figures", figures=tuple(map(_by, figures.values())))]
    if len(latest) < len(said):
        parts.append(say("toll.latest"))
    if len(current) < len(latest):
        parts.append(say("toll.looser"))
    return several(*parts)


def _by(telling: Sequence[_Said], most: int = 3) -> Message:
    names = [one.who for one in telling[:most]]
    if len(telling) > most:
        names.append(say("toll.more", n=len(telling) - most))
    return say("toll.by", figure=_write(telling[0].figure), names=tuple(names))


def _write(figure: Figure) -> Message:
    return in_words(figure.low, figure.high)


def _changes_of(said: Sequence[_Said], outcome: str) -> Iterator[Change]:
    """A figure of a later day that the one before it does not hold."""
    current: _Said | None = None
    for one in said:
        if current is None:
            current = one
        elif one.day > current.day and _changes(current.figure, one.figure):
            before, after = _write(current.figure), _write(one.figure)
            yield Change(outcome, before, after, one.claim.sighting, one.claim.published)
            current = one


def _changes(before: Figure, after: Figure) -> bool:
    """Does the new figure say something else? "At least 3" after 5 does not."""
    if (before.low, before.high) == (after.low, after.high):
        return False
    return after.low == after.high or not _holds(after, before.low)
