"""Names that the report itself teaches: once a person is named with an office, the surname alone is known."""

from __future__ import annotations

from waqai.match.lattice import Lattice, make_lattice
from waqai.mentions.phrase import hits_of
from waqai.mentions.speaker_names import closed
from waqai.mentions.speakers import speaker_at
from waqai.model.mention import Entry, Hit
from waqai.packs.pack import load_settings

_SHORTEST = 4
_REACH = 16
_GIVEN = frozenset({"given"})
_DEEDS = frozenset({"verb", "event"})
_NAME = Entry("given", "kunya", "", {})


def learn_names(lattice: Lattice, dates: frozenset[int]) -> Lattice:
    """The lattice with a hit of class "given" at every use of a name told with an office or a first name."""
    lattice = _without_deeds(lattice)
    names = _names(lattice, dates)
    if not names:
        return lattice
    conjunction = load_settings().leads["and"]
    spelled = {lead + name: (name, lead) for name in names for lead in ("", conjunction)}
    uses = [(index, token.text) for index, token in enumerate(lattice.text.tokens) if token.text in spelled]
    hits, taught = lattice.hits.copy(), dict[int, Hit]()
    for index, text in uses:
        if _free(lattice, index, names):
            name, lead = spelled[text]
            taught[index] = Hit(index, index + 1, names[name], "", lead)
            hits[index] = [taught[index]]
    known = [hit for hit in lattice.classes.get("given", ()) if hit.start not in taught]
    given = sorted((*known, *taught.values()), key=lambda hit: hit.start)
    kinds = lattice.kinds | dict.fromkeys(taught, _GIVEN)
    return Lattice(lattice.text, hits, lattice.classes | {"given": given}, kinds, {}, {})


def _without_deeds(lattice: Lattice) -> Lattice:
    """ "Abu Talib" demands nothing: behind the word that makes a name of it, a verb spelled like it is a name."""
    named = [hit.end for hit in lattice.classes.get("namepart", ()) if hit.end < len(lattice.hits)]
    named = [at for at in named if any(hit.entry.cls == "verb" and not hit.lead for hit in lattice.hits[at])]
    if not named:
        return lattice
    hits = lattice.hits.copy()
    for at in named:
        hits[at] = [hit for hit in hits[at] if hit.entry.cls not in _DEEDS] or [Hit(at, at + 1, _NAME, "", "")]
    return make_lattice(lattice.text, hits)


def _free(lattice: Lattice, index: int, names: dict[str, Entry]) -> bool:
    """The word is nothing else; a first name is learned only where it stands alone."""
    hits, tokens = lattice.hits[index], lattice.text.tokens
    if not hits:
        return True
    beside = (tokens[at].text for at in (index - 1, index + 1) if 0 <= at < len(tokens))
    return all(hit.entry.cls == "given" for hit in hits) and not any(text in names for text in beside)


def _names(lattice: Lattice, dates: frozenset[int]) -> dict[str, Entry]:
    """Surnames told with an office first, then those told with a first name that no office has taught."""
    found: dict[str, Entry] = {}
    done = 0
    for index in lattice.starts(0, len(lattice.hits), "role", "title"):
        if index >= done:
            done = _learn(lattice, index, dates, found)
    for index, hit in hits_of(lattice, "given"):
        if lattice.text.tokens[index].text not in found and not _common_word(lattice, hit):
            _learn(lattice, index, dates, found)
    return found


def _common_word(lattice: Lattice, hit: Hit) -> bool:
    """ "names", "life": a first name that is a common word too, with a word of another class or a number behind it."""
    after = lattice.text.tokens[hit.end] if hit.end < len(lattice.hits) else None
    alone = after is None or after.kind != "word" or bool(lattice.hits[hit.end])
    return "amb" in hit.entry.attrs and alone and lattice.find(hit.end, "given", "that") is None


def _learn(lattice: Lattice, index: int, dates: frozenset[int], found: dict[str, Entry]) -> int:
    """Learn the names of the phrase at ``index``; the token behind it."""
    speaker = speaker_at(lattice, index, min(index + _REACH, len(lattice.hits)), dates)
    if speaker is None:
        return index + 1
    name = range(*(speaker.name or (0, 0)))
    sure = any(lattice.text.tokens[at].text.isascii() or lattice.find(at, "given", "person") for at in name)
    leads = load_settings().leads
    governed = lattice.text.tokens[name.start].text.startswith((leads["by"], leads["to"]))
    for at in name if sure or not governed or closed(lattice, speaker.end) else ():
        text = lattice.text.tokens[at].text
        if len(text) < _SHORTEST or any(hit.entry.cls != "given" for hit in lattice.hits[at]):
            continue
        last = at == name.stop - 1
        if last or not lattice.hits[at]:
            found[text] = Entry("given", "learned" if last else "first", text, {})  # more follows a first name
    return speaker.end
