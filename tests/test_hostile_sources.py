"""Sources made to do harm: each is refused with its reason or read without it, and the run goes on."""

from __future__ import annotations

import csv
import gzip
import io
import json
from email.message import EmailMessage
from pathlib import Path

import brotli
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from test_gather import MAIL, RSS, SENTENCE, page, warc_record
from waqai.ingest import Failure, Found, Notice, gather
from waqai.ingest.feed import read_feed
from waqai.ingest.jsonfile import read_jsonl_bytes
from waqai.ingest.kinds import SUFFIXES, reader
from waqai.ingest.mail import read_mail
from waqai.ingest.outcome import Origin
from waqai.ingest.table import read_table
from waqai.model.capture import Gathered
from waqai.model.record import Report

HERE = Origin("here")


def read(tmp_path: Path, name: str, content: bytes) -> list[Found]:
    (tmp_path / name).write_bytes(content)
    return list(gather([tmp_path / name]))


def reasons(found: list[Found]) -> list[str]:
    return [each.reason for each in found if isinstance(each, Failure)]


def reports(found: list[Found]) -> list[Report]:
    return [report for each in found if isinstance(each, Gathered) for report in each.reports]


PAGES = {
    "deep": (b"<div>" * 100_000 + b"x", "tags nested over 250 deep"),
    "wide": (b"<p>x</p>" * 100_000, "a page of over 60,000 elements"),
    "attributes": (
        b"<div " + b" ".join(b"a%d=1" % n for n in range(100_000)) + b">x",
        "a tag with over 1,000 attributes",
    ),
    "quoted attributes": (
        b"<div " + b" ".join(b"a%d='>'" % n for n in range(99_000)) + b">x",
        "a tag with over 1,000 attributes",
    ),
    "bare attributes": (
        b'<div " ' + b" ".join(b"a%d" % n for n in range(100_000)) + b">x",
        "a tag with over 1,000 attributes",
    ),
    "equals": (
        b'<div a= = " ' + b" ".join(b"a%d" % n for n in range(100_000)) + b">x",
        "a tag with over 1,000 attributes",
    ),
    "large": (b"<p>" + b"x" * 8_000_000, "over 8,000,000 bytes"),
    "comment": (b"<!--" * 500_000, "not HTML: Document is empty"),
    "empty": (b"<html></html>", "no article on this page"),
}


@pytest.mark.parametrize("name", PAGES)
def test_pages_that_would_take_all_time_or_memory_are_refused(tmp_path: Path, name: str) -> None:
    content, reason = PAGES[name]
    (said,) = reasons(read(tmp_path, "a.html", content))
    assert reason in said


@pytest.mark.parametrize(
    "content",
    [
        b"<" * 500_000,
        b"&" * 500_000,
        b"<a href=x>" * 10_000,
        b'<!DOCTYPE h [<!ENTITY a "ha"><!ENTITY b "'
        + b"&a;" * 99
        + b'"><!ENTITY c "'
        + b"&b;" * 99
        + b'">]><html>&c;</html>',
    ],
)
def test_pages_that_only_look_dangerous_do_not_grow(tmp_path: Path, content: bytes) -> None:
    assert sum(len(report.text) for report in reports(read(tmp_path, "a.html", content))) <= len(content) + 1


