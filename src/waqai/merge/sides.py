"""Sides made comparable: a state's army, air force and government are that state; an armed group is itself."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from waqai.match.automaton import load_automaton
from waqai.merge.names import words
from waqai.model.record import Actor

_STATE = frozenset({"state", "government", "army", "airforce", "navy", "police", "security", "guard", "ministry"})
_OF_NATION = re.compile(r"actor:([a-z]{2})(?:-|$)")


def side(actor: Actor) -> str:
    """A country code for a body of a state, the id of any other known side, else its words."""
    return _known(actor.id) if actor.id is not None else " ".join(words(actor.text))


@lru_cache(maxsize=4096)
def _known(actor_id: str) -> str:
    nation = _OF_NATION.match(actor_id)
    return nation[1] if nation else _states().get(actor_id, actor_id)


@cache
def _states() -> dict[str, str]:
    """Id of a body of a state -> the country's code."""
    return {
        entry.value: entry.attrs["country"].lower()
        for entry in load_automaton().entries
        if entry.cls == "actor" and entry.attrs.get("type") in _STATE and "country" in entry.attrs
    }
