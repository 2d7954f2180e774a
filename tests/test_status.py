"""Status: whether a thing happened, is planned, threatened, demanded or denied; and words of war that tell no war."""

from __future__ import annotations

import pytest

from waqai.engine import read


def told(sentence: str) -> list[tuple[str, str]]:
    return [(event.kind, event.status) for event in read(sentence, published="2025-07-22").events]


@pytest.mark.parametrize(
    ("sentence", "kind", "status"),
    [
        ("قصفت الطائرات مدينة صور أمس.", "air_strike", "happened"),
        ("لم تقصف الطائرات مدينة صور أمس.", "air_strike", "denied"),
        ("نفى الجيش قصف مستشفى في مدينة الخرطوم.", "attack", "denied"),
        ("نفت وزارة الدفاع السورية استهداف مدنيين في السويداء.", "attack", "denied"),
        ("هدد الحوثيون بقصف ميناء إيلات.", "attack", "threatened"),
        ("يتوعد الحوثيون بقصف تل أبيب.", "attack", "threatened"),
        ("كان الجيش يعتزم قصف مدينة حماة.", "attack", "planned"),
        ("أعلن الجيش أنه سيقصف بلدة مركبا.", "attack", "planned"),
        ("أحبطت الشرطة هجوما على مسجد في كراتشي.", "attack", "planned"),
        ("ستعقد جولة جديدة من المحادثات في جنيف يوم الخميس.", "talks", "planned"),
        ("من المقرر أن يلتقي الوفدان في جنيف الخميس.", "talks", "planned"),
        ("عقد الوفدان محادثات في إسطنبول أمس.", "talks", "happened"),
        ("دعا الوسيط إلى تبادل الأسرى.", "exchange", "demanded"),
        ("تطالب العائلات بإطلاق سراح المحتجزين.", "release", "demanded"),
        ("رفضت موسكو وقف إطلاق النار.", "ceasefire", "denied"),
        ("كذب الجيش الأنباء عن سقوط طائرة مسيرة على مدينة دنقلا.", "drone_strike", "denied"),
    ],
)
def test_a_sentence_says_whether_it_happened(sentence: str, kind: str, status: str) -> None:
    assert told(sentence) == [(kind, status)]


@pytest.mark.parametrize(
    "sentence",
    [
        "قد تقصف إسرائيل مدينة صور.",
        "قد يقتل آلاف المدنيين في حال اقتحام مدينة الفاشر.",
        "هددت إيران بالرد على إسرائيل.",
        "شددت الوزارة على أن الهجوم انتهاك.",
    ],
)
def test_fears_and_words_alone_are_no_events(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "حقق المنتخب فوزا كبيرا وقصف مرمى خصمه بثلاثة أهداف.",
        "أصيب اللاعب في ركبته خلال مباراة في مدينة جدة.",
        "أصاب المهاجم الهدف في مرمى الزمالك.",
        "انفجرت أسعار الخضار في الأسواق.",
        "ضرب الممثل موعدا مع جمهوره في دمشق.",
        "قتل السؤال متعة الحديث.",
        "تفجرت أزمة بين البلدين.",
        "ضربت هزة أرضية مدينة حلب وقتلت 3 أشخاص.",
        "قتل 4 أشخاص في حادث سير قرب مدينة سوهاج.",
        "سقطت أمطار غزيرة على مدينة جدة.",
        "أطلقت الشركة هاتفا جديدا في دبي.",
    ],
)
def test_words_of_war_that_tell_no_war_are_no_events(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.xfail(strict=True, reason="a word of war for prices, laughter or questions is read as war")
@pytest.mark.parametrize(
    "sentence",
    [
        "انفجر الجمهور ضحكا في مسرح ببيروت.",
        "حققت السلعة هجوما سعريا في السوق.",
        "قصف عشوائي من الأسئلة طال الوزير في البرلمان.",
    ],
)
def test_pictures_of_speech_are_no_events(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "status"),
    [("تعتزم روسيا مهاجمة مدينة أوديسا.", "planned"), ("نفت حماس مهاجمة قرية نتيف.", "denied")],
)
def test_attacking_is_an_attack(sentence: str, status: str) -> None:
    assert told(sentence) == [("attack", status)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("خطط المسلحون لتفجير سوق في كابل.", ("bombing", "planned")),
        ("دعت الأمم المتحدة إلى وقف إطلاق النار في السودان.", ("ceasefire", "demanded")),
        ("دعا ماكرون إلى وقف فوري لإطلاق النار في غزة.", ("ceasefire", "demanded")),
    ],
)
def test_plots_and_calls_keep_their_status(sentence: str, expected: tuple[str, str]) -> None:
    assert told(sentence) == [expected]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [("تبادلت روسيا وأوكرانيا 300 أسير يوم الاثنين.", "happened"), ("سيتم تبادل 100 أسير غدا.", "planned")],
)
def test_an_exchange_of_prisoners_is_no_clash(sentence: str, status: str) -> None:
    assert told(sentence) == [("exchange", status)]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("نفت طهران ضلوعها في الهجوم على القاعدة الذي قتل فيه ثلاثة جنود في مدينة الحسكة.", "happened"),
        ("نفى الجيش علاقته بقصف السوق في مدينة كتم.", "happened"),
        ("نفى الجيش قصف السوق في مدينة كتم.", "denied"),
    ],
)
def test_to_deny_a_part_in_an_attack_grants_the_attack(sentence: str, status: str) -> None:
    assert [event.status for event in read(sentence, published="2025-07-22").events] == [status]


def test_to_refuse_compensation_for_attacks_denies_none_of_them() -> None:
    events = read("رفضت الحكومة تعويض عائلات قتلى هجمات الجيش الجمهوري على مدينة لندن.").events
    assert [event.status for event in events] == ["happened"]


def test_a_name_behind_abu_demands_nothing() -> None:
    (event,) = read("نجا القيادي أبو طالب علوش من محاولة اغتيال في إدلب.").events
    assert event.status == "happened"


@pytest.mark.parametrize(
    "sentence",
    ["تهدف القوات الحكومية حاليا للتقدم والسيطرة على بلدة مسكنة.", "كان هدف الحملة البرية السيطرة على المطار."],
)
def test_land_that_a_move_aims_at_has_not_changed_hands(sentence: str) -> None:
    assert all(event.kind != "territory_change" for event in read(sentence).events)
