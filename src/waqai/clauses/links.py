"""Links: headlines of other reports that a scraped page lists under "read also" or "most read"."""

from __future__ import annotations

from waqai.match.lattice import Lattice

_LONGEST = 16
_CLOSERS = frozenset(".!?")
_MARKS = frozenset(":.-|")


def linked_sentences(lattice: Lattice) -> frozenset[int]:
    """The numbers of the sentences that are headlines under such a heading: short lines without a full stop."""
    found: list[int] = []
    under = False
    for number, (first, last) in enumerate(lattice.text.sentences):
        if _heads_links(lattice, first, last):
            under = True
        elif under and _is_headline(lattice, first, last):
            found.append(number)
        else:
            under = False
    return frozenset(found)


def _heads_links(lattice: Lattice, first: int, last: int) -> bool:
    """The words of the heading and nothing else on their line."""
    hit = lattice.find(first, "boilerplate")
    return hit is not None and all(token.text in _MARKS for token in lattice.text.tokens[hit.end : last])


def _is_headline(lattice: Lattice, first: int, last: int) -> bool:
    return last - first <= _LONGEST and lattice.text.tokens[last - 1].text not in _CLOSERS
