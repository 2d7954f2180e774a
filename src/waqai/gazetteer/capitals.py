"""Capitals: the place that "the Somali capital" means."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from waqai.gazetteer.index import load
from waqai.gazetteer.place import PlaceRow

_FILE = Path(__file__).parent / "capitals.tsv"


def capital(country: str) -> PlaceRow | None:
    """The capital of an ISO 3166-1 country code, None when the index has none."""
    place_id = _ids().get(country)
    return load().by_id(place_id) if place_id is not None else None


@cache
def _ids() -> dict[str, str]:
    rows = (line.split("\t") for line in _FILE.read_text("utf-8").splitlines()[1:])
    return {country: place for country, place, _ in rows}
