"""Records that are exported come back: the same reports, the same records, the same ids."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from exporting import exported
from stores import put, put_reports, report, strike
from waqai.export import FORMATS
from waqai.ingest import gather
from waqai.model.record import Record, Report
from waqai.schema import json_schema
from waqai.store import Filter, Store, current_reports, incidents, open_store

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=30)
REPORTS = st.lists(
    st.builds(
        Report,
        id=WORDS.map(lambda name: f"n{name}"),
        text=st.one_of(WORDS.map(lambda text: f"خبر {text}"), st.just(strike("إدلب"))),
        title=WORDS,
        published=st.one_of(st.none(), st.dates().map(str)),
        source=st.one_of(st.none(), WORDS, st.just("https://example.org/a")),
        lang=st.sampled_from([None, "ar"]),
        extra=st.dictionaries(WORDS, WORDS, max_size=3),
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda report: report.id,
)


def kept(store: Store) -> list[tuple[Report, str, Record]]:
    """Every report that is kept, its id, and what was read in it."""
    with store.reading() as conn:
        return [(row.to_report(), row.id, record) for row, record in current_reports(conn)]


@settings(max_examples=12)
@given(reports=REPORTS)
def test_what_is_exported_can_be_added_again_and_gives_the_same_record(
    reports: list[Report], empty_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("again")
    one, other = (open_store(shutil.copy(empty_file, folder / f"{name}.waqai")) for name in "ab")
    with one, other:
        put_reports(one, *reports)
        (folder / "out.jsonl").write_bytes(exported(one, "jsonl"))
        added = put(other, gather([folder / "out.jsonl"]))
        assert (added.new, added.failures) == (len(reports), [])
        assert kept(other) == kept(one)
        assert put(one, gather([folder / "out.jsonl"])).same == len(reports)


@pytest.fixture
def filled(tmp_path: Path, empty_file: Path) -> Store:
    with open_store(shutil.copy(empty_file, tmp_path / "record.waqai")) as opened:
        put_reports(opened, report("a", strike("إدلب")), report("b", strike("حماة")), report("c", "لا شيء هنا."))
        yield opened  # type: ignore[misc]


def test_an_exported_record_is_what_the_contract_says(filled: Store) -> None:
    validator = Draft202012Validator(json_schema())
    lines = [json.loads(line) for line in exported(filled, "jsonl").splitlines()]
    assert len(lines) == 3
    assert [list(validator.iter_errors(line)) for line in lines] == [[], [], []]
    for line in lines:
        text = f"{line['report']['title']}\n{line['report']['text']}"
        assert all(text[slice(*event["span"])] == event["text"] for event in line["events"])


def test_with_a_condition_only_the_reports_behind_its_incidents_go_out(filled: Store) -> None:
    lines = [json.loads(line) for line in exported(filled, "jsonl", Filter(places=("إدلب",))).splitlines()]
    assert [line["id"] for line in lines] == ["a"]


def test_the_same_incidents_come_back_with_the_same_ids(filled: Store, tmp_path: Path, empty_file: Path) -> None:
    (tmp_path / "out.jsonl").write_bytes(exported(filled, "jsonl"))
    with open_store(shutil.copy(empty_file, tmp_path / "other.waqai")) as other:
        put(other, gather([tmp_path / "out.jsonl"]))
        with other.reading() as there, filled.reading() as here:
            assert {row.incident for row in incidents(there).rows} == {row.incident for row in incidents(here).rows}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"contract":"1","report":{"id":"a"}}', "not a report as waqai exports them"),
        ('{"contract":"1","report":{"id":"","text":"x"}}', "no 'id'"),
        ('{"contract":"1","report":{"id":"a","text":" "}}', "'text' is empty"),
        ('{"contract":"1","report":{"id":"a","text":"x","published":"soon"}}', "'soon' is not a date"),
    ],
)
def test_a_line_that_is_no_export_is_refused_with_its_reason(tmp_path: Path, line: str, reason: str) -> None:
    (tmp_path / "out.jsonl").write_text(line, "utf-8")
    assert [reason in str(found) for found in gather([tmp_path / "out.jsonl"])] == [True]


def test_a_list_of_exported_records_comes_back_too(filled: Store, tmp_path: Path) -> None:
    lines = [json.loads(line) for line in exported(filled, "jsonl").splitlines()]
    (tmp_path / "out.json").write_text(json.dumps(lines), "utf-8")
    (tmp_path / "one.json").write_text(json.dumps(lines[0]), "utf-8")
    assert put(filled, gather([tmp_path / "out.json", tmp_path / "one.json"])).same == 4


def test_every_format_is_written_of_both_kinds_of_database(store: Store) -> None:
    put_reports(store, report("a", strike("إدلب")), report("b", strike("حماة") + "\x00"))
    for name, form in FORMATS.items():
        assert len(exported(store, name)) > (500 if form.binary else 1_000)
        assert exported(store, name, public=True)
