"""``waqai export`` as a person uses it: files whole or not at all, counts, what is refused."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner, Result

from stores import strike
from waqai import export
from waqai.cli import export as command
from waqai.cli.main import app


@pytest.fixture
def store(tmp_path: Path, empty_file: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The store that the commands use: two strikes, and talks without a place."""
    path = tmp_path / "record.waqai"
    path.write_bytes(empty_file.read_bytes())
    monkeypatch.setenv("WAQAI_STORE", str(path))
    monkeypatch.chdir(tmp_path)
    rows = [strike("إدلب"), strike("حماة"), "جرت محادثات يوم الأحد."]
    lines = [json.dumps({"id": str(n), "text": t, "outlet": "first", "date": "2025-07-22"}) for n, t in enumerate(rows)]
    (tmp_path / "reports.jsonl").write_text("\n".join(lines), "utf-8")
    assert run("add", "reports.jsonl").exit_code == 0
    return path


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(app, [str(arg) for arg in args], env={"COLUMNS": "120"})


def test_it_says_how_many_were_written_and_how_many_have_no_place(store: Path) -> None:
    result = run("export", "csv")
    assert result.stderr == "waqai: 3 incidents written, 1 of them without a place\n"
    assert len(list(csv.DictReader(result.stdout.splitlines()))) == 3


def test_the_filter_is_that_of_incidents(store: Path) -> None:
    rows = json.loads(run("export", "geojson", "--place", "إدلب", "--kind", "air_strike").stdout)["features"]
    assert [row["properties"]["place"] for row in rows] == ["Idlib"]


def test_what_a_format_has_no_room_for_is_counted(store: Path) -> None:
    assert "1 left out that ucdp has no room for" in run("export", "ucdp").stderr


def test_a_file_appears_whole_and_nothing_else_is_left(store: Path, tmp_path: Path) -> None:
    before = set(tmp_path.iterdir())
    assert run("export", "xlsx", "--out", "out.xlsx").exit_code == 0
    assert openpyxl.load_workbook(tmp_path / "out.xlsx").sheetnames == ["incidents", "claims", "reports"]
    assert set(tmp_path.iterdir()) - before == {tmp_path / "out.xlsx"}


def test_a_run_that_fails_leaves_the_old_file_as_it_was(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "out.csv").write_text("old", "utf-8")
    (tmp_path / "out.csv").chmod(0o640)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("waqai.export.write", fail)
        assert "No space left" in str(run("export", "csv", "--out", "out.csv").exception)
    assert (tmp_path / "out.csv").read_text("utf-8") == "old"
    assert not list(tmp_path.glob(".out*"))
    assert run("export", "csv", "--out", "out.csv").exit_code == 0
    assert (tmp_path / "out.csv").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("args", "reason"),
    [
        (("geojson", "--hxl"), "has no row of tags"),
        (("geojson", "--bom"), "is no CSV"),
        (("csv", "--language", "fr"), "neither ar nor en"),
        (("csv", "--out", "."), "is a folder"),
        (("csv", "--out", "none/out.csv"), "no folder none"),
    ],
)
def test_what_makes_no_sense_is_refused(store: Path, args: tuple[str, ...], reason: str) -> None:
    result = run("export", *args)
    assert result.exit_code == 2
    assert reason in " ".join(result.stderr.split())


def test_what_is_binary_is_not_printed_on_a_terminal(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "is_terminal", lambda _: True)
    result = run("export", "parquet")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "nothing for a terminal" in result.stderr


def test_a_pipe_takes_what_is_binary_as_it_is(store: Path, root: Path) -> None:
    code = "from waqai.cli.main import main; main()"
    env = os.environ | {"PYTHONPATH": str(root / "src")}
    done = subprocess.run([sys.executable, "-c", code, "export", "xlsx"], env=env, capture_output=True, check=True)
    assert done.stdout.startswith(b"PK")


def test_the_help_names_every_format() -> None:
    shown = run("export", "--help").stdout
    assert [name for name in export.FORMATS if name not in shown] == []


def test_public_and_its_tags_reach_the_file(store: Path) -> None:
    head, tags, first, *_ = csv.reader(run("export", "csv", "--public", "--hxl", "--bom").stdout.splitlines())
    assert head[0] == "\ufeffincident"
    assert tags[0] == "#event+code"
    assert dict(zip(head, first, strict=True))["words"] == "[withheld]"
