"""A judgement as a tree of text: the verdict, who or what gave it, and every reason with what it counted."""

from __future__ import annotations

from waqai.explain.node import Node
from waqai.model.judgement import NOT_SAME, SAME, Judgement, Reason

_VERDICTS = {SAME: "the same incident", NOT_SAME: "not the same incident"}


def explain(judgement: Judgement) -> Node:
    """The tree that ``waqai why`` prints; reasons that speak loudest come first. No victim's name is in it."""
    verdict = _VERDICTS.get(judgement.verdict, "perhaps the same incident")
    ordered = sorted(judgement.reasons, key=lambda reason: -abs(reason.weight))
    return Node(
        f"{judgement.left} and {judgement.right}: {verdict}",
        note="; ".join(part for part in (_by(judgement), judgement.note) if part),
        children=tuple(_reason(reason) for reason in ordered),
    )


def _by(judgement: Judgement) -> str:
    if judgement.by != "rule":
        return f"decided by {judgement.by.removeprefix('person:')}"
    return f"by the rules, score {judgement.score:.2f}"


def _reason(reason: Reason) -> Node:
    values = [value for value in (reason.left, reason.right) if value]
    said = values[0] if len(set(values)) == 1 else " / ".join(values)
    counted = f"{reason.weight:+.2f}" if reason.weight else ""
    return Node(f"{reason.feature} {counted}".strip(), note=said)
