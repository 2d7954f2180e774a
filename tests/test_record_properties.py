"""The law of the record: every ``text`` is exactly the report's words at its ``span``, whatever the report."""

from __future__ import annotations

import sys
from pathlib import Path
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import waqai
from walking import spans
from waqai.schema import to_json

WORDS = (
    "قصفت قتل أصيب أعلن قال نفى استهدف انفجر اعتقل هدد الطائرات الحربية مسيّرة صاروخ قنبلة انزلاق مدينة بلدة إدلب خاركيف غزة "
    "الفاشر سومي Kramatorsk ثلاثة 12 مدنيين طفل أشخاص وجرحى روسيا الجيش حماس وزارة الدفاع أمس الاثنين الليلة الماضية "
    "2025-07-21 ١٢ ما لا يقل عن عشرات و ف ب ل في على من شرقي ريف محطة وقود مدرسة المتحدث إن"
).split()
HOSTILE = (
    "قَصْـــف",
    "قـ.ـصف",
    "#مدينة_مورك",
    "\u202eبوتيفل\u202c",
    "\u2067غزة\u2069",
    "ﷺ",
    "ﻻ",
    "🔴",
    "٤٬٥٠٠",
    "9" * 300,
    "\u0301\u0651",
    "İstanbul",
    "ﬁ",
    "\x00",
    "\ufeff",
    "...",
    "((((",
    "«»",
)
GAPS = (" ", "\n", "، ", ". ", "\t", " : ", "\u00a0", "")


def joined(rows: list[tuple[str, str]]) -> str:
    return "".join(map("".join, rows))


news = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(GAPS)), max_size=60).map(
    _join := lambda rows: "".join(map("".join, rows))
)
hostile = st.lists(st.tuples(st.sampled_from(WORDS + list(HOSTILE)), st.sampled_from(GAPS)), max_size=60).map(joined)
noise = st.text(st.characters(codec="utf-8"), max_size=200)
days = st.sampled_from([None, "2025-07-22", "2024-02-29"])


def check(text: str, title: str, published: str | None) -> None:
    report = waqai.Report(id="r", text=text, title=title, published=published)
    whole = report.full_text
    page = to_json(waqai.read_report(report))
    for words, (start, end) in spans(page):
        assert 0 <= start <= end <= len(whole)
        assert words == whole[start:end]
    names = {event["id"] for event in page["events"]}
    assert len(names) == len(page["events"])
    assert all(set(row["about"]) <= names for row in page["statements"])
    assert all(claim["source"] < len(event["sources"]) for event in page["events"] for claim in event["claims"])


@settings(max_examples=200)
@given(news, news, days)
def test_words_of_news_in_any_order(text: str, title: str, published: str | None) -> None:
    check(text, title, published)


@settings(max_examples=200)
@given(hostile, hostile, days)
def test_hostile_text(text: str, title: str, published: str | None) -> None:
    check(text, title, published)


@settings(max_examples=100)
@given(noise)
def test_noise(text: str) -> None:
    check(text, "", None)


def test_the_demo_reports(demo: Path) -> None:
    for report in waqai.reports([demo]):
        assert isinstance(report, waqai.Report)
        check(report.text, report.title, report.published)


@pytest.mark.parametrize("piece", ["قصف ", "1", "9 ", "قتل 3 وأصيب 4 في غزة. ", "((", "و", "\n", "من في على "])
def test_a_long_report_takes_linear_work(piece: str) -> None:
    """Four times the text takes four times the calls, on any machine; `make bench` gives the time."""
    short, long = (_calls(piece * (size // len(piece))) for size in (12_000, 48_000))
    assert long < 4.5 * short


def _calls(text: str) -> int:
    """How many functions are called, the built-in ones too."""
    calls = 0

    def count(_frame: FrameType, _event: str, _arg: object) -> None:
        nonlocal calls
        calls += 1

    sys.setprofile(count)
    try:
        waqai.read(text, published="2025-07-22")
    finally:
        sys.setprofile(None)
    return calls
