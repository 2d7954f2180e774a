"""Harm in one sentence: which people a word of harm governs, and what is no harm at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.engine import read

Figures = tuple[tuple[int, int | None] | None, tuple[int, int | None] | None]
WORDS = {3: "ثلاثة", 4: "أربعة", 5: "خمسة", 6: "ستة", 7: "سبعة", 8: "ثمانية", 9: "تسعة", 10: "عشرة"}


def figures(text: str) -> Figures:
    (event,) = read(text, published="2025-07-22").events
    found = (event.killed, event.injured)
    return tuple(None if f is None else (f.low, f.high) for f in found)  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("sentence", "killed", "injured"),
    [
        ("ثلاثة أشخاص قتلوا وأصيب خمسة آخرون في قصف على مدينة خيرسون.", (3, 3), (5, 5)),
        ("قال مسؤول إن شرطيين قتلا وإن ثالثا أصيب في هجوم بمدينة العريش.", (2, 2), (1, 1)),
        ("أربعة مدنيين على الأقل أصيبوا في قصف على مدينة كسلا.", None, (4, None)),
        ("قتل مسلح 4 أشخاص في مدينة بعقوبة.", (4, 4), None),
        ("قتل 7 أشخاص على يد 3 مسلحين في هجوم على مدينة بيدوا.", (7, 7), None),
    ],
)
def test_the_verb_takes_its_people_from_either_side(sentence: str, killed: object, injured: object) -> None:
    assert figures(sentence) == (killed, injured)


@pytest.mark.parametrize(
    ("sentence", "killed"),
    [
        ("قتل رجل وزوجته وطفلاهما في غارة على مدينة رفح.", 4),
        ("قتل قائد في الحشد وأربعة من مرافقيه بانفجار عبوة قرب مدينة جلولاء.", 5),
        ("استشهد كل من محمود وخالد وسعيد برصاص الاحتلال في مدينة نابلس.", 3),
        ("قتل 5 أشخاص بالإضافة إلى المنفذ في تفجير انتحاري بمدينة بيشاور.", 6),
        ("هاجم مسلحون حاجزا في مدينة العريش وقتل خمسة جنود و12 مسلحا.", 17),
        ("أسفر هجوم على مدينة تعز عن مقتل 12 فتى وفتاة.", 12),
        ("لقي ضابط مصرعه مع اثنين من حراسه في انفجار بمدينة خوست.", 3),
        ("أصيب ثلاثة مدنيين بقصف على مدينة تعز، ثم توفي أحدهم متأثرا بجراحه.", 1),
    ],
)
def test_people_that_are_joined_add_up(sentence: str, killed: int) -> None:
    assert figures(sentence)[0] == (killed, killed)


@given(killed=st.integers(3, 10), injured=st.integers(11, 400), word=st.booleans())
def test_figures_hold_whatever_the_numbers(killed: int, injured: int, word: bool) -> None:
    dead = WORDS[killed] if word else str(killed)
    text = f"{dead} مدنيين قتلوا وأصيب {injured} آخرون في قصف على مدينة سومي."
    assert figures(text) == ((killed, killed), (injured, injured))


@pytest.mark.parametrize(
    "sentence",
    [
        "حذر مسؤول من أن الهجوم على مدينة رفح قد يؤدي إلى مقتل آلاف المدنيين.",
        "هجوم على مدينة تعز لم تعرف حصيلة ضحاياه بعد.",
        "قصفت الطائرات مدينة إدلب 7 مرات.",
        "قصفت المدفعية مدينة تعز، ونقل شاهد إلى المستشفى بعد إصابته.",
        "استهدفت غارة مدينة صور، وخطط المسلحون لقتل ضابطين.",
    ],
)
def test_what_is_feared_meant_or_unknown_is_no_figure(sentence: str) -> None:
    assert all((e.killed, e.injured) == (None, None) for e in read(sentence).events)


@pytest.mark.parametrize(
    ("sentence", "low", "high"),
    [
        ("أدى انفجار في مدينة القائم إلى مقتل وإصابة 17 شخصا.", 17, 17),
        ("سقط 20 شخصا بين قتيل وجريح في انفجار سيارة مفخخة بمدينة الباب.", 20, 20),
        ("عشرات القتلى والجرحى في قصف على مدينة دوما.", 20, None),
    ],
)
def test_a_mixed_figure_is_neither_the_dead_nor_the_wounded(sentence: str, low: int, high: int | None) -> None:
    (event,) = read(sentence).events
    assert (event.killed, event.injured) == (None, None)
    assert [(h.low, h.high) for h in event.harm if h.outcome == "casualties"] == [(low, high)]


def test_dead_and_wounded_without_a_number_are_several_of_each() -> None:
    assert figures("قتلى وجرحى في انفجار وسط مدينة مقديشو.") == ((2, None), (2, None))


@pytest.mark.parametrize(
    ("sentence", "killed"),
    [
        ("عدلت الوزارة حصيلة الغارة على مدينة بعلبك من 7 شهداء إلى 9 شهداء.", (9, 9)),
        ("قصف على مدينة الفاشر، والقتلى 12.", (12, 12)),
        ("بلغت حصيلة القتلى في الهجوم على مدينة بوصاصو 14.", (14, 14)),
        ("عثر على جثث 5 مدنيين بعد هجوم على قرية قرب مدينة كنغوسي.", (5, 5)),
    ],
)
def test_the_last_word_of_a_tally_counts(sentence: str, killed: object) -> None:
    assert figures(sentence)[0] == killed


@pytest.mark.parametrize(
    ("sentence", "killed", "injured"),
    [
        ("لم يسفر الهجوم على مدينة كريات شمونة عن سقوط قتلى.", (0, 0), None),
        ("انفجرت عبوة في حي المنصور ببغداد من دون أن توقع ضحايا.", (0, 0), None),
        ("سقط صاروخ قرب مدينة سديروت دون تسجيل أي إصابات.", None, (0, 0)),
    ],
)
def test_a_denied_harm_is_none_and_the_strike_happened(sentence: str, killed: object, injured: object) -> None:
    (event,) = read(sentence).events
    assert event.status == "happened"
    assert figures(sentence) == (killed, injured)


@pytest.mark.parametrize(
    "sentence",
    [
        "ارتفع عدد شهداء العدوان الإسرائيلي على قطاع غزة إلى 61 ألفا و430 شهيدا.",
        "وصل إلى مستشفيات قطاع غزة خلال الـ24 ساعة الماضية 83 شهيدا و216 إصابة.",
        "منذ بداية الحرب قتل أكثر من 14 ألف مدني في أوكرانيا.",
    ],
)
def test_a_figure_over_days_or_a_war_is_a_toll(sentence: str) -> None:
    assert [e.kind for e in read(sentence, published="2025-07-22").events] == ["toll"]
