"""Phrases: typed stretches of tokens with their head entry, number and clitics."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from waqai.match.lattice import Lattice
from waqai.model.count import Count
from waqai.model.mention import Entry, Hit, Mention, Words
from waqai.model.value import Value
from waqai.packs.pack import load_settings


class Phrase(Value, frozen=True):
    """A phrase at tokens ``[start, end)``; ``skip`` proclitic letters of its first token are not part of its words."""

    kind: str
    start: int
    end: int
    skip: int
    head: Entry
    form: str
    lead: str
    count: Count | None = None
    extra: Any = None

    @property
    def definite(self) -> bool:
        """Does it carry the article?"""
        return is_definite(self.lead)


@cache  # there are a few dozen proclitics, and everybody asks
def is_definite(lead: str) -> bool:
    """Does the proclitic end in the article (or its merged form after "to")?"""
    settings = load_settings()
    return lead.endswith((settings.noun.article, settings.leads["to"] * 2))


@cache
def is_conjoined(lead: str) -> bool:
    """Does the proclitic begin with a conjunction ("and", "so")?"""
    leads = load_settings().leads
    return lead[:1] in (leads["and"], leads["so"])


def is_pronoun(text: str) -> bool:
    """ "he", "and they": a pronoun that stands for a subject, alone or behind "and"."""
    settings = load_settings()
    return text.removeprefix(settings.leads["and"]) in settings.subject_pronouns


def words_of(lattice: Lattice, phrase: Phrase) -> Words:
    """The phrase's words in the source, without conjunctions and prepositions written onto it."""
    return lattice.text.words(phrase.start, phrase.end, phrase.skip)


@cache
def proclitic_length(lead: str) -> int:
    """How many letters of ``lead`` are not the article: they do not belong to the noun's own words."""
    article = load_settings().noun.article
    if lead.endswith(article):
        return len(lead) - len(article)
    return len(lead)


def hits_of(lattice: Lattice, *classes: str) -> Iterator[tuple[int, Hit]]:
    """Every hit of these classes with its first token, class by class, each in order."""
    for cls in classes:
        for hit in lattice.classes.get(cls, ()):
            yield hit.start, hit


def by_end(mentions: list[Mention]) -> dict[int, Mention]:
    """Mentions by the token after them."""
    return {mention.end: mention for mention in mentions}


def by_start(mentions: list[Mention]) -> dict[int, Mention]:
    """Mentions by their first token."""
    return {mention.start: mention for mention in mentions}


def adjoins(hit: Hit) -> bool:
    """Does the word agree with the noun before it (nothing before it, or only the article)?"""
    return hit.lead in ("", load_settings().noun.article)


def takes(lattice: Lattice, index: int, *classes: str) -> Hit | None:
    """The hit of one of these classes at ``index`` that adjoins what stands before it."""
    hit = lattice.find(index, *classes)
    return hit if hit and adjoins(hit) else None
