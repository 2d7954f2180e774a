"""Each format against its specification, and the golden files of two incidents."""

from __future__ import annotations

import csv
import io
import json
import re
import weakref
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet as pq
import pytest

from exporting import GOLDEN, STAMP, examples, golden, written
from waqai import export
from waqai.errors import ExportError
from waqai.export import parquet
from waqai.export.acled import EVENT_TYPES
from waqai.export.dossier import Dossier
from waqai.store import Filter, open_store
from waqai.vocab import load

ACLED = (
    "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,"
    "inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,"
    "source_scale,notes,fatalities,tags,timestamp"
).split(",")
UCDP = (
    "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,dyad_new_id,"
    "dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,"
    "source_date,source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,"
    "priogrid_gid,country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,"
    "best,high,low,gwnoa,gwnob"
).split(",")


def rows(name: str, **options: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(name, examples(), **options).decode("utf-8"), newline="")))


def lines(name: str, **options: Any) -> list[dict[str, Any]]:
    return [json.loads(line) for line in written(name, examples(), **options).splitlines()]


@pytest.mark.parametrize("name", golden())
def test_the_examples_are_written_as_the_golden_files(name: str) -> None:
    assert golden()[name] == (GOLDEN / name).read_bytes(), "python tests/exporting.py writes them anew"


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(golden())


def test_acled_has_the_31_columns_in_order_and_ours_after_them() -> None:
    (row,) = rows("acled")
    assert list(row)[:31] == ACLED
    assert all(name.startswith("waqai_") for name in list(row)[31:])
    assert (row["event_date"], row["time_precision"], row["geo_precision"]) == ("2025-07-21", "1", "1")
    assert (row["event_type"], row["sub_event_type"]) == ("Explosions/Remote violence", "Air/drone strike")
    assert (row["iso"], row["country"], row["actor1"]) == ("804", "Ukraine", "Armed Forces of Russia")


def test_what_sources_dispute_is_no_single_figure() -> None:
    (acled,), (ucdp,) = rows("acled"), rows("ucdp")
    assert (acled["fatalities"], acled["waqai_killed_low"], acled["waqai_killed_high"]) == ("", "1", "3")
    assert (ucdp["best"], ucdp["low"], ucdp["high"]) == ("", "1", "3")


def test_every_kind_is_a_sub_event_of_acled_or_none() -> None:
    assert {kind.acled for kind in load().kinds.values()} - {""} <= set(EVENT_TYPES)
    assert len(EVENT_TYPES) == 25


def test_ucdp_has_the_49_columns_in_order() -> None:
    (row,) = rows("ucdp")
    assert list(row)[:49] == UCDP
    assert row["geom_wkt"] == "POINT (34.8003 50.9216)"
    assert row["priogrid_gid"] == "202750"
    sources = [row[name].split(";") for name in UCDP if name.startswith("source_") and name != "source_original"]
    assert {len(parts) for parts in sources} == {int(row["number_of_sources"])} == {2}


def test_tables_of_events_leave_out_what_did_not_happen_and_say_so(tmp_path: Path) -> None:
    assert [row["event_id_cnty"] for row in rows("acled")] == ["istrike"]
    assert [row["id"] for row in rows("ucdp")] == ["istrike"]


def test_geojson_keeps_what_has_no_place() -> None:
    page = json.loads(written("geojson", examples()))
    assert page["type"] == "FeatureCollection"
    assert [feature["type"] for feature in page["features"]] == ["Feature", "Feature"]
    assert [feature["geometry"] for feature in page["features"]] == [
        {"type": "Point", "coordinates": [34.8003, 50.9216]},
        None,
    ]
    assert "crs" not in page


def test_parquet_is_geoparquet_with_typed_columns() -> None:
    table = pq.read_table(io.BytesIO(written("parquet", examples())))
    geo = json.loads(table.schema.metadata[b"geo"])
    assert (geo["version"], geo["primary_column"]) == ("1.1.0", "geometry")
    assert geo["columns"]["geometry"] == {"encoding": "WKB", "geometry_types": ["Point"]}
    point, nowhere = table["geometry"].to_pylist()
    assert (point[:5], nowhere) == (b"\x01\x01\x00\x00\x00", None)
    first = table.to_pylist()[0]
    assert (first["date_start"], first["killed_high"], first["changed"].tzname()) == (date(2025, 7, 21), 3, "UTC")


def test_parquet_without_its_library_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(parquet, "import_module", missing)
    with pytest.raises(ExportError, match=r"waqai\[parquet\]"):
        written("parquet", examples())


def test_the_workbook_has_three_sheets_and_text_stays_text() -> None:
    book = openpyxl.load_workbook(io.BytesIO(written("xlsx", examples(), hxl=True)))
    assert book.sheetnames == ["incidents", "claims", "reports"]
    head, tags, first, _second = book["incidents"].iter_rows(values_only=True)
    row = dict(zip(head, first, strict=True))
    assert (tags[0], row["incident"], row["longitude"]) == ("#event+code", "istrike", 34.8003)
    assert [sheet.max_row for sheet in book] == [4, len(rows("claims-csv")) + 2, 5]


