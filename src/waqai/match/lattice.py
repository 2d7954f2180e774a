"""The lattice: everything the lexicon and the gazetteer see in a text, by the token where it starts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace

from waqai.match.automaton import Compiled, load_automaton
from waqai.model.mention import Entry, Hit
from waqai.packs.forms import MERGED
from waqai.packs.pack import PackSettings, load_settings
from waqai.text.text import Text

PLACE = "place"


_NO_HITS: list[Hit] = []


class Lattice(Struct, frozen=True):
    """``text``; for every token the hits that start there, longest first; and, in order, the hits of each class and the
    tokens where one of them begins.
    """

    text: Text
    hits: list[list[Hit]]
    classes: dict[str, list[Hit]]
    begins: dict[str, list[int]]

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
        if len(classes) == 1:
            return self._of_class(classes[0], first, last)
        found: set[int] = set()
        for cls in classes:
            found.update(self._of_class(cls, first, last))
        return sorted(found)

    def _of_class(self, cls: str, first: int, last: int) -> list[int]:
        starts = self.begins.get(cls)
        return starts[bisect_left(starts, first) : bisect_left(starts, last)] if starts else []


def make_lattice(text: Text, hits: list[list[Hit]]) -> Lattice:
    """A lattice with its hits sorted by class."""
    classes: dict[str, list[Hit]] = {}
    for here in hits:
        for hit in here:
            classes.setdefault(hit.entry.cls, []).append(hit)
    return of_classes(text, hits, classes)


def of_classes(text: Text, hits: list[list[Hit]], classes: dict[str, list[Hit]]) -> Lattice:
    """A lattice of hits that are already sorted by class, each class in order."""
    begins = {cls: list(dict.fromkeys([hit.start for hit in found])) for cls, found in classes.items()}
    return Lattice(text, hits, classes, begins)


class _Found(Struct, frozen=True, gc=False):
    """A match with what it may mean; the article counts as its own, so that "al-X" and "al" + "X" are equal."""

    begin: int
    end: int
    token: int
    lead: str
    senses: tuple[Sense, ...]
    name_only: bool


Sense = tuple[Entry, str]


class _Scanner:
    """The automaton of one language, with what each pattern means after each proclitic worked out once."""

    def __init__(self, language: str) -> None:
        self._compiled: Compiled = load_automaton(language)
        self._settings: PackSettings = load_settings(language)
        self._known: dict[tuple[int, str, int], tuple[Sense, ...]] = {}

    def bounded(self, words: list[str], starts: list[int]) -> list[_Found]:
        """The matches that begin at a word, or after proclitics that their class allows."""
        hay = " ".join(words) + " "
        every, known, found = self._settings.every_proclitic, self._known, list[_Found]()
        article = self._settings.noun.article
        size = len(article)
        token_at: list[int] = []
        for at, word in enumerate(words):
            token_at += [at] * (len(word) + 1)
        for begin, end, pattern in self._compiled.automaton.find_overlapping(hay):
            token = token_at[begin]
            start = starts[token]
            lead = hay[start:begin] if begin > start else ""
            if lead and lead not in every:
                continue
            key = (pattern, lead, end - begin - 1)
            senses = known.get(key)
            if senses is None:
                senses = known[key] = self._senses(*key)
            if senses:
                name_only = senses[0][0].cls == PLACE and end - begin <= len(words[token]) + 1
                outer = begin - size if lead.endswith(article) else begin
                found.append(_Found(outer, end, token, lead, senses, name_only))
        return found

    def _senses(self, pattern: int, lead: str, size: int) -> tuple[Sense, ...]:
        """The readings of a pattern of ``size`` letters after ``lead``; places come last."""
        settings, compiled = self._settings, self._compiled
        if lead and (
            size < settings.shortest_stem or (size < settings.shortest_cautious_stem and lead in settings.cautious)
        ):
            return ()
        words = [
            (compiled.entries[number], form)
            for number, form in compiled.senses_of(pattern)
            if lead in settings.proclitics[compiled.kinds[number]] and _may_join(settings, lead, form)
        ]
        places = (
            [(place_entry(key), "") for key in compiled.keys[pattern]] if lead in settings.proclitics[PLACE] else []
        )
        return (*words, *places)


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
    starts = list(accumulate((len(word) + 1 for word in words), initial=0))
    hits: list[list[Hit]] = [[] for _ in words]
    for found in _longest(_scanner(language).bounded(words, starts)):
        last = bisect_right(starts, found.end - 2)
        hits[found.token] += [_hit(found, last, entry, form) for entry, form in found.senses]
    ranked = [_ranked(here) if len(here) > 1 else here for here in hits]
    return _oriented(make_lattice(text, ranked))


def _oriented(lattice: Lattice) -> Lattice:
    """ "southern Sirte": before a place the word is a direction, and no people that is named after it."""
    directions = [
        at
        for at in lattice.begins.get("direction", ())
        if lattice.find(at, "demonym") is not None and lattice.find(at + 1, PLACE, "placecue") is not None
    ]
    if not directions:
        return lattice
    for at in directions:
        lattice.hits[at][:] = [hit for hit in lattice.hits[at] if hit.entry.cls != "demonym"]
    return make_lattice(lattice.text, lattice.hits)


def _hit(found: _Found, last: int, entry: Entry, form: str) -> Hit:
    """The hit; of a form that swallowed "to" and the article, both count as its proclitic."""
    if form != MERGED:
        return Hit(found.token, last, entry, form, found.lead)
    return Hit(found.token, last, entry, "", found.lead + load_settings().leads["to"] * 2)


_BODY = "organ"


def _longest(found: list[_Found]) -> list[_Found]:
    """The overlap policy: what stands strictly inside a longer match is dropped; equal stretches all stay.

    A place of one word hides nothing: "wa-situn" is "and sixty" before it is a village. The head of a longer match that
    is a body able to speak stays with it: a hospital that the gazetteer knows by name still announces.
    """
    found.sort(key=lambda f: (f.begin, -f.end))
    kept: list[_Found] = []
    outer_begin = outer_end = -1
    for one in found:
        if one.end <= outer_end and not (one.begin == outer_begin and one.end == outer_end):
            if one.begin == outer_begin and (body := tuple(s for s in one.senses if s[0].cls == _BODY)):
                kept.append(replace(one, senses=body))
            continue
        kept.append(one)
        if one.end > outer_end and not one.name_only:
            outer_begin, outer_end = one.begin, one.end
    return kept


_PARTICLES = frozenset({"prep", "that", "sub", "rel", "neg", "including", "cite", "same", "agent", "number"})
_SIDES = frozenset({"actor", "source", "person"})
_NOUNS = frozenset({"weapon", "target", "group", "casualty", "demonym", "title", "given", "placecue"})
_NAMES = frozenset({"actor", "force", "role", "source", "person", "place"})
_LOWER = _NOUNS | _NAMES


def _ranked(found: list[Hit]) -> list[Hit]:
    """The kind order of equal stretches: function words and numbers over nouns, named sides over groups of people."""
    particle = max((hit.end for hit in found if hit.entry.cls in _PARTICLES and not hit.lead), default=-1)
    side = max((hit.end for hit in found if hit.entry.cls in _SIDES), default=-1)
    if particle < 0 and side < 0:
        return found
    return [
        hit
        for hit in found
        if not (hit.end <= particle and hit.entry.cls in _LOWER) and not (hit.end <= side and hit.entry.cls in _NOUNS)
    ]
