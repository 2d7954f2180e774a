"""Locating: every place phrase of a report to a row of the gazetteer, each in the light of the others."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from waqai.gazetteer import Context, PlaceRow, Scored, distance_km, likeliest, load
from waqai.gazetteer.capitals import capital
from waqai.mentions.actors import Side
from waqai.mentions.phrase import Phrase
from waqai.messages import Message, say, several
from waqai.model.value import Value

DOUBTFUL = say("place.doubtful")
_CITY, _SHORT = 100_000, 3
_SURE = 12
_BESIDE_KM = 150
_COARSE = frozenset({"country", "region", "sea"})
_REACH = {"region": 150, "province": 25, "district": 25}  # kilometres from the middle that surely are inside
_ORDER = ("site", "neighbourhood", "settlement", "district", "province", "region", "country", "sea")


class Located(Value, frozen=True):
    """The row a phrase stands for (None: unknown, its words are kept), how sure, and why. ``level`` as the words ask."""

    row: PlaceRow | None
    score: float | None
    reason: Message
    level: str

    @property
    def fineness(self) -> int:
        """0 for a site, growing with coarseness."""
        return _ORDER.index(self.level) if self.level in _ORDER else len(_ORDER)


def locate(places: list[Phrase], sides: list[Phrase]) -> dict[int, Located]:
    """First token of each place phrase -> what it stands for; names too doubtful to be places are left out."""
    gazetteer = load()
    candidates = {p.start: _candidates(gazetteer, p) for p in places}
    countries = _countries(candidates, sides)
    sure = dict.fromkeys(rows[0] for rows in candidates.values() if len(rows) == 1 and rows[0].level not in _COARSE)
    admin1s = Counter(row.id for rows in candidates.values() for row in rows if row.level == "province")
    around = _Around(countries, admin1s, tuple(sure)[:_SURE])
    found: dict[int, Located] = {}
    for phrase in places:
        if phrase.extra.anaphor:
            located = _capital(phrase, countries) or _antecedent(phrase, found)
            if located.reason == DOUBTFUL and candidates[phrase.start]:
                located = _located(phrase, candidates[phrase.start], around)
        else:
            located = _located(phrase, candidates[phrase.start], around)
        if located.reason != DOUBTFUL:
            found[phrase.start] = located
    return found | _strays(places, found)


def town_names(places: list[Phrase], located: dict[int, Located]) -> frozenset[int]:
    """The tokens where the name of a town or an area begins: what its first word says is no thing ("House of Lahia")."""
    rows = ((p.extra.name_start, located[p.start].row) for p in places if p.start in located)
    return frozenset(start for start, row in rows if row is not None and row.level != "site")


def _strays(places: list[Phrase], found: dict[int, Located]) -> dict[int, Located]:
    """ "the Salam quarter, east of El Fasher": a quarter of that name in another country is none of this town's."""
    strays: dict[int, Located] = {}
    for small, large in pairwise(places):
        one, other = found.get(small.start), found.get(large.start)
        if one is None or other is None or one.row is None or other.row is None or large.start > small.end + 1:
            continue
        near = other.level in ("settlement", "neighbourhood", "site")
        if one.level in ("site", "neighbourhood") and near and distance_km(one.row, other.row) > _BESIDE_KM:
            strays[small.start] = Located(None, None, say("place.far"), one.level)
    return strays


class _Around:
    """What a report says around its place names; a name told again is ranked once."""

    def __init__(self, countries: Counter[str], admin1s: Counter[str], sure: tuple[PlaceRow, ...]) -> None:
        self.countries = countries
        self._admin1s, self._sure = admin1s, sure
        self._ranked: dict[tuple[object, ...], Scored] = {}

    def best(self, rows: tuple[PlaceRow, ...], wanted: str | None) -> Scored:
        """The likeliest of the rows."""
        key = (wanted, *(row.id for row in rows))
        if key not in self._ranked:
            others = tuple(place for place in self._sure if place not in rows)
            self._ranked[key] = likeliest(rows, Context(wanted, self.countries, self._admin1s, others))
        return self._ranked[key]


