"""The command line as a person uses it: what each command prints, where, and how it exits."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from waqai.cli.batch import settle
from waqai.cli.main import app
from waqai.schema import json_schema

STRIKE = "قصفت الطائرات الحربية مدينة إدلب يوم الاثنين وقتل ثلاثة مدنيين."
COMMANDS = ("read", "explain", "schema", "eval", "packs", "place", "about")


def run(*args: str | Path, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(app, [str(arg) for arg in args], input=stdin)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "strike.txt"
    path.write_text(STRIKE, "utf-8")
    return path


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert "Usage:" in result.stdout


def test_help_names_every_command_and_shows_examples() -> None:
    text = run("--help").stdout
    assert all(f"\n  {command} " in text for command in COMMANDS)
    assert "waqai read report.txt" in text
    assert "Exit codes" in text


def test_version() -> None:
    import waqai

    assert run("--version").stdout == f"waqai {waqai.__version__}\n"


def test_read_prints_a_table_with_a_summary(report: Path) -> None:
    result = run("read", report, "--published", "2025-07-22")
    assert result.exit_code == 0
    assert result.stderr == ""
    assert all(
        part in result.stdout for part in ("strike  2025-07-22  ar", "air strike", "2025-07-21", "Idlib", "3 / -")
    )
    assert result.stdout.endswith("1 report, 1 event, 0 statements\n")
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_piped_tables_hold_no_marks_and_no_colour(report: Path) -> None:
    text = run("read", report, "--explain").stdout
    assert "إدلب" in text
    assert not {"\x1b", "\u2068", "\u2069"} & set(text)


def test_read_prints_a_json_list_and_lines(report: Path) -> None:
    listed = json.loads(run("read", report, report, "--format", "json").stdout)
    lines = [json.loads(line) for line in run("read", report, report, "--format", "jsonl").stdout.splitlines()]
    assert listed == lines
    assert [page["id"] for page in listed] == ["strike", "strike"]


def test_an_empty_json_list_is_a_list(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    result = run("read", tmp_path / "empty.txt", "-f", "json")
    assert (json.loads(result.stdout), result.exit_code) == ([], 1)


def test_each_option_of_read_changes_what_comes_out(report: Path) -> None:
    plain = run("read", report).stdout
    assert run("read", report, "--published", "2025-07-22").stdout != plain
    assert run("read", report, "--explain").stdout != plain
    assert run("read", report, "--format", "jsonl").stdout != plain
    assert run("read", report, "--lang", "ar-SY", "-f", "jsonl").stdout != run("read", report, "-f", "jsonl").stdout


def test_standard_input_is_read(report: Path) -> None:
    page = json.loads(run("read", "-", "-f", "jsonl", stdin=STRIKE).stdout)
    assert (page["source"], len(page["events"])) == ("<stdin>", 1)


def test_processes_give_the_same_in_the_same_order(tmp_path: Path) -> None:
    rows = [json.dumps({"id": f"r{n}", "text": f"{STRIKE} {n}"}) if n % 7 else "{bad" for n in range(40)]
    (tmp_path / "a.jsonl").write_text("\n".join(rows), "utf-8")
    one = run("read", tmp_path / "a.jsonl", "-f", "jsonl")
    two = run("read", tmp_path / "a.jsonl", "-f", "jsonl", "--jobs", "2")
    assert (one.stdout, one.stderr, one.exit_code) == (two.stdout, two.stderr, 1)
    assert one.stdout.count("\n") == 34


def test_bad_reports_are_listed_and_the_others_read(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "x"}\n{bad\n' + json.dumps({"text": STRIKE}), "utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_bytes(bytes(range(256)))
    (tmp_path / "d.txt").write_text("x" * 5_000_000, "utf-8")
    (tmp_path / "e.txt").write_bytes(STRIKE.encode("cp1256"))
    (tmp_path / "f.txt").write_bytes(STRIKE.encode()[:-2] + b"\xff")
    result = run("read", tmp_path, tmp_path / "nowhere.txt", "-f", "jsonl")
    assert result.exit_code == 1
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["a:3", "e", "f"]
    said = [line.removeprefix(f"waqai: {tmp_path}/").split(": ")[0] for line in result.stderr.splitlines()]
    assert said == ["a.jsonl:1", "a.jsonl:2", "b.txt", "c.txt", "d.txt:1", "e.txt", "f.txt:1", "nowhere.txt"]


def test_an_old_encoding_is_said_and_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "e.txt").write_bytes(STRIKE.encode("cp1256"))
    result = run("read", tmp_path / "e.txt")
    assert (result.exit_code, "read as Windows-1256" in result.stderr) == (0, True)


def test_a_language_without_a_pack_is_said(tmp_path: Path, report: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "x", "text": "The army fired.", "lang": "en"}', "utf-8")
    result = run("read", tmp_path / "a.jsonl")
    assert (result.exit_code, "x: no language pack for 'en' (there is: ar)" in result.stderr) == (1, True)
    assert run("read", report, "--lang", "en").exit_code == 2


def test_an_error_of_the_engine_is_one_reports_failure(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_report: object) -> None:
        raise ZeroDivisionError("no")

    settle()
    monkeypatch.setattr("waqai.cli.batch.read_report", broken)
    result = run("read", report)
    assert (result.exit_code, "strike: the engine failed: ZeroDivisionError: no" in result.stderr) == (1, True)


@pytest.mark.parametrize(
    "args",
    [
        ("read",),
        ("read", "x", "--published", "yesterday"),
        ("read", "x", "--format", "xml"),
        ("read", "x", "--explain", "--format", "json"),
        ("read", "x", "--jobs", "-1"),
        ("nothing",),
        ("explain", "x"),
    ],
)
def test_what_is_not_understood_exits_with_2(args: tuple[str, ...]) -> None:
    assert run(*args).exit_code == 2


def test_explain_shows_values_rules_and_words(report: Path) -> None:
    result = run("explain", report, "e1", "--published", "2025-07-22")
    assert result.exit_code == 0
    assert all(
        part in result.stdout for part in ("e1 air_strike", "when: 2025-07-21", "ar.date.", "[مدينة إدلب]", "killed: 3")
    )


def test_explain_chooses_a_report_and_names_what_there_is(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps({"id": i, "text": t}) + "\n" for i, t in (("a", "نص"), ("b", STRIKE))), "utf-8")
    assert run("explain", path, "1", "--report", "b").exit_code == 0
    refused = run("explain", path, "e1")
    assert (refused.exit_code, refused.stderr) == (1, "waqai: a has no event 'e1'; its events: none\n")
    assert "no report 'c' in it" in run("explain", path, "e1", "--report", "c").stderr


def test_schema_prints_the_schema() -> None:
    assert json.loads(run("schema").stdout) == json_schema()


def test_packs_list_and_check() -> None:
    assert run("packs", "list").stdout.startswith("ar  ")
    assert run("packs", "check").stdout.endswith("0 problems in ar\n")


def test_packs_check_names_what_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("waqai.mentions.rule_check.check_rules", lambda language: ["rules/x.toml:3: no"])
    result = run("packs", "check")
    assert (result.exit_code, result.stderr) == (1, "rules/x.toml:3: no\n")


def test_place_shows_candidates_with_reasons() -> None:
    result = run("place", "خاركيف", "--limit", "1")
    assert result.exit_code == 0
    assert all(part in result.stdout for part in ("Kharkiv", "UA", "score", "why"))
    assert run("place", "غغغغغغ").exit_code == 1


def test_about_carries_licences_and_attribution() -> None:
    text = run("about").stdout
    assert all(part in text for part in ("Apache License 2.0", "GeoNames", "CC BY 4.0", "Natural Earth", "mazini"))


def test_eval_measures_a_users_own_annotations(tmp_path: Path) -> None:
    (tmp_path / "docs.jsonl").write_text(json.dumps({"id": "r", "text": STRIKE, "date": "2025-07-22"}), "utf-8")
    (tmp_path / "gold").mkdir()
    event = {
        "kind": "air_strike",
        "sentence": "قصفت الطائرات",
        "places": [{"text": "إدلب"}],
        "killed": {"low": 3, "high": 3},
    }
    gold = {"id": "r", "events": [event], "statements": []}
    (tmp_path / "gold" / "r.json").write_text(json.dumps(gold), "utf-8")
    result = run("eval", tmp_path / "docs.jsonl", tmp_path / "gold", "--worst", "1")
    assert result.exit_code == 0
    assert "events        1.000  1.000  1.000      1      1" in result.stdout
    assert "\nr: events 1/1 (found 1), facts " in result.stdout
    scored = json.loads(run("eval", tmp_path / "docs.jsonl", tmp_path / "gold", "--json").stdout)
    assert scored["events"]["f1"] == 1.0
    given = run("eval", tmp_path / "docs.jsonl", tmp_path / "gold", "--predicted", tmp_path / "docs.jsonl", "--json")
    assert json.loads(given.stdout)["events"]["found"] == 0
