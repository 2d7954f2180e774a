"""A profile: what of a sighting is compared, computed once, so that judging a pair only looks things up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from waqai.merge.day import ordinal
from waqai.merge.hours import Hour, hour
from waqai.merge.kin import groups
from waqai.merge.names import told_again, words
from waqai.merge.sides import side
from waqai.merge.spots import Spot, places_named, spot
from waqai.messages import Message, say
from waqai.model.record import Actor, Event, Figure, Source, When
from waqai.model.sighting import Sighting

_INFERRED = frozenset({"focus.day"})
_LAG = 2  # days before publication in which an event without a day is looked for
_DENIAL = 4  # days after which a denial still comes: its own day is often told, and not the strike's
_SHORTEST = 4
_REAL = frozenset({"happened", "denied"})


@dataclass(frozen=True, slots=True)
class Days:
    """Day ordinals ``first``..``last`` inclusive. ``told``: by the event's own words.

    ``guessed``: no day is told at all, so these are the days before the publication; it may be longer ago.
    """

    first: int
    last: int
    told: bool
    says: Message
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class Profile:
    """A sighting made comparable. Sets hold ids of the vocabulary or folded names; no name of a victim is kept.

    ``real``: told as something that happened, or denied to have; not as a plan, a threat or a wish. ``where``: its places
    as they are told. ``headline``: told in the title alone. ``named``: keys of the towns that its words may name, where its reader was not
    sure enough to take one.
    """

    id: str
    report: str
    outlet: str
    headline: bool
    kind: str
    family: str
    groups: tuple[str, ...]
    status: str
    real: bool
    days: Days | None
    published: int | None
    hour: Hour
    again: bool
    spots: tuple[Spot, ...]
    where: Message | None
    named: frozenset[str]
    killed: Figure | None
    injured: Figure | None
    victims: frozenset[tuple[str, str, int | None]]
    weapons: frozenset[str]
    targets: frozenset[str]
    doers: frozenset[str]
    sides: frozenset[str]
    voices: frozenset[str]
    words: frozenset[str]
    text: str


class _Itself:
    """A sighting as a key: found again by being the same object, which costs nothing to ask."""

    __slots__ = ("sighting",)

    def __init__(self, sighting: Sighting) -> None:
        self.sighting = sighting

    def __hash__(self) -> int:
        return id(self.sighting)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and other.sighting is self.sighting


def profile(sighting: Sighting) -> Profile:
    """The profile of a sighting; kept for the sightings met last, for each is judged against many."""
    return _kept(_Itself(sighting))


@lru_cache(maxsize=4096)
def _kept(itself: _Itself) -> Profile:
    return _make(itself.sighting)


def _make(sighting: Sighting) -> Profile:
    event = sighting.event
    told = words(event.text)
    spots = tuple(spot(place) for place in event.places)
    return Profile(
        id=sighting.id,
        report=sighting.report,
        outlet=sighting.source or "",
        headline=event.span.end <= len(sighting.title),
        kind=event.kind,
        family=event.family,
        groups=groups(event.kind),
        status=event.status,
        real=event.status in _REAL,
        days=_days(event, sighting.published),
        published=ordinal(sighting.published),
        hour=hour(event.when.text),
        again=told_again(event.text) or "focus.same-site" in event.rules,
        spots=spots,
        where=_where(spots),
        named=frozenset() if any(s.fine for s in spots) else places_named(f"{sighting.title} {event.text}"),
        killed=event.killed,
        injured=event.injured,
        victims=frozenset((h.outcome, h.group, h.age) for h in event.harm if h.group is not None),
        weapons=frozenset(w.kind for w in event.weapons),
        targets=frozenset(t.kind for t in event.targets),
        doers=_sides(event.perpetrators),
        sides=_sides(event.perpetrators) | _sides(event.against),
        voices=frozenset(_voice(source) for source in event.sources),
        words=frozenset(word for word in told if len(word) >= _SHORTEST),
        text=" ".join(told),
    )


def _days(event: Event, published: str | None) -> Days | None:
    when: When = event.when
    first, last = ordinal(when.start), ordinal(when.end)
    if first is not None and last is not None and event.status == "denied":
        return Days(first - _DENIAL, last, False, say("day.denied", days=_span(when)))
    if first is not None and last is not None:
        told = when.text is not None and not _INFERRED & set(event.rules)
        return Days(first, last, told, _span(when))
    filed = ordinal(published)
    if filed is None or when.text is not None and when.precision is None:
        return None
    return Days(filed - _LAG, filed, False, say("day.guessed", day=published), guessed=True)


def _span(when: When) -> Message:
    one = when.start == when.end
    days = say("day.single", day=when.start) if one else say("day.range", first=when.start, last=when.end)
    return say("day.told", days=days, words=when.text) if when.text else say("day.carried", days=days)


def _where(spots: tuple[Spot, ...]) -> Message | None:
    told = tuple(say("reason.spot", name=spot.name, id=spot.id, level=spot.level) for spot in spots)
    return say("reason.places", places=told) if told else None


def _sides(actors: tuple[Actor, ...]) -> frozenset[str]:
    return frozenset(side(actor) for actor in actors)


def _voice(source: Source) -> str:
    return source.name or " ".join(words(source.text))
