"""Counted nouns: the number a phrase carries by a numeral before it, by its own dual or plural, or by being one."""

from __future__ import annotations

from waqai.match.lattice import Lattice
from waqai.mentions.phrase import is_conjoined, is_definite, proclitic_length
from waqai.model.count import Count, exactly
from waqai.model.mention import Hit, Mention
from waqai.packs.pack import load_settings

_ONE, _TWO, _SEVERAL = exactly(1), exactly(2), Count(2, None)
_TEN = 10
_COUNTABLE = ("group", "casualty", "weapon", "target", "force", "time-unit", "measure-unit")


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


def numeral_behind(lattice: Lattice, hit: Hit, counts: dict[int, Mention]) -> Mention | None:
    """The number word right behind its noun: "two" or "one" for stress, "his three children", "terrorists six"."""
    count, word = counts.get(hit.end), lattice.find(hit.end, "num")
    if count is None or word is None or is_conjoined(word.lead):
        return None
    number = count.value.low
    if not count.value.exact:  # "one person at least"
        return count if number == 1 and hit.form == "sg" and not is_definite(hit.lead) else None
    if is_definite(word.lead) or word.entry.attrs.get("led") == load_settings().noun.article:
        return count if number > 1 and (is_definite(hit.lead) or hit.form.endswith(".o")) else None
    if is_definite(hit.lead) or hit.form.endswith(".o") or proclitic_length(word.lead):
        return None
    if number <= _TWO.low:
        return count if (number == 1) == (hit.form == "sg") else None
    apart = lattice.find(count.end, *_COUNTABLE, "prep") is not None  # "gunmen took four of the workers"
    return count if hit.form == "pl" and number <= _TEN and not apart else None


def numeral_skip(lattice: Lattice, start: int) -> int:
    """The letters of a conjunction or preposition written onto a numeral: they are not part of its words."""
    hit = lattice.find(start, "num", "vague", "some", "at-least", "more-than", "about", "up-to")
    return proclitic_length(hit.lead) if hit else 0


def own_number(hit: Hit) -> Count | None:
    """What the noun's own form says: a dual is two, an indefinite singular one, an indefinite plural several."""
    if "per" in hit.entry.attrs:
        return _SEVERAL  # a family is at least two people
    if hit.form.startswith("du") or "dual" in hit.entry.attrs:
        return _TWO
    if hit.form == "sg.o" or (hit.form == "" and "kin" in hit.entry.attrs):
        return _ONE
    if hit.entry.cls == "group" and (hit.form == "pl.o" or (hit.form == "" and "other" in hit.entry.attrs)):
        return _SEVERAL
    if is_definite(hit.lead):
        return _ONE if hit.form == "sg" else None
    if hit.form == "sg":
        return _ONE
    return _SEVERAL if hit.form == "pl" else None


def number_written(lattice: Lattice, hit: Hit) -> Count | None:
    """The noun's own number; a vowel that a careful writer put down tells the dual from the plural it is spelled like."""
    marked = load_settings().written["dual"].split()
    if hit.form == "pl" and any(mark in lattice.text.words(hit.start, hit.end).text for mark in marked):
        return _TWO if any(other.form == "du" for other in lattice.at(hit.start)) else own_number(hit)
    return own_number(hit)
