"""Segments: a sentence cut where a comma, a conjunction with a verb, or a subordinating word begins something new."""

from __future__ import annotations

from waqai.match.lattice import Lattice
from waqai.mentions.phrase import is_conjoined
from waqai.model.value import Value

_BREAKS = frozenset(",;:()-")


class Segment(Value, frozen=True):
    """Tokens ``[start, end)``; ``opener`` is the value of the word that began it ("result", "while", "and", ",")."""

    start: int
    end: int
    opener: str


def split(lattice: Lattice, first: int, last: int) -> list[Segment]:
    """The segments of the sentence at tokens ``first``..``last``, in order, without gaps."""
    tokens = lattice.text.tokens
    cuts: list[tuple[int, str]] = [(first, "")]
    marks = [i for i in lattice.text.marks_within(first, last) if tokens[i].text in _BREAKS]
    for index in sorted({*marks, *lattice.starts(first, last, "sub", "verb")}):
        opener = _opener(lattice, index)
        if opener is not None:
            at = index + 1 if opener in _BREAKS else index
            if cuts[-1] == (at, ","):
                cuts.pop()  # ", while": the word says more than the comma before it
            if at > cuts[-1][0] and at < last:
                cuts.append((at, opener))
    ends = [at for at, _ in cuts[1:]] + [last]
    return [Segment(at, end, opener) for (at, opener), end in zip(cuts, ends, strict=True)]


def _opener(lattice: Lattice, index: int) -> str | None:
    token = lattice.text.tokens[index]
    if token.kind == "punct":
        return token.text if token.text in _BREAKS else None
    for hit in lattice.at(index):
        if hit.entry.cls == "sub":
            return hit.entry.value
        if hit.entry.cls == "verb" and is_conjoined(hit.lead):
            return "and"
    return None
