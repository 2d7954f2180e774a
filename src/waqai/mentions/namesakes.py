"""Namesakes: words spelled like the name of a place that are none where they stand."""

from __future__ import annotations

from waqai.match.lattice import PLACE, Lattice
from waqai.mentions.phrase import proclitic_length
from waqai.model.mention import Hit

AT_PLACES = frozenset({"hit", "storm", "seize"})


_OTHER_WORDS = frozenset(
    {"group", "casualty", "weapon", "target", "event", "verb", "given", "lookalike", "prep", "number", "month",
     "weekday", "sub", "more", "role", "title", "person", "including", "force", "future", "perfect", "source", "that",
     "rel", "neg", "cite", "agent", "same", "ordinal", "quoted", "hypo", "demand", "day", "part", "demonym", "object",
     "notplace"}
)  # fmt: skip


_WEAK_WORDS = frozenset({"lookalike", "group", "target", "given", "title", "casualty", "verb", "weapon"})
_LOCATIVE = frozenset({"in", "to"})
VERBLESS = frozenset({"in", "on", "to", "from", "toward"})  # no verb can follow


def is_no_place(lattice: Lattice, hit: Hit) -> bool:
    """Is the name without a cue another word, a family's name, part of a Latin name or of the name of a newspaper?"""
    if _is_other_word(lattice, hit) or _surname(lattice, hit) or _quarter(lattice, hit):
        return True
    return _in_latin_name(lattice, hit) or _of_a_body(lattice, hit)


def proclitic_letters(hit: Hit) -> str:
    """The proclitics of a hit without the article."""
    return hit.lead[: proclitic_length(hit.lead)]


def _is_other_word(lattice: Lattice, hit: Hit) -> bool:
    """Another word of the lexicon stands there; after "in" a name outranks what is only spelled like it."""
    preposition = lattice.find(hit.start - 1, "prep")
    struck = any(h.entry.cls == "verb" and h.entry.value in AT_PLACES for h in lattice.at(hit.start - 1))
    located = not hit.lead and (struck or (preposition is not None and preposition.entry.value in _LOCATIVE))
    others = {h.entry.cls for h in lattice.at(hit.start) if h.end >= hit.end and not (located and h.lead)}
    if preposition is not None and preposition.entry.value in VERBLESS and not hit.lead:
        others.discard("verb")
    return bool(others & (_OTHER_WORDS - _WEAK_WORDS if located else _OTHER_WORDS))


def _quarter(lattice: Lattice, hit: Hit) -> bool:
    """ "in the north-east", a district of Botswana elsewhere."""
    return any(h.entry.cls == "direction" and h.end == hit.end > h.start + 1 for h in lattice.at(hit.start))


def _surname(lattice: Lattice, hit: Hit) -> bool:
    """ "Jumana al-Zaatari": right behind a first name that stands for nothing else, a family's name."""
    before = lattice.at(hit.start - 1)
    plain = not proclitic_letters(hit)
    return plain and bool(before) and all(h.entry.cls == "given" for h in before)


def _in_latin_name(lattice: Lattice, hit: Hit) -> bool:
    """A Latin word beside another Latin word is part of a longer name ("Salma Abbas"), not a town."""
    tokens = lattice.text.tokens
    if hit.end - hit.start > 1 or not tokens[hit.start].text.isascii():
        return False
    beside = [tokens[i] for i in (hit.start - 1, hit.end) if 0 <= i < len(tokens)]
    return any(token.kind == "word" and token.text.isascii() for token in beside)


def _of_a_body(lattice: Lattice, hit: Hit) -> bool:
    """ "the network 'ABC' (ABS)": in quotation marks behind a body that speaks, or Latin in brackets behind no place."""
    tokens, at = lattice.text.tokens, hit.start
    before = tokens[at - 1].text if at > 1 else ""
    if before == '"':
        return lattice.find(at - 2, "source", "organ") is not None and lattice.find(at - 2, "placecue") is None
    bracketed = before == "(" and hit.end < len(tokens) and tokens[hit.end].text == ")" and tokens[at].text.isascii()
    return bracketed and not any(h.end == at - 1 for back in (2, 3, 4) for h in lattice.at(at - back) if _is_place(h))


def _is_place(hit: Hit) -> bool:
    return hit.entry.cls == PLACE
