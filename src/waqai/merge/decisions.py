"""What a person decides, as judgements: these belong together, these do not. They outrank every rule's."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

from waqai.model.judgement import NOT_SAME, SAME, Judgement, Reason


def together(ids: Iterable[str], by: str, note: str = "") -> list[Judgement]:
    """These sightings are one incident: each is judged the same as the first of them. ``by``: the person's name."""
    first, *rest = sorted(set(ids))
    return [_decide(first, other, SAME, by, note) for other in rest]


def apart(ids: Iterable[str], others: Iterable[str], by: str, note: str = "") -> list[Judgement]:
    """None of ``ids`` is of one incident with any of ``others``."""
    left, right = sorted(set(ids)), sorted(set(others) - set(ids))
    return [_decide(min(pair), max(pair), NOT_SAME, by, note) for pair in product(left, right)]


def _decide(left: str, right: str, verdict: str, by: str, note: str) -> Judgement:
    return Judgement(
        left, right, verdict, float(verdict == SAME), (Reason("a person's decision", 0.0),), f"person:{by}", note
    )
