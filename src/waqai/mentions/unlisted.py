"""Names that no list holds: which words behind a cue of place, or beside a known place, are taken for one."""

from __future__ import annotations

from waqai.match.lattice import Lattice
from waqai.mentions.phrase import is_definite, proclitic_length
from waqai.model.mention import Hit
from waqai.packs.pack import load_settings

_LONGEST_NAME, _SHORTEST = 2, 2
_LANDMARKS = frozenset({"landform", "junction"})
_NAMED_BY_NOUNS = frozenset({"road", "quarter", "junction"})
_NO_NAMES = frozenset(
    {"group", "casualty", "title", "role", "person", "demonym", "event", "rel", "number", "prep", "source", "actor"}
    | {"force", "direction", "verb", "ordinal", "same", "notplace", "crowd"}
)
_BESIDE = frozenset({"north", "south", "east", "west", "north_east", "north_west", "south_east", "south_west", "near"})


def takes_name(lattice: Lattice, first: Hit, cue: Hit) -> bool:
    """May a word that no list holds be the name behind ``cue``, the last of the cues that ``first`` begins?"""
    if cue.entry.cls != "placecue" or not is_singular(lattice, cue) or is_definite(cue.lead):
        return False
    return "amb" not in cue.entry.attrs or _landmark(lattice, first, cue) or _named_area(lattice, first, cue)


def is_beside(lattice: Lattice, at: int) -> bool:
    """ "in Hakurk, north of Iraq": a word that is nothing else between "in" and what tells where it lies is a name."""
    direction, inside = lattice.find(at + 1, "direction"), lattice.find(at - 1, "prep")
    if direction is None or direction.lead or inside is None or inside.entry.value != "in" or inside.end != at:
        return False
    word = lattice.text.tokens[at]
    plain = not lattice.hits[at] and word.kind == "word" and len(word.text) > _SHORTEST
    return plain and direction.entry.value in _BESIDE and direction.entry.attrs.get("form") == "noun"


def name_end(lattice: Lattice, index: int) -> int:
    """Behind the words that may be a name; ``index`` when there are none."""
    end, tokens = index, lattice.text.tokens
    if (
        index + 1 < len(tokens)
        and tokens[index].text in load_settings().toponym_heads
        and tokens[index + 1].kind == "word"
    ):
        return index + 2
    while end < len(lattice.hits) and end - index < _LONGEST_NAME and _could_be_name(lattice, end):
        if end > index and _led_by(tokens[end].text):
            break
        end += 1
    return end


def named_by_noun(lattice: Lattice, cue: Hit) -> bool:
    """A street, a quarter, a crossing without the article: often named by a common noun."""
    named = cue.entry.attrs.get("feature") in _NAMED_BY_NOUNS and not is_definite(cue.lead)
    return named and is_singular(lattice, cue)


def common_name(lattice: Lattice, first: Hit, cue: Hit) -> int:
    """Behind a common noun that names a street or a quarter ("in the street of the Sea"); its start when it names none.

    Governed, with the article behind a cue without it: a construct, whose second word is no person and no adjective.
    """
    if cue.end >= len(lattice.hits) or not named_by_noun(lattice, cue) or not _governed(lattice, first):
        return cue.end
    word = lattice.text.tokens[cue.end]
    article = load_settings().noun.article
    plain = word.kind == "word" and word.text.startswith(article) and len(word.text) > len(article) + _SHORTEST
    other = any(hit.entry.cls in _NO_NAMES or hit.lead not in ("", article) for hit in lattice.at(cue.end))
    return cue.end + 1 if plain and not other else cue.end


def _led_by(word: str) -> bool:
    """ "to attend" behind an unknown name: a second word that opens with "to" or "and" is none of it."""
    leads = load_settings().leads
    return word.startswith((leads["to"], leads["and"]))


def _about_it(word: str) -> bool:
    """ "(an area) that Shia live in": a word that ends in a pronoun of the third person."""
    return word.endswith(tuple(end for end in load_settings().third_person if len(end) > 1))


def _named_area(lattice: Lattice, first: Hit, cue: Hit) -> bool:
    """ "in the area of Jabiriyat", "the shelling of Mount Dukhan": a governed area with a word that is nothing else.

    Without the article a feminine ending makes it an adjective of the cue ("in a rugged area").
    """
    if "names" not in cue.entry.attrs or not _governed(lattice, first) or cue.end >= len(lattice.hits):
        return False
    word, noun = lattice.text.tokens[cue.end], load_settings().noun
    if word.text in load_settings().toponym_heads:
        return True
    described = word.text.endswith(noun.feminine) and not word.text.startswith(noun.article)
    return not lattice.hits[cue.end] and not described and not _about_it(word.text)


def _governed(lattice: Lattice, first: Hit) -> bool:
    """Behind a preposition, a direction or a word of attack."""
    before = lattice.find(first.start - 1, "prep", "event", "direction")
    return first.entry.cls == "direction" or proclitic_length(first.lead) > 0 or before is not None


def is_singular(lattice: Lattice, cue: Hit) -> bool:
    """Also where the word could end in a pronoun."""
    return any(h.entry.cls == cue.entry.cls and h.end == cue.end and h.form == "sg" for h in lattice.at(cue.start))


def _landmark(lattice: Lattice, first: Hit, cue: Hit) -> bool:
    """ "control of the Salihin hill", "shelling of the Saraya junction": a landmark behind a preposition, with a name that has the article."""
    article, tokens = load_settings().noun.article, lattice.text.tokens
    if cue.entry.attrs.get("feature") not in _LANDMARKS or cue.end >= len(tokens):
        return False
    within = any(h.end == first.start and h.entry.cls == "event" for h in lattice.at(first.start - 2))  # "control of"
    governed = within or proclitic_length(first.lead) > 0 or lattice.find(first.start - 1, "prep") is not None
    return governed and tokens[cue.end].text.startswith(article)


def _could_be_name(lattice: Lattice, index: int) -> bool:
    token = lattice.text.tokens[index]
    known = {hit.entry.cls for hit in lattice.at(index) if hit.end == index + 1 or not is_definite(hit.lead)}
    return token.kind == "word" and len(token.text) > _SHORTEST and known <= {"given", "person"}
