"""Turns every place's spellings into the sorted key table: folded name -> rows, with names that are dangerous left out."""

from __future__ import annotations

from gazetteer_artefact import Keys
from gazetteer_names import is_arabic, variants, with_nouns, without_noun
from gazetteer_place import ALTERNATE, GENERATED, PRIMARY, Place, column

from waqai.packs.fold import fold

_BIG_ENOUGH_FOR_A_SHORT_NAME = 100_000


def key_table(places: list[Place]) -> Keys:
    """Folded name -> [(row, rank)], rank being PRIMARY, ALTERNATE or GENERATED; the best rank wins."""
    stopped = {fold(word) for word in column("stop_names.tsv", "name")}
    keys: Keys = {}
    for row, place in enumerate(places):
        for key, rank in _keys_of(place).items():
            if not _dangerous(key, place, rank, stopped):
                keys.setdefault(key, []).append((row, rank))
    return {key: sorted(found) for key, found in keys.items()}


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


def _dangerous(key: str, place: Place, rank: int, stopped: set[str]) -> bool:
    """Names that would fire on ordinary words."""
    if place.curated and rank == PRIMARY:
        return False
    if key in stopped or len(key) <= 2:
        return True
    return len(key) == 3 and place.population < _BIG_ENOUGH_FOR_A_SHORT_NAME
