"""The lattice: everything the lexicon and the gazetteer see in a text, by the token where it starts."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from functools import cache
from itertools import accumulate, chain, count, pairwise, repeat

from msgspec.structs import replace

from waqai.match.automaton import Compiled, load_automaton
from waqai.model.mention import Entry, Hit
from waqai.model.value import Value
from waqai.packs.forms import MERGED
from waqai.packs.pack import PackSettings, load_settings
from waqai.text.text import Text

PLACE = "place"


_NO_HITS: list[Hit] = []
_PAST = 100  # a negative index ends up in the empty tail, so that no look aside needs a test
_JOINTS = (
    *("prep", "agent", "that", "sub", "rel", "cite", "neg", "hypo", "perfect", "future", "date", "asfor", "tie"),
    "person",
)


class Lattice(Value, frozen=True):
    """``text``; for every token the hits that start there, longest first; and, in order, the hits of each class.

    ``begins`` keeps the tokens where a hit of some classes begins, once these classes were asked for; ``ends`` what
    ``ending`` gives, once it was asked for; ``around`` the hits with nothing for a way past either end.
    """

    text: Text
    hits: list[list[Hit]]
    classes: dict[str, list[Hit]]
    begins: dict[tuple[str, ...], list[int]]
    ends: dict[int, list[Hit]]
    around: list[list[Hit]]

    def at(self, index: int) -> list[Hit]:
        """The hits that start at token ``index``; none beyond either end, as far as anybody looks (``_PAST`` tokens)."""
        return self.around[index]

    def find(self, index: int, *classes: str) -> Hit | None:
        """The first hit of one of these classes at token ``index``."""
        for hit in self.around[index]:
            if hit.entry.cls in classes:
                return hit
        return None

    def ending(self, index: int) -> list[Hit]:
        """The function words right before token ``index``, and persons; of each class the longest first."""
        ends = self.ends
        if not ends:
            ends[-1] = _NO_HITS
            for hit in chain.from_iterable(self.classes.get(cls, ()) for cls in _JOINTS):
                ends.setdefault(hit.end, []).append(hit)
        return ends.get(index, _NO_HITS)

    def starts(self, first: int, last: int, *classes: str) -> list[int]:
        """The tokens of ``[first, last)`` where a hit of one of these classes starts, in order, each once."""
        found = self.begins.get(classes)
        if found is None:
            hits = chain.from_iterable(self.classes.get(cls, ()) for cls in classes)
            found = self.begins[classes] = sorted({hit.start for hit in hits})
        if not found:
            return found
        low = bisect_left(found, first)
        return found[low : bisect_left(found, last, low)]


def make_lattice(text: Text, hits: list[list[Hit]]) -> Lattice:
    """A lattice with its hits sorted by class."""
    classes: dict[str, list[Hit]] = defaultdict(list)
    for here in hits:
        for hit in here:
            classes[hit.entry.cls].append(hit)
    return lattice_of(text, hits, dict(classes))


def lattice_of(text: Text, hits: list[list[Hit]], classes: dict[str, list[Hit]]) -> Lattice:
    """A lattice of hits that are sorted by class already."""
    return Lattice(text, hits, classes, {}, {}, hits + [_NO_HITS] * _PAST)


class _Meaning(Value, frozen=True):
    """What a pattern means after a proclitic: (entry, form, proclitic) each.

    ``alone``: those that count where nothing else begins with it. ``article``: how many letters of it stand before the
    pattern; ``name``: it is nothing but a name of the gazetteer.
    """

    senses: tuple[Sense, ...]
    alone: tuple[Sense, ...]
    article: int
    name: bool


Sense = tuple[Entry, str, str]


class _Found(Value, frozen=True):
    """A match of letters ``[begin, end)``, tokens ``[first, last)``.

    The article counts as the match's own, so that "al-X" and "al" + "X" are equal.
    """

    begin: int
    end: int
    first: int
    last: int
    senses: tuple[Sense, ...]
    alone: tuple[Sense, ...]
    one_name: bool


class _Scanner:
    """The automaton of one language, with what each pattern means after each proclitic worked out once."""

    def __init__(self, language: str) -> None:
        self._compiled: Compiled = load_automaton(language)
        self._settings: PackSettings = load_settings(language)
        self._known: dict[str, dict[int, _Meaning]] = {lead: {} for lead in ("", *self._settings.every_proclitic)}

    def bounded(self, words: list[str]) -> list[_Found]:
        """The matches that begin at a word, or after proclitics that their class allows."""
        hay, found = " ".join(words) + " ", list[_Found]()
        known = self._known
        sizes = [len(word) + 1 for word in words]
        owner = list(chain.from_iterable(map(repeat, count(), sizes)))  # of each letter, its word
        starts = list(accumulate(sizes, initial=0))
        for begin, end, pattern in self._compiled.automaton.find_overlapping(hay):
            first = owner[begin]
            lead = hay[starts[first] : begin]
            meanings = known.get(lead)
            if meanings is None:
                continue
            meaning = meanings.get(pattern) or self._learn(pattern, lead, end - begin - 1)
            if meaning.senses:
                last = owner[end - 1] + 1
                one_name = meaning.name and last - first == 1
                begin -= meaning.article
                found.append(_Found(begin, end, first, last, meaning.senses, meaning.alone, one_name))
        return found

    def _learn(self, pattern: int, lead: str, size: int) -> _Meaning:
        article, senses = self._settings.noun.article, self._senses(pattern, lead, size)
        name = bool(senses) and senses[0][0].cls == PLACE
        meaning = _Meaning(senses, _alone(senses), len(article) if lead.endswith(article) else 0, name)
        self._known[lead][pattern] = meaning
        return meaning

    def _senses(self, pattern: int, lead: str, size: int) -> tuple[Sense, ...]:
        """The readings of a pattern of ``size`` letters after ``lead``; places come last."""
        settings, compiled = self._settings, self._compiled
        if lead and (
            size < settings.shortest_stem or (size < settings.shortest_cautious_stem and lead in settings.cautious)
        ):
            return ()
        words = [
            _sense(settings, entry, form, lead)
            for entry, form, kind in compiled.senses_of(pattern)
            if lead in settings.proclitics[kind] and _may_join(settings, lead, form)
        ]
        places = compiled.keys_of(pattern) if lead in settings.proclitics[PLACE] else []
        return (*words, *((place_entry(key), "", lead) for key in places))


def _sense(settings: PackSettings, entry: Entry, form: str, lead: str) -> Sense:
    """Of a form that swallowed "to" and the article, both count as its proclitic."""
    return (entry, "", lead + settings.leads["to"] * 2) if form == MERGED else (entry, form, lead)


def _may_join(settings: PackSettings, lead: str, form: str) -> bool:
    """No pronoun after the article, and no "will" before the past."""
    if form.endswith(".o") and lead.endswith(settings.noun.article):
        return False
    return not (form.startswith("past") and lead.endswith(settings.leads["will"]))


@cache
def place_entry(key: int) -> Entry:
    """The entry of a gazetteer key: class "place", value the key's number."""
    return Entry(PLACE, str(key), "", {})


