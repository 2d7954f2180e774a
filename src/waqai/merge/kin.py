"""Kinds that two reports may use of one thing, and how much the pair says. A table of groups; a general word spans two."""

from __future__ import annotations

VAGUE = frozenset({"attack", "explosion"})
_AIRBORNE = frozenset({"air_strike", "drone_strike", "missile_strike"})
_PLANTED = frozenset({"bombing", "suicide_bombing", "mine_explosion"})
_STRIKE, _FIGHT = "strike", "fight"
# A kind that is not listed is akin to itself alone: talks are no agreement, an arrest is no release.
_GROUPS = {
    **dict.fromkeys(_AIRBORNE | _PLANTED | {"shelling", "chemical_attack", "destruction"}, _STRIKE),
    **dict.fromkeys(("shooting", "clash", "ground_assault", "assault", "execution", "riot_crackdown"), _FIGHT),
    **dict.fromkeys(("abduction", "detention"), "taken"),
    **dict.fromkeys(("release", "exchange"), "let go"),
    **dict.fromkeys(("agreement", "ceasefire"), "agreed"),
}


# What happens several times a day in any war, so that two reports of it need not be of one.
_EVERYDAY = frozenset({"attack", "air_strike", "drone_strike", "missile_strike", "shelling", "explosion", "clash"})


def groups(kind: str) -> tuple[str, ...]:
    """The groups that a kind is compared in."""
    return (_STRIKE, _FIGHT) if kind in VAGUE else (_GROUPS.get(kind, kind),)


def kinship(one: str, other: str) -> float | None:
    """1 for one kind, less for an everyday one and for two names of one sort of thing; None when no thing is both."""
    if one == other:
        return 0.7 if one in _EVERYDAY else 1.0
    if not set(groups(one)) & set(groups(other)):
        return None
    pair = {one, other}
    if pair & VAGUE:
        return 0.35
    return 0.25 if pair <= _AIRBORNE or pair <= _PLANTED else 0.0
