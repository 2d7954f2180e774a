"""Text: tokens, sentences, and the spans that lead back to the source."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from waqai.text.text import make_text

PIECES = [
    "قصف",
    "مدينة_إدلب",
    "#غزة",
    "3",
    "37,000",
    "1.5",
    "12/10",
    "د.",
    "...",
    "؟",
    "!",
    "\n",
    "؛",
    '"',
    ")",
    " ",
    "35كم",
    "أ.ف.ب",
    "…",
    "x",
]


def tokens(source: str) -> list[str]:
    return [token.text for token in make_text(source).tokens]


def sentences(source: str) -> list[str]:
    text = make_text(source)
    return [text.words(first, last).text for first, last in text.sentences]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("قتل 37,000 شخص", ["قتل", "37,000", "شخص"]),
        ("٣٧٬٠٠٠", ["37,000"]),
        ("1.5 كم", ["1.5", "كم"]),
        ("٢٫٥", ["2.5"]),
        ("12/10/2023", ["12", "/", "10", "/", "2023"]),
        ("35كم", ["35", "كم"]),
        ("FAB500", ["fab", "500"]),
        ("#مدينة_مورك", ["مدينه", "مورك"]),
        ("3,4 و5", ["3", ",", "4", "و", "5"]),
        ("«قال»", ['"', "قال", '"']),
        ("2.500.000", ["2", ".", "500", ".", "000"]),
        ("", []),
        ("_#_ \n", []),
    ],
)
def test_tokens_are_words_numbers_and_marks(source: str, expected: list[str]) -> None:
    assert tokens(source) == expected


@pytest.mark.parametrize(
    ("source", "kind"), [("قصف", "word"), ("12", "number"), ("1,200", "number"), ("،", "punct"), ("🔴", "punct")]
)
def test_a_token_knows_what_it_is(source: str, kind: str) -> None:
    assert [token.kind for token in make_text(source).tokens] == [kind]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("قتل رجل. أصيب طفل.", ["قتل رجل.", "أصيب طفل."]),
        ("عنوان بلا نقطة\nقتل رجل", ["عنوان بلا نقطة", "قتل رجل"]),
        ("هل قصفوا؟ نعم!", ["هل قصفوا؟", "نعم!"]),
        ("وصل د. أحمد إلى عدن. ثم غادر.", ["وصل د. أحمد إلى عدن.", "ثم غادر."]),
        ("عاجل.. قصف على إدلب", ["عاجل.. قصف على إدلب"]),
        ('قال: "سنرد." وغادر.', ['قال: "سنرد."', "وغادر."]),
        ("قتل 2.500 شخص.", ["قتل 2.500 شخص."]),
        ("بلا نهاية", ["بلا نهاية"]),
    ],
)
def test_sentences_end_at_full_stops_and_lines(source: str, expected: list[str]) -> None:
    assert sentences(source) == expected


def test_a_sentence_without_end_is_cut() -> None:
    lengths = [last - first for first, last in make_text("قصف " * 5000).sentences]
    assert max(lengths) < 1000


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_sentences_cover_all_tokens_without_gaps(source: str) -> None:
    text = make_text(source)
    joined = [i for first, last in text.sentences for i in range(first, last)]
    assert joined == list(range(len(text.tokens)))


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_tokens_stand_in_order_in_the_folded_text(source: str) -> None:
    text = make_text(source)
    ends = [0, *(token.end for token in text.tokens)]
    assert all(token.start >= end for token, end in zip(text.tokens, ends, strict=False))
    assert all(text.norm[token.start : token.end] == token.text for token in text.tokens)


def test_words_leave_out_the_letters_of_a_proclitic() -> None:
    text = make_text("وبِغزة")
    assert text.words(0, 1, 2).text == "غزة"


def test_the_words_of_several_tokens_are_the_source_between_them() -> None:
    text = make_text("في  مدينة_«سومي»")
    assert text.words(1, 4).text == "مدينة_«سومي"
    assert text.source[slice(*text.span(1, 4))] == "مدينة_«سومي"


@given(st.lists(st.sampled_from(["قصف", "مدينة", "3", ".", "غزة"]), max_size=12))
def test_a_word_recurs_when_it_is_told_more_than_once(words: list[str]) -> None:
    text = make_text(" ".join(words))
    told = [token.text for token in text.tokens]
    assert all(text.recurs(word) == (told.count(word) > 1) for word in told)
    assert not text.recurs("دمشق")
