"""A judgement as a tree: the verdict, who or what gave it, and every reason with what it counted; as sentences of data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from waqai.explain.node import Node
from waqai.merge.judging import weigh
from waqai.merge.profile import profile
from waqai.messages import Message, plain, say, several
from waqai.model.judgement import NOT_SAME, SAME, UNSURE, Judgement, Reason
from waqai.model.sighting import Sighting

_RULE = "rule"


@dataclass(frozen=True, slots=True)
class Ground:
    """A reason as it stands in the log, its values as messages: as words alone where the rules no longer say so."""

    named: Message
    weight: float
    left: Message | None
    right: Message | None


def explain(judgement: Judgement) -> Node:
    """The tree that ``waqai why`` prints; reasons that speak loudest come first. No victim's name is in it."""
    verdict = judgement.verdict if judgement.verdict in (SAME, NOT_SAME) else UNSURE
    ordered = sorted(judgement.reasons, key=lambda reason: -abs(reason.weight))
    return Node(
        say(f"judged.{verdict}", left=judgement.left, right=judgement.right),
        why=several(_by(judgement), *([plain(judgement.note)] if judgement.note else [])),
        children=tuple(_reason(reason) for reason in ordered),
    )


def grounds(judgement: Judgement, known: Mapping[str, Sighting]) -> list[Ground]:
    """The reasons of a judgement with their values as data, if the rules give the same reasons for its sightings today."""
    one, other = known.get(judgement.left), known.get(judgement.right)
    if judgement.by != _RULE or one is None or other is None:
        return [_as_kept(reason) for reason in judgement.reasons]
    today = {_values(each.reason()): each for each in weigh(profile(one), profile(other)).reasons}
    found = []
    for reason in judgement.reasons:
        same = today.get(_values(reason))
        kept = _as_kept(reason)
        found.append(kept if same is None else Ground(kept.named, kept.weight, same.left, same.right))
    return found


def _as_kept(reason: Reason) -> Ground:
    left, right = (None if value is None else plain(value) for value in (reason.left, reason.right))
    return Ground(say("judged.reason", feature=reason.feature), reason.weight, left, right)


def _values(reason: Reason) -> tuple[str, str | None, str | None]:
    return reason.feature, reason.left, reason.right


def _by(judgement: Judgement) -> Message:
    if judgement.by != _RULE:
        return say("judged.by_person", who=judgement.by.removeprefix("person:"))
    return say("judged.by_rule", score=judgement.score)


def _reason(reason: Reason) -> Node:
    values = tuple(value for value in (reason.left, reason.right) if value)
    said = say("judged.sides", values=values[:1] if len(set(values)) == 1 else values) if values else None
    if reason.weight:
        return Node(say("judged.weighed", feature=reason.feature, weight=reason.weight), why=said)
    return Node(say("judged.reason", feature=reason.feature), why=said)
