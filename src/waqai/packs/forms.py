"""Inflected forms of a lexicon entry, generated from one singular and one plural."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any

MERGED = "to"  # the form has swallowed the preposition "to" and its own article
_AGREES = "+"
_OWNED = "~"  # marks a form that ends in a pronoun until its inflection is named


@dataclass(frozen=True, slots=True)
class NounTable:
    """The pack's endings, folded."""

    article: str
    accusative: str
    feminine: str
    feminine_open: str
    dual: tuple[str, ...]
    dual_construct: tuple[str, ...]
    plural_masculine: tuple[str, ...]
    plural_masculine_construct: tuple[str, ...]
    plural_feminine: tuple[str, ...]
    pronouns: tuple[str, ...]
    hamza: str
    hamza_seats: tuple[str, ...]


def noun_table(table: dict[str, Any]) -> NounTable:
    """From the ``[noun]`` table of pack.toml."""
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
    return NounTable(**values)


def fixed_forms(phrase: str, table: NounTable, inflection: str = "") -> Iterator[tuple[str, str]]:
    """A fixed phrase; one that begins with the article also as it is written after "to" (l-al -> ll), inflected MERGED."""
    form = phrase.replace(_AGREES, "")
    yield form, inflection
    if form.startswith(table.article):
        yield table.article[-1] * 2 + form[len(table.article) :], MERGED


def singular_forms(phrase: str, table: NounTable) -> Iterator[tuple[str, str]]:
    """(form, "sg" | "du" | "sg.o", "du.o" with a pronoun) of a singular phrase: article on any word, accusative, dual, pronouns on a single word."""
    words = phrase.split()
    plain = [_plain(w) for w in words]
    yield from ((f, "sg") for f in _cased(plain, table, accusative=True))
    for dual in _duals(words, table):
        yield from ((f, "du") for f in _cased(dual, table, accusative=False))
    if len(words) == 1:
        yield from ((stem + p, "sg.o") for stem in _owned_stems(plain[0], table) for p in table.pronouns)
        yield from ((form, "du.o") for form in _owned_duals(plain[0], table))


def plural_forms(phrase: str, singulars: list[str], table: NounTable) -> Iterator[tuple[str, str]]:
    """(form, "pl") of a plural phrase, or of the sound plural that a code ("+un", "+at") asks for."""
    if phrase in ("+un", "+at"):
        for singular in singulars:
            for form in _sound(singular.split(), phrase, table):
                yield form.removesuffix(_OWNED), "pl.o" if form.endswith(_OWNED) else "pl"
        return
    words = [_plain(w) for w in phrase.split()]
    yield from ((f, "pl") for f in _cased(words, table, accusative=False))
    if len(words) == 1:
        yield from ((stem + p, "pl.o") for stem in _owned_stems(words[0], table) for p in table.pronouns)


def _plain(word: str) -> str:
    return word.removesuffix(_AGREES)


def _stem(word: str, table: NounTable) -> str:
    """The form before an ending: the closed feminine opens."""
    return word[: -len(table.feminine)] + table.feminine_open if word.endswith(table.feminine) else word


def _owned_stems(word: str, table: NounTable) -> list[str]:
    """The forms before a pronoun: a hamza at the end takes a seat that its case asks for."""
    stem = _stem(word, table)
    if not stem.endswith(table.hamza):
        return [stem]
    return [stem, *(stem[: -len(table.hamza)] + seat for seat in table.hamza_seats)]


def _owned_duals(word: str, table: NounTable) -> Iterator[str]:
    """A dual before a pronoun; where that would look like the adjective of a noun ("offensive"), not."""
    for ending, pronoun in product(table.dual_construct, table.pronouns):
        if pronoun != table.feminine or ending == table.dual_construct[0]:
            yield _stem(word, table) + ending + pronoun


def _cased(words: list[str], table: NounTable, *, accusative: bool) -> Iterator[str]:
    """Every word with and without the article (the first gets it at match time) and the accusative ending."""
    options = [_variants(word, table, first=at == 0, accusative=accusative) for at, word in enumerate(words)]
    for choice in product(*options):
        yield " ".join(choice)


def _variants(word: str, table: NounTable, *, first: bool, accusative: bool) -> list[str]:
    forms = [word]
    if accusative and not word.endswith((table.feminine, table.accusative)):
        forms.append(word + table.accusative)
    if not first and not word.startswith(table.article):
        forms.append(table.article + word)
    return forms


def _inflect(words: list[str], endings: tuple[str, ...], table: NounTable) -> Iterator[list[str]]:
    """The head and its agreeing adjectives with each ending; the other words as they are."""
    for ending in endings:
        yield [
            _stem(_plain(w), table) + ending if at == 0 or w.endswith(_AGREES) else _plain(w)
            for at, w in enumerate(words)
        ]


def _duals(words: list[str], table: NounTable) -> Iterator[list[str]]:
    yield from _inflect(words, table.dual, table)
    if len(words) > 1:
        for ending in table.dual_construct:
            head = _stem(_plain(words[0]), table) + ending
            yield [head, *(_plain(w) for w in words[1:])]


def _sound(words: list[str], code: str, table: NounTable) -> Iterator[str]:
    endings = table.plural_masculine if code == "+un" else table.plural_feminine
    for inflected in _inflect_plural(words, endings, table):
        yield from _cased(inflected, table, accusative=False)
    if len(words) == 1 and code == "+un":
        yield from (_plain(words[0]) + ending for ending in table.plural_masculine_construct)
    if len(words) == 1:
        stems = table.plural_masculine_construct if code == "+un" else table.plural_feminine
        yield from (_bare(words[0], table) + s + p + _OWNED for s in stems for p in table.pronouns)


def _bare(word: str, table: NounTable) -> str:
    return _plain(word).removesuffix(table.feminine)


def _inflect_plural(words: list[str], endings: tuple[str, ...], table: NounTable) -> Iterator[list[str]]:
    for ending in endings:
        yield [_bare(w, table) + ending if at == 0 or w.endswith(_AGREES) else _plain(w) for at, w in enumerate(words)]
