"""Turns every place's spellings into the sorted key table: folded name -> rows, with names that are dangerous left out."""

from __future__ import annotations

from functools import cache

from gazetteer_artefact import Keys
from gazetteer_names import is_arabic, variants, with_nouns, without_noun
from gazetteer_place import ALTERNATE, DATA, GENERATED, NEEDS_CUE, PRIMARY, Place, column, read_table
from waqai.packs.fold import fold

_BIG_ENOUGH_FOR_A_SHORT_NAME = 100_000
_TWO_LETTERS = 2
_BIG = 100_000


def key_table(places: list[Place]) -> Keys:
    """Folded name -> [(row, rank)], rank being PRIMARY, ALTERNATE or GENERATED, plus NEEDS_CUE."""
    stopped = _stopped()
    keys: Keys = {}
    for row, place in enumerate(places):
        for key, rank in _keys_of(place).items():
            risky = key in stopped or len(key) <= _TWO_LETTERS
            if not _dangerous(key, place, rank, risky):
                keys.setdefault(key, []).append((row, rank + NEEDS_CUE * (risky or _obscure(key, place))))
    return {key: sorted(found) for key, found in keys.items()}


def _stopped() -> set[str]:
    """The stop list with and without the article."""
    words = {fold(word) for word in column("stop_names.tsv", "name")}
    articles = [fold(article) for article in column("articles.tsv", "article")]
    return words | {a + w for a in articles for w in words} | {w.removeprefix(a) for a in articles for w in words}


@cache
def _bare_from() -> dict[str, int]:
    return {row["country"]: int(row["bare_from"]) for row in read_table(DATA / "coverage.tsv")}


def _obscure(key: str, place: Place) -> bool:
    """A one-word name of a small place far from the wars, or of a district: most often a person or a word."""
    if place.curated or " " in key or place.level in ("country", "province"):
        return False
    return place.level == "district" or place.population < _bare_from().get(place.country, _BIG)


def _keys_of(place: Place) -> dict[str, int]:
    found: dict[str, int] = {}
    for name, rank in _spellings(place):
        key = " ".join(fold(name).split())
        if key and (key not in found or found[key] == GENERATED or rank == PRIMARY):
            found[key] = rank
    return found


def _spellings(place: Place) -> list[tuple[str, int]]:
    spelled = list(place.names.items())
    spelled.append((place.name_ar, PRIMARY))
    spelled.append((place.name, PRIMARY))
    if place.level in ("province", "district"):
        spelled += _area_spellings(place)
    generated = [(variant, _weaker(rank, name)) for name, rank in spelled if name for variant in variants(name)]
    return [pair for pair in (*spelled, *generated) if pair[0]]


def _weaker(rank: int, name: str) -> int:
    """A respelling of an Arabic name is a guess; one of a Latin name (no accent, no hyphen) is what people type."""
    return GENERATED if is_arabic(name) else rank


def _area_spellings(place: Place) -> list[tuple[str, int]]:
    bare = {without_noun(name): rank for name, rank in place.names.items() if is_arabic(name)}
    found = [
        (name, PRIMARY if place.level == "province" and rank == PRIMARY else ALTERNATE) for name, rank in bare.items()
    ]
    if place.level == "province":
        found += [(qualified, ALTERNATE) for name in bare for qualified in with_nouns(name)]
    return found


def _dangerous(key: str, place: Place, rank: int, risky: bool) -> bool:
    """Names that would fire on ordinary words, and that nobody has written into the supplement."""
    if place.curated and rank == PRIMARY:
        return False
    return risky or (len(key) == _TWO_LETTERS + 1 and place.population < _BIG_ENOUGH_FOR_A_SHORT_NAME)
