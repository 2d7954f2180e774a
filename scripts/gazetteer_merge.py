"""Puts the sources together: one list of places, the supplement laid over the rest, disputed territory by the written policy."""

from __future__ import annotations

import re
from statistics import median

from gazetteer_names import ascii_form, display_order, is_arabic, show, without_noun
from gazetteer_place import DATA, PRIMARY, Place, read_table
from gazetteer_sources import UNDERDOTTED, area_points, areas, cities, countries, provinces, supplement


def gather() -> tuple[list[Place], list[int]]:
    """All places in a fixed order, and for each the row of its first-level area (-1: none)."""
    known = areas()
    by_code = dict(provinces(known, area_points(known)))
    by_id = {place.id: place for place in (*by_code.values(), *cities(), *countries())}
    _dispute(by_id)
    _prefer(by_id)
    _supplement(by_id, by_code)
    _locate_countries(by_id)
    _display(by_id)
    places = [by_id[key] for key in sorted(by_id, key=_order) if by_id[key].lat is not None]
    return places, _admin1_rows(places, by_code)


def _order(key: str) -> tuple[str, int, str]:
    scheme, _, rest = key.partition(":")
    return (scheme, int(rest), "") if rest.isdigit() else (scheme, 0, rest)


def _dispute(by_id: dict[str, Place]) -> None:
    for row in read_table(DATA / "disputed.tsv"):
        place = by_id.get(f"geonames:{row['geonames']}")
        if place is not None:
            place.country, place.admin1 = row["country"], row["admin1"]


def _prefer(by_id: dict[str, Place]) -> None:
    """GeoNames' own preferred Arabic name is the one to show, and a primary one."""
    for row in read_table(DATA / "names_ar.tsv"):
        place = by_id.get(f"geonames:{row['geonames']}")
        if place is not None:
            place.name_ar = show(row["name_ar"])
            place.call(row["name_ar"], PRIMARY)


def _supplement(by_id: dict[str, Place], by_code: dict[str, Place]) -> None:
    for path, row in supplement():
        try:
            _lay_over(row, by_id, by_code)
        except (KeyError, ValueError) as error:
            raise SystemExit(f"{path}: {row['name']}: {error}") from error


def _lay_over(row: dict[str, str], by_id: dict[str, Place], by_code: dict[str, Place]) -> None:
    key = f"geonames:{row['geonames']}" if row["geonames"] else f"waqai:{slug(row)}"
    place = by_id.get(key)
    if place is None:
        place = by_id[key] = Place(key, row["name"], row["country"], row["level"], None, None)
    place.name, place.level, place.curated = row["name"], row["level"], True
    place.country = row["country"]
    if row["admin1"]:
        place.admin1 = row["admin1"]
    if place.admin1 and place.admin1 not in by_code and row["admin1"]:
        raise ValueError(f"unknown admin1 {place.admin1}")
    if row["lat"]:
        place.lat, place.lon, place.precision = float(row["lat"]), float(row["lon"]), int(row["precision"])
    _call_all(place, row)


def _call_all(place: Place, row: dict[str, str]) -> None:
    arabic = [name.strip() for name in row["names_ar"].split("|") if name.strip()]
    place.name_ar = arabic[0]
    latin = [name.strip() for name in row["names_latin"].split("|") if name.strip()]
    for name in (place.name, *arabic, *latin):
        place.call(name, PRIMARY)


def slug(row: dict[str, str]) -> str:
    """The permanent part of our own id: country and name."""
    base = re.sub(r"[^a-z0-9]+", "-", ascii_form(row["name"]).lower()).strip("-")
    return f"{row['country'].lower()}-{base}" if row["country"] else base


def _locate_countries(by_id: dict[str, Place]) -> None:
    """A country without a point of its own gets the middle of its cities; its level says that it is no point."""
    cities_of: dict[str, list[Place]] = {}
    for place in by_id.values():
        if place.level == "settlement" and place.lat is not None:
            cities_of.setdefault(place.country, []).append(place)
    for place in by_id.values():
        if place.level == "country" and place.lat is None and (inside := cities_of.get(place.country)):
            place.lat = round(median(p.lat or 0.0 for p in inside), 3)
            place.lon = round(median(p.lon or 0.0 for p in inside), 3)


def _display(by_id: dict[str, Place]) -> None:
    for place in by_id.values():
        arabic = sorted(filter(is_arabic, place.names), key=display_order)
        if not place.name_ar and arabic:
            place.name_ar = show(_shown(place, arabic))
        if not place.curated and place.country in UNDERDOTTED:
            place.name = ascii_form(place.name)


def _shown(place: Place, arabic: list[str]) -> str:
    """A province's own Arabic name as its source gives it; else the best spelling, with a primary one first."""
    own = [name for name in arabic if place.names[name] == PRIMARY] or arabic
    return without_noun(own[0]) if place.level == "province" else own[0]


def _admin1_rows(places: list[Place], by_code: dict[str, Place]) -> list[int]:
    row_of = {place.id: row for row, place in enumerate(places)}
    rows = []
    for place in places:
        area = by_code.get(place.admin1)
        rows.append(row_of.get(area.id, -1) if area is not None else -1)
    return rows
