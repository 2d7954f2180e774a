"""Pairs the events of two records of one report, one to one, best first: by kind, sentence, place and figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from waqai.evaluate.kinship import kinship
from waqai.evaluate.values import Happening, count
from waqai.evaluate.words import names, same

_END = re.compile(r"[.!?\u061f\n]+\s")
_KIND, _SENTENCE, _PLACE, _FIGURE = 2.0, 1.5, 1.5, 1.0


def pair(report: str, gold: Sequence[Happening], found: Sequence[Happening]) -> dict[int, int]:
    """Number of the gold event -> number of the found one."""
    candidates = sorted((-likeness(report, g, p), i, j) for i, g in enumerate(gold) for j, p in enumerate(found))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for unlikeness, i, j in candidates:
        if unlikeness < 0 and i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def likeness(report: str, gold: Happening, found: Happening) -> float:
    """How much two events look like one; 0 when nothing but the kind, or all but the kind, speaks for it."""
    kind = kinship(gold.get("kind"), found.get("kind"))
    sentence = bool(sentences(report, gold) & sentences(report, found))
    place = any(same(a, b) for a in names(gold.get("places")) for b in names(found.get("places")))
    figures = sum(count(gold, x) is not None and count(gold, x) == count(found, x) for x in ("killed", "injured"))
    if kind == 0 or not (sentence or place or figures):
        return 0.0
    return _KIND * kind + _SENTENCE * sentence + _PLACE * place + _FIGURE * figures


def sentences(report: str, told: dict[str, Any] | Happening) -> set[int]:
    """The numbers of the sentences that tell it: by its span, or by the sentence's first words."""
    span = told.get("span")
    if not span:
        at = report.find(told.get("sentence") or "\0")
        return set() if at < 0 else {_sentence_at(report, at + 1)}
    return set(range(_sentence_at(report, span[0] + 1), _sentence_at(report, max(span[1] - 1, span[0] + 1)) + 1))


def _sentence_at(report: str, end: int) -> int:
    return sum(1 for _ in _END.finditer(report[:end]))
