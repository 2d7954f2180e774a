"""Names that the report itself teaches: once a person is named with an office, the surname alone is known."""

from __future__ import annotations

from waqai.match.lattice import Lattice, make_lattice
from waqai.mentions.phrase import hits_of
from waqai.mentions.speakers import speaker_at
from waqai.model.mention import Entry, Hit
from waqai.packs.pack import load_settings

_SHORTEST = 4
_REACH = 16


def learn_names(lattice: Lattice, dates: frozenset[int]) -> Lattice:
    """The lattice with a hit of class "given" at every use of a name told with an office or a first name."""
    names = _names(lattice, dates)
    if not names:
        return lattice
    conjunction = load_settings().leads["and"]
    hits = list(lattice.hits)
    for index, token in enumerate(lattice.text.tokens):
        for lead in ("", conjunction):
            name = token.text.removeprefix(lead)
            if name in names and token.text == lead + name and _free(lattice, index, names):
                hits[index] = [Hit(index, index + 1, names[name], "", lead)]
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
    for index, _ in hits_of(lattice, "role", "title"):
        _learn(lattice, index, dates, found)
    for index, _ in hits_of(lattice, "given"):
        if lattice.text.tokens[index].text not in found:
            _learn(lattice, index, dates, found)
    return found


def _learn(lattice: Lattice, index: int, dates: frozenset[int], found: dict[str, Entry]) -> None:
    speaker = speaker_at(lattice, index, min(index + _REACH, len(lattice.hits)), dates)
    if speaker is None or speaker.name is None:
        return
    for at in range(*speaker.name):
        text = lattice.text.tokens[at].text
        if len(text) >= _SHORTEST and all(hit.entry.cls == "given" for hit in lattice.hits[at]):
            found[text] = Entry("given", "learned", text, {})
