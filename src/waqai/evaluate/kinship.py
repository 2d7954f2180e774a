"""How near two kinds of event are in a measure: the same, of one group, or one of them the general word for the other."""

from __future__ import annotations

from waqai.packs.kinds import load_kinds

_ARMED = {"strike", "force"}
_TAKEN_BY_FORCE = "territory_change"  # land changes hands in fights: annotators tell the one or the other
SAME_GROUP = 0.6
_GENERAL = (("attack", 0.5), ("explosion", 0.4))


def kinship(a: str | None, b: str | None) -> float:
    """1 for the same kind, 0 for kinds that have nothing to do with one another."""
    if a == b:
        return 1.0
    groups = {_group(a or ""), _group(b or "")}
    if len(groups) == 1:
        return SAME_GROUP
    general = (value for kind, value in _GENERAL if kind in (a, b) and groups <= _ARMED)
    return next(general, 0.0)


def _group(kind: str) -> str:
    return "force" if kind == _TAKEN_BY_FORCE else load_kinds().group(kind)
