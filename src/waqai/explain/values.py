"""An event as a tree: each value, the rule that gave it, and the words it stands on. Record in, tree out; printing is elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from waqai.model.mention import Words
from waqai.model.record import Actor, Event, Figure, Harm, Place, Record, Statement, Target, Weapon
from waqai.model.span import Span
from waqai.packs.frames import load_frames
from waqai.packs.rules import load_rules


@dataclass(frozen=True, slots=True)
class Node:
    """One line of the tree. ``words``/``span``: what of the report it stands on, if words; ``note``: why."""

    label: str
    words: str = ""
    span: Span | None = None
    note: str = ""
    children: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a trace: a rule fired on some words."""

    rule: str
    words: Words


Trace = Mapping[str, Sequence[Step]]
_NO_TRACE: Trace = {}


def explain(record: Record, event: Event, trace: Trace = _NO_TRACE) -> Node:
    """The tree of one event. ``trace`` maps "e1.killed" and the like to the steps that led there, last first."""
    values = [node for field in _FIELDS for node in field(event)]
    children = [_with_steps(node, trace.get(f"{event.id}.{node.label.split(':')[0]}", ())) for node in values]
    rules = tuple(describe_rule(rule, record.lang) for rule in event.rules)
    made = Node("made by", children=rules) if rules else Node("made by", note="no rule is named")
    told = [_statement(s) for s in record.statements if event.id in s.about]
    head = f"{event.id} {event.kind}, {event.status}, confidence {event.confidence:.2f}"
    return Node(head, event.text, event.span, children=(made, *children, *told))


def find_event(record: Record, name: str) -> Event | None:
    """The event called ``name`` ("e3" or "3")."""
    return next((event for event in record.events if event.id in (name, f"e{name}")), None)


def describe_rule(rule_id: str, language: str = "ar") -> Node:
    """A rule or frame by its id: what it does and where it is written."""
    return Node(rule_id, note=_descriptions(language).get(rule_id, ""))


@cache
def _descriptions(language: str) -> dict[str, str]:
    """Rule id -> what it is, in words. Empty for a language without a pack."""
    found = {frame.id: _frame_words(frame.role, frame.kind, frame.why) for frame in load_frames(language).values()}
    for rule in load_rules(language):
        found[rule.id] = "; ".join(part for part in (rule.why, rule.where) if part)
    return found


def _frame_words(role: str, kind: str, why: str) -> str:
    return "; ".join(part for part in (f"{role} word" + (f" of {kind}" if kind else ""), why) if part)


def figure(value: Figure | None) -> str:
    """A figure in short: "4", "24+", "~30", "1-30"; nothing when it is not said."""
    return "" if value is None else _range(value.low, value.high, value.approximate)


def _range(low: int | None, high: int | None, approximate: bool = False) -> str:
    if low is None:
        return ""
    if high is None:
        return f"{low}+"
    return f"{'~' if approximate else ''}{low}" if low == high else f"{low}-{high}"


def _with_steps(node: Node, steps: Sequence[Step]) -> Node:
    rules = tuple(Node(step.rule, step.words.text, step.words.span) for step in steps)
    return Node(node.label, node.words, node.span, node.note, node.children + rules)


def _when(event: Event) -> Iterator[Node]:
    when = event.when
    if when.start is None and not when.text:
        yield Node("when: unsaid")
        return
    days = when.start if when.end in (None, when.start) else f"{when.start} to {when.end}"
    rule = (describe_rule(when.rule),) if when.rule else ()
    note = "carried over from another sentence" if not when.text else ""
    yield Node(f"when: {days or 'not resolved'} ({when.precision})", when.text or "", when.span, note, rule)


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
