"""Hostile text: whatever comes in, the engine ends, in time that grows with the text, and its words are the report's."""

from __future__ import annotations

import gc
import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from walking import spans
from waqai.engine import read
from waqai.model.record import Record
from waqai.schema import to_json

SMALL, TIMES = 100_000, 4
TOLD = "قصفت القوات الروسية مدينة سومي وقتل 3 أشخاص."
BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"


def holds(text: str, title: str = "") -> Record:
    """Read it; every text must be the report's words at its span."""
    record = read(text, title=title, published="2025-07-22")
    whole = f"{title}\n{text}"
    assert all(words == whole[slice(*span)] for words, span in spans(to_json(record)))
    return record


def seconds(text: str) -> float:
    gc.collect()
    begun = time.process_time()
    read(text)
    return time.process_time() - begun


def growth(piece: str, size: int) -> float:
    """How many times as long four times the text takes; ``size`` in bytes."""
    short, long = (seconds(piece * (size * times // len(piece.encode()))) for times in (1, TIMES))
    return long / max(short, 0.02)


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["قصف ", "9", "و", "x", "قتل و", "ـ", "\u064e"])
def test_time_grows_with_the_text(piece: str) -> None:
    assert growth(piece, SMALL) < 8


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["؟", "9 ", "(", "قال زيلينسكي: "])
def test_time_grows_with_the_number_of_sentences_and_marks(piece: str) -> None:
    assert growth(piece, SMALL // 5) < 8


@pytest.mark.slow
def test_time_grows_with_the_number_of_tellings_of_one_event() -> None:
    assert growth("قتل 3 أشخاص في غارة على مدينة سومي. ", SMALL // 5) < 8


@pytest.mark.slow
@pytest.mark.parametrize(("piece", "size"), [("9", 5_000_000), ("و", 5_000_000)])
def test_megabytes_on_one_line_come_to_an_end(piece: str, size: int) -> None:
    assert read(piece * (size // len(piece.encode()))).id == "report"


@pytest.mark.parametrize(
    "text", ["9" * 10_000, "1 " * 5_000, "٣" * 10_000, "1," * 5_000, "1." * 5_000, "قتل " + "9" * 10_000]
)
def test_ten_thousand_digits_are_no_figure(text: str) -> None:
    record = holds(text)
    assert all(event.killed is None or event.killed.low < 10**15 for event in record.events)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ق",
        "...",
        "،،،؛؛؛؟؟؟",
        "((((((((((",
        '""""""""',
        BIDI,
        "\x00\x01\x02\x1f\x7f\x85",
        "\ufeff\ufeff",
        "\ufffd" * 20,
        "ﷺ" * 50,
        "👨‍👩‍👧‍👦🔴🇸🇾",
        "\u0301" * 500,
        "ـ" * 500,
        "\U0010ffff\U000e0001",
    ],
)
def test_a_text_that_says_nothing_says_nothing(text: str) -> None:
    record = holds(text, text)
    assert record.events == ()


@pytest.mark.parametrize(
    "bent",
    [
        "\u202e" + TOLD + "\u202c",
        "\u200f".join(TOLD),
        TOLD.replace("سومي", "\u2067سومي\u2069"),
        TOLD.replace(" ", "\u00a0"),
        TOLD.replace(" ", " \u200b"),
        TOLD.replace("قصفت", "قـ.ـصفت"),
        TOLD.replace("3", "٣"),
        unicodedata.normalize("NFD", TOLD),
        "\x00" + TOLD + "\x07",
        TOLD.replace("مدينة سومي", "#مدينة_سومي"),
    ],
)
def test_bent_spelling_tells_the_same(bent: str) -> None:
    (event,) = holds(bent).events
    assert (event.kind, [p.name for p in event.places], event.killed.low if event.killed else None) == (
        "attack",
        ["Sumy"],
        3,
    )


@pytest.mark.parametrize(
    "text", ["قصفت Russia مدينة Sumy وقتل 3 people.", "Удар по Сумах قصفت מדינה 苏梅 قتل", "قصفت\tمدينة\tسومي"]
)
def test_mixed_scripts_are_read(text: str) -> None:
    holds(text)


PIECES = st.sampled_from(
    ["قصفت", "قتل", "أصيب", "3", "٤٬٥٠٠", "أشخاص", "طفل", "مدينة", "سومي", "#مدينة_إدلب", "في", "على", "قال", "زيلينسكي", "Zelensky",
     "إن", ":", "«", "»", "،", ".", "\n", "أمس", "بينهم", "غارة", "مسيرة", "ﷺ", "قـ.ـصف", "\u202e", "\u064b", "9" * 40, "آخرين", "نفى", "وفقا"]
)  # fmt: skip


@settings(max_examples=150)
@given(st.lists(PIECES, max_size=50), st.lists(PIECES, max_size=8), st.sampled_from(["", " "]))
def test_every_text_is_the_reports_at_its_span(text: list[str], title: list[str], gap: str) -> None:
    holds(gap.join(text), gap.join(title))


@settings(max_examples=80)
@given(st.text(st.characters(codec="utf-8"), max_size=120))
def test_any_text_at_all_is_read(text: str) -> None:
    holds(text)


@settings(max_examples=40)
@given(st.integers(0, len(TOLD)), st.text(st.characters(codec="utf-8"), max_size=4))
def test_something_put_into_a_sentence_does_no_harm(at: int, noise: str) -> None:
    holds(TOLD[:at] + noise + TOLD[at:])
