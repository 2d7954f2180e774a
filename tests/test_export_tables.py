"""Tables: cells are no formulas, numbers keep their sign, and what is read back is what was written."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import Any

import openpyxl
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exporting import STAMP, examples, report_row, written
from waqai.export.cells import cell, uncell
from waqai.export.column import DAY, MOMENT, NUMBER, TEXT, TRUTH, WHOLE
from waqai.export.dossier import Dossier
from waqai.export.incident_columns import INCIDENT_COLUMNS
from waqai.model.incident import Toll, TollClaim
from waqai.model.record import Actor, Place, When
from waqai.model.span import Span

HERE = Span(0, 0)
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", '=HYPERLINK("x")', "＝1", "'=1", "''-x", "=" * 3]
WORDS = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=12),
    st.sampled_from([*FORMULAS, "قتيل", "أ؛ب", 'say "no"', "a,b", "line\nline", "-5", "'", "NULL", "1e5"]),
)
MAYBE = st.one_of(st.none(), WORDS)
NUMBERS = st.integers(0, 10**6)
PLACES = st.builds(
    Place,
    WORDS,
    st.just(HERE),
    name=MAYBE,
    name_ar=MAYBE,
    country=st.sampled_from([None, "SY", "UA", "ZZ"]),
    admin1=MAYBE,
    lat=st.one_of(st.none(), st.floats(-90, 90)),
    lon=st.one_of(st.none(), st.floats(-180, 180)),
    level=st.sampled_from([None, "settlement", "province"]),
    id=MAYBE,
)
TOLLS = st.builds(
    Toll,
    NUMBERS,
    st.one_of(st.none(), NUMBERS),
    st.one_of(st.none(), NUMBERS),
    WORDS,
    st.booleans(),
    st.tuples(st.builds(TollClaim, WORDS, NUMBERS, st.none(), st.just("r1/e1"), st.none())),
)


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """Any incident, with words that tables find hard."""
    base = examples()[0]
    days = sorted(str(day) for day in (draw(st.dates()), draw(st.dates())))
    incident = replace(
        base.incident,
        id=draw(WORDS),
        when=When(start=days[0], end=days[1]) if draw(st.booleans()) else When(),
        places=tuple(draw(st.lists(PLACES, max_size=2))),
        perpetrators=tuple(Actor(words, HERE) for words in draw(st.lists(WORDS, max_size=2))),
        killed=draw(st.one_of(st.none(), TOLLS)),
        injured=draw(st.one_of(st.none(), TOLLS)),
        sources=tuple(draw(st.lists(WORDS, max_size=2))),
        confidence=draw(st.floats(0, 1)),
    )
    reports = {name: report_row(1, draw(WORDS), draw(WORDS), url=draw(MAYBE)) for name in base.reports}
    return Dossier(incident, base.claims, reports, STAMP, "machine")


def values(dossier: Dossier) -> dict[str, Any]:
    return {column.name: column.find(dossier) for column in INCIDENT_COLUMNS}


READ: dict[str, Any] = {
    TEXT: uncell,
    DAY: str,
    MOMENT: str,
    WHOLE: int,
    NUMBER: float,
    TRUTH: lambda text: text == "true",
}


@settings(max_examples=50)
@given(st.lists(dossiers(), max_size=3), st.booleans())
def test_csv_read_back_gives_the_same_values(told: list[Dossier], bom: bool) -> None:
    text = written("csv", told, bom=bom).decode("utf-8-sig")
    kinds = {column.name: column.type for column in INCIDENT_COLUMNS}
    back = [
        {name: READ[kinds[name]](text) if text else None for name, text in row.items()}
        for row in csv.DictReader(io.StringIO(text, newline=""))
    ]
    assert back == [values(each) for each in told]


@settings(max_examples=50)
@given(st.lists(dossiers(), max_size=3))
def test_geojson_read_back_gives_the_same_values(told: list[Dossier]) -> None:
    features = json.loads(written("geojson", told))["features"]
    assert [feature["properties"] for feature in features] == [values(each) for each in told]
    points = [feature["geometry"] and tuple(feature["geometry"]["coordinates"]) for feature in features]
    assert points == [each.point for each in told]


@settings(max_examples=50)
@given(st.lists(dossiers(), max_size=3))
def test_parquet_read_back_gives_the_same_values(told: list[Dossier]) -> None:
    rows = pq.read_table(io.BytesIO(written("parquet", told))).to_pylist()
    for row in rows:
        row.pop("geometry")
        row.update(
            {
                name: str(value)
                for name, value in row.items()
                if name.startswith("date_s") or name == "date_end"
                if value
            }
        )
        row.update({name: str(row[name]) for name in ("first_published", "last_published") if row[name]})
        row["changed"] = row["changed"].isoformat()
    assert rows == [values(each) for each in told]


@given(WORDS)
def test_no_cell_of_text_begins_a_formula_and_every_cell_comes_back(text: str) -> None:
    assert cell(text)[:1] not in tuple("=+-@\t\r\n＝＋－＠")
    assert uncell(cell(text)) == text


@pytest.mark.parametrize(
    ("value", "text"), [(-5, "-5"), (-33.5, "-33.5"), (0, "0"), (True, "true"), (None, ""), ("-5", "'-5")]
)
def test_numbers_keep_their_sign(value: Any, text: str) -> None:
    assert cell(value) == text


def test_the_south_west_has_negative_positions_in_every_table() -> None:
    place = Place("x", HERE, "x", lat=-33.5, lon=-70.6, level="settlement")
    base = examples()[0]
    south = replace(base, incident=replace(base.incident, places=(place,)))
    for name in ("csv", "acled", "ucdp"):
        row = next(csv.DictReader(io.StringIO(written(name, [south]).decode(), newline="")))
        assert (row["latitude"], row["longitude"]) == ("-33.5", "-70.6")


@pytest.mark.parametrize("words", FORMULAS)
def test_no_table_has_a_formula(words: str) -> None:
    base = examples()[0]
    incident = replace(base.incident, perpetrators=(Actor(words, HERE),), sources=(words,))
    told = [replace(base, incident=incident)]
    for name in ("csv", "acled", "ucdp", "claims-csv"):
        for row in csv.reader(io.StringIO(written(name, told, hxl=True).decode("utf-8"), newline="")):
            assert not [text for text in row if text.startswith(tuple("=+@\t\r\n＝＋－＠"))]
            assert all(text[1:].replace(".", "").isdigit() for text in row if text.startswith("-"))
    book = openpyxl.load_workbook(io.BytesIO(written("xlsx", told)))
    cells = [each for sheet in book for row in sheet.iter_rows() for each in row]
    assert {each.data_type for each in cells} <= {"s", "n", "b"}
    assert not [each for each in cells if each.hyperlink]


@pytest.mark.parametrize("words", ["\x00a", "\x0b", "a\x1bb", "\ufffe", "\uffff", "_x0041_", "x" * 40_000])
def test_the_workbook_opens_whatever_characters_a_report_has(words: str) -> None:
    base = examples()[0]
    told = [replace(base, incident=replace(base.incident, sources=(words,)))]
    book = openpyxl.load_workbook(io.BytesIO(written("xlsx", told)))
    head, row = book["incidents"].iter_rows(values_only=True)
    shown = dict(zip(head, row, strict=True))["sources"]
    assert shown is not None
    assert len(shown) <= 32_767


def test_the_language_changes_what_is_written_in_words() -> None:
    for name in ("ftm", "jsonld"):
        texts = [written(name, examples(), language=language).decode() for language in ("en", "ar")]
        assert ["Drone strike" in text for text in texts] == [True, False]


def test_positions_can_be_rounded_further() -> None:
    row = next(csv.DictReader(io.StringIO(written("csv", examples(), public=True, step=0.5).decode(), newline="")))
    assert (row["latitude"], row["longitude"], row["rounded_to"]) == ("51.0", "35.0", "0.5")
