"""Where: places that a sentence names of something else than what happened."""

from __future__ import annotations

from waqai.events.grouping import Group
from waqai.events.reading import Reading
from waqai.events.syntax import governor
from waqai.mentions.phrase import Phrase

_BLAME_REACH = 8
_WHEN = "sub"
_NOWHERE = frozenset({"sanction", "appointment"})
_TALKED = frozenset({"talks", "agreement", "exchange", "release"})
_TO = frozenset({"to", "from", "toward"})


def told_of_people(reading: Reading, one: Group, place: Phrase) -> bool:
    """ "the colonel who fought in Syria", "was back from Yemen when", "blamed Israel": not where it happened."""
    if _in_their_clause(reading, one, place) or _on_the_way(reading, one, place) or _blamed(reading, place):
        return True
    return _of_the_matter(reading, one, place)


def _of_the_matter(reading: Reading, one: Group, place: Phrase) -> bool:
    """ "talks on the crisis in Sudan", "sanctions on banks in Asia": not where they dealt."""
    if one.kind in _NOWHERE:
        return True
    if one.kind not in _TALKED or place.start < one.triggers[0].start:
        return False
    lattice = reading.lattice
    begin = max((t.end for t in one.triggers if t.end <= place.start), default=place.start)
    about = (lattice.find(i, "prep") for i in lattice.starts(begin, place.start, "prep"))
    return bool(lattice.starts(begin, place.start, "topic")) or any(h and h.entry.value == "about" for h in about)


def _in_their_clause(reading: Reading, one: Group, place: Phrase) -> bool:
    """Inside a relative clause about a person, with no word of the deed between."""
    lattice = reading.lattice
    before = max((t.end for t in one.triggers if t.end <= place.start), default=None)
    if before is None:
        return False
    clauses = lattice.starts(before, place.start, "rel")
    if not clauses or any(lattice.text.tokens[i].text in ",;" for i in range(clauses[-1] + 1, place.start)):
        return False
    return reading.persons.covering(clauses[-1] - 1) is not None


def _blamed(reading: Reading, place: Phrase) -> bool:
    """ "laid the blame for the attack on Israel": who is blamed."""
    blame = reading.lattice.starts(max(0, place.start - _BLAME_REACH), place.start, "object")
    hits = (hit for at in blame for hit in reading.lattice.at(at))
    return any(hit.entry.value == "blame" for hit in hits) and governor(reading, place) == "on"


def _on_the_way(reading: Reading, one: Group, place: Phrase) -> bool:
    """Whence or whither somebody went, before "when" and the deed."""
    if one.triggers[0].start < place.start or governor(reading, place) not in _TO:
        return False
    when = (reading.lattice.find(i, _WHEN) for i in range(place.end, one.triggers[0].start))
    return any(hit is not None and hit.entry.value == "when" for hit in when)
