"""Sources of every format to captures: the original bytes, the report's words, its day, and a name that lasts."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from waqai.dating import visible_date
from waqai.ingest import Failure, Found, Notice, gather
from waqai.model.capture import Gathered
from waqai.model.record import Report

SENTENCE = "قصفت طائرات حربية مدينة إدلب أمس وقتل ثلاثة مدنيين وأصيب سبعة آخرون في الحي الغربي من المدينة."
SECOND = "ونقل متطوعون المصابين إلى مستشفى قريب من مكان القصف بحسب ما أعلنت فرق الإنقاذ في المنطقة."


def page(byline: str = "", head: str = "", body: str = "") -> str:
    return (
        f"<!doctype html><html lang='ar'><head><title>قصف يوقع قتلى في المدينة</title>{head}</head><body>"
        f"<nav><a href='/'>الرئيسية</a></nav><h1>قصف يوقع قتلى في المدينة</h1>{byline}"
        f"<article><p>{SENTENCE}</p><p>{SECOND}</p>{body}</article><footer>© 2024</footer></body></html>"
    )


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def read(path: Path | str) -> list[Found]:
    return list(gather([path], read_date=visible_date))


def one(path: Path | str) -> Gathered:
    found = read(path)
    assert len(found) == 1, found
    assert isinstance(found[0], Gathered), found
    return found[0]


def the_report(path: Path | str) -> Report:
    return one(path).reports[0]


def names(found: list[Found]) -> list[str]:
    return [report.id for each in found if isinstance(each, Gathered) for report in each.reports]


def test_a_capture_holds_the_files_bytes_and_the_report_is_named_by_its_path(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", SENTENCE)
    found = one(path)
    assert (found.capture.content, found.capture.media_type) == (SENTENCE.encode(), "text/plain")
    assert found.capture.address == found.reports[0].id == str(path)
    assert found.capture.retrieved.endswith("Z")


def test_a_page_gives_title_paragraphs_outlet_address_and_language(tmp_path: Path) -> None:
    head = "<meta property='og:site_name' content='وكالة'><link rel='canonical' href='https://a.example/news/1'>"
    report = the_report(write(tmp_path, "page.html", page(head=head)))
    assert report.title == "قصف يوقع قتلى في المدينة"
    assert report.text == f"{SENTENCE}\n\n{SECOND}"
    assert (report.id, report.source, report.lang) == ("https://a.example/news/1", "https://a.example/news/1", "ar")
    assert report.extra["outlet"] == "وكالة"


@pytest.mark.parametrize(
    ("byline", "head", "day"),
    [
        ("", "<meta property='article:published_time' content='2025-07-22T21:30:00+03:00'>", "2025-07-22"),
        ("<time datetime='2025-07-22'>قبل يومين</time>", "", "2025-07-22"),
        ("<span class='date'>الثلاثاء 22 يوليو 2025</span>", "", "2025-07-22"),
        ("<p>نشر في: ٢٢ تموز ٢٠٢٥ | 14:30</p>", "", "2025-07-22"),
        ("<div>22/07/2025</div>", "<meta property='article:published_time' content='2025-07-21'>", "2025-07-21"),
        ("", "", None),
        ("<p>بعد عامين على هجوم 7 أكتوبر 2023</p>", "", None),
        ("<span class='date'>22 يوليو 2999</span>", "", None),
    ],
)
def test_a_pages_day_is_the_one_it_says_or_shows_and_never_invented(
    tmp_path: Path, byline: str, head: str, day: str | None
) -> None:
    assert the_report(write(tmp_path, "page.html", page(byline, head))).published == day


@pytest.mark.parametrize("said", ["utf-8", "windows-1256", "iso-8859-1", "unicode_escape", ""])
@pytest.mark.parametrize("codec", ["utf-8", "cp1256"])
def test_a_page_that_lies_about_its_encoding_is_read_all_the_same(tmp_path: Path, said: str, codec: str) -> None:
    content = page(head=f"<meta charset='{said}'>").replace("©", "").encode(codec)
    found = [each for each in read(write(tmp_path, "page.html", content)) if not isinstance(each, Notice)]
    assert isinstance(found[0], Gathered)
    assert found[0].reports[0].text.startswith(SENTENCE)


MAIL = (
    "From: =?utf-8?b?2YjZg9in2YTYqQ==?= <desk@a.example>\r\nSubject: =?utf-8?b?2K7YqNix?=\r\n"
    "Date: Tue, 22 Jul 2025 23:30:00 -0500\r\nMessage-ID: <42@a.example>\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: multipart/alternative; boundary="c"\r\n\r\n'
    "--c\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>HTML</p>\r\n"
    f"--c\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{SENTENCE}\r\n--c--\r\n"
    '--b\r\nContent-Type: image/png\r\nContent-Disposition: attachment; filename="../../etc/pass.png"\r\n\r\nx\r\n--b--\r\n'
)


def test_a_page_with_a_stray_zero_byte_is_still_a_page(tmp_path: Path) -> None:
    content = page().encode().replace(b"</article>", b"\0</article>")
    assert the_report(write(tmp_path, "page.html", content)).text.startswith(SENTENCE)


def test_a_mail_gives_its_plain_part_subject_day_and_attachments_names(tmp_path: Path) -> None:
    report = the_report(write(tmp_path, "m.eml", MAIL))
    assert (report.id, report.title, report.published, report.source) == (
        "mid:42@a.example",
        "خبر",
        "2025-07-22",
        "وكالة",
    )
    assert report.text.strip() == SENTENCE
    assert report.extra["attachments"] == "pass.png"


def test_a_mail_with_html_alone_gives_its_paragraphs(tmp_path: Path) -> None:
    mail = (
        f"Subject: x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<style>p{{}}</style><p>{SENTENCE}<br>{SECOND}</p>"
    )
    assert the_report(write(tmp_path, "m.eml", mail)).text == f"{SENTENCE}\n\n{SECOND}"


def test_each_row_is_a_capture_of_its_own_bytes(tmp_path: Path) -> None:
    row = f'7,"{SENTENCE}\r\n{SECOND}",2025-07-22,وكالة,إدلب'
    path = write(tmp_path, "rows.csv", f"\ufeffID,Text,date,outlet,city\r\n{row}\r\n\r\n")
    found = one(path)
    assert found.capture.content == row.encode()
    assert found.capture.headers["columns"] == "id,text,date,outlet,city"
    report = found.reports[0]
    assert (report.id, report.published, report.source) == ("وكالة:7", "2025-07-22", "وكالة")
    assert report.extra == {"city": "إدلب"}


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_may_be_divided_by_commas_semicolons_or_tabs(tmp_path: Path, delimiter: str) -> None:
    path = write(tmp_path, "rows.csv", f"id{delimiter}text\n7{delimiter}{SENTENCE}\n")
    assert the_report(path).text == SENTENCE


def test_rows_of_json_are_captures_of_their_own_bytes(tmp_path: Path) -> None:
    rows = [json.dumps({"id": str(n), "text": SENTENCE, "url": f"https://a.example/{n}"}) for n in range(3)]
    lines = read(write(tmp_path, "rows.jsonl", "\n".join(rows)))
    listed = read(write(tmp_path, "rows.json", f"[{', '.join(rows)}]"))
    for found in (lines, listed):
        assert names(found) == [f"https://a.example/{n}" for n in range(3)]
        assert [each.capture.content.decode() for each in found if isinstance(each, Gathered)] == rows


def test_a_row_without_url_or_outlet_is_named_by_file_and_id(tmp_path: Path) -> None:
    path = write(tmp_path, "rows.jsonl", '{"id": 7, "text": "x"}\n{"text": "y"}')
    assert names(read(path)) == [f"{path}#7", f"{path}#2"]


def test_rows_of_one_address_that_have_ids_of_their_own_are_kept_apart(tmp_path: Path) -> None:
    rows = [{"id": n, "text": f"x{n}", "url": "https://a.example/"} for n in "ab"]
    found = read(write(tmp_path, "rows.jsonl", "\n".join(map(json.dumps, rows))))
    assert names(found) == ["https://a.example/", "https://a.example/#b"]
    assert [each.says for each in found if isinstance(each, Notice)] == [
        "the address of two reports; this one is kept as https://a.example/#b"
    ]


RSS = f"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>وكالة</title><language>ar</language>
<item><title>أول</title><link>https://a.example/1</link><pubDate>Tue, 22 Jul 2025 23:30:00 +0300</pubDate>
<description>&lt;p&gt;{SENTENCE}&lt;/p&gt;&lt;script&gt;x&lt;/script&gt;</description></item>
<item><title>ثان</title><guid isPermaLink="false">g2</guid><description>{SECOND}</description></item>
</channel></rss>"""


