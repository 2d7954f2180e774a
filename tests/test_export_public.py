"""The public view: no format names a victim, a witness or another private person, or says where their words stand."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from exporting import examples, exported, report_row, written
from stores import put_reports
from waqai import export
from waqai.export.coarse import coarse
from waqai.export.outlets import public_outlet, public_url
from waqai.export.withhold import withhold
from waqai.model.record import Place, Report
from waqai.model.span import Span
from waqai.store import Store, open_store

HERE = Span(0, 0)
NAMES = ("حمدان", "الخالدي", "سعاد", "المنصوري", "جمانة", "القرنفلي", "hamdan", "jumana", "%D8%AD%D9%85")
URL = "https://news.example/killing-of-hamdan-alkhalidi-4711"
TEXTS = {
    "victim": "قُتل الطفل حمدان الخالدي (12 عاماً) يوم الاثنين بقصف مدفعي على مدينة إدلب، وأصيبت جمانة القرنفلي.",
    "witness": "قالت سعاد المنصوري إن الطائرات الحربية قصفت منزل حمدان الخالدي في مدينة إدلب يوم الاثنين، وقتلت خمسة مدنيين.",
    "speaker": "أكد الناشط حمدان الخالدي مقتل أربعة مدنيين بقصف على مدينة حماة يوم الاثنين، وأضاف أن جمانة القرنفلي أصيبت.",
    "held": "اعتقلت الشرطة جمانة القرنفلي في مدينة حمص يوم الاثنين.",
}


def readable(name: str, content: bytes) -> str:
    """All text that is in a file, whatever packs it."""
    if name == "xlsx":
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            return "".join(book.read(part).decode("utf-8") for part in book.namelist())
    if name == "parquet":
        table = pq.read_table(io.BytesIO(content))
        return str(table.to_pylist()) + str(table.schema)
    return content.decode("utf-8")


@pytest.fixture(scope="module")
def private(tmp_path_factory: pytest.TempPathFactory, empty_file: Path) -> Iterator[Store]:
    """A store whose every part holds the names: titles, texts, outlets, addresses, columns."""
    with open_store(shutil.copy(empty_file, tmp_path_factory.mktemp("private") / "record.waqai")) as opened:
        put_reports(
            opened,
            *(
                Report(
                    f"{URL}-{name}",
                    text,
                    "مقتل حمدان الخالدي",
                    "2025-07-22",
                    URL,
                    "ar",
                    {"author": "jumana", "outlet": "Wire"},
                )
                for name, text in TEXTS.items()
            ),
            Report("mid:1", TEXTS["victim"], "", "2025-07-22", "جمانة القرنفلي", "ar", {"message_id": "1"}),
            Report("/home/hamdan/a.txt", TEXTS["speaker"], "", "2025-07-22", "/home/hamdan/a.txt", "ar"),
        )
        yield opened


@pytest.mark.parametrize("name", export.FORMATS)
def test_no_name_of_a_private_person_is_in_a_public_export(private: Store, name: str) -> None:
    public = readable(name, exported(private, name, public=True, hxl=True))
    assert [word for word in NAMES if word in public] == []
    assert [word for word in NAMES if word in readable(name, exported(private, name))] != []


@pytest.mark.parametrize("name", [name for name, form in export.FORMATS.items() if not form.of_reports])
def test_no_format_names_the_victim_and_the_witness_of_the_examples(name: str) -> None:
    public = readable(name, written(name, examples(), public=True))
    assert [word for word in NAMES if word in public] == []
    assert "Sumy" in public


def test_a_public_export_says_no_offsets_and_no_age() -> None:
    for each in map(withhold, examples()):
        assert {claim.span for claims in each.claims.values() for claim in claims} == {None}
        assert {h.age for s in each.incident.sightings for h in s.event.harm} <= {None}
    page = written("incidents-jsonl", examples(), public=True).decode()
    assert '"span"' not in page
    assert "oa:" not in written("jsonld", examples(), public=True).decode().split('"@graph"')[1]


def test_claims_of_a_public_export_have_ids_of_their_own() -> None:
    """An id follows from the words: with the private one a name could be tried until it fits."""
    private, public = (
        {c.id for d in told for cs in d.claims.values() for c in cs} for told in (examples(), map(withhold, examples()))
    )
    shared = private & public
    assert shared == set()


def test_values_stay() -> None:
    private, public = examples()[0].incident, withhold(examples()[0]).incident
    assert public.killed is not None
    assert private.killed is not None
    for field in ("id", "kind", "status", "first_published", "confidence", "sources"):
        assert getattr(public, field) == getattr(private, field)
    assert (public.killed.low, public.killed.high, public.when.start) == (1, 3, "2025-07-21")
    assert [actor.name for actor in public.perpetrators] == ["Armed Forces of Russia", None]


def test_a_record_that_was_withheld_says_so_and_is_not_added_again(private: Store) -> None:
    lines = [json.loads(line) for line in exported(private, "jsonl", public=True).splitlines()]
    assert {line["withheld"] for line in lines} == {True}
    assert not [line for line in lines if "report" in line]


@pytest.mark.parametrize(
    ("place", "seen"),
    [
        (
            Place("x", HERE, "Sumy", "سومي", lat=50.9216, lon=34.8003, level="settlement", id="geonames:692194"),
            ("Sumy", "settlement", 50.9, 34.8),
        ),
        (
            Place("x", HERE, "Sumy", "سومي", lat=50.9216, lon=34.8003, level="site", id="geonames:692194"),
            ("Sumy", "settlement", 50.9, 34.8),
        ),
        (
            Place("x", HERE, "Its Street", lat=-0.04, lon=34.8, level="neighbourhood", id="waqai:none"),
            (None, "neighbourhood", 0.0, 34.8),
        ),
        (Place("his house", HERE, level="site"), (None, "site", None, None)),
    ],
)
def test_places_are_rounded_and_no_finer_than_a_town(place: Place, seen: tuple[Any, ...]) -> None:
    found = coarse(place)
    assert (found.name, found.level, found.lat, found.lon) == seen


@pytest.mark.parametrize(
    ("url", "seen"),
    [
        ("https://wire.example/news/2025/07/22/4711", "https://wire.example/news/2025/07/22/4711"),
        ("https://wire.example/ar/?p=12&page=2", "https://wire.example/ar/?p=12&page=2"),
        ("https://wire.example/hamdan", "https://wire.example/"),
        ("https://wire.example/%D8%AD%D9%85%D8%AF%D8%A7%D9%86", "https://wire.example/"),
        ("https://wire.example/news?author=hamdan", "https://wire.example/"),
        ("https://wire.example/news/1#hamdan", "https://wire.example/news/1"),
        ("https://hamdan:word@wire.example/news/1", "https://wire.example/news/1"),
        (None, None),
    ],
)
def test_an_address_that_spells_words_is_cut_to_its_host(url: str | None, seen: str | None) -> None:
    assert public_url(url) == seen


@pytest.mark.parametrize("outlet", ["hamdan@example.org", "@hamdan", "/home/hamdan", "C:\\hamdan", "~/hamdan", "./x"])
def test_an_outlet_that_is_a_person_is_none(outlet: str) -> None:
    assert public_outlet(report_row(1, "x", outlet)) is None
    assert public_outlet(report_row(1, "x", "Wire")) == "Wire"
    assert public_outlet(replace(report_row(1, "x", "حمدان"), name="mid:7")) is None
