"""Persons as doers: an office or title with a name, or a known name, where a side could stand."""

from __future__ import annotations

from waqai.match.lattice import Lattice
from waqai.mentions.actors import ACTOR, Side
from waqai.mentions.phrase import Phrase, hits_of, proclitic_length
from waqai.mentions.speakers import speaker_at

_REACH = 12
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
        found.append(Phrase(ACTOR, index, speaker.end, proclitic_length(hit.lead), hit.entry, "", hit.lead, None, side))
    return found
