"""Names and words of two reports made comparable: one spelling, no article, the consonants that all scripts share."""

from __future__ import annotations

import re
from functools import lru_cache

from waqai.match.automaton import load_automaton
from waqai.packs.compare import load_heads
from waqai.packs.fold import fold
from waqai.packs.names import skeleton

_WORD = re.compile(r"[^\W_]+")
_CUES = frozenset({"placecue", "direction"})
_SHORTEST = 2
_REACH = 2  # words after the noun: "a second raid", "a second missile strike"


def bare_words(snatch: str) -> list[str]:
    """The words of ``snatch`` in one spelling, as they stand."""
    return _WORD.findall(fold(snatch))


def words(snatch: str) -> tuple[str, ...]:
    """The words of ``snatch`` in one spelling, without what may stand before a word (and, the, to)."""
    return tuple(_stem(word) for word in bare_words(snatch))


@lru_cache(maxsize=65536)
def name_parts(name: str) -> tuple[str, ...]:
    """The words of a place's name by their consonants, in any script, without words such as "town" and "north of"."""
    found = [skeleton(word) or word for word in bare_words(name) if not _is_cue(word)]
    return tuple(found) if sum(map(len, found)) >= _SHORTEST else tuple(bare_words(name))


def told_again(sentence: str) -> bool:
    """Does it say of a strike that it is the second or third ("a second raid")?"""
    tokens = bare_words(sentence)
    events = (at for at, token in enumerate(tokens) if _is(token, "event"))
    return any(_is(token, "ordinal") for at in events for token in tokens[at + 1 : at + 1 + _REACH])


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    return load_heads().without(word)


@lru_cache(maxsize=4096)
def _is_cue(word: str) -> bool:
    return any(_is(form, *_CUES) for form in (word, _stem(word)))


@lru_cache(maxsize=16384)
def _is(word: str, *classes: str) -> bool:
    automaton = load_automaton()
    forms = {word, _stem(word)}
    return any(entry.cls in classes for form in forms for entry in automaton.entries_of(form))
