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
    """The lattice with a hit of class "given" at every later lone use of a name told with an office or a first name."""
    names = _names(lattice, dates)
    if not names:
        return lattice
    conjunction = load_settings().leads["and"]
    hits = list(lattice.hits)
    for index, token in enumerate(lattice.text.tokens):
        for lead in ("", conjunction):
            name = token.text.removeprefix(lead)
            if name in names and token.text == lead + name and _alone(lattice, index, names):
                hits[index] = [Hit(index, index + 1, names[name], "", lead)]
    return make_lattice(lattice.text, hits)


def _alone(lattice: Lattice, index: int, names: dict[str, Entry]) -> bool:
    """The word is nothing else, and no first name stands before it."""
    if any(hit.entry.cls != "given" for hit in lattice.hits[index]):
        return False
    before = lattice.text.tokens[index - 1].text if index else ""
    return before not in names and lattice.find(index - 1, "given", "title", "role") is None


def _names(lattice: Lattice, dates: frozenset[int]) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for index, _ in hits_of(lattice, "role", "title", "given"):
        speaker = speaker_at(lattice, index, min(index + _REACH, len(lattice.hits)), dates)
        if speaker is None or speaker.name is None:
            continue
        for at in range(*speaker.name):
            text = lattice.text.tokens[at].text
            if len(text) >= _SHORTEST and all(hit.entry.cls == "given" for hit in lattice.hits[at]):
                found[text] = Entry("given", "learned", text, {})
    return found