def test_a_feed_is_one_capture_with_a_report_for_each_item(tmp_path: Path) -> None:
    path = write(tmp_path, "feed.xml", RSS)
    first, second = one(path).reports
    assert (first.id, first.title, first.text, first.published) == (
        "https://a.example/1#item",
        "أول",
        SENTENCE,
        "2025-07-22",
    )
    assert (first.extra["outlet"], first.lang) == ("وكالة", "ar")
    assert (second.id, second.text, second.published) == ("وكالة#g2", SECOND, None)


@pytest.mark.parametrize(
    ("said", "codec"),
    [("utf-8", "cp1256"), ("windows-1256", "utf-8"), ("windows-1256", "cp1256"), ("iso-8859-1", "utf-8")],
)
def test_a_feed_that_lies_about_its_encoding_is_read_all_the_same(tmp_path: Path, said: str, codec: str) -> None:
    path = write(tmp_path, "feed.xml", RSS.replace('encoding="utf-8"', f'encoding="{said}"').encode(codec))
    assert one(path).reports[0].text == SENTENCE


def warc_record(
    url: str, body: bytes, headers: str = "Content-Type: text/html; charset=utf-8", status: str = "200 OK"
) -> bytes:
    http = f"HTTP/1.1 {status}\r\n{headers}\r\n\r\n".encode() + body
    return (
        (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2025-07-23T08:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789abc>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        ).encode()
        + http
        + b"\r\n\r\n"
    )


