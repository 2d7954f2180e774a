"""Speech: which words say, with what act, before or behind what is said, and which events it is about."""

from __future__ import annotations

import pytest

from waqai.engine import read
from waqai.model.record import Record, Statement

EVENT = "قتل 3 أشخاص في قصف على مدينة سومي"


def only(text: str) -> Statement:
    (statement,) = read(text).statements
    return statement


def sources(record: Record) -> list[list[tuple[str, str | None]]]:
    return [[(source.text, source.act) for source in event.sources] for event in record.events]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("قالت الشرطة إن شخصين أصيبا في قصف على مدينة سومي.", "الشرطة"),
        (f"{EVENT}، بحسب الدفاع المدني.", "الدفاع المدني"),
        (f"{EVENT}، قال رئيس الإدارة العسكرية.", "رئيس الإدارة العسكرية"),
        (f"وزارة الصحة: {EVENT}.", "وزارة الصحة"),
        ("نقلت وكالة تاس عن حاكم بيلغورود قوله إن مدنيا قتل في قصف على مدينة شيبيكينو.", "حاكم بيلغورود"),
        ("ونقلت رويترز عن شهود قولهم إن انفجارين وقعا في مدينة عدن.", "شهود"),
        ("وأعلن الجيش، يوم الأحد، أن 4 جنود قتلوا في كمين.", "الجيش"),
    ],
)
def test_the_source_of_an_event_is_who_says_it(text: str, speaker: str) -> None:
    record = read(text, published="2025-07-22")
    assert [[words for words, _ in row] for row in sources(record)] == [[speaker]]
    assert [statement.about for statement in record.statements] == [("e1",)]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("قال الوزير إن الحرب طالت.", "say"),
        ("أعلن الوزير أن الحرب انتهت.", "announce"),
        ("أكد الوزير أن الحرب انتهت.", "confirm"),
        ("نفى الوزير أن الحرب انتهت.", "deny"),
        ("اتهم الوزير إسرائيل بعرقلة المفاوضات.", "accuse"),
        ("أدان الوزير الهجوم.", "condemn"),
        ("حذر الوزير: الحرب طالت.", "warn"),
        ("أعلنت حركة الشباب مسؤوليتها عن الهجوم.", "claim_responsibility"),
        ("رفضت موسكو المقترح.", "reject"),
        ("تعهدت واشنطن بإرسال مساعدات.", "promise"),
        ("هددت إيران بالرد على إسرائيل.", "threaten"),
        ("طالبت فرنسا بإطلاق سراح الصحفي.", "demand"),
    ],
)
def test_the_verb_says_the_act(text: str, act: str) -> None:
    assert only(text).act == act


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ('قال زيلينسكي: "لن نتنازل عن أرضنا".', "لن نتنازل عن أرضنا"),
        ("قال زيلينسكي: «لن نتنازل».", "لن نتنازل"),
        ("قال زيلينسكي إن بلاده لن تتنازل.", None),
    ],
)
def test_a_quotation_is_kept_without_its_marks(text: str, quote: str | None) -> None:
    assert only(text).quote == quote


def test_a_verb_without_a_speaker_goes_on_with_the_one_before() -> None:
    record = read("قال محافظ خيرسون إن القصف قتل شخصين في بلدة أنتونيفكا. وأضاف أن حريقا اندلع في المحطة.")
    assert [s.speaker for s in record.statements] == ["محافظ خيرسون", "محافظ خيرسون"]


def test_who_relays_is_not_who_speaks() -> None:
    assert only("نقلت وكالة تاس عن وزير الدفاع قوله إن القوات تتقدم.").speaker == "وزير الدفاع"


def test_a_plain_sentence_has_no_source() -> None:
    record = read(f"{EVENT}.")
    assert sources(record) == [[]]
    assert record.statements == ()


def test_the_sentence_of_a_statement_is_whole() -> None:
    text = "وقع الهجوم. قالت الشرطة إن رجلا قتل. انتهى."
    statement = only(text)
    assert statement.sentence == "قالت الشرطة إن رجلا قتل."
    assert f"\n{text}"[slice(*statement.sentence_span)] == statement.sentence


def test_no_more_than_eight_statements_are_kept() -> None:
    text = " ".join(
        f"قال وزير {what} إن الوضع صعب."
        for what in "الدفاع الصحة المالية النقل العدل التعليم الداخلية الخارجية الزراعة السياحة".split()
    )
    assert len(read(text).statements) == 8


def test_two_claimants_of_one_attack_are_both_sources() -> None:
    record = read("قالت حماس إن 10 مدنيين قتلوا في غارة على رفح. وقالت وزارة الصحة إن الغارة على رفح قتلت 10.")
    assert [[words for words, _ in row] for row in sources(record)] == [["حماس", "وزارة الصحة"]]


@pytest.mark.xfail(
    strict=True, reason="the event of an announced responsibility is dropped, though it names a place and a side"
)
def test_a_claim_of_responsibility_tells_the_attack() -> None:
    (event,) = read("أعلنت حركة الشباب مسؤوليتها عن التفجير في مقديشو.").events
    assert [p.id for p in event.perpetrators] == ["actor:al-shabaab"]


@pytest.mark.xfail(strict=True, reason="the accused is no perpetrator of what is told behind the accusation")
def test_the_accused_did_it() -> None:
    (event,) = read("اتهمت أوكرانيا روسيا بقصف مدرسة في خيرسون.").events
    assert [p.id for p in event.perpetrators] == ["actor:russia"]
