"""Civil: sentences of peace that use the words of war tell nothing, and sentences of war that have words of peace do."""

from __future__ import annotations

import pytest

from waqai.engine import read


@pytest.mark.parametrize(
    "sentence",
    [
        "سجل المهاجم هدفين في شباك الفريق الضيف وقصف الحارس بتسديدات من خارج المنطقة.",
        "شن النائب هجوما حادا على الوزير خلال جلسة البرلمان واتهمه بتفجير الأزمة.",
        "قتل رجل زوجته طعنا بسكين في خلاف عائلي بمدينة الزرقاء.",
        "تفجير نفق قديم لإفساح الطريق لمشروع مترو الأنفاق.",
        "نفذت قوات الدفاع المدني تدريبا على إخلاء مدرسة.",
        "ارتفاع عدد ضحايا انهيار عمارة في حي شبرا إلى تسعة قتلى.",
        "قال الخبير إن الصواريخ قادرة على ضرب أهداف على بعد 300 كيلومتر.",
        "فجرت النتائج مفاجأة من العيار الثقيل في الانتخابات.",
    ],
)
def test_words_of_war_at_peace_tell_no_event(sentence: str) -> None:
    assert read(sentence, published="2024-09-18").events == ()


@pytest.mark.parametrize(
    ("sentence", "killed"),
    [
        ("انهيار منزل على ساكنيه جراء القصف في حي الشجاعية ومقتل ستة أشخاص.", 6),
        ("استشهد أحمد وزوجته في قصف على حي الزيتون.", 2),
        ("قتل زوجته وطفله في غارة على مدينة صعدة.", 2),
        ("قتل ثلاثة جنود بنيران المهاجم في مدينة قندهار.", 3),
    ],
)
def test_words_of_peace_in_war_hide_no_event(sentence: str, killed: int) -> None:
    (event,) = read(sentence, published="2024-09-18").events
    assert event.killed is not None
    assert event.killed.low == killed


def test_what_a_weapon_can_do_is_told_beside_what_it_did() -> None:
    text = "الصواريخ قادرة على ضرب تل أبيب، وأطلق الحوثيون اليوم صاروخا على إيلات."
    assert [p.text for event in read(text, published="2024-09-18").events for p in event.places] == ["إيلات"]


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("انفجار قرب محكمة في صنعاء.", ["explosion"]),
        ("تفجير انتحاري قرب ملعب لكرة القدم في مايدوغوري.", ["suicide_bombing"]),
        ("قال المحامي أمام المحكمة إن موكله قتل جاره.", []),
        ("رفض المتهم بالهجوم المثول أمام القاضي.", []),
        ("فاز الفريق الضيف بعد هجوم متواصل أمام شباك المنافس.", []),
    ],
)
def test_a_court_or_a_stadium_beside_an_explosion_is_where_and_not_what(sentence: str, kinds: list[str]) -> None:
    assert [event.kind for event in read(sentence).events] == kinds


@pytest.mark.parametrize(
    "sentence",
    [
        "انتقد الكاتب سياسة الحكومة وهاجم وزير المالية بشدة.",
        "كيف تحمي هاتفك من هجمات القراصنة.",
        "قتلت كلاب ضالة طفلة في ريف بنها.",
        "اعتقلت الشرطة رجلا يشتبه في قتله زوجته.",
        "شهدت البحيرة نزوح الطيور المهاجرة.",
    ],
)
def test_words_dogs_birds_and_family_murder_are_no_war(sentence: str) -> None:
    assert not read(sentence).events


def test_gunmen_who_attack_a_minister_attack_him() -> None:
    (event,) = read("هاجم مسلحون وزير المالية أمام منزله.").events
    assert event.kind == "attack"
