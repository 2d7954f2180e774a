"""How near two kinds of event are: the same, of one group, or one of them the general word for the other."""

from __future__ import annotations

_GROUPS = {
    "strike": (
        "attack air_strike drone_strike missile_strike shelling bombing suicide_bombing explosion mine_explosion "
        "chemical_attack destruction"
    ),
    "force": "shooting clash ground_assault assault execution territory_change riot_crackdown",
    "custody": "abduction detention release exchange",
    "interception": "interception",
    "displacement": "displacement",
    "protest": "protest",
    "toll": "toll",
    "dealing": "talks agreement ceasefire",
    "appointment": "appointment",
    "sanction": "sanction",
    "aid": "aid",
}
_GROUP = {kind: group for group, kinds in _GROUPS.items() for kind in kinds.split()}
_ARMED = {"strike", "force"}
SAME_GROUP = 0.6
_GENERAL = (("attack", 0.5), ("explosion", 0.4))


def kinship(a: str | None, b: str | None) -> float:
    """1 for the same kind, 0 for kinds that have nothing to do with one another."""
    if a == b:
        return 1.0
    groups = {_GROUP.get(a or ""), _GROUP.get(b or "")}
    if len(groups) == 1:
        return SAME_GROUP
    general = (value for kind, value in _GENERAL if kind in (a, b) and groups <= _ARMED)
    return next(general, 0.0)