def test_no_file_is_read_by_way_of_an_entity(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret words of the machine")
    entity = f'<!DOCTYPE x [<!ENTITY s SYSTEM "file://{tmp_path}/secret.txt">]>'
    found = read(tmp_path, "a.html", entity.encode() + page(body="<p>&s;</p>").encode())
    found += read(
        tmp_path, "a.xml", (f'<?xml version="1.0"?>{entity}' + RSS.partition("?>")[2].replace("أول", "&s;")).encode()
    )
    assert "secret words" not in repr([(report.title, report.text) for report in reports(found)])


FEEDS = {
    "laughs": b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss><channel><title>&b;</title></channel></rss>',
    "no feed": b"<rss",
    "deep": b"<rss version='2.0'><channel>" + b"<item>" * 20_001,
    "nul": b"<rss version='2.0'>\0\0\0",
}


@pytest.mark.parametrize("name", FEEDS)
def test_feeds_that_are_none_are_refused(tmp_path: Path, name: str) -> None:
    found = read(tmp_path, "a.xml", FEEDS[name])
    assert reports(found) == []
    assert found


def test_a_feed_without_end_is_read_as_far_as_a_feed_goes() -> None:
    items = "".join(f"<item><title>{n}</title><description>x</description></item>" for n in range(2_100))
    notice, found = read_feed(f"<rss version='2.0'><channel>{items}</channel></rss>".encode(), HERE)
    assert isinstance(notice, Notice)
    assert notice.damage
    assert isinstance(found, Gathered)
    assert len(found.reports) == 2_000


def test_scripts_and_styles_in_a_feed_are_no_words(tmp_path: Path) -> None:
    feed = RSS.replace("&lt;/p&gt;", "&lt;/p&gt;&lt;style&gt;x{}&lt;/style&gt;&lt;img src=x onerror=alert(1)&gt;")
    assert reports(read(tmp_path, "a.xml", feed.encode()))[0].text == SENTENCE


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "../../etc/passwd",
        "javascript:alert(1)",
        "http:/x",
        "",
        "https://a.example/\x00",
        "http://user:x@a.example/",
    ],
)
def test_a_record_of_an_archive_that_is_no_web_address_is_refused(tmp_path: Path, url: str) -> None:
    found = read(
        tmp_path, "a.warc", warc_record(url, page().encode()) + warc_record("https://a.example/2", page().encode())
    )
    assert [report.id for report in reports(found)] == ["https://a.example/2"]
    (failure,) = [each for each in found if isinstance(each, Failure)]
    assert (failure.path, failure.line) == (str(tmp_path / "a.warc"), 1)
    assert "address" in failure.reason


@pytest.mark.parametrize(("packing", "pack"), [("gzip", gzip.compress), ("br", brotli.compress)])
def test_a_record_that_unpacks_without_end_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, packing: str, pack: object
) -> None:
    monkeypatch.setattr("waqai.ingest.warc.MAX_RECORD", 1_000_000)
    body = pack(bytes(10_000_000))  # type: ignore[operator]
    record = warc_record("https://a.example/1", body, f"Content-Type: text/html\r\nContent-Encoding: {packing}")
    found = read(tmp_path, "a.warc", record + warc_record("https://a.example/2", page().encode()))
    assert reasons(found) == ["https://a.example/1: over 1,000,000 bytes unpacked"]
    assert len(reports(found)) == 1


def test_an_archive_that_breaks_off_gives_what_came_before(tmp_path: Path) -> None:
    whole = warc_record("https://a.example/1", page().encode()) + warc_record("https://a.example/2", page().encode())
    first = gzip.compress(warc_record("https://a.example/1", page().encode()))
    for name, content in {
        "a.warc": whole[:-500],
        "b.warc.gz": first * 2 + first[:-99],
        "c.warc": whole + b"noise" * 99,
    }.items():
        assert reports(read(tmp_path, name, content))[0].id == "https://a.example/1"


NAMES = ["../../etc/cron.d/x", "..\\..\\x.exe", "/etc/passwd", "a\x00b\r\nBcc: c", "." * 300, "", "x" * 5000]


@pytest.mark.parametrize("name", NAMES)
def test_names_of_attachments_are_names_and_nothing_else(name: str) -> None:
    message = MAIL.replace("../../etc/pass.png", name.replace("\r\n", "\r\n "))
    (found,) = read_mail(message.encode(), HERE)
    assert isinstance(found, Gathered)
    said = found.reports[0].extra["attachments"]
    assert not set(said) & set("/\\\x00\r\n")
    assert said.strip(".")
    assert len(said) <= 200


MAILS = {
    "nothing": b"",
    "no text": b"Content-Type: image/png\r\n\r\nx",
    "deep": b"".join(b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (n, n) for n in range(1_500)),
    "base64": b"Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!!",
    "charset": b"Content-Type: text/plain; charset=zip\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    + "L'armée à été".encode("latin-1") * 9,
}


@pytest.mark.parametrize("name", MAILS)
def test_messages_that_are_none_are_refused(name: str) -> None:
    (found,) = read_mail(MAILS[name], HERE)
    assert isinstance(found, Failure)