def _capital(phrase: Phrase, countries: Counter[str]) -> Located | None:
    """ "the Somali capital"; "the capital" alone is that of the country that most of the report's names are of."""
    if not phrase.extra.capital:
        return None
    country = phrase.extra.nation or _main(countries)
    row = capital(country) if country else None
    if row is None:
        return None
    return Located(row, 0.9, say("place.capital", country=row.country, name=row.country_name), "settlement")


def _main(countries: Counter[str]) -> str | None:
    """The country that more than half of the names are of."""
    for country, count in countries.most_common(1):
        return country if count * 2 > sum(countries.values()) else None
    return None


def _antecedent(phrase: Phrase, found: dict[int, Located]) -> Located:
    """ "the city" is the latest settlement named before it, of the nation said if one is."""
    for located in reversed(list(found.values())):
        row = located.row
        if row and located.level == "settlement" and phrase.extra.nation in (None, row.country):
            return Located(row, located.score, say("place.points_back", town=row.name, id=row.id), located.level)
    nation = phrase.extra.nation
    return Located(
        None, None, DOUBTFUL if nation is None else say("place.elsewhere", country=nation), phrase.extra.level
    )


def _candidates(gazetteer: object, phrase: Phrase) -> tuple[PlaceRow, ...]:
    rows = [row for key in phrase.extra.keys for row in load().places(key)]
    return tuple(dict.fromkeys(rows))


def _countries(candidates: dict[int, tuple[PlaceRow, ...]], sides: list[Phrase]) -> Counter[str]:
    """How often each country is named, as a place, an adjective or a side; sure names of places count for theirs."""
    found: Counter[str] = Counter()
    for side in sides:
        extra: Side = side.extra
        if extra.country and len(extra.country) == 2:
            found[extra.country.upper()] += 1
    for rows in candidates.values():
        named = {row.country for row in rows if row.country}
        if len(named) == 1:
            found[named.pop()] += 1
    return found


def _located(
    phrase: Phrase,
    rows: tuple[PlaceRow, ...],
    around: _Around,
) -> Located:
    asked = phrase.extra.level
    if not rows:
        return Located(None, None, say("place.unlisted"), asked or "settlement")
    wanted = asked if asked in ("province", "settlement", "district", "neighbourhood", "region", "site") else None
    best = around.best(rows, wanted)
    if not _trusted(phrase, best.place, around.countries):
        return Located(None, None, DOUBTFUL, asked or "settlement")
    if asked in ("site", "neighbourhood") and best.place.level not in ("site", "neighbourhood"):
        return Located(best.place, best.score, several(best.reason, say("place.level_said", level=asked)), asked)
    return Located(best.place, best.score, best.reason, best.place.level)


def _trusted(phrase: Phrase, row: PlaceRow, countries: Counter[str]) -> bool:
    """A name without a cue word must be well known, or stand after a preposition in a country the report is about."""
    if phrase.extra.level or phrase.extra.relation:
        return True
    if row.needs_cue and not phrase.extra.governed:
        return False
    if row.curated or row.level in ("country", "region"):
        return True
    if row.population >= _CITY and (row.country in countries or not countries or phrase.extra.inside):
        return True
    return bool(phrase.extra.governed) and row.country in countries and len(row.key) > _SHORT


NONE, OPEN, NEAR, SAME = 0, 1, 2, 3


def relation(one: list[Phrase], other: list[Phrase], located: dict[int, Located]) -> int:
    """How two lists of places stand: SAME place, NEAR (one contains the other), OPEN (one is empty), NONE."""
    if not one or not other:
        return OPEN
    best = NONE
    for a in one:
        for b in other:
            told_again = a.extra.unlisted != "" and a.extra.unlisted == b.extra.unlisted
            best = max(best, SAME if told_again else _pair(located[a.start], located[b.start]))
    return best


def _pair(a: Located, b: Located) -> int:
    if a.row is None or b.row is None:
        return OPEN if a.row is not b.row else NONE
    if a.row.id == b.row.id:
        return SAME
    if a.row.admin1_id == b.row.id or b.row.admin1_id == a.row.id:
        return NEAR
    country = a.row.country is not None and a.row.country == b.row.country
    if country and "country" in (a.level, b.level):
        return NEAR
    reach = max(_REACH.get(a.level, 0), _REACH.get(b.level, 0)) if country and a.level != b.level else 0
    return NEAR if reach and distance_km(a.row, b.row) < reach else NONE
