"""Small questions of syntax that several layers of events ask."""

from __future__ import annotations

from waqai.events.reading import Reading
from waqai.match.lattice import Lattice
from waqai.mentions.phrase import Phrase, proclitic_length
from waqai.model.mention import Hit
from waqai.packs.pack import load_settings

_GOVERNING = frozenset({"prep", "agent"})
_STANDING = frozenset({"in", "on"})


def preposition_before(reading: Reading, index: int) -> str | None:
    """The preposition right before the word at ``index``, one of several words ("on board of") too."""
    found: Hit | None = None
    for hit in reading.lattice.ending(index):
        if hit.entry.cls in _GOVERNING and (found is None or hit.start < found.start):
            found = hit
    return found.entry.value if found is not None else None


def over(reading: Reading, phrase: Phrase) -> str | None:
    """The preposition before the phrase, or before "some of", "one of" in front of it."""
    some = reading.lattice.find(phrase.start - 1, "some", "quantifier", "one_of")
    return preposition_before(reading, some.start if some is not None else phrase.start)


def closed_between(reading: Reading, first: int, last: int) -> bool:
    """A mark, a subordinating word or a verb stands at tokens ``first``..``last``."""
    lattice = reading.lattice
    return any(lattice.text.tokens[i].text in ".,;:" or lattice.find(i, "sub", "verb") for i in range(first, last))


def amid(reading: Reading, index: int) -> bool:
    """ "amid heavy gunfire": what only goes with something else."""
    cue = reading.lattice.find(index - 1, "direction")
    return cue is not None and cue.entry.value == "centre" and cue.end == index


def governor(reading: Reading, phrase: Phrase) -> str | None:
    """The preposition that governs the phrase, as a word before it ("one of" between) or as its own proclitic."""
    at = phrase.start - 1 if reading.lattice.find(phrase.start - 1, "one_of") else phrase.start
    if (word := preposition_before(reading, at)) is not None:
        return word
    leads, own = load_settings().leads, phrase.lead[: proclitic_length(phrase.lead)]
    return next((name for name in ("by", "to") if own.endswith(leads[name])), None)


def counted_on(lattice: Lattice, end: int) -> bool:
    """ "a second", "another", "a similar" right behind the noun that ends at ``end``, or behind its adjective of a nation."""
    adjective = lattice.find(end, "demonym")
    ends = (end,) if adjective is None else (end, adjective.end)
    return any(ordinal_at(lattice, at) or lattice.find(at, "another", "more") is not None for at in ends)


def ordinal_at(lattice: Lattice, index: int, *, bare: bool = False) -> bool:
    """ "second", "third": never "first", which points back at the one told before; ``bare``: without the article."""
    hits = (hit for hit in lattice.at(index) if hit.entry.cls == "ordinal" and hit.entry.value == "second")
    return any(
        not (bare and lattice.text.tokens[hit.start].text.startswith(load_settings().noun.article)) for hit in hits
    )


def fire_at(reading: Reading, index: int) -> bool:
    """Does a word for gunfire stand at token ``index``, as an object and not as means ("with fire")?"""
    hit = reading.lattice.find(index, "object")
    return hit is not None and hit.entry.value == "fire" and hit.lead != load_settings().leads["by"]


def of_nobody(reading: Reading, pronoun: int, verb: Hit) -> bool:
    """ "that it was shelled by the forces": a masculine pronoun at token ``pronoun`` before a feminine verb stands for nobody."""
    masculine = reading.lattice.text.tokens[pronoun].text.endswith(load_settings().third_person[0])
    return masculine and verb.form[5:8] == "3fs"


def stationed(reading: Reading, phrase: Phrase) -> bool:
    """ "the guns deployed in the camp of X": where what fired stands, and not what was hit."""
    at = phrase.start - 1 if preposition_before(reading, phrase.start) in _STANDING else phrase.start
    word = reading.lattice.find(at - 1, "stationed")
    return word is not None and reading.weapons.covering(at - 2) is not None
