"""An event's values as nodes: what each is, and its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from waqai.explain.node import Node
from waqai.messages import Message, plain, say
from waqai.model.record import Actor, ClaimFigures, Event, Figure, Harm, Place, Record, Statement, Target, Weapon


def event_values(event: Event, places: Mapping[str, Message]) -> list[Node]:
    """Every value of an event, in the record's order. ``places``: the reasons for places in English -> as data."""
    located = [_place(place, places) for place in event.places] or [Node(say("tree.place_unsaid"))]
    return [_when(event), *located, *(node for field in _FIELDS for node in field(event))]


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


def _when(event: Event) -> Node:
    when = event.when
    if when.start is None and not when.text:
        return Node(say("tree.when_unsaid"))
    days = say("tree.unresolved")
    if when.start:
        one = when.end in (None, when.start)
        days = say("day.single", day=when.start) if one else say("day.range", first=when.start, last=when.end)
    why = None if when.text else say("tree.carried")
    return Node(say("tree.when", days=days, precision=str(when.precision)), when.text or "", when.span, why)


def _place(place: Place, reasons: Mapping[str, Message]) -> Node:
    codes = ("place_row", "area", "country", "level", "id")
    values = (place.name, place.admin1, place.country, place.level, place.id)
    known = tuple(
        say(f"tree.{code}", **{_PART.get(code, "name"): value, "row": place.id or ""})
        for code, value in zip(codes, values, strict=True)
        if value
    ) or (say("tree.place_unknown"),)
    says = say("tree.place", known=known)
    if place.lat is not None and place.lon is not None:
        says = say("tree.place_at", known=known, lat=place.lat, lon=place.lon)
    why = (reasons.get(place.why) or plain(place.why)) if place.why else None
    if place.score is not None:
        why = say("tree.score", score=place.score, why=why or "")
    return Node(says, place.text, place.span, why)


_PART = {"country": "code", "level": "level", "id": "id"}


def _actors(event: Event) -> Iterator[Node]:
    for role, actors in (("perpetrator", event.perpetrators), ("against", event.against)):
        yield from (_actor(role, actor) for actor in actors)


def _actor(role: str, actor: Actor) -> Node:
    known = [say("tree.named", name=actor.name)] if actor.name else []
    known += [say("tree.id", id=actor.id)] if actor.id else []
    says = say(f"tree.{role}", known=tuple(known) or (say("tree.nameless"),))
    return Node(says, actor.text, actor.span, None if actor.stated else say("tree.inferred"))


def _things(event: Event) -> Iterator[Node]:
    things: tuple[Weapon | Target, ...] = (*event.weapons, *event.targets)
    yield from map(_thing, things)


def _thing(thing: Weapon | Target) -> Node:
    number = _range(thing.low, thing.high)
    said = [say("tree.number", figure=number)] if number else []
    if isinstance(thing, Weapon):
        return Node(say("tree.weapon", said=(_kind("weapons", thing.kind), *said)), thing.text, thing.span)
    said += [_kind("effects", thing.effect)] if thing.effect else []
    return Node(say("tree.target", said=(_kind("targets", thing.kind), *said)), thing.text, thing.span)


def _figures(event: Event) -> Iterator[Node]:
    yield from _told(event)
    for claim in event.claims:
        yield Node(say("tree.claim", who=event.sources[claim.source].text), children=tuple(_told(claim)))


def _told(event: Event | ClaimFigures) -> Iterator[Node]:
    for outcome, value in (("killed", event.killed), ("injured", event.injured)):
        if value is not None:
            yield Node(say(f"tree.{outcome}", figure=figure(value)), value.text, value.span)


def _harms(event: Event) -> Iterator[Node]:
    yield from map(_harm, event.harm)


def _harm(harm: Harm) -> Node:
    number = _range(harm.low, harm.high)
    said = [say("tree.outcome", outcome=harm.outcome, figure=number) if number else _kind("outcomes", harm.outcome)]
    said += [_kind("groups", harm.group)] if harm.group else []
    said += [say("tree.age", n=harm.age)] if harm.age is not None else []
    said += [say("tree.sex", sex=harm.sex)] if harm.sex else []
    said += [say("tree.part_of", whole=harm.part_of)] if harm.part_of else []
    return Node(say("tree.harm", said=tuple(said)), harm.text, harm.span)


def _sources(event: Event) -> Iterator[Node]:
    for source in event.sources:
        said = [say("tree.named", name=source.name) if source.name else say("tree.as_written")]
        said += [_kind("acts", source.act)] if source.act else []
        yield Node(say("tree.source", said=tuple(said)), source.text, source.span)


def _statement(statement: Statement) -> Node:
    says = say("tree.said_by", speaker=statement.speaker, act=statement.act)
    return Node(says, statement.sentence, statement.sentence_span)


def _kind(words: str, name: str) -> Message:
    """An id of a list of the vocabulary."""
    return say(f"tree.{words}", id=name)


_FIELDS = (_actors, _things, _figures, _harms, _sources)
