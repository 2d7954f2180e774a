"""One automaton over lexicon and gazetteer, compiled once and kept in a cache keyed by what it was made of."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import msgspec
from daachorse import CharwiseDoubleArrayAhoCorasick

from waqai.gazetteer import load as load_gazetteer
from waqai.gazetteer.index import DATA as GAZETTEER_DATA
from waqai.match import cache_store
from waqai.match.ragged import Ragged, ragged
from waqai.model.mention import Entry
from waqai.model.value import Value
from waqai.packs.lexicon import Lexicon, load_lexicon
from waqai.packs.orthography import LANG
from waqai.packs.pack import load_settings

_END = " "


class _Tables(Value, frozen=True, array_like=True):
    """What each pattern means: ``senses`` of the lexicon (forms come first), ``keys`` of the gazetteer.

    A sense is the number of an entry and of a form in one: entry times the number of ``forms``, plus form.
    """

    entries: list[Entry]
    kinds: list[str]
    forms: list[str]
    senses: Ragged
    keys: Ragged


class Compiled(Value, frozen=True):
    """The automaton, and what each of its patterns means."""

    automaton: CharwiseDoubleArrayAhoCorasick
    tables: _Tables

    @property
    def entries(self) -> list[Entry]:
        """The entries of the lexicon."""
        return self.tables.entries

    def senses_of(self, pattern: int) -> list[Sense]:
        """What the lexicon knows of the pattern: entries and forms, with the kind that says which proclitics they take."""
        tables = self.tables
        pairs = (divmod(sense, len(tables.forms)) for sense in tables.senses.of(pattern))
        return [(tables.entries[entry], tables.forms[form], tables.kinds[entry]) for entry, form in pairs]

    def keys_of(self, pattern: int) -> list[int]:
        """The keys of the gazetteer that the pattern spells."""
        return self.tables.keys.of(pattern)

    def entries_of(self, form: str) -> list[Entry]:
        """The entries that the lexicon spells exactly so, folded."""
        whole = (0, len(form) + len(_END))
        for begin, end, pattern in self.automaton.find_overlapping(form + _END):
            if (begin, end) == whole:
                return [entry for entry, _, _ in self.senses_of(pattern)]
        return []


Sense = tuple[Entry, str, str]


def load_automaton(language: str = "ar") -> Compiled:
    """The compiled automaton, from the cache when its sources have not changed; one for all who ask."""
    return _load(language)  # a cache would keep a second one for the language that is not named


@cache
def _load(language: str) -> Compiled:
    name = _fingerprint(language)
    if (kept := cache_store.read(name)) is not None:
        tables = msgspec.msgpack.decode(kept[1], type=_Tables)
        return Compiled(CharwiseDoubleArrayAhoCorasick.deserialize(kept[0]), tables)
    compiled = _compile(language)
    cache_store.write(name, compiled.automaton.serialize(), msgspec.msgpack.encode(compiled.tables))
    return compiled


def _compile(language: str) -> Compiled:
    lexicon: Lexicon = load_lexicon(language)
    settings = load_settings(language)
    owners: dict[str, list[int]] = {form: [] for form in lexicon.senses}
    for name, key in _place_patterns(load_gazetteer().keys(), settings.noun.article, settings.leads["to"]):
        owners.setdefault(name, []).append(key)
    automaton = CharwiseDoubleArrayAhoCorasick([form + _END for form in owners])
    forms = list(dict.fromkeys(form for senses in lexicon.senses.values() for _, form in senses))
    number = {form: at for at, form in enumerate(forms)}
    senses = ragged([entry * len(forms) + number[form] for entry, form in found] for found in lexicon.senses.values())
    return Compiled(automaton, _Tables(lexicon.entries, lexicon.kinds, forms, senses, ragged(owners.values())))


def _place_patterns(keys: Iterable[str], article: str, to: str) -> Iterator[tuple[str, int]]:
    """Every key; a key that begins with the article also as it is written after "to" (l-al -> ll)."""
    merged = to + article[1:]
    for number, key in enumerate(keys):
        yield key, number
        if key.startswith(article):
            yield merged + key[len(article) :], number


def _fingerprint(language: str) -> str:
    digest = hashlib.sha256()
    code = Path(__file__).parent.parent
    for folder in (LANG / language, LANG / "common", GAZETTEER_DATA, code / "packs", code / "match", code / "model"):
        for path in sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix != ".pyc"):
            stat = path.stat()
            digest.update(f"{path}:{stat.st_size}:{stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()[:32]
