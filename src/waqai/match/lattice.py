"""The lattice: everything the lexicon and the gazetteer see in a text, by the token where it starts."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from functools import cache
from itertools import chain

from waqai.match.automaton import Compiled, load_automaton
from waqai.model.mention import Entry, Hit
from waqai.model.value import Value
from waqai.packs.forms import MERGED
from waqai.packs.pack import PackSettings, load_settings
from waqai.text.text import Text

PLACE = "place"

_NO_HITS: list[Hit] = []
_JOINTS = (
    *("prep", "agent", "that", "sub", "rel", "cite", "neg", "hypo", "perfect", "future", "date", "asfor", "tie"),
    "person",
)
Kinds = dict[int, frozenset[str]]


class Lattice(Value, frozen=True):
    """``text``; for every token the hits that start there, longest first; and, in order, the hits of each class.

    ``kinds`` are the classes of the hits at each token that has any. ``begins`` keeps the tokens where a hit of some
    classes begins, once these classes were asked for; ``ends`` what ``ending`` gives, once it was asked for.
    """

    text: Text
    hits: list[list[Hit]]
    classes: dict[str, list[Hit]]
    kinds: Kinds
    begins: dict[tuple[str, ...], list[int]]
    ends: dict[int, list[Hit]]

    def at(self, index: int) -> list[Hit]:
        """The hits that start at token ``index``; none beyond the end."""
        return self.hits[index] if 0 <= index < len(self.hits) else _NO_HITS

    def find(self, index: int, cls: str, *others: str) -> Hit | None:
        """The first hit of one of these classes at token ``index``."""
        kinds = self.kinds.get(index)
        if kinds is None or (cls not in kinds and (not others or kinds.isdisjoint(others))):
            return None  # nine times in ten
        for hit in self.hits[index]:
            if hit.entry.cls == cls or hit.entry.cls in others:
                return hit
        return None

    def ending(self, index: int) -> list[Hit]:
        """The function words right before token ``index``, and persons; of each class the longest first."""
        ends = self.ends
        if not ends:
            ends[-1] = _NO_HITS
            for hit in chain.from_iterable([self.classes[cls] for cls in _JOINTS if cls in self.classes]):
                ends.setdefault(hit.end, []).append(hit)
        return ends.get(index, _NO_HITS)

    def starts(self, first: int, last: int, *classes: str) -> list[int]:
        """The tokens of ``[first, last)`` where a hit of one of these classes starts, in order, each once."""
        found = self.begins.get(classes)
        if found is None:
            hits = chain.from_iterable([self.classes[cls] for cls in classes if cls in self.classes])
            found = self.begins[classes] = sorted({hit.start for hit in hits})
        if not found:
            return []
        low = bisect_left(found, first)
        return found[low : bisect_left(found, last, low)]


def make_lattice(text: Text, hits: list[list[Hit]], kinds: Kinds | None = None) -> Lattice:
    """A lattice with its hits sorted by class."""
    classes: dict[str, list[Hit]] = defaultdict(list)
    for here in hits:
        for hit in here:
            classes[hit.entry.cls].append(hit)
    if kinds is None:
        kinds = {at: frozenset([hit.entry.cls for hit in here]) for at, here in enumerate(hits) if here}
    return Lattice(text, hits, dict(classes), kinds, {}, {})


class _Meaning(Value, frozen=True):
    """What a pattern means after a proclitic: (entry, form, proclitic) each; ``ranked`` without what the kind order drops.

    ``kinds``: the classes of these; ``article``: how many letters of it stand before the pattern; ``name``: it is nothing but a name of the gazetteer.
    """

    senses: tuple[Sense, ...]
    ranked: tuple[Sense, ...]
    kinds: frozenset[str]
    article: int
    name: bool


Sense = tuple[Entry, str, str]


# A match: its first letter, minus the letter behind it, its first letter without the article, tokens ``[first, last)`` and its meaning. The article
# counts as the match's own, so that "al-X" and "al" + "X" are equal. Plain tuples, as these are sorted fastest.
_Found = tuple[int, int, int, int, int, _Meaning]


class _Scanner:
    """The automaton of one language, with what each pattern means after each proclitic worked out once."""

    def __init__(self, language: str) -> None:
        self._compiled: Compiled = load_automaton(language)
        self._settings: PackSettings = load_settings(language)
        self._known: dict[str, dict[int, _Meaning]] = {lead: {} for lead in self._settings.every_proclitic}

    def bounded(self, words: list[str]) -> list[_Found]:
        """The matches that begin at a word, or after proclitics that their class allows; the leftmost and longest first."""
        hay, found = " ".join(words) + " ", list[_Found]()
        known, (owner, starts) = self._known, _letters(words)
        for begin, end, pattern in self._compiled.automaton.find_overlapping(hay):
            first = owner[begin]
            lead = hay[starts[first] : begin]
            meanings = known.get(lead)
            if meanings is None:
                continue
            meaning = meanings.get(pattern) or self._learn(pattern, lead, end - begin - 1)
            if meaning.senses:
                found.append((begin - meaning.article, -end, begin, first, owner[end], meaning))
        found.sort()
        return found

    def _learn(self, pattern: int, lead: str, size: int) -> _Meaning:
        article = self._settings.noun.article
        meaning = _meaning(self._senses(pattern, lead, size), len(article) if lead.endswith(article) else 0)
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


def _letters(words: list[str]) -> tuple[list[int], list[int]]:
    """Of each letter of the words, joined by blanks, the number of its word (one more letter than there are); where each begins."""
    owner: list[int] = []
    starts: list[int] = []
    for number, word in enumerate(words):
        starts.append(len(owner))
        owner += [number] * (len(word) + 1)
    owner.append(len(words))
    return owner, starts


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
    kinds: Kinds = {}
    for _, _, _, first, last, meaning in _longest(_scanner(language).bounded(words)):
        here = hits[first]
        alone = not here
        for entry, form, lead in meaning.ranked:
            here.append(Hit(first, last, entry, form, lead))
        if not alone:
            hits[first] = _ranked(here)
        kinds[first] = meaning.kinds if alone else frozenset([hit.entry.cls for hit in hits[first]])
    return _oriented(make_lattice(text, hits, kinds))


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
    kept: list[_Found] = []
    outer_begin = outer_end = -1
    of_place = False
    for one in found:
        begin, back, raw, first, last, meaning = one
        end = -back
        if end <= outer_end and not (begin == outer_begin and end == outer_end):
            if begin == outer_begin and (head := tuple([s for s in meaning.senses if _stays(s[0], of_place)])):
                kept.append((begin, back, raw, first, last, _meaning(head, meaning.article)))
            continue
        kept.append(one)
        if end > outer_end and not (meaning.name and last - first == 1):
            outer_begin, outer_end = begin, end
            of_place = meaning.senses[0][0].cls == PLACE
    return kept


def _stays(entry: Entry, of_place: bool) -> bool:
    """Does the head of a longer match (``of_place``: of nothing but a place) keep this sense?"""
    return entry.cls == _BODY or (of_place and entry.cls == _THING and entry.value != _CAMP)


_PARTICLES = frozenset({"prep", "that", "sub", "rel", "neg", "including", "cite", "same", "agent", "number"})
_SIDES = frozenset({"actor", "source", "person"})
_NOUNS = frozenset({"weapon", "target", "group", "casualty", "demonym", "title", "given", "placecue"})
_NAMES = frozenset({"actor", "force", "role", "source", "person", "place"})
_LOWER = _NOUNS | _NAMES


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


def _meaning(senses: tuple[Sense, ...], article: int) -> _Meaning:
    ranked = _ranked([Hit(0, 1, *sense) for sense in senses])
    kinds = frozenset([hit.entry.cls for hit in ranked])
    name = bool(senses) and senses[0][0].cls == PLACE
    return _Meaning(senses, tuple([(hit.entry, hit.form, hit.lead) for hit in ranked]), kinds, article, name)
