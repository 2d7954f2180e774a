"""Small questions of syntax that several layers of events ask."""

from __future__ import annotations

from waqai.events.reading import Reading


def preposition_before(reading: Reading, index: int) -> str | None:
    """The preposition right before the word at ``index``."""
    hit = reading.lattice.find(index - 1, "prep", "agent")
    return hit.entry.value if hit is not None and hit.end == index else None


def closed_between(reading: Reading, first: int, last: int) -> bool:
    """A mark, a subordinating word or a verb stands at tokens ``first``..``last``."""
    lattice = reading.lattice
    return any(lattice.text.tokens[i].text in ".,;:" or lattice.find(i, "sub", "verb") for i in range(first, last))
