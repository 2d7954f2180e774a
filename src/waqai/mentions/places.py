"""Place phrases: cue words, directions and names ("the town of X", "southern countryside of X", "#X_Y")."""

from __future__ import annotations

from msgspec.structs import replace

from waqai.match.lattice import PLACE, Lattice
from waqai.mentions.namesakes import AT_PLACES, is_no_place, proclitic_letters
from waqai.mentions.phrase import Phrase, adjoins, is_definite, proclitic_length, takes
from waqai.mentions.unlisted import common_name, is_beside, name_end, named_by_noun, takes_name
from waqai.model.mention import Entry, Hit
from waqai.model.value import Value

_CUES = ("placecue", "direction")
_UNNAMED = Entry(PLACE, "", "", {})
_LONGEST_QUOTE = 6
_LANDMARKS = frozenset({"landform", "junction"})
_POINTED = frozenset({"settlement", "neighbourhood"})


class Where(Value, frozen=True):
    """``keys``: gazetteer keys of the name, empty when the name is unknown; ``level`` and ``relation`` from cue words.

    ``governed``: a preposition or a word of attack stands before it; ``inside``: "in" does, as a word of its own. ``unlisted``: a name that
    no list holds.
    """

    keys: tuple[int, ...]
    level: str | None
    relation: str | None
    name_start: int
    name_skip: int
    governed: bool = False
    anaphor: bool = False
    nation: str | None = None
    capital: bool = False
    inside: bool = False
    unlisted: str = ""


def find_places(lattice: Lattice) -> list[Phrase]:
    """Place phrases in order, none overlapping."""
    found: list[Phrase] = []
    for index in lattice.starts(0, len(lattice.hits), PLACE, *_CUES):
        if found and index < found[-1].end:
            continue
        phrase = _phrase_at(lattice, index)
        if phrase is not None:
            beside = _beside(lattice, phrase)
            found += [beside, phrase] if beside is not None else [phrase]
    return found


def _beside(lattice: Lattice, known: Phrase) -> Phrase | None:
    """The name that no list holds right before the phrase of a known place."""
    at = known.start - 1
    if at < 0 or not is_beside(lattice, at):
        return None
    where = Where((), None, None, at, 0, True, inside=True, unlisted=lattice.text.tokens[at].text)
    return Phrase(PLACE, at, at + 1, 0, _UNNAMED, "", "", None, where)


def _phrase_at(lattice: Lattice, index: int) -> Phrase | None:
    first = lattice.find(index, *_CUES)
    if first is None:
        return _bare(lattice, index)
    if _people(lattice, first):
        return None
    cues = _cues(lattice, first)
    end = cues[-1].end
    if (quoted := _quoted(lattice, cues, end)) is not None:
        return quoted
    name = _name(lattice, end)
    pointing = _pointing(lattice, cues) if takes(lattice, end, "demonym") else None
    if pointing is not None:
        return pointing
    if name is not None:
        return None if _two_sides(lattice, cues, name) else _cued(lattice, cues, name)
    return _pointing(lattice, cues) or _bare(lattice, index) or _unknown(lattice, cues, end)


def _people(lattice: Lattice, cue: Hit) -> bool:
    """ "12 farmers", spelled like "farms"."""
    if "amb" not in cue.entry.attrs or lattice.find(cue.start, "group") is None or cue.start == 0:
        return False
    before = lattice.text.tokens[cue.start - 1]
    return before.kind == "number" or lattice.find(cue.start - 1, "number") is not None


def _two_sides(lattice: Lattice, cues: list[Hit], name: Hit) -> bool:
    """ "talks between the United States and Russia": sides, and no place."""
    state = lattice.find(name.start, "actor")
    return [cue.entry.value for cue in cues] == ["between"] and state is not None and state.end >= name.end


def _cues(lattice: Lattice, first: Hit) -> list[Hit]:
    cues = [first]
    while (following := lattice.find(cues[-1].end, *_CUES)) and _continues(following):
        if is_definite(following.lead) and named_by_noun(lattice, cues[-1]):
            break  # "the street of the Sea"
        if _is_name(lattice, cues[-1], following):
            break  # "the village of Fuja", spelled like "a regiment"
        cues.append(following)
    return cues


def _is_name(lattice: Lattice, cue: Hit, following: Hit) -> bool:
    """A listed name right behind a word of place, spelled like a common word that only may be one."""
    common = "amb" in following.entry.attrs and not is_definite(following.lead)
    return common and cue.entry.cls == "placecue" and _name(lattice, following.start) is not None


def _continues(hit: Hit) -> bool:
    """A further cue or the name may carry a short preposition, never a conjunction."""
    return adjoins(hit) or len(proclitic_letters(hit)) == 1


def _name(lattice: Lattice, index: int) -> Hit | None:
    hit = lattice.find(index, PLACE)
    return hit if hit and _continues(hit) and not lattice.text.opens(index) else None


