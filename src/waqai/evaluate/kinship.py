"""How near two kinds of event are in a measure: the same, of one group, or one of them the general word for the other."""

from __future__ import annotations

from waqai.packs.kinds import load_kinds

_ARMED = {"strike", "force"}
SAME_GROUP = 0.6
_GENERAL = (("attack", 0.5), ("explosion", 0.4))


def kinship(a: str | None, b: str | None) -> float:
    """1 for the same kind, 0 for kinds that have nothing to do with one another."""
    if a == b:
        return 1.0
    group = load_kinds().group
    groups = {group(a or ""), group(b or "")}
    if len(groups) == 1:
        return SAME_GROUP
    general = (value for kind, value in _GENERAL if kind in (a, b) and groups <= _ARMED)
    return next(general, 0.0)
