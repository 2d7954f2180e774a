"""The commands of the store as a person uses them: what each prints, and how it exits."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from stores import gathered, report, strike
from waqai.cli.main import app

COMMANDS = ("add", "retry", "incidents", "show", "search", "coverage", "merge", "split", "undo", "why")
UPKEEP = ("reread", "doctor", "backup", "restore")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with reports and the store that they were added to: two outlets on one strike, and another strike."""
    folder = tmp_path_factory.mktemp("filled")
    rows = [("a", strike("إدلب"), "first"), ("b", strike("إدلب"), "second"), ("c", strike("حماة"), "first")]
    lines = [
        json.dumps({"id": i, "text": t, "outlet": o, "date": "2025-07-22"}, ensure_ascii=False) for i, t, o in rows
    ]
    (folder / "reports.jsonl").write_text("\n".join(lines), "utf-8")
    assert run("add", folder / "reports.jsonl", "--store", folder / "record.waqai").exit_code == 0
    return folder


@pytest.fixture
def store(tmp_path: Path, filled: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The store that the commands use, a copy of the filled one."""
    for name in ("record.waqai", "reports.jsonl"):
        shutil.copy(filled / name, tmp_path / name)
    monkeypatch.setenv("WAQAI_STORE", str(tmp_path / "record.waqai"))
    monkeypatch.setenv("WAQAI_USER", "nour")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "record.waqai"


def run(*args: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, [str(arg) for arg in args], input=stdin, env={"COLUMNS": "120"})


def listed(*args: str) -> dict[str, str]:
    """Place -> incident."""
    return {row["place"]: row["incident"] for row in json.loads(run("incidents", "-f", "json", *args).stdout)["items"]}


@pytest.mark.parametrize("command", [*COMMANDS, *UPKEEP])
def test_every_command_of_the_store_has_help(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert "--store" in result.stdout


def test_add_says_what_it_did_and_where(store: Path) -> None:
    again = run("add", "reports.jsonl")
    assert again.stdout == f"3 read, 0 new, 0 changed, 3 same, 0 failed  ({store})\n"
    assert again.exit_code == 0


def test_the_same_folder_by_another_name_changes_nothing(store: Path, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "x.txt").write_text(strike("حمص"), "utf-8")
    assert "1 new" in run("add", "in").stdout
    assert "1 same" in run("add", tmp_path / "in" / "x.txt").stdout


def test_two_pipes_are_two_reports(store: Path) -> None:
    assert "1 new" in run("add", "-", stdin=strike("حمص")).stdout
    assert "1 new" in run("add", "-", stdin=strike("درعا")).stdout
    assert "1 same" in run("add", "-", stdin=strike("درعا")).stdout


def test_processes_keep_the_same(store: Path, tmp_path: Path) -> None:
    rows = [json.dumps({"id": f"p{n}", "text": strike("حمص") + f" {n}"}) if n % 5 else "{bad" for n in range(20)]
    (tmp_path / "more.jsonl").write_text("\n".join(rows), "utf-8")
    result = run("add", "more.jsonl", "--jobs", "2")
    assert result.stdout.startswith("16 read, 16 new, 0 changed, 0 same, 4 failed")
    assert result.exit_code == 1


def test_what_failed_is_listed_and_tried_again(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text("{bad\n" + json.dumps({"text": strike("حمص")}), "utf-8")
    result = run("add", "bad.jsonl", "--published", "2025-07-22")
    assert (result.exit_code, "1 new" in result.stdout) == (1, True)
    assert f"waqai: {bad}:1: not JSON" in result.stderr
    monkeypatch.chdir("/")
    assert f"{bad}:1: not JSON" in run("retry", "--list").stdout
    assert run("retry").exit_code == 1
    bad.write_text(json.dumps({"text": strike("درعا")}), "utf-8")
    assert run("retry").exit_code == 0
    assert "Daraa" in listed("--from", "2025-07-21", "--to", "2025-07-21")
    assert "nothing is waiting" in run("retry").stderr


def test_a_run_that_is_stopped_says_what_is_kept(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_args: object, **_options: object) -> Iterator[object]:
        yield gathered(report("x", strike("حمص")))
        raise KeyboardInterrupt

    monkeypatch.setattr("waqai.ingest.gather", stopped)
    result = run("add", "reports.jsonl")
    assert (result.exit_code, "stopped; what is counted" in result.stderr) == (130, True)
    assert run("doctor").exit_code == 0


def test_incidents_come_as_table_json_and_csv(store: Path) -> None:
    table = run("incidents").stdout
    assert all(part in table for part in ("Idlib, SY", "2025-07-21", "air strike"))
    assert table.endswith("2 shown of 2 matching, 0 without a place\n")
    page = json.loads(run("incidents", "-f", "json").stdout)
    assert (page["ok"], len(page["items"]), page["next"]) == (True, 2, None)
    rows = list(csv.DictReader(io.StringIO(run("incidents", "-f", "csv").stdout)))
    assert [row["incident"] for row in rows] == [item["incident"] for item in page["items"]]


def test_pages_go_on_from_the_mark(store: Path) -> None:
    first = json.loads(run("incidents", "-f", "json", "--limit", "1").stdout)
    second = json.loads(run("incidents", "-f", "json", "--limit", "1", "--after", first["next"]).stdout)
    assert {first["items"][0]["place"], second["items"][0]["place"]} == {"Idlib", "Hama"}
    assert second["next"] is None


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (("--from", "2025-07-22"), set()),
        (("--to", "2025-07-21"), {"Idlib", "Hama"}),
        (("--published-from", "2025-07-23"), set()),
        (("--published-to", "2025-07-22"), {"Idlib", "Hama"}),
        (("--place", "ادلب"), {"Idlib"}),
        (("--place", "Idlib", "--place", "Hama"), {"Idlib", "Hama"}),
        (("--country", "UA"), set()),
        (("--box", "36.5,35,37,36"), {"Idlib", "Hama"}),
        (("--kind", "shelling"), set()),
        (("--actor", "actor:x"), set()),
        (("--weapon", "drone"), set()),
        (("--target", "school"), set()),
        (("--min-killed", "4"), set()),
        (("--min-injured", "1"), set()),
        (("--source", "second"), {"Idlib"}),
        (("--status", "denied"), set()),
        (("--review", "final"), set()),
        (("--words", "مدينة حماه"), {"Hama"}),
    ],
)
def test_each_option_narrows_the_list(store: Path, options: tuple[str, ...], found: set[str]) -> None:
    assert set(listed(*options)) == found


@pytest.mark.parametrize("options", [("--from", "monday"), ("--box", "1,2"), ("--limit", "0"), ("--format", "xml")])
def test_options_that_are_not_understood_exit_with_2(store: Path, options: tuple[str, ...]) -> None:
    assert run("incidents", *options).exit_code == 2


def test_show_puts_the_claims_side_by_side(store: Path) -> None:
    text = run("show", listed()["Idlib"], "--history").stdout
    assert all(part in text for part in ("air strike", "first", "second", "killed 3", "ثلاثة مدنيين", "came in"))
    page = json.loads(run("show", listed()["Idlib"], "--json").stdout)
    assert len(page["incident"]["sightings"]) == len(page["claims"]) == 2


def test_show_prints_a_report_and_its_versions(store: Path) -> None:
    (hit,) = json.loads(run("search", "حماة", "--json").stdout)["items"]
    text = run("show", hit["report"]).stdout
    assert all(part in text for part in (hit["report"], "first", "Hama"))
    page = json.loads(run("show", hit["report"], "--json").stdout)
    assert page["versions"] == [hit["report"]]
    assert page["record"]["events"][0]["kind"] == "air_strike"


def test_search_prints_the_words_in_their_place(store: Path) -> None:
    text = run("search", "طائرات", "ادلب").stdout
    assert "قصفت [الطائرات] الحربية مدينة [إدلب]" in text
    assert text.endswith("2 shown of 2 reports\n")


def test_merge_undo_and_why(store: Path) -> None:
    before = listed()
    merged = run("merge", before["Hama"], before["Idlib"], "--why", "one strike")
    assert (merged.exit_code, len(listed())) == (0, 1)
    assert "decided by nour" in run("why", before["Hama"]).stdout
    again = run("merge", before["Hama"], before["Idlib"])
    assert (again.exit_code, "one incident already" in str(again.exception)) == (1, True)
    assert "merge" in run("undo").stdout
    assert listed() == before
    assert run("undo").exit_code == 1


def test_split_takes_a_sighting_out(store: Path) -> None:
    home = listed()["Idlib"]
    sightings = [s["id"] for s in json.loads(run("show", home, "--json").stdout)["incident"]["sightings"]]
    assert run("split", home, sightings[1], "--why", "an hour later", "--by", "sami").exit_code == 0
    assert len(json.loads(run("incidents", "-f", "json").stdout)["items"]) == 3
    (judged,) = json.loads(run("why", *sightings, "--json").stdout)["items"]
    assert (judged["verdict"], judged["by"]) == ("not_same", "person:sami")


def test_ids_that_are_not_there_are_named(store: Path) -> None:
    for args in (
        ("show", "iabc"),
        ("show", "rabc"),
        ("merge", "iabc", "idef"),
        ("why", "iabc"),
        ("why", "r/e1", "r/e2"),
    ):
        result = run(*args)
        assert (result.exit_code, str(result.exception)[:3]) == (1, "no ")


def test_coverage_says_its_rule(store: Path) -> None:
    text = run("coverage").stdout
    assert all(part in text for part in ("first", "second", "2025-07-22", "fell silent"))
    assert json.loads(run("coverage", "--from", "2025-08-01", "--json").stdout)["items"] == []


def test_the_doctor_the_backup_and_the_restore(store: Path, tmp_path: Path) -> None:
    assert run("doctor").stdout == f"nothing wrong in {store}\n"
    assert run("backup", tmp_path / "backup.waqai").stdout.startswith("3 reports in ")
    assert run("backup", tmp_path / "backup.waqai").exit_code == 1
    other = tmp_path / "other" / "record.waqai"
    assert run("restore", tmp_path / "backup.waqai", "--store", other).exit_code == 0
    assert run("incidents", "-f", "json", "--store", other).stdout == run("incidents", "-f", "json").stdout


def test_rereading_says_that_nothing_was_changed_yet(store: Path) -> None:
    assert (
        run("reread").stdout
        == "0 reports are read otherwise, 0 values, 0 incidents; nothing was changed yet: say --apply\n"
    )
    assert run("reread", "--apply").stdout.endswith("; changed\n")


def test_a_store_that_is_not_there_is_said(tmp_path: Path) -> None:
    result = run("incidents", "--store", tmp_path / "none")
    assert result.exit_code == 1
    assert "no store here yet" in str(result.exception)