def test_every_claim_is_a_row_with_its_words_where_they_stand() -> None:
    texts = {report.id: report.to_report().full_text for each in examples() for report in each.told_by()}
    told = rows("claims-csv")
    assert len(told) == sum(len(claims) for each in examples() for claims in each.claims.values())
    assert {
        row["words"] == texts[row["report"]][int(row["start"]) : int(row["end"])] for row in told if row["start"]
    } == {True}


def test_followthemoney_knows_every_property(root: Path) -> None:
    known = json.loads((root / "tests" / "ftm_model.json").read_text("utf-8"))["schemata"]
    made = lines("ftm")
    assert {entity["schema"] for entity in made} == {"Event", "Address", "Article", "Organization", "UnknownLink"}
    ids = {entity["id"] for entity in made}
    assert len(ids) == len(made)
    assert all(re.fullmatch(r"[0-9A-Za-z]([0-9A-Za-z.-]*[0-9A-Za-z])?", name) for name in ids)
    for entity in made:
        for name, values in entity["properties"].items():
            kind = known[entity["schema"]][name]
            assert all(isinstance(value, str) for value in values)
            assert not kind.startswith("entity") or set(values) <= ids


def test_linked_data_finds_the_words_by_position_and_by_quotation() -> None:
    graph = json.loads(written("jsonld", examples()))["@graph"]
    texts = {f"waqai:report:{r.id}": r.to_report().full_text for each in examples() for r in each.told_by()}
    notes = [node for node in graph if node["@type"] == "oa:Annotation"]
    assert {node["@type"] for node in graph} == {"Event", "NewsArticle", "Claim", "oa:Annotation"}
    claims = {node["@id"] for node in graph if node["@type"] == "Claim"}
    for note in notes:
        target = note["oa:hasTarget"]
        position, quote = target["oa:hasSelector"]
        text = texts[target["oa:hasSource"]]
        start, end = position["oa:start"], position["oa:end"]
        assert text[start:end] == quote["oa:exact"]
        assert (text[:start].endswith(quote["oa:prefix"]), text[end:].startswith(quote["oa:suffix"])) == (True, True)
        assert note["oa:hasBody"] in claims


def test_hxl_tags_are_well_formed_and_stand_under_the_names() -> None:
    for name, form in export.FORMATS.items():
        if form.takes_hxl and not form.binary:
            head, tags, *_ = csv.reader(io.StringIO(written(name, examples(), hxl=True).decode("utf-8"), newline=""))
            assert len(head) == len(tags)
            assert all(tag == "" or tag.startswith("#") for tag in tags)
    assert rows("csv", hxl=True)[0]["killed_best"] == "#affected+killed"


def test_csv_can_begin_with_the_mark_that_excel_wants() -> None:
    assert written("csv", [], bom=True).startswith(b"\xef\xbb\xbfincident,")
    assert written("csv", []).startswith(b"incident,")


@pytest.mark.parametrize("name", export.FORMATS)
@pytest.mark.parametrize("public", [False, True])
def test_an_empty_record_is_a_valid_file_of_every_format(name: str, public: bool, empty_file: Path) -> None:
    stream = io.BytesIO()
    with open_store(empty_file) as opened, opened.reading() as conn:
        done = export.write(name, conn, Filter(kinds=("shelling",)), stream, export.Options(public=public))
    assert done == export.Written()
    if name in ("geojson", "jsonld"):
        json.loads(stream.getvalue())
    elif name == "xlsx":
        assert openpyxl.load_workbook(stream).sheetnames == ["incidents", "claims", "reports"]
    elif name == "parquet":
        assert pq.read_table(stream).num_rows == 0
    else:
        assert stream.getvalue().count(b"\n") == (1 if export.FORMATS[name].takes_hxl else 0)


def test_a_format_that_is_none_is_named(empty_file: Path) -> None:
    with (
        open_store(empty_file) as opened,
        opened.reading() as conn,
        pytest.raises(ExportError, match="no format 'shapefile'"),
    ):
        export.write("shapefile", conn, Filter(), io.BytesIO())


class Watched(Dossier):
    """A dossier that can be watched."""

    __slots__ = ("__weakref__",)


@pytest.mark.parametrize("name", [name for name, form in export.FORMATS.items() if not form.of_reports])
def test_incidents_are_let_go_as_they_are_written(name: str) -> None:
    """However many there are, none waits in memory for the others."""
    alive, most = [0], 0
    model = examples()[0]

    def stream() -> Iterator[Dossier]:
        nonlocal most
        for number in range(500):
            fresh = Watched(
                replace(model.incident, id=f"i{number}"), {"r1/e1": [], "r2/e1": []}, model.reports, STAMP, "machine"
            )
            alive[0] += 1
            weakref.finalize(fresh, lambda: alive.__setitem__(0, alive[0] - 1))
            most = max(most, alive[0])
            yield fresh
            del fresh

    written(name, stream())
    assert most <= 2
