"""Persons as doers: an office or title with a name, or a known name, where a side could stand."""

from __future__ import annotations

from waqai.match.lattice import Lattice
from waqai.mentions.actors import ACTOR, Side
from waqai.mentions.phrase import Phrase, hits_of, is_definite, proclitic_length
from waqai.mentions.speakers import Speaker, speaker_at
from waqai.model.mention import Hit

_REACH = 12
_OFFICES = ("role", "title")
_LONGEST_NAME = 4
PERSON = "person"


def find_persons(lattice: Lattice, dates: frozenset[int]) -> list[Phrase]:
    """Phrases of persons, as actors that can deal but not attack; in order, none overlapping."""
    found: list[Phrase] = []
    for index, hit in sorted(hits_of(lattice, "role", "title", "person"), key=lambda pair: pair[0]):
        if found and index < found[-1].end:
            continue
        speaker = speaker_at(lattice, index, min(index + _REACH, len(lattice.hits)), dates)
        if speaker is None:
            continue
        side = Side(speaker.id, speaker.label, PERSON, None, False, True)
        end = _second(lattice, index, speaker)
        found.append(Phrase(ACTOR, index, end, proclitic_length(hit.lead), hit.entry, "", hit.lead, None, side))
    return found


def _second(lattice: Lattice, start: int, speaker: Speaker) -> int:
    """ "the minister X (met) the president Y", "(met) his counterpart": where a second person's office begins."""
    for index in range(start + 1, speaker.end):
        if _where(lattice, index):
            return index  # "met the president in Cairo": where they met
        office = next((h for h in lattice.at(index) if h.entry.cls in _OFFICES), None)
        known = lattice.find(index, "person") is not None and _person_ends(lattice, index)
        if known or (office is not None and _another(office, speaker)):
            return index
    return speaker.end


def _where(lattice: Lattice, index: int) -> bool:
    """ "in" and a name of a place."""
    prep = lattice.find(index, "prep")
    return prep is not None and prep.entry.value == "in" and lattice.find(index + 1, "place") is not None


def _another(office: Hit, speaker: Speaker) -> bool:
    """An office with the article behind a name, or somebody's counterpart."""
    named = speaker.name is not None and speaker.name[0] < office.start and is_definite(office.lead)
    return named or "counterpart" in office.entry.attrs


def _person_ends(lattice: Lattice, index: int) -> bool:
    return any(hit.entry.cls == "person" for hit in lattice.ending(index))
