"""Quotes: which tokens of a sentence stand between quotation marks."""

from __future__ import annotations

from waqai.match.lattice import Lattice

_MARK = '"'
_SHORTEST = 4


def quoted_tokens(lattice: Lattice, first: int, last: int, *, closed: bool = False) -> frozenset[int]:
    """Tokens inside quotations of at least four words; an unclosed one runs to the end of the sentence.

    ``closed``: none where a mark is missing, as nobody knows which.
    """
    marks = [at for at in lattice.text.marks_within(first, last) if lattice.text.tokens[at].text == _MARK]
    if len(marks) % 2:
        if closed:
            return frozenset()
        marks.append(last)
    pairs = zip(marks[::2], marks[1::2], strict=True)
    return frozenset(i for start, end in pairs if end - start > _SHORTEST for i in range(start + 1, end))
