"""Folding: one spelling per letter, and the law that every stretch found leads back to the words as they were written."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from waqai.packs.orthography import load_orthography
from waqai.text.fold import fold, fold_with_map
from waqai.text.text import Text, make_text

ARABIC = st.characters(min_codepoint=0x0600, max_codepoint=0x06FF)
PRESENTATION = st.characters(min_codepoint=0xFB50, max_codepoint=0xFEFC, categories=("L", "N", "S", "P"))
MARKS = st.sampled_from(
    "\u064b\u064e\u0651\u0652\u0670\u0301\u0640\u200c\u200d\u200e\u200f\u202a\u202b\u202e\u2066\u2069\ufeff\u00ad"
)
EVASIVE = st.sampled_from(
    ["قـ.ـصف", "ق*ت*ل", "ا لـقصف", "مـــد_ينة", "قــ ــتل", "شـ/ـهيد", "ووووقصف", "قصففففف", "ا٭نفجار"]
)
EXPANDING = st.sampled_from(["ﷺ", "ﻻ", "ﷲ", "ﬁ", "ß", "İ", "½", "㎞", "ﳲ", "①", "…"])
OTHER = st.sampled_from(
    ["🔴", "👨‍👩‍👧", "\n", "\r\n", "\t", "\u2028", "\u00a0", "\x00", "\x1f", "٤٬٥٠٠", "۱۲", "35كم", "#", "_", "«", "—"]
)
ANY = st.characters(codec="utf-8")
hostile = st.lists(st.one_of(ARABIC, PRESENTATION, MARKS, EVASIVE, EXPANDING, OTHER, ANY), max_size=40).map("".join)


def slice_of(text: Text, index: int) -> str:
    """The source of one token."""
    span = text.span(index, index + 1)
    return text.source[span.start : span.end]


@settings(max_examples=400)
@given(hostile)
def test_a_token_leads_back_to_a_stretch_that_folds_to_it(source: str) -> None:
    text = make_text(source)
    for index, token in enumerate(text.tokens):
        assert token.text in fold(slice_of(text, index))


@settings(max_examples=200)
@given(st.lists(st.one_of(ARABIC, MARKS, EVASIVE), max_size=40).map("".join))
def test_without_expanding_letters_the_stretch_folds_to_the_token_itself(source: str) -> None:
    text = make_text(source)
    for index, token in enumerate(text.tokens):
        slice_ = fold(slice_of(text, index))
        assert slice_ == token.text or len(fold_with_map(source).norm) > len(source)


@settings(max_examples=300)
@given(hostile)
def test_the_map_has_an_entry_for_every_folded_character_and_stays_in_the_source(source: str) -> None:
    norm, starts, ends = fold_with_map(source)
    assert len(starts) == len(ends) == len(norm)
    assert all(0 <= start < end <= len(source) for start, end in zip(starts, ends, strict=True))
    assert starts == sorted(starts)
    assert ends == sorted(ends)


@settings(max_examples=300)
@given(hostile)
def test_fold_gives_the_norm_of_the_map(source: str) -> None:
    assert fold(source) == fold_with_map(source).norm


@settings(max_examples=300)
@given(
    st.lists(
        st.one_of(PRESENTATION, EXPANDING, st.sampled_from([" ", "\n", "\u064e", "٣", "é", "—"])), max_size=30
    ).map(" ".join)
)
def test_folding_twice_is_folding_once_where_letters_stand_apart(source: str) -> None:
    assert fold(fold(source)) == fold(source)


@pytest.mark.parametrize("source", ["أاإ", "قَقَقَصف"])
def test_folding_twice_is_folding_once(source: str) -> None:
    assert fold(fold(source)) == fold(source)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("إِسْرَائِيل", "اسراييل"),
        ("أوديسّا", "اوديسا"),
        ("مستشفى", "مستشفي"),
        ("مدينة", "مدينه"),
        ("مسؤول", "مسوول"),
        ("قتـــــلى", "قتلي"),
        ("کییف", "كييف"),
        ("٣٥ و۱۲", "35 و12"),
        ("«قال»", '"قال"'),
        ("قال؛ ثم، هل؟", "قال; ثم, هل?"),
        ("KYIV Straße", "kyiv strasse"),
        ("\u202eغزة\u202c\u200f", "غزه"),
        ("ﻗﺼﻒ", "قصف"),
        ("ﻻ", "لا"),
    ],
)
def test_spellings_of_one_word_fold_to_one_form(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_composed_and_decomposed_letters_fold_to_one_form() -> None:
    assert fold("Zu\u0308rich") == fold("Z\u00fcrich")


@pytest.mark.parametrize("written", ["قـ.ـصف", "ق*ص*ف", "قــــصف", "قـ ـصف", "قصففففف", "ق\u200cص\u200dف", "قَصَفَ"])
def test_a_word_bent_to_escape_filters_is_the_word(written: str) -> None:
    assert fold(written) == "قصف"


@pytest.mark.parametrize("written", ["تم.قصف", "في المدرسة", "قصف - قتل", "1.5", "ممرات", "تتبع"])
def test_marks_and_letters_that_stand_for_something_stay(written: str) -> None:
    assert fold(written) == written.replace("ة", "ه")


def test_a_line_break_stays_one_and_other_controls_become_blanks() -> None:
    assert fold("أ\nب\rج\u2028د\te\x00f") == "ا\nب\nج\nد e f"


def test_a_word_keeps_its_last_vowel_sign_in_the_source() -> None:
    text = make_text("قَتَلَ جنديٌّ")
    assert [text.words(i, i + 1).text for i in (0, 1)] == ["قَتَلَ", "جنديٌّ"]


@settings(max_examples=400)
@given(st.lists(st.one_of(ARABIC, PRESENTATION, MARKS, EVASIVE, st.sampled_from(" .-+،_")), max_size=30).map("".join))
def test_an_evasion_holds_a_sign_or_a_letter_three_times(source: str) -> None:
    orthography = load_orthography()
    if not any(sign in source for sign in orthography.signs) and re.search(r"(\w)\1\1", source) is None:
        assert re.search("|".join(orthography.evasions), source) is None
