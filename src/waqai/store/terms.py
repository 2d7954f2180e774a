"""Words to the terms that search compares: folded, and for each word every stem that is left without its proclitics."""

from __future__ import annotations

from functools import cache

from waqai.packs.catalogue import languages
from waqai.packs.fold import fold
from waqai.packs.pack import load_settings
from waqai.text.tokens import tokenise

_SHORTEST_STEM = 3  # of a word that is looked for: a shorter stem is too often another word


def words_of(text: str) -> list[str]:
    """The folded words and numbers of a text, in order."""
    return [token.text for token in tokenise(fold(text)) if token.kind != "punct"]


def terms_of(words: list[str]) -> list[str]:
    """Every term under which a text of these words is found, each once, in a fixed order."""
    return list(dict.fromkeys(term for word in words for term in (word, *stems(word))))


def wanted(word: str) -> list[str]:
    """The terms of which a text must have one to hold ``word``: itself, or what is left of it without proclitics."""
    return [word, *(stem for stem in stems(word) if len(stem) >= _SHORTEST_STEM)]


@cache
def stems(word: str) -> tuple[str, ...]:
    """What is left of a folded word without each of the proclitics that may stand before a noun or a verb."""
    found = (
        word[len(lead) :] for lead, shortest in _leads() if word.startswith(lead) and len(word) - len(lead) >= shortest
    )
    return tuple(dict.fromkeys(found))


@cache
def _leads() -> tuple[tuple[str, int], ...]:
    """Each proclitic of any pack, longest first, and how short a word may be that is left after it."""
    leads: dict[str, int] = {}
    for language in languages():
        pack = load_settings(language)
        for lead in sorted(pack.every_proclitic - {""}):
            leads[lead] = pack.shortest_cautious_stem if lead in pack.cautious else pack.shortest_stem
    return tuple(sorted(leads.items(), key=lambda item: (-len(item[0]), item[0])))
