"""A place name in, its candidates with scores and reasons out: what ``waqai place NAME`` shows."""

from __future__ import annotations

from waqai.gazetteer.context import NOWHERE, Context
from waqai.gazetteer.index import load
from waqai.gazetteer.rank import Scored, rank


def explain_place(name: str, context: Context = NOWHERE) -> list[Scored]:
    """Every place of that name, likeliest first; empty when the name is unknown."""
    return rank(load().lookup(name), context)
