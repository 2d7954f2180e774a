"""Counted nouns: the number a phrase carries by a numeral before it, by its own dual or plural, or by being one."""

from __future__ import annotations

from waqai.match.lattice import Lattice
from waqai.mentions.phrase import is_conjoined, is_definite, proclitic_length
from waqai.model.count import Count, exactly
from waqai.model.mention import Hit, Mention

_ONE, _TWO, _SEVERAL = exactly(1), exactly(2), Count(2, None)


def numeral_before(lattice: Lattice, index: int, counts: dict[int, Mention]) -> Mention | None:
    """The numeral that counts the noun at ``index``: right before it, or before "from" ("four from the guards").

    A noun with a conjunction on it begins something else ("killing of 7 and wounding of 9").
    """
    if _conjoined(lattice, index):
        return None
    if index in counts:
        return counts[index]
    if lattice.find(index - 1, "prep", "quantifier") and index - 1 in counts:
        preposition = lattice.find(index - 1, "prep")
        return counts[index - 1] if preposition is None or preposition.entry.value == "from" else None
    return None


def _conjoined(lattice: Lattice, index: int) -> bool:
    hits = lattice.at(index)
    return bool(hits) and all(is_conjoined(hit.lead) for hit in hits)


def numeral_skip(lattice: Lattice, start: int) -> int:
    """The letters of a conjunction or preposition written onto a numeral: they are not part of its words."""
    hit = lattice.find(start, "number", "vague", "some")
    return proclitic_length(hit.lead) if hit else 0


def own_number(hit: Hit) -> Count | None:
    """What the noun's own form says: a dual is two, an indefinite singular one, an indefinite plural several."""
    if hit.form == "du":
        return _TWO
    if hit.form == "sg.o":
        return _ONE
    if is_definite(hit.lead):
        return _ONE if hit.form == "sg" else None
    if hit.form == "sg":
        return _ONE
    return _SEVERAL if hit.form == "pl" else None
