"""What the pack of a language calls the sides and people whose neutral names a record has."""

from __future__ import annotations

from functools import cache

from waqai.match.automaton import load_automaton

_NAMED = ("actor", "person")
_SLANTED = ("metonym", "camp", "amb")  # a capital for its government, a nickname: not what a side is called
_PACKS = ("ar",)


def known_name(name: str, language: str) -> str:
    """The name as that language writes it; the same where its pack has none, or where only part of it is listed."""
    return _names().get(name, name) if language in _PACKS else name


@cache
def _names() -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in load_automaton().entries:
        name = entry.attrs.get("name")
        if (
            entry.cls in _NAMED
            and name
            and not any(mark in entry.attrs for mark in _SLANTED)
            and _whole(entry.cls, entry.lemma)
        ):
            found.setdefault(name, entry.lemma)
    return found


def _whole(kind: str, lemma: str) -> bool:
    """Of people the surname alone is no name; what is in Latin letters is as the record has it already."""
    return not lemma.isascii() and (kind != "person" or " " in lemma)
