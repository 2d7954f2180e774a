"""Ranks the places of one name: candidates and a report's context in, scores with reasons out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import exp, log1p, log10

from waqai.gazetteer.context import NOWHERE, Context, distance_km
from waqai.gazetteer.place import PlaceRow, Spelling
from waqai.messages import Message, say, several
from waqai.model.value import Value


class Scored(Value, frozen=True):
    """A candidate with its score, 0 to 1, and the reasons."""

    place: PlaceRow
    score: float
    reason: Message

    @property
    def why(self) -> str:
        """The reasons in English."""
        return str(self.reason)


class _Sign(Value, frozen=True):
    """One reason: its weight in the choice and what it says (None when it is not worth telling)."""

    weight: float
    says: Message | None = None


class _Weighed(Value, frozen=True):
    """A candidate with its score and all that was weighed."""

    place: PlaceRow
    score: float
    signs: list[_Sign]


# What a bare name without a cue word most likely means, and what a cue word accepts besides its own level.
_BARE = {
    "settlement": 0.8,
    "country": 1.5,
    "province": 0.0,
    "region": 0.4,
    "sea": 0.4,
    "site": 0.0,
    "neighbourhood": 0.0,
    "district": -0.6,
}
_ACCEPTS = {
    "settlement": {"neighbourhood": 0.4},
    "neighbourhood": {"settlement": 0.5},
    "province": {"region": 0.8, "district": 0.3},
    "district": {"province": 0.4, "region": 0.3, "neighbourhood": 0.3},
    "region": {"province": 0.8, "district": 0.4, "sea": 0.2},
    "site": {"neighbourhood": 0.2},
}
_CUE, _NO_CUE = 3.0, -2.0
_NOTHING = _Sign(0.0)
_SPELLING = {
    Spelling.PRIMARY: _Sign(0.9),
    Spelling.ALTERNATE: _NOTHING,
    Spelling.GENERATED: _Sign(-0.5, say("place.spelled_by_rule")),
}
_POINTS = frozenset({"site", "neighbourhood", "settlement"})
_WIDE = frozenset({"country", "sea"})
_UNCUED = 0.3
_UNLIKELY = -2.0
_PER_DIGIT, _AREA_AS_PEOPLE, _LISTED_AS_PEOPLE = 0.9, 30_000, 3_000


def rank(candidates: Sequence[PlaceRow], context: Context = NOWHERE) -> list[Scored]:
    """The candidates, likeliest first."""
    return [_told(each, candidates) for each in sorted(_weighed(candidates, context), key=_order)]


def likeliest(candidates: Sequence[PlaceRow], context: Context = NOWHERE) -> Scored:
    """The first of the ranked candidates, of which there is at least one; the others' reasons are not worked out."""
    return _told(min(_weighed(candidates, context), key=_order), candidates)


def _weighed(candidates: Sequence[PlaceRow], context: Context) -> list[_Weighed]:
    if not candidates:
        return []
    ground = _Ground(context)
    signs = [_signs(place, ground) for place in candidates]
    weights = [sum([sign.weight for sign in each]) for each in signs]
    best = max(weights)
    shares = [exp(weight - best) for weight in weights]
    total = sum(shares)
    return [
        _Weighed(place, _score(share / total, place, context), each)
        for place, share, each in zip(candidates, shares, signs, strict=True)
    ]


def _order(one: _Weighed) -> tuple[float, int, str]:
    return -one.score, -one.place.population, one.place.id


def _told(one: _Weighed, candidates: Sequence[PlaceRow]) -> Scored:
    return Scored(one.place, one.score, _why(one.place, candidates, one.signs))


