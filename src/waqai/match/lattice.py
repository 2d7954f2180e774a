"""The lattice: everything the lexicon and the gazetteer see in a text, by the token where it starts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from waqai.match.automaton import Compiled, load_automaton
from waqai.model.mention import Entry, Hit
from waqai.packs.pack import PackSettings, load_settings
from waqai.text.text import Text

PLACE = "place"


_NO_HITS: list[Hit] = []


class Lattice(NamedTuple):
    """``text``; for every token the hits that start there, longest first; and the hits of each class, in order."""

    text: Text
    hits: list[list[Hit]]
    classes: dict[str, list[Hit]]

    def at(self, index: int) -> list[Hit]:
        """The hits that start at token ``index``; none beyond the end."""
        return self.hits[index] if 0 <= index < len(self.hits) else _NO_HITS

    def find(self, index: int, *classes: str) -> Hit | None:
        """The first hit of one of these classes at token ``index``."""
        for hit in self.hits[index] if 0 <= index < len(self.hits) else _NO_HITS:
            if hit.entry.cls in classes:
                return hit
        return None

    def starts(self, first: int, last: int, *classes: str) -> list[int]:
        """The tokens of ``[first, last)`` where a hit of one of these classes starts, in order, each once."""
        found: set[int] = set()
        for cls in classes:
            hits = self.classes.get(cls, _NO_HITS)
            low = bisect_left(hits, first, key=_start)
            high = bisect_left(hits, last, low, key=_start)
            found.update(hit.start for hit in hits[low:high])
        return sorted(found)


def make_lattice(text: Text, hits: list[list[Hit]]) -> Lattice:
    """A lattice with its hits sorted by class."""
    classes: dict[str, list[Hit]] = {}
    for here in hits:
        for hit in here:
            classes.setdefault(hit.entry.cls, []).append(hit)
    return Lattice(text, hits, classes)


def _start(hit: Hit) -> int:
    return hit.start


class _Found(NamedTuple):
    begin: int
    end: int
    token: int
    pattern: int
    lead: str


@cache
def place_entry(key: int) -> Entry:
    """The entry of a gazetteer key: class "place", value the key's number."""
    return Entry(PLACE, str(key), "", {})


def scan(text: Text, language: str = "ar") -> Lattice:
    """One pass of the automaton; word boundaries and proclitics are settled here, then the overlap policy."""
    compiled = load_automaton(language)
    words = [token.text for token in text.tokens]
    starts = list(accumulate((len(word) + 1 for word in words), initial=0))
    kept = _longest(_bounded(compiled, words, starts, load_settings(language)), compiled, words)
    hits: list[list[Hit]] = [[] for _ in words]
    for found in kept:
        last = bisect_right(starts, found.end - 2)
        hits[found.token].extend(_hits(found, last, compiled))
    return make_lattice(text, [_ranked(found) for found in hits])


_PARTICLES = frozenset({"prep", "that", "sub", "rel", "neg", "including", "cite", "same", "agent", "number"})
_SIDES = frozenset({"actor", "source", "person"})
_NOUNS = frozenset({"weapon", "target", "group", "casualty", "demonym", "title", "given", "placecue"})
_NAMES = frozenset({"actor", "force", "role", "source", "person", "place"})


def _ranked(found: list[Hit]) -> list[Hit]:
    """The kind order of equal stretches: function words and numbers over nouns, named sides over groups of people."""
    if len(found) < 2:
        return found
    particle = max((hit.end for hit in found if hit.entry.cls in _PARTICLES and not hit.lead), default=-1)
    side = max((hit.end for hit in found if hit.entry.cls in _SIDES), default=-1)
    lower = _NOUNS | _NAMES
    return [
        hit
        for hit in found
        if not (hit.end <= particle and hit.entry.cls in lower) and not (hit.end <= side and hit.entry.cls in _NOUNS)
    ]


def _bounded(
    compiled: Compiled, words: list[str], starts: list[int], settings: PackSettings
) -> list[_Found]:
    """The matches that begin at a word, or after proclitics that their class allows."""
    hay = " ".join(words) + " "
    every = settings.every_proclitic
    found = []
    for begin, end, pattern in compiled.automaton.find_overlapping(hay):
        token = bisect_right(starts, begin) - 1
        lead = hay[starts[token] : begin]
        if lead in every and _allowed(compiled, pattern, lead, end - begin - 1, settings):
            found.append(_Found(begin, end, token, pattern, lead))
    return found


def _allowed(compiled: Compiled, pattern: int, lead: str, size: int, settings: PackSettings) -> bool:
    if not lead:
        return True
    if size < settings.shortest_stem or (size < settings.shortest_cautious_stem and lead in settings.cautious):
        return False
    if compiled.keys[pattern] and lead in settings.proclitics[PLACE]:
        return True
    return any(lead in settings.proclitics[compiled.kinds[entry]] for entry, _ in compiled.senses_of(pattern))


def _longest(found: list[_Found], compiled: Compiled, words: list[str]) -> list[_Found]:
    """The overlap policy: what stands strictly inside a longer match is dropped; equal stretches all stay.

    A place of one word hides nothing: "wa-situn" is "and sixty" before it is a village.
    """
    found.sort(key=lambda f: (f.begin, -f.end))
    kept: list[_Found] = []
    outer = (-1, -1)
    for one in found:
        if one.end <= outer[1] and (one.begin, one.end) != outer:
            continue
        kept.append(one)
        name_only = not compiled.senses_of(one.pattern) and one.end - one.begin <= len(words[one.token]) + 1
        if one.end > outer[1] and not name_only:
            outer = (one.begin, one.end)
    return kept


def _hits(found: _Found, last: int, compiled: Compiled) -> list[Hit]:
    proclitics = load_settings().proclitics
    hits = [
        Hit(found.token, last, compiled.entries[number], form, found.lead)
        for number, form in compiled.senses_of(found.pattern)
        if found.lead in proclitics[compiled.kinds[number]]
    ]
    if found.lead in proclitics[PLACE]:
        hits += [Hit(found.token, last, place_entry(key), "", found.lead) for key in compiled.keys[found.pattern]]
    return hits
