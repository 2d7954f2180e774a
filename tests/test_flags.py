"""Flags: reports that a machine has translated, and reports that mix scripts."""

from __future__ import annotations

import pytest

from waqai.engine import read
from waqai.text.flags import Flag, mixed_script
from waqai.text.text import make_text


def flags(text: str) -> tuple[str, ...]:
    return read(text).flags


@pytest.mark.parametrize(
    "text",
    [
        "بين عشية وضحاها هاجم العدو مدينة سومي. تم الإبلاغ عن جريح.",
        "هاجمت الطائرات المدينة ، أصيب رجل ، تضررت منازل ، اندلع حريق.",
    ],
)
def test_the_wording_of_machines_is_flagged(text: str) -> None:
    assert "machine_translated" in flags(text)


@pytest.mark.parametrize("text", ["", "قتل رجل.", "قصفت الطائرات المدينة، وأصيب رجل، وتضررت منازل، واندلع حريق."])
def test_good_arabic_is_not_flagged(text: str) -> None:
    assert flags(text) == ()


def test_latin_names_in_an_arabic_report_are_flagged_with_the_reason() -> None:
    text = make_text("قال Volodymyr Zelensky إن الحرب طالت على أوكرانيا وأهلها")
    flag = mixed_script(text)
    assert flag is not None
    assert flag == Flag("mixed_script", "2 words in Latin letters, the first is 'volodymyr'")
    assert flags(text.source) == ("mixed_script",)


@pytest.mark.parametrize("text", ["قال رجل إن FM راديو مغلق", "km 12", ""])
def test_short_latin_marks_are_not_mixed_script(text: str) -> None:
    assert "mixed_script" not in flags(text)


def test_a_latin_text_is_not_mixed() -> None:
    assert mixed_script(make_text("the quick brown fox jumps over the lazy dog " * 5)) is None


def test_both_flags_come_in_a_fixed_order() -> None:
    text = "بين عشية وضحاها قال Zelensky إن الوضع صعب في جميع أنحاء البلاد"
    assert flags(text) == ("machine_translated", "mixed_script")


@pytest.mark.xfail(strict=True, reason="a calque inside a longer word of the lexicon is hidden by it")
@pytest.mark.parametrize("words", ["طائرات بدون طيار"])
def test_a_calque_inside_the_name_of_a_weapon_counts(words: str) -> None:
    assert "machine_translated" in flags(f"بين عشية وضحاها هاجم العدو مدينة سومي باستخدام {words}.")
