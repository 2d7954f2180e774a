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
from waqai.model.mention import Entry
from waqai.model.value import Value
from waqai.packs.lexicon import Lexicon, Sense, load_lexicon
from waqai.packs.orthography import LANG
from waqai.packs.pack import load_settings

_END = " "
_Tables = tuple[list[Entry], list[str], list[list[Sense]], list[list[int]]]


class Compiled(Value, frozen=True):
    """Each pattern once: ``senses[p]`` of the lexicon (forms come first), ``keys[p]`` of the gazetteer."""

    automaton: CharwiseDoubleArrayAhoCorasick
    entries: list[Entry]
    kinds: list[str]
    senses: list[list[Sense]]
    keys: list[list[int]]

    def senses_of(self, pattern: int) -> list[Sense]:
        """What the lexicon knows of the pattern."""
        return self.senses[pattern] if pattern < len(self.senses) else []

    def entries_of(self, form: str) -> list[Entry]:
        """The entries that the lexicon spells exactly so, folded."""
        whole = (0, len(form) + len(_END))
        for begin, end, pattern in self.automaton.find_overlapping(form + _END):
            if (begin, end) == whole:
                return [self.entries[number] for number, _ in self.senses_of(pattern)]
        return []


def load_automaton(language: str = "ar") -> Compiled:
    """The compiled automaton, from the cache when its sources have not changed; one for all who ask."""
    return _load(language)  # a cache would keep a second one for the language that is not named


@cache
def _load(language: str) -> Compiled:
    name = _fingerprint(language)
    if (kept := cache_store.read(name)) is not None:
        tables = msgspec.msgpack.decode(kept[1], type=_Tables)
        return Compiled(CharwiseDoubleArrayAhoCorasick.deserialize(kept[0]), *tables)
    compiled = _compile(language)
    cache_store.write(
        name, compiled.automaton.serialize(), msgspec.msgpack.encode(msgspec.structs.astuple(compiled)[1:])
    )
    return compiled


def _compile(language: str) -> Compiled:
    lexicon: Lexicon = load_lexicon(language)
    settings = load_settings(language)
    owners: dict[str, list[int]] = {form: [] for form in lexicon.senses}
    for name, key in _place_patterns(load_gazetteer().keys(), settings.noun.article, settings.leads["to"]):
        owners.setdefault(name, []).append(key)
    automaton = CharwiseDoubleArrayAhoCorasick([form + _END for form in owners])
    return Compiled(automaton, lexicon.entries, lexicon.kinds, list(lexicon.senses.values()), list(owners.values()))


def _place_patterns(keys: Iterable[str], article: str, to: str) -> Iterator[tuple[str, int]]:
    """Every key; a key that begins with the article also as it is written after "to" (l-al -> ll)."""
    merged = to + article[1:]
    for number, key in enumerate(keys):
        yield key, number
        if key.startswith(article):
            yield merged + key[len(article) :], number


def _fingerprint(language: str) -> str:
    digest = hashlib.sha256()
    for folder in (LANG / language, LANG / "common", GAZETTEER_DATA, Path(__file__).parent.parent / "packs"):
        for path in sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix != ".pyc"):
            stat = path.stat()
            digest.update(f"{path}:{stat.st_size}:{stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()[:32]
