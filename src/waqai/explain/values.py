"""An event's values as nodes: what each is, and its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from waqai.explain.node import Node
from waqai.model.record import Actor, Event, Figure, Harm, Place, Record, Statement, Target, Weapon


def event_values(event: Event) -> list[Node]:
    """Every value of an event, in the record's order."""
    return [node for field in _FIELDS for node in field(event)]


def said_by(record: Record, event: Event) -> list[Node]:
    """The statements that are about an event."""
    return [_statement(statement) for statement in record.statements if event.id in statement.about]


def figure(value: Figure | None) -> str:
    """A figure in short: "4", "24+", "~30", "1-30"; nothing when it is not said."""
    return "" if value is None else _range(value.low, value.high, value.approximate)


def _range(low: int | None, high: int | None, approximate: bool = False) -> str:
    if low is None:
        return ""
    if high is None:
        return f"{low}+"
    return f"{'~' if approximate else ''}{low}" if low == high else f"{low}-{high}"


def _when(event: Event) -> Iterator[Node]:
    when = event.when
    if when.start is None and not when.text:
        yield Node("when: unsaid")
        return
    days = when.start if when.end in (None, when.start) else f"{when.start} to {when.end}"
    note = "" if when.text else "carried over from another sentence"
    yield Node(f"when: {days or 'not resolved'} ({when.precision})", when.text or "", when.span, note)


def _places(event: Event) -> Iterator[Node]:
    yield from map(_place, event.places) if event.places else [Node("place: unsaid")]


def _place(place: Place) -> Node:
    known = [part for part in (place.name, place.admin1, place.country, place.level, place.id) if part]
    at = f" at {place.lat:.2f}, {place.lon:.2f}" if place.lat is not None and place.lon is not None else ""
    score = f"score {place.score:.2f}: " if place.score is not None else ""
    name = ", ".join(known) or "not in the place index"
    return Node(f"place: {name}{at}", place.text, place.span, f"{score}{place.why or ''}".strip())


def _actors(event: Event) -> Iterator[Node]:
    for role, actors in (("perpetrator", event.perpetrators), ("against", event.against)):
        yield from (_actor(role, actor) for actor in actors)


def _actor(role: str, actor: Actor) -> Node:
    known = ", ".join(part for part in (actor.name, actor.id) if part) or "no known name"
    return Node(f"{role}: {known}", actor.text, actor.span, "" if actor.stated else "inferred, not said in this clause")


def _things(event: Event) -> Iterator[Node]:
    things: tuple[Weapon | Target, ...] = (*event.weapons, *event.targets)
    yield from map(_thing, things)


def _thing(thing: Weapon | Target) -> Node:
    number = _range(thing.low, thing.high)
    if isinstance(thing, Weapon):
        return Node(_line(f"weapon: {thing.kind}", number and f"number {number}"), thing.text, thing.span)
    return Node(_line(f"target: {thing.kind}", number and f"number {number}", thing.effect), thing.text, thing.span)


def _figures(event: Event) -> Iterator[Node]:
    for outcome, value in (("killed", event.killed), ("injured", event.injured)):
        if value is not None:
            yield Node(f"{outcome}: {figure(value)}", value.text, value.span)
    for claim in event.claims:
        figures = (("killed", claim.killed), ("injured", claim.injured))
        children = tuple(Node(f"{outcome}: {figure(v)}", v.text, v.span) for outcome, v in figures if v is not None)
        yield Node(f"claim of {event.sources[claim.source].text}", children=children)


def _harms(event: Event) -> Iterator[Node]:
    yield from map(_harm, event.harm)


def _harm(harm: Harm) -> Node:
    age = f"age {harm.age}" if harm.age is not None else ""
    part = f"part of {harm.part_of}" if harm.part_of else ""
    return Node(
        _line(f"harm: {harm.outcome} {_range(harm.low, harm.high)}", harm.group, age, harm.sex, part),
        harm.text,
        harm.span,
    )


def _sources(event: Event) -> Iterator[Node]:
    for source in event.sources:
        yield Node(_line(f"source: {source.name or 'as written'}", source.act), source.text, source.span)


def _statement(statement: Statement) -> Node:
    return Node(_line(f"said by {statement.speaker}", statement.act), statement.sentence, statement.sentence_span)


def _line(*parts: str | None) -> str:
    return ", ".join(_said(parts))


def _said(parts: Iterable[str | None]) -> list[str]:
    return [part.strip() for part in parts if part]


_FIELDS = (_when, _places, _actors, _things, _figures, _harms, _sources)