@cache
def _scanner(language: str) -> _Scanner:
    return _Scanner(language)


def scan(text: Text, language: str = "ar") -> Lattice:
    """One pass of the automaton; word boundaries and proclitics are settled here, then the overlap policy."""
    words = [token.text for token in text.tokens]
    hits: list[list[Hit]] = [[] for _ in words]
    kept = _longest(_scanner(language).bounded(words))
    crowded = {one.first for one, other in pairwise(kept) if one.first == other.first}
    for found in kept:
        first, last = found.first, found.last
        senses = found.senses if first in crowded else found.alone
        hits[first] += [Hit(first, last, entry, form, lead) for entry, form, lead in senses]
    for first in crowded:
        hits[first] = _ranked(hits[first])
    return _oriented(make_lattice(text, hits))


def _oriented(lattice: Lattice) -> Lattice:
    """ "southern Sirte": before a place the word is a direction, and no people that is named after it."""
    directions = [
        at
        for at in lattice.starts(0, len(lattice.hits), "direction")
        if lattice.find(at, "demonym") is not None and lattice.find(at + 1, PLACE, "placecue") is not None
    ]
    if not directions:
        return lattice
    for at in directions:
        lattice.hits[at][:] = [hit for hit in lattice.hits[at] if hit.entry.cls != "demonym"]
    return make_lattice(lattice.text, lattice.hits)


_BODY, _THING, _CAMP = "organ", "target", "camp"


def _longest(found: list[_Found]) -> list[_Found]:
    """The overlap policy: what stands strictly inside a longer match is dropped; equal stretches all stay.

    A place of one word hides nothing: "wa-situn" is "and sixty" before it is a village. The head of a longer match that
    is a body able to speak stays with it: a hospital that the gazetteer knows by name still announces. So does a thing
    that can be hit at the head of a place ("the port of Odesa"); a camp that has a name is a town.
    """
    found.sort(key=lambda f: (f.begin, -f.end))
    kept: list[_Found] = []
    outer_begin = outer_end = -1
    of_place = False
    for one in found:
        if one.end <= outer_end and not (one.begin == outer_begin and one.end == outer_end):
            if one.begin == outer_begin and (head := tuple(s for s in one.senses if _stays(s[0], of_place))):
                kept.append(replace(one, senses=head))
            continue
        kept.append(one)
        if one.end > outer_end and not one.one_name:
            outer_begin, outer_end = one.begin, one.end
            of_place = one.senses[0][0].cls == PLACE
    return kept


def _stays(entry: Entry, of_place: bool) -> bool:
    """Does the head of a longer match (``of_place``: of nothing but a place) keep this sense?"""
    return entry.cls == _BODY or (of_place and entry.cls == _THING and entry.value != _CAMP)


_PARTICLES = frozenset({"prep", "that", "sub", "rel", "neg", "including", "cite", "same", "agent", "number"})
_SIDES = frozenset({"actor", "source", "person"})
_NOUNS = frozenset({"weapon", "target", "group", "casualty", "demonym", "title", "given", "placecue"})
_NAMES = frozenset({"actor", "force", "role", "source", "person", "place"})
_LOWER = _NOUNS | _NAMES


def _alone(senses: tuple[Sense, ...]) -> tuple[Sense, ...]:
    """The senses of one stretch by the kind order."""
    hits = _ranked([Hit(0, 1, *sense) for sense in senses])
    return tuple((hit.entry, hit.form, hit.lead) for hit in hits)


def _ranked(found: list[Hit]) -> list[Hit]:
    """The kind order of equal stretches: function words and numbers over nouns, named sides over groups of people."""
    particle = side = -1
    for hit in found:
        if hit.entry.cls in _SIDES:
            side = max(side, hit.end)
        elif hit.entry.cls in _PARTICLES and not hit.lead:
            particle = max(particle, hit.end)
    if particle < 0 and side < 0:
        return found
    return [
        hit
        for hit in found
        if not (hit.end <= particle and hit.entry.cls in _LOWER) and not (hit.end <= side and hit.entry.cls in _NOUNS)
    ]