class _Ground:
    """A context with what is asked of it for each candidate."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.named = {p.id for p in context.places}.union([i for i, count in context.admin1s.items() if count])
        self.points = [p for p in context.places if p.level in _POINTS]


def _signs(place: PlaceRow, ground: _Ground) -> list[_Sign]:
    context = ground.context
    return [
        _level(place.level, context.level),
        _country(place, context),
        _admin1(place, ground),
        _nearest(place, ground),
        _size(place),
        _SPELLING[place.spelling],
        _cue(place, context),
    ]


@cache
def _level(own: str, asked: str | None) -> _Sign:
    if asked is None:
        return _Sign(_BARE[own])
    if own == asked:
        return _Sign(_CUE, say("place.asked", level=own))
    share = _ACCEPTS.get(asked, {}).get(own)
    if share is None:
        return _Sign(_NO_CUE, say("place.asked_other", level=asked, own=own))
    return _Sign(_CUE * share)


def _country(place: PlaceRow, context: Context) -> _Sign:
    if not context.countries or place.country is None:
        return _NOTHING
    seen = context.countries.get(place.country, 0)
    if not seen:
        return _Sign(-1.5, _of_country("place.country_unnamed", place))
    share = seen / sum(context.countries.values())
    return _Sign(1.0 + 2.0 * share + 0.2 * log1p(seen), _of_country("place.country_named", place))


def _of_country(code: str, place: PlaceRow) -> Message:
    return say(code, country=place.country, name=place.country_name)


def _admin1(place: PlaceRow, ground: _Ground) -> _Sign:
    if place.admin1_id in ground.named and place.admin1_id != place.id:
        return _Sign(2.0, say("place.area_named", area=place.admin1, id=place.admin1_id))
    return _NOTHING


_RINGS = ((30.0, 2.0), (80.0, 1.4), (200.0, 0.7), (500.0, 0.2))


def _nearest(place: PlaceRow, ground: _Ground) -> _Sign:
    if place.level in _WIDE:
        return _NOTHING
    far = [(distance_km(place, p), p.name, p.id) for p in ground.points if p.id != place.id]
    if not far:
        return _NOTHING
    distance, town, name = min(far)
    weight = next((weight for ring, weight in _RINGS if distance < ring), -0.3)
    return _Sign(weight, say("place.near", km=round(distance), town=town, id=name) if weight > 0.5 else None)


def _size(place: PlaceRow) -> _Sign:
    return _Sign(_PER_DIGIT * log10(_people(place) + 1) + (1.2 if place.curated else 0.0))


def _people(place: PlaceRow) -> int:
    """An area counts as a middling town; a place of our own list without a figure as a small one."""
    if place.level != "settlement":
        return _AREA_AS_PEOPLE
    return max(place.population, _LISTED_AS_PEOPLE) if place.curated else place.population


def _cue(place: PlaceRow, context: Context) -> _Sign:
    if not place.needs_cue or context.level is not None:
        return _NOTHING
    return _Sign(_UNLIKELY, say("place.also_word"))


def _score(share: float, place: PlaceRow, context: Context) -> float:
    score = share * _trust(place) * _support(place, context)
    return round(score * _UNCUED if place.needs_cue and context.level is None else score, 2)


def _trust(place: PlaceRow) -> float:
    """How sure a name is before the report says more: ours or big is sure, small and foreign is not."""
    if place.generated:
        return 0.8
    if place.curated or place.level in ("country", "province") or place.population >= 100_000:
        return 0.97
    return 0.9 if place.spelling is Spelling.PRIMARY else 0.8


def _support(place: PlaceRow, context: Context) -> float:
    if place.country in context.countries or place.country is None:
        return 1.0
    return 0.9 if not context.countries or place.level == "country" else 0.7


def _why(place: PlaceRow, candidates: Sequence[PlaceRow], signs: list[_Sign]) -> Message:
    return several(_among(place, candidates), *(sign.says for sign in signs if sign.says is not None))


def _among(place: PlaceRow, candidates: Sequence[PlaceRow]) -> Message:
    count = len(candidates)
    if count == 1:
        return say("place.only")
    if sum(other.level == place.level for other in candidates) == 1:
        return say("place.only_level", level=place.level, n=count)
    largest = max(candidates, key=lambda other: (other.population, other.row))
    return say("place.largest" if largest is place and place.population else "place.one_of", n=count)
