"""Arms: what a plain word for a weapon means beside the other weapons and the sides of its event."""

from __future__ import annotations

from msgspec.structs import replace

from waqai.events.draft import Draft
from waqai.events.locate import Located
from waqai.mentions.complements import INSURGENT
from waqai.mentions.phrase import Phrase

_MISSILE, _ROCKET, _BOMB, _AIR_BOMB = "missile", "rocket", "ied", "aerial_bomb"
_KINDS_OF_MISSILE = frozenset({_ROCKET, "ballistic_missile", "cruise_missile"})
_GUNS = frozenset({"artillery", "mortar"})
_FLOWN = frozenset({"drone", "aircraft", "helicopter"})
_FROM_GROUND = frozenset({"attack", "shelling", "missile_strike", "ground_assault", "clash"})
_REACH = 10
_ROCKETED, _FAR_FIRING = "IL", "YE"
_ROCKETEERS = frozenset({"PS", "LB"})  # where armed groups fire rockets; those of Yemen fire missiles too


def settle(draft: Draft) -> None:
    """Give the draft's plain words for missiles and bombs the kind that the rest of it makes them."""
    kinds = {w.head.value for w in draft.weapons}
    if kinds & _KINDS_OF_MISSILE:
        draft.weapons = [w for w in draft.weapons if not _plain(w, _MISSILE)]
    elif draft.kind in _FROM_GROUND and (kinds & _GUNS or _by_rocketeers(draft)):
        draft.weapons = [_as(w, _ROCKET) if _plain(w, _MISSILE) else w for w in draft.weapons]
    flown = [w for w in draft.weapons if w.head.value in _FLOWN]
    draft.weapons = [_as(w, _AIR_BOMB) if _plain(w, _BOMB) and _beside(w, flown) else w for w in draft.weapons]


def settle_where(draft: Draft, located: dict[int, Located]) -> None:
    """Plain missiles that come down in Israel are rockets, unless a state or the Houthis fired them."""
    struck = next((row for p in draft.places if (row := located[p.start].row) is not None), None)
    if struck is None or struck.country != _ROCKETED or draft.kind != "missile_strike":
        return
    if all(p.phrase.extra.sort in INSURGENT and p.phrase.extra.country != _FAR_FIRING for p in draft.perpetrators):
        draft.weapons = [_as(w, _ROCKET) if _plain(w, _MISSILE) else w for w in draft.weapons]


def _plain(weapon: Phrase, kind: str) -> bool:
    """The bare word, which has other readings."""
    return weapon.head.value == kind and "alt" in weapon.head.attrs


def _beside(bomb: Phrase, flown: list[Phrase]) -> bool:
    """In reach of what carries it: "the fighters dropped 13 bombs"."""
    return any(-_REACH <= bomb.start - w.start <= _REACH for w in flown)


def _by_rocketeers(draft: Draft) -> bool:
    sides = [p.phrase.extra for p in draft.perpetrators]
    return any(side.sort in INSURGENT and side.country in _ROCKETEERS for side in sides)


def _as(weapon: Phrase, kind: str) -> Phrase:
    return replace(weapon, head=replace(weapon.head, value=kind))