@pytest.mark.parametrize("packed", [False, True])
def test_a_web_archive_gives_its_pages_with_their_address_time_and_headers(tmp_path: Path, packed: bool) -> None:
    content = page().encode()
    html = "Content-Type: text/html; charset=utf-8"
    chunked = b"%x\r\n" % len(content) + content + b"\r\n0\r\n\r\n"
    records = [
        warc_record("https://a.example/1", content),
        warc_record("https://a.example/2", gzip.compress(content), html + "\r\nContent-Encoding: gzip"),
        warc_record("https://a.example/3", chunked, html + "\r\nTransfer-Encoding: chunked"),
        warc_record("https://a.example/4", SENTENCE.encode(), "Content-Type: text/plain"),
        warc_record("https://a.example/5", b"x", "Content-Type: image/png"),
        warc_record("https://a.example/6", content, status="404 Not Found"),
    ]
    data = b"".join(gzip.compress(each) if packed else each for each in records)
    found = read(write(tmp_path, "a.warc.gz" if packed else "a.warc", data))
    assert names(found) == [f"https://a.example/{n}" for n in range(1, 5)]
    first = found[0]
    assert isinstance(first, Gathered)
    assert (first.capture.content, first.capture.retrieved) == (content, "2025-07-23T08:00:00Z")
    assert first.capture.headers["content-type"] == "text/html; charset=utf-8"
    assert [str(each) for each in found if not isinstance(each, Gathered)] == [
        f"{tmp_path / ('a.warc.gz' if packed else 'a.warc')}: 2 of 6 records are no pages (pictures, scripts, errors) and are not read"
    ]


def test_everything_is_gathered_twice_under_the_same_names(tmp_path: Path) -> None:
    for name, content in {
        "a.html": page(),
        "m.eml": MAIL,
        "f.xml": RSS,
        "r.csv": "id,text\n1,x\n2,y\n",
        "t.txt": "x",
    }.items():
        write(tmp_path, name, content)
    once, again = read(tmp_path), read(tmp_path)
    assert names(once) == names(again)
    assert len(set(names(once))) == len(names(once)) == 7


def test_a_failure_is_in_the_middle_of_a_run_that_goes_on(tmp_path: Path) -> None:
    for name, content in {
        "a.txt": "x",
        "b.pdf": "%PDF-1.7 no",
        "c.eml": "",
        "d.xml": "<a/>",
        "e.warc": "?",
        "f.txt": "y",
    }.items():
        write(tmp_path, name, content)
    found = read(tmp_path)
    assert [type(each) for each in found] == [Gathered, Failure, Failure, Failure, Failure, Gathered]
