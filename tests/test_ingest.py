"""Files to reports: every kind of file, and every kind of file that is none."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.ingest import MAX_CHARACTERS, Failure, Item, Notice, reports
from waqai.ingest.decode import decode
from waqai.model.record import Report

SENTENCE = "قصفت الطائرات الحربية مدينة إدلب يوم الاثنين وقتل ثلاثة مدنيين."


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def read(path: Path | str, published: str | None = None) -> list[Item]:
    return list(reports([path], published))


def only(path: Path | str) -> Item:
    items = read(path)
    assert len(items) == 1, items
    return items[0]


def test_a_text_file_is_one_report_word_for_word(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", f"  {SENTENCE}\r\n\n")
    assert only(path) == Report(id="a", text=f"  {SENTENCE}\r\n\n", source=str(path))


def test_front_matter_gives_date_title_and_source(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", f"---\ndate: 2025-07-22\ntitle: عنوان\noutlet: وكالة\ncity: Idlib\n---\n{SENTENCE}")
    assert only(path) == Report("a", SENTENCE, "عنوان", "2025-07-22", "وكالة", None, {"city": "Idlib"})


def test_dashes_that_are_no_front_matter_stay_in_the_text(tmp_path: Path) -> None:
    report = only(write(tmp_path, "a.txt", f"---\n{SENTENCE}\n---\n"))
    assert isinstance(report, Report)
    assert report.text == f"---\n{SENTENCE}\n---\n"


def test_a_markdown_heading_is_the_title(tmp_path: Path) -> None:
    report = only(write(tmp_path, "a.md", f"# عنوان\n\n{SENTENCE}"))
    assert isinstance(report, Report)
    assert (report.title, report.text) == ("عنوان", f"\n{SENTENCE}")


def test_jsonl_rows_keep_their_other_columns(tmp_path: Path) -> None:
    row = {"id": 7, "text": SENTENCE, "title": "عنوان", "published": "2025-07-22T08:00:00Z", "url": "u", "outlet": "o"}
    report = only(write(tmp_path, "a.jsonl", json.dumps(row | {"lang": "ar", "tags": ["x"], "nothing": None})))
    assert report == Report("7", SENTENCE, "عنوان", "2025-07-22", "u", "ar", {"outlet": "o", "tags": '["x"]'})


def test_a_json_file_is_one_report_or_a_list(tmp_path: Path) -> None:
    one = read(write(tmp_path, "one.json", json.dumps({"text": SENTENCE}, indent=1)))
    many = read(write(tmp_path, "many.json", json.dumps([{"text": SENTENCE}, {"text": 3}])))
    assert [item.id for item in one if isinstance(item, Report)] == ["one"]
    assert [item.id for item in many if isinstance(item, Report)] == ["many:1"]
    assert str(many[1]).endswith("many.json: row 2: 'text' is not a string")


def test_a_folder_is_read_by_name_and_hidden_files_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("b/c.md", "a.txt", ".hidden.txt", "z.png"):
        write(tmp_path, name, SENTENCE)
    assert [item.id for item in read(tmp_path) if isinstance(item, Report)] == ["a", "c"]


def test_the_published_option_is_for_reports_without_a_date(tmp_path: Path) -> None:
    path = write(tmp_path, "a.jsonl", '{"text": "x", "date": "2024-01-01"}\n{"text": "y"}\n')
    days = [item.published for item in read(path, "2025-07-22") if isinstance(item, Report)]
    assert days == ["2024-01-01", "2025-07-22"]


def test_a_date_that_is_none_is_said_and_not_guessed(tmp_path: Path) -> None:
    notice, report = read(write(tmp_path, "a.jsonl", '{"text": "x", "date": "yesterday"}'), "2025-07-22")
    assert isinstance(notice, Notice)
    assert isinstance(report, Report)
    assert "a.jsonl:1: 'yesterday' is not a date" in str(notice)
    assert report.published is None


@pytest.mark.parametrize("codec", ["cp1256", "iso8859_6"])
def test_old_arabic_encodings_are_recognised_and_said(tmp_path: Path, codec: str) -> None:
    notice, report = read(write(tmp_path, "a.txt", SENTENCE.encode(codec)))
    assert isinstance(notice, Notice)
    assert isinstance(report, Report)
    assert report.text == SENTENCE
    assert "not UTF-8; read as" in notice.says
    assert not notice.damage


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_no_letter(tmp_path: Path, codec: str) -> None:
    report = only(write(tmp_path, "a.txt", SENTENCE.encode(codec)))
    assert isinstance(report, Report)
    assert report.text == SENTENCE


def test_invalid_utf8_is_read_and_the_first_bad_line_named(tmp_path: Path) -> None:
    whole = SENTENCE.encode()
    notice, report = read(write(tmp_path, "a.txt", b"one\ntwo\n" + whole[:41] + whole[42:]))
    assert isinstance(notice, Notice)
    assert isinstance(report, Report)
    assert (notice.line, notice.damage) == (3, True)
    assert "\ufffd" in report.text


BAD = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\t\n", "empty"),
    "empty.jsonl": (b"\n\n", "empty"),
    "empty.json": (b"", "not JSON"),
    "noise.txt": (bytes(range(256)) * 20, "a binary file, not text"),
    "zeros.txt": (b"abc\0def", "a binary file, not text"),
    "paper.txt": (b"%PDF-1.7 ...", "a PDF file, not text"),
    "latin.txt": ("L'armée a été repoussée à l'entrée de la ville".encode("latin-1"), "neither UTF-8 nor Windows-1256"),
    "long.txt": (b"x" * 5_000_000, ":1: 5,000,000 characters; one report may have 2,000,000 at most"),
    "number.json": (b"3", "not a JSON object with a 'text'"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_report_is_refused_with_the_reason(tmp_path: Path, name: str) -> None:
    content, reason = BAD[name]
    failure = only(write(tmp_path, name, content))
    assert isinstance(failure, Failure)
    assert str(failure).startswith(str(tmp_path / name))
    assert reason in str(failure)


BAD_LINES = {
    '{"id": "x"}': "no 'text'",
    '{"text": ""}': "'text' is empty",
    '{"text": ["a"]}': "'text' is not a string",
    '{"text": "a", "title": 4}': "'title' is not a string",
    "{bad": "not JSON",
    "[1, 2]": "not a JSON object with a 'text'",
    '{"n": ' + "9" * 10_000 + "}": "not JSON",
    "[" * 100_000: "nested too deeply",
    '{"text": "' + "x" * (MAX_CHARACTERS + 1) + '"}': "2,000,001 characters",
}


@pytest.mark.parametrize("line", BAD_LINES, ids=lambda line: line[:20])
def test_a_bad_line_is_named_and_the_others_are_read(tmp_path: Path, line: str) -> None:
    first, failure, last = read(write(tmp_path, "a.jsonl", f'{{"text": "x"}}\n{line}\n{{"text": "y"}}\n'))
    assert isinstance(first, Report)
    assert isinstance(last, Report)
    assert isinstance(failure, Failure)
    assert (failure.line, last.id) == (2, "a:3")
    assert BAD_LINES[line] in failure.reason


def test_bidi_controls_and_ten_thousand_digits_are_kept(tmp_path: Path) -> None:
    text = "\u202bقصفت\u202c \u2067الطائرات\u2069 " + "7" * 10_000
    report = only(write(tmp_path, "a.txt", text))
    assert isinstance(report, Report)
    assert report.text == text


def test_a_path_that_is_not_there_is_a_failure() -> None:
    assert str(only("nowhere.txt")) == "nowhere.txt: no such file or folder"


def test_a_folder_without_reports_says_so(tmp_path: Path) -> None:
    assert "no report in this folder" in str(only(tmp_path))


@pytest.mark.parametrize(
    ("content", "ids"),
    [
        ('{"text": "a"}\n{"text": "b"}\n', ["<stdin>:1", "<stdin>:2"]),
        ('[{"text": "a"}]', ["<stdin>:1"]),
        ('{\n "text": "a"\n}', ["<stdin>"]),
        (SENTENCE, ["<stdin>"]),
    ],
)
def test_standard_input_is_text_or_json(monkeypatch: pytest.MonkeyPatch, content: str, ids: list[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    assert [item.id for item in read("-") if isinstance(item, Report)] == ids


@given(st.binary(max_size=300))
def test_any_bytes_decode_to_text_that_can_be_written_or_are_refused(content: bytes) -> None:
    decoded = decode(content)
    assert decoded.refused or decoded.text.encode() is not None


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=300))
def test_utf8_text_comes_through_unchanged_or_is_refused_as_binary(text: str) -> None:
    decoded = decode(text.encode())
    assert decoded.refused or decoded.text == text.removeprefix("\ufeff")
