"""Every row of data/places: levels, names, points and ids are what the build and the reader may rely on."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from waqai.gazetteer import LEVELS, load
from waqai.packs.fold import fold

DATA = Path(__file__).resolve().parent.parent / "data"
Row = dict[str, str]


def table(path: Path) -> list[Row]:
    lines = [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return [dict(row) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


FILES = sorted((DATA / "places").glob("*.tsv"))
ROWS = [row for path in FILES for row in table(path)]
OWN = [row for row in ROWS if not row["geonames"]]
BOUNDS = {
    row["country"]: tuple(float(row[side]) for side in ("south", "west", "north", "east"))
    for row in table(DATA / "country_bounds.tsv")
}


def test_there_are_at_least_900_places_of_war_zones() -> None:
    assert sum(row["level"] != "country" for row in ROWS) >= 900


@pytest.mark.parametrize(
    ("country", "least"), [("UA", 300), ("PS", 250), ("SY", 300), ("LB", 150), ("SD", 120), ("YE", 120), ("IQ", 100)]
)
def test_the_wars_of_today_are_covered(country: str, least: int) -> None:
    assert sum(row["country"] == country for row in ROWS) >= least


def test_levels_are_known() -> None:
    assert {row["level"] for row in ROWS} <= set(LEVELS)


def test_names_fold_to_something() -> None:
    for row in ROWS:
        names = [row["name"], *row["names_ar"].split("|"), *filter(None, row["names_latin"].split("|"))]
        assert all(len(fold(name).strip()) >= 2 for name in names), row


def test_fields_are_trimmed_and_complete() -> None:
    for row in ROWS:
        assert all(value is not None and value == value.strip() for value in row.values()), row
        assert bool(row["geonames"]) != bool(row["lat"]) or row["level"] == "country", row
        assert bool(row["lat"]) == bool(row["lon"]) == bool(row["precision"]), row


def test_own_points_lie_in_their_country() -> None:
    for row in (row for row in OWN if row["country"] and row["level"] not in ("region", "sea")):
        south, west, north, east = BOUNDS[row["country"]]
        lat, lon = float(row["lat"]), float(row["lon"])
        assert south - 0.2 <= lat <= north + 0.2, row
        assert west - 0.2 <= lon <= east + 0.2, row


def test_no_two_rows_are_the_same_place() -> None:
    ids = Counter(row["geonames"] for row in ROWS if row["geonames"])
    assert [key for key, count in ids.items() if count > 1] == []
    points = Counter(
        (fold(name), row["lat"], row["lon"], row["level"]) for row in OWN for name in row["names_ar"].split("|")
    )
    assert [key for key, count in points.items() if count > 1] == []


def test_every_row_is_in_the_artefact_with_its_own_name() -> None:
    gazetteer = load()
    for row in ROWS:
        first = row["names_ar"].split("|")[0]
        names = {(p.name, p.country or "") for p in gazetteer.lookup(first)}
        assert (row["name"], row["country"]) in names, row


def test_areas_of_level_one_exist() -> None:
    gazetteer = load()
    for row in (row for row in OWN if row["admin1"]):
        found = [p for p in gazetteer.lookup(row["names_ar"].split("|")[0]) if p.name == row["name"]]
        assert found[0].admin1, row
