"""Who may do what: every check of the app is here, for pages and for programs alike.

An act is "look" (incidents, maps, charts), "read" (reports, words, names, the book of decisions), "export", "review"
(states, merging, splitting, correcting, giving out), "add" (reports), "own" (one's views, tokens, password), "people".
"""

from __future__ import annotations

from waqai.messages import say
from waqai.web.refusal import Refusal, not_found
from waqai.web.who import STRANGER, Who

OPEN = "open"  # needs no right: logging in, joining, settings of the screen
_READER = frozenset({"look", "read", "export", "own"})
_REVIEWER = _READER | {"review", "add"}
RIGHTS: dict[str, frozenset[str]] = {
    STRANGER: frozenset(),
    "public": frozenset({"look"}),
    "reader": _READER,
    "reviewer": _REVIEWER,
    "admin": _REVIEWER | {"people"},
}
_SCOPES = {"read": {"look", "read"}, "review": {"review"}, "add": {"add"}, "export": {"export"}}


def may(who: Who, act: str) -> bool:
    """May they do it?"""
    if act == OPEN:
        return True
    scoped = who.scopes is None or any(act in _SCOPES[scope] for scope in who.scopes)
    return scoped and act in RIGHTS[who.role]


def demand(who: Who, act: str) -> None:
    """Raises Refusal when they may not: 401 for who is not known, 404 where even to know is too much, else 403."""
    if may(who, act):
        return
    if who.role == STRANGER:
        raise Refusal(401, "unauthorized", say("error.log_in"))
    if act == "people" or who.role == "public":
        raise not_found()
    raise Refusal(403, "forbidden", say("error.needs_right", right=act))


def demand_own(who: Who, owner: str) -> None:
    """Raises the refusal of what does not exist when a thing is somebody else's."""
    if who.name != owner and not may(who, "people"):
        raise not_found()
