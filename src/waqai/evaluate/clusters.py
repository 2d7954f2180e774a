"""B-cubed: how well groups of things match annotated ones, each thing counted once (Bagga and Baldwin 1998)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cubed:
    """Precision, recall and F1 over ``things``."""

    p: float
    r: float
    f1: float
    things: int


def b_cubed(gold: Mapping[str, str], found: Mapping[str, str]) -> Cubed:
    """Measure groups against groups. Both map a thing to its group; a thing that ``found`` lacks is alone in its own.

    Precision of a thing: of those grouped with it, the share that belongs there. Recall: of those that belong with it,
    the share that was grouped with it. Both are averaged over the things of ``gold``.
    """
    ours = {thing: found.get(thing, f"alone {thing}") for thing in gold}
    true, grouped = _members(gold), _members(ours)
    precision = recall = 0.0
    for thing in gold:
        right, group = true[gold[thing]], grouped[ours[thing]]
        precision += len(right & group) / len(group)
        recall += len(right & group) / len(right)
    count = max(1, len(gold))
    p, r = precision / count, recall / count
    return Cubed(round(p, 3), round(r, 3), round(2 * p * r / (p + r), 3) if p + r else 0.0, len(gold))


def _members(groups: Mapping[str, str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for thing, group in groups.items():
        found[group].add(thing)
    return found
