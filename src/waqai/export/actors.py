"""Neutral names of actors in a language: never the words by which one side calls the other."""

from __future__ import annotations

import re
from functools import cache

from waqai import vocab
from waqai.export.words import MARK, country
from waqai.model.record import Actor
from waqai.packs.lexicon import load_lexicon

_OF_NATION = re.compile(r"actor:([a-z]{2})(?:-(.+))?$")
_PUBLIC = ("actor:", "person:")
_NOT_NEUTRAL = frozenset(
    {"camp", "metonym", "amb"}
)  # a camp's word, a capital for its government, a word that is much else


def actor_label(actor: Actor, language: str) -> str:
    """The name to print. In Arabic the lexicon's, where it has one that is nobody's side; words of a report only for want of any."""
    if actor.id is None:
        return actor.name or actor.text
    neutral = _arabic().get(actor.id) if language == "ar" else None
    return neutral or actor.name or _of_nation(actor.id, language) or (actor.id if actor.text == MARK else actor.text)


def _of_nation(name: str, language: str) -> str | None:
    """The name of an id that is a nation's code, or that of a force of it."""
    found = _OF_NATION.match(name)
    if found is None:
        return None
    forces = vocab.load().forces
    force = next((forces[f] for part in [found[2] or ""] for f in (part, part.replace("-", "")) if f in forces), None)
    nation = country(found[1].upper(), language) or ""
    return nation if force is None else f"{nation} ({getattr(force, language)})"


@cache
def _arabic() -> dict[str, str]:
    """Id -> the first neutral form of the lexicon."""
    names: dict[str, str] = {}
    for entry in load_lexicon("ar").entries:
        if entry.value.startswith(_PUBLIC) and not _NOT_NEUTRAL & entry.attrs.keys():
            names.setdefault(entry.value, entry.lemma)
    return names
