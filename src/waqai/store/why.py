"""What was judged between two incidents or sightings, and which of it holds."""

from __future__ import annotations

from sqlalchemy import Connection

import waqai.store.judgements as log
from waqai.errors import Missing
from waqai.messages import say
from waqai.model.judgement import Judgement
from waqai.store.lookup import resolve
from waqai.store.rules import RULES, Rules
from waqai.store.sightings import members, sightings


def judgements_between(conn: Connection, one: str, other: str, rules: Rules = RULES) -> list[Judgement]:
    """The judgements that hold between two incidents, or two sightings, or within one incident; the strongest first.

    Pairs that share no block were never compared: for two sightings of which that is so, the rules judge them now.
    Raises StoreError for an id that was never given.
    """
    left, right = _sightings_of(conn, one), _sightings_of(conn, other)
    held = (filed.judgement for filed in log.holding(conn, left))
    found = [made for made in held if _spans(made, left, right)]
    if not found and len(left) == len(right) == 1 and left != right:
        known = sightings(conn, left | right)
        found = [rules.judge(*(known[name] for name in sorted(left | right)))]
    return sorted(found, key=lambda made: (made.by == "rule", -made.score, made.left, made.right))


def _spans(made: Judgement, left: set[str], right: set[str]) -> bool:
    """Is it between the two sides?"""
    return (made.left in left and made.right in right) or (made.left in right and made.right in left)


def _sightings_of(conn: Connection, name: str) -> set[str]:
    if "/" not in name:
        return set(members(conn, [resolve(conn, name)]))
    if not sightings(conn, [name]):
        raise Missing(say("error.no_sighting", name=name))
    return {name}