TABLES = {
    "no header": (b"1,2\n", "no column 'text'"),
    "twice": (b"text,id,id\nx,1,2\n", "names a column twice: id"),
    "nul": (b"id,text\n1,a\0b\n", "a binary file"),
    "open quote": (b'id,text\n1,"a\n2,b\n', "not CSV: unexpected end of data"),
    "huge field": (b"id,text\n1," + b"x" * 2_000_001 + b"\n", "not CSV: field larger than field limit"),
    "endless columns": (b"," * 3_000_000, "no column 'text'"),
}


@pytest.mark.parametrize("name", TABLES)
def test_tables_that_cannot_be_read_say_where(tmp_path: Path, name: str) -> None:
    content, reason = TABLES[name]
    found = read(tmp_path, "a.csv", content)
    assert any(reason in said for said in reasons(found)), found


def test_ragged_rows_are_refused_one_by_one(tmp_path: Path) -> None:
    found = read(tmp_path, "a.csv", b'id,text\n1,a\n2\n3,"b\nb",c\n4,d\n')
    assert [str(each).rpartition("/")[2] for each in found if isinstance(each, Failure)] == [
        "a.csv:3: 1 cells, but the first row names 2 columns",
        "a.csv:4: 3 cells, but the first row names 2 columns",
    ]
    assert [report.text for report in reports(found)] == ["a", "d"]


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).map(str.strip).filter(bool)
ROW = st.fixed_dictionaries(
    {"id": WORDS, "text": WORDS}, optional={"title": WORDS, "outlet": WORDS, "url": WORDS, "city": WORDS}
)


@settings(max_examples=40)
@given(st.lists(ROW, min_size=1, max_size=5))
def test_rows_of_a_table_come_out_as_they_went_in(rows: list[dict[str, str]]) -> None:
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, ["id", "text", "title", "outlet", "url", "city"], restval="")
    writer.writeheader()
    writer.writerows(rows)
    assert [_row(report) for report in reports(list(read_table(stream.getvalue().encode(), HERE)))] == [
        _expected(row) for row in rows
    ]


@settings(max_examples=40)
@given(st.lists(ROW, min_size=1, max_size=5))
def test_rows_of_json_come_out_as_they_went_in(rows: list[dict[str, str]]) -> None:
    content = "\n".join(json.dumps(row) for row in rows).encode()
    assert [_row(report) for report in reports(list(read_jsonl_bytes(content, HERE)))] == [
        _expected(row) for row in rows
    ]


def _row(report: Report) -> dict[str, str]:
    """What was read of a row."""
    row = {"id": report.id, "text": report.text, "title": report.title, "source": report.source or ""} | report.extra
    return {name: value for name, value in row.items() if value}


def _expected(row: dict[str, str]) -> dict[str, str]:
    """The same of the row itself: its source is its address, else its outlet, else its file."""
    source = next(name for name in ("url", "outlet", "") if name in row or not name)
    return {name: value for name, value in row.items() if name != source} | {"source": row.get(source, "here")}


@settings(max_examples=40)
@given(WORDS, st.text(st.characters(exclude_categories=["Cs", "Cc"])), WORDS)
def test_a_message_comes_out_as_it_was_written(subject: str, sender: str, body: str) -> None:
    message = EmailMessage()
    message["Subject"] = subject
    message.set_content(body + "\n")
    found = list(read_mail(message.as_bytes(), HERE))
    assert [report.text.strip() for report in reports(found)] == [body]
    assert " ".join(reports(found)[0].title.split()) == " ".join(subject.split())


@settings(max_examples=60)
@given(
    st.sampled_from(sorted(SUFFIXES)),
    st.binary(max_size=400) | st.sampled_from([MAIL.encode(), RSS.encode(), page().encode()]),
    st.data(),
)
def test_no_bytes_whatever_end_a_run(suffix: str, content: bytes, data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(content)))
    damaged = content[:cut] + data.draw(st.binary(max_size=9)) + content[cut:]
    from waqai.ingest.kinds import kind_of_name

    found = list(reader(kind_of_name("a" + suffix) or "text")(damaged, HERE))
    assert all(isinstance(each, Gathered | Failure | Notice) for each in found)
    assert found
