"""Nobody says it: words spelled like verbs of saying, things that threaten or show, and sayings inside a quotation."""

from __future__ import annotations

import pytest

from waqai.engine import read


def speakers(text: str) -> list[tuple[str, str]]:
    return [(statement.speaker, statement.act) for statement in read(text).statements]


@pytest.mark.parametrize(
    "text",
    [
        "وتم نقل المواطن المصاب إلى المستشفى.",
        "نقل الشرطيان اللذان أصيبا إلى مشفى قريب.",
        "موسكو تنقل قوات من الشمال إلى الجنوب.",
        "هذه التطورات قد تهدد حياة السكان في المدينة.",
        "أزمة الغذاء التي تهدد دول المنطقة تتفاقم.",
        "وكانت الاحتجاجات لا تزال تحدث كل يوم.",
    ],
)
def test_what_is_carried_or_threatens_says_nothing(text: str) -> None:
    assert speakers(text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("نقلت وكالة تاس عن مصدر أمني أن الطريق مغلق.", ("مصدر أمني", "say")),
        ("نقلت وكالة تاس أن الطريق مغلق.", ("وكالة تاس", "say")),
        ("هددت الحكومة بقطع العلاقات.", ("الحكومة", "threaten")),
        ("هددت الحكومة، يوم الأحد، بقطع العلاقات.", ("الحكومة", "threaten")),
    ],
)
def test_who_quotes_or_threatens_with_something_speaks(text: str, said: tuple[str, str]) -> None:
    assert said in speakers(text)


@pytest.mark.parametrize(
    "after",
    [
        "وجاء ذلك في تطور يشير إلى أن الحرب طالت.",  # what a noun shows
        "وبعد تفتيش الموقع تبين أن المبنى خال.",  # it turned out
        "لكن متابعين يقولون إن الحرب طالت.",  # somebody else whom no list knows
        "غير أن الوقائع تؤكد أن الحرب طالت.",
    ],
)
def test_a_verb_with_a_subject_of_its_own_does_not_go_on_with_the_speaker_before(after: str) -> None:
    assert speakers(f"قال محافظ حلب إن الطريق مغلق. {after}") == [("محافظ حلب", "say")]


@pytest.mark.parametrize(
    ("after", "speaker"),
    [
        ("وأضافت أن الوضع هادئ.", "وزارة الدفاع"),
        ("وأضاف أن الوضع هادئ.", "محافظ حلب"),
    ],
)
def test_a_verb_goes_on_with_the_speaker_it_agrees_with(after: str, speaker: str) -> None:
    text = f"قالت وزارة الدفاع إن الطريق مغلق، وقال محافظ حلب إن الجسر مغلق. {after}"
    assert speakers(text)[-1] == (speaker, "say")


def test_a_verb_that_agrees_with_nobody_before_goes_on_with_nobody() -> None:
    assert speakers("قالت وزارة الدفاع إن الطريق مغلق. وأضاف أن الوضع هادئ.") == [("وزارة الدفاع", "say")]


def test_what_a_speaker_quotes_of_others_is_his_own_statement() -> None:
    text = 'قال محافظ حلب: "لقد طلبت تركيا الاجتماع مرتين قبل اليوم".'
    assert speakers(text) == [("محافظ حلب", "say")]


def test_a_speaker_behind_a_closed_quotation_is_heard() -> None:
    text = 'قال محافظ حلب: "هذه المدينة آمنة منذ أيام"، وطلبت تركيا هدنة.'
    assert speakers(text) == [("محافظ حلب", "say"), ("تركيا", "demand")]


def test_an_agency_that_quoted_a_man_goes_on_where_the_verb_is_a_womans() -> None:
    text = "نقلت الصحيفة عن الجنرال بودانوف قوله إن الطريق مغلق. وأضافت أن الوضع هادئ."
    assert speakers(text)[-1] == ("الصحيفة", "say")


def test_a_woman_with_an_office_of_one_form_goes_on() -> None:
    text = "قالت عضو مجلس النواب رشيدة طليب إن الطريق مغلق. وأضافت أن الوضع هادئ."
    assert {speaker for speaker, _ in speakers(text)} == {"رشيدة طليب"}
