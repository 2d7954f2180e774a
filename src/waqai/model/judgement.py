"""A judgement: two sightings are the same, are not, or may be; by a rule or a person, with reasons. Append-only."""

from __future__ import annotations

from dataclasses import dataclass

SAME, NOT_SAME, UNSURE = "same", "not_same", "unsure"


@dataclass(frozen=True, slots=True)
class Reason:
    """One feature of the comparison: its weight in the score and the two values that gave it, in words."""

    feature: str
    weight: float
    left: str | None = None
    right: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """``verdict`` is SAME, NOT_SAME or UNSURE. ``by`` is ``rule`` or ``person:<name>``; a person's outranks every rule's."""

    left: str
    right: str
    verdict: str
    score: float
    reasons: tuple[Reason, ...] = ()
    by: str = "rule"
    note: str = ""