def _quoted(lattice: Lattice, cues: list[Hit], index: int) -> Phrase | None:
    """ "the area of 'Jabal al-Ulayqa'": what stands between quotation marks right behind the cue is the name."""
    cue, tokens = cues[-1], lattice.text.tokens
    if cue.entry.cls != "placecue" or cue.entry.value == "sea" or not _is_quote(lattice, index):
        return None  # a "canal" in quotation marks is a television channel
    close = next((i for i in range(index + 2, index + _LONGEST_QUOTE) if _is_quote(lattice, i)), None)
    if close is None or any(tokens[i].kind != "word" for i in range(index + 1, close)):
        return None
    name = lattice.find(index + 1, PLACE)
    known = name if name is not None and name.end == close and not proclitic_letters(name) else None
    doubtful = cue.entry.value == "site" and "amb" in cue.entry.attrs
    if known is None and doubtful and cue.entry.attrs.get("feature") not in _LANDMARKS:
        return None  # "the site 'Facebook'"
    keys = _keys(lattice, known) if known is not None else ()
    where = Where(keys, _level(cues), _relation(cues), index + 1, 0)
    first, head = cues[0], known.entry if known is not None else _UNNAMED
    return Phrase(PLACE, first.start, close + 1, proclitic_length(first.lead), head, "", first.lead, None, where)


def _is_quote(lattice: Lattice, index: int) -> bool:
    tokens = lattice.text.tokens
    return index < len(tokens) and tokens[index].text == '"'


def _keys(lattice: Lattice, hit: Hit) -> tuple[int, ...]:
    return tuple(int(h.entry.value) for h in lattice.at(hit.start) if h.entry.cls == PLACE and h.end == hit.end)


def _bare(lattice: Lattice, index: int) -> Phrase | None:
    """A name without a cue; what the lexicon knows as another word at the same stretch is not a place by itself."""
    hit = lattice.find(index, PLACE)
    if hit is None or is_no_place(lattice, hit):
        return None
    governed = proclitic_length(hit.lead) > 0 or lattice.find(index - 1, "prep") is not None or _led(lattice, hit)
    before = lattice.find(index - 1, "prep")
    inside = (not hit.lead and before is not None and before.entry.value == "in") or _hosts(lattice, hit)
    where = Where(_keys(lattice, hit), None, None, hit.start, proclitic_length(hit.lead), governed, inside=inside)
    end, relation = _relation_after(lattice, hit.end)
    return Phrase(
        PLACE, hit.start, end, where.name_skip, hit.entry, "", hit.lead, None, replace(where, relation=relation)
    )


def _led(lattice: Lattice, hit: Hit) -> bool:
    """A name heads its line or stands before a colon, or right behind a word of attack ("storms Jenin")."""
    tokens = lattice.text.tokens
    if hit.end < len(tokens) and tokens[hit.end].text == ":":
        return True
    if lattice.text.opens(hit.start):
        return True
    return any(h.entry.cls == "event" or h.entry.value in AT_PLACES for h in lattice.at(hit.start - 1))


def _hosts(lattice: Lattice, hit: Hit) -> bool:
    """ "Geneva will host the round"."""
    return any("host" in h.entry.attrs for h in lattice.at(hit.start - 1))


def _cued(lattice: Lattice, cues: list[Hit], name: Hit) -> Phrase:
    level = _level(cues)
    end, after = _relation_after(lattice, name.end)
    where = Where(_keys(lattice, name), level, _relation(cues) or after, name.start, proclitic_length(name.lead))
    first = cues[0]
    return Phrase(PLACE, first.start, end, proclitic_length(first.lead), name.entry, "", first.lead, None, where)


def _level(cues: list[Hit]) -> str | None:
    """The level that the cue nearest to the name asks for."""
    levels = [hit.entry.value for hit in cues if hit.entry.cls == "placecue"]
    return levels[-1] if levels and cues[-1].entry.cls == "placecue" else None


def _relation(cues: list[Hit]) -> str | None:
    return next((hit.entry.value for hit in cues if hit.entry.cls == "direction"), None)


def _relation_after(lattice: Lattice, end: int) -> tuple[int, str | None]:
    """ "countryside of X southern": the direction that agrees with the cue comes after the name."""
    hit = lattice.find(end, "direction")
    if hit and hit.lead and adjoins(hit):
        return hit.end, hit.entry.value
    return end, None


# "the city" is the one told before, never a place of that name ("al-Madina")
_COMMON = frozenset({"city", "town", "village"})


def _pointing(lattice: Lattice, cues: list[Hit]) -> Phrase | None:
    """ "the city", "the Turkish city": a place told before."""
    cue = cues[-1]
    many = cue.form in ("pl", "du")  # "the villages" are no one place
    if cue.entry.cls != "placecue" or many or not is_definite(cue.lead) or cue.entry.value not in _POINTED:
        return None
    nation = takes(lattice, cue.end, "demonym")
    end = nation.end if nation else cue.end
    named = None if cue.entry.attrs.get("feature") in _COMMON else lattice.find(cue.start, PLACE)
    where = Where(
        _keys(lattice, named) if named else (),
        cue.entry.value,
        _relation(cues),
        cue.start,
        0,
        False,
        True,
        nation.entry.value if nation else None,
        cue.entry.attrs.get("feature") == "capital",
    )
    first = cues[0]
    return Phrase(PLACE, first.start, end, proclitic_length(first.lead), _UNNAMED, "", first.lead, None, where)


def _unknown(lattice: Lattice, cues: list[Hit], index: int) -> Phrase | None:
    """A cue word with a name that no list holds: kept with its words, unresolved."""
    first, cue = cues[0], cues[-1]
    end = name_end(lattice, index) if takes_name(lattice, first, cue) else index
    if end == index and (end := common_name(lattice, first, cue)) == index:
        return None
    where = Where((), cue.entry.value, _relation(cues), index, 0, unlisted=lattice.text.words(index, end).text)
    return Phrase(PLACE, first.start, end, proclitic_length(first.lead), _UNNAMED, "", first.lead, None, where)
