"""One place of the gazetteer, as found under one name."""

from __future__ import annotations

from enum import IntEnum

from waqai.model.value import Value

LEVELS = ("site", "neighbourhood", "settlement", "district", "province", "country", "region", "sea")


class Spelling(IntEnum):
    """How the name asked for stands to the place."""

    ALTERNATE = 0
    PRIMARY = 1
    GENERATED = 2


class PlaceRow(Value, frozen=True):
    """A place. ``key`` is the folded name it was found under, ``precision`` the radius in km that its point stands for.
    ``needs_cue``: the name is also an ordinary word or has two letters, so take it only beside a word such as city.

    ``row`` and ``admin1_row`` number places within this build only; keep ``id``.
    """

    row: int
    id: str
    name: str
    name_ar: str
    country: str | None
    country_name: str | None
    admin1: str | None
    admin1_id: str | None
    admin1_row: int
    level: str
    lat: float
    lon: float
    population: int
    precision: int
    curated: bool
    key: str = ""
    spelling: Spelling = Spelling.PRIMARY
    needs_cue: bool = False

    @property
    def generated(self) -> bool:
        """Was this spelling made by rule rather than found in a source?"""
        return self.spelling is Spelling.GENERATED
