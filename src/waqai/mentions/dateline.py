"""Datelines: where and by whom a report was filed ("Sabq - Dammam:", "Dubai, UAE (CNN) --"), which is not where things happen."""

from __future__ import annotations

from waqai.match.lattice import Lattice

_LONGEST = 14
_CLOSERS = frozenset({":", "-"})


def dateline(lattice: Lattice) -> tuple[int, int]:
    """Tokens ``[start, end)`` of the dateline of the body; empty when there is none."""
    start = _body(lattice)
    tokens = lattice.text.tokens
    end = start
    for index in range(start, min(start + _LONGEST, len(tokens))):
        if lattice.find(index, "verb") and not lattice.find(index, "place", "source", "given"):
            break
        closing = tokens[index].text in _CLOSERS and index > start
        if closing or (end == index > start and tokens[index].kind == "punct"):
            end = index + 1
    if end > start and _names_place(lattice, start, end):
        return start, end
    return start, _filed(lattice, start)


def _filed(lattice: Lattice, start: int) -> int:
    """Behind a first line of its own that only says where, when and for which agency ("Beirut 11 August 2015, SPA")."""
    end = next((first for first, _ in lattice.text.sentences if first > start), start)
    told = lattice.starts(start, end, "verb", "event", "casualty", "weapon")
    filed = lattice.starts(start, end, "place") and lattice.starts(start, end, "source") and not told
    return end if filed and end - start <= _LONGEST + 4 and lattice.starts(start, end, "month") else start


def _body(lattice: Lattice) -> int:
    """The first token after the title's line."""
    newline = lattice.text.norm.find("\n")
    return next((i for i, token in enumerate(lattice.text.tokens) if token.start > newline), 0)


def _names_place(lattice: Lattice, start: int, end: int) -> bool:
    if lattice.starts(start, end, "placecue"):
        return False  # "the village of X: ten arrested" heads what is told of it
    return any(lattice.find(i, "place", "source") for i in range(start, end))
