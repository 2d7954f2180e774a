"""Grouping: which words of one sentence tell one event, and which tell several."""

from __future__ import annotations

import pytest

from waqai.engine import read


def told(sentence: str) -> list[tuple[str, list[str]]]:
    """(kind, names of places) of each event."""
    events = read(sentence, published="2025-07-22").events
    return [(event.kind, [place.name or place.text for place in event.places]) for event in events]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("شنت القوات هجوما استهدف محطة كهرباء في مدينة زابوريجيا.", [("attack", ["Zaporizhzhia"])]),
        ("قتل 3 أشخاص في قصف على مدينة سومي.", [("attack", ["Sumy"])]),
        ("أدى انفجار عبوة ناسفة في مدينة كركوك إلى مقتل جنديين.", [("bombing", ["Kirkuk"])]),
        ("اقتحمت قوات الاحتلال مدينة جنين واعتقلت 5 فلسطينيين.", [("detention", ["Jenin"])]),
        ("استهدفت غارة سيارة في بلدة عيترون فقتلت شخصين ودمرت منزلا.", [("air_strike", ["Aitaroun"])]),
        ("خرجت مظاهرة في مدينة السويداء وفرقتها الشرطة بالغاز.", [("protest", ["Suwayda"])]),
    ],
)
def test_words_of_one_happening_are_one_event(sentence: str, expected: list[tuple[str, list[str]]]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "قصفت المدفعية مدينة سومي وقصفت الطائرات مدينة خاركيف.",
            [("shelling", ["Sumy"]), ("air_strike", ["Kharkiv"])],
        ),
        (
            "قصف الطيران مدينة إدلب واعتقلت الشرطة 3 رجال في مدينة حماة.",
            [("air_strike", ["Idlib"]), ("detention", ["Hama"])],
        ),
        (
            "سقط صاروخ على بلدة المطلة، وانفجرت عبوة ناسفة في مدينة بغداد.",
            [("missile_strike", ["Metula"]), ("bombing", ["Baghdad"])],
        ),
    ],
)
def test_happenings_in_two_places_are_two_events(sentence: str, expected: list[tuple[str, list[str]]]) -> None:
    assert told(sentence) == expected


def test_each_event_owns_its_stretch_of_the_sentence() -> None:
    sentence = "قصفت المدفعية مدينة سومي وقصفت الطائرات مدينة خاركيف."
    events = read(sentence).events
    assert [[w.kind for w in event.weapons] for event in events] == [["artillery"], ["aircraft"]]


@pytest.mark.parametrize(
    "sentence",
    [
        "قصفت المدفعية مدينة سومي وقتلت شخصين، وقصفت الطائرات مدينة خاركيف وأصابت 5 أشخاص.",
        "قصفت المدفعية مدينة سومي فقتل شخصان، وقصفت الطائرات مدينة خاركيف فأصيب 5 أشخاص.",
        "قصفت المدفعية مدينة سومي، ما أدى إلى مقتل شخصين، وقصفت الطائرات مدينة خاركيف، ما أدى إلى إصابة 5.",
    ],
)
def test_figures_go_to_the_event_that_they_stand_with(sentence: str) -> None:
    assert [
        (e.killed.low if e.killed else None, e.injured.low if e.injured else None) for e in read(sentence).events
    ] == [
        (2, None),
        (None, 5),
    ]


@pytest.mark.parametrize("sentence", ["ألحق الهجوم أضرارا.", "دوت صفارات الإنذار.", "أسفر الهجوم عن خسائر."])
def test_words_that_only_point_back_make_no_event(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.xfail(strict=True, reason="figures of three towns in one sentence are put on the first event")
def test_three_towns_of_one_sentence_are_three_events() -> None:
    assert told("قتل 3 أشخاص في قصف على خاركيف وأصيب 4 في سومي و5 في أوديسا.") == [
        ("attack", ["Kharkiv"]), ("attack", ["Sumy"]), ("attack", ["Odesa"])
    ]  # fmt: skip


def test_two_figures_with_two_attacks_are_two_events() -> None:
    assert told("قتل شخصان في قصف على مدينة سومي، وأصيب 5 في غارة على مدينة خاركيف.") == [
        ("attack", ["Sumy"]), ("air_strike", ["Kharkiv"])
    ]  # fmt: skip


def test_what_stands_before_the_cause_is_of_what_was_told_first() -> None:
    assert told("نزوح مئات العائلات من مدينة نوى جراء القصف.") == [("displacement", ["Nawa"])]
    assert told("خرجت مظاهرة في مدينة الباب بعد اغتيال ضابط في مدينة عفرين.")[0] == ("protest", ["Al-Bab"])
    assert told("قتل 3 أشخاص في مدينة سومي جراء قصف مدفعي.") == [("shelling", ["Sumy"])]


@pytest.mark.parametrize(
    ("sentence", "killed"),
    [
        ("قصفت إسرائيل مدينة غزة ردا على مقتل ثلاثة جنود.", [None, 3]),
        ("شن الجيش غارات على بلدة طاروق ردا على هجوم أودى بحياة 9 جنود في مدينة كركوك.", [None, 9]),
        ("أطلقت الفصائل صواريخ على عسقلان انتقاما لاغتيال قيادي في رفح.", [None, 1]),
    ],
)
def test_the_dead_that_a_strike_avenges_are_not_its_own(sentence: str, killed: list[int | None]) -> None:
    events = read(sentence, published="2025-07-22").events
    assert [event.killed and event.killed.low for event in events] == killed


def test_what_a_strike_answers_takes_neither_its_place_nor_its_day() -> None:
    first, second = read("قصفت إسرائيل أمس مدينة غزة ردا على مقتل ثلاثة جنود.", published="2025-07-22").events
    assert first.places
    assert not second.places
    assert second.when is None or second.when.start is None


def test_the_attack_told_before_stays_one_when_it_is_answered() -> None:
    text = "قتل 9 جنود في هجوم على حاجز في مدينة كركوك. وقصف الجيش بلدة الحويجة ردا على الهجوم."
    assert [event.killed and event.killed.low for event in read(text).events] == [9, None]


def test_what_a_town_was_exposed_to_is_another_event_when_it_is_answered() -> None:
    text = "أمطرت الفصائل بلدة الفوعة بالقذائف ردا على تعرض مدينة الزبداني لهجوم من قوات النظام."
    assert [names for _, names in told(text)] == [["Al-Foua"], ["Al-Zabadani"]]


def test_what_is_remembered_is_no_part_of_what_happens_on_its_day() -> None:
    bombing, *_ = read("التفجيرات التي وقعت خلال مراسم الذكرى الرابعة لاغتيال قيادي في مدينة كرمان.").events
    assert (bombing.kind, bombing.killed) == ("bombing", None)
    assert read("وقع الرئيس أمرا تنفيذيا في الذكرى الثانية لوفاة الزعيم.").events == ()
    (event,) = read("في الذكرى الأولى للثورة قتل 3 متظاهرين برصاص الجيش في الخرطوم.").events
    assert event.killed is not None
    assert event.killed.low == 3


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        ("أطلق حزب الله صواريخ على كريات شمونة وردت إسرائيل بغارات على بلدة الخيام.", ["حزب الله", "إسرائيل"]),
        ("قصف الجيش مدينة نوى والمعارضة ترد بقصف مدينة درعا.", ["الجيش", "المعارضة"]),
    ],
)
def test_who_answers_does_the_second_deed(sentence: str, sides: list[str]) -> None:
    assert [event.perpetrators[0].text for event in read(sentence, published="2025-07-22").events] == sides


def test_a_second_subject_begins_where_it_stands() -> None:
    first, second = read("سماع دوي انفجارات في صنعاء والدفاعات الجوية تتصدى.").events
    assert (first.kind, first.places[0].text, second.kind) == ("explosion", "صنعاء", "interception")


def test_bombers_killed_while_they_tried_to_get_in_are_one_attack_that_happened() -> None:
    (event,) = read("قتلت القوات الأمنية أربعة انتحاريين حاولوا التسلل إلى سامراء.").events
    assert event.killed is not None
    assert (event.kind, event.status, event.killed.low) == ("attack", "happened", 4)
    (tried,) = read("قتل خمسة مدنيين وحاول المسلحون اقتحام البلدة.").events
    assert tried.status == "planned"


def test_a_sentence_that_lists_shelling_and_fighting_of_two_sides_tells_each() -> None:
    events = read(
        "أعلن المرصد أنه قصفت قوات النظام مناطق في مدينة حرستا بالغوطة الشرقية، كذلك تدور اشتباكات بين تنظيم داعش"
        " والفصائل المقاتلة في القلمون، فيما تعرضت مدينة دوما لقصف من قبل قوات النظام.",
        published="2025-07-22",
    ).events
    assert [event.kind for event in events] == ["attack", "clash", "attack"]
    assert [party.text for party in events[0].perpetrators] == ["قوات النظام"]


def test_fire_on_a_town_and_fire_that_another_came_under_are_two() -> None:
    events = read("قصفت الطائرات مدينة صعدة، بينما تعرضت بلدة رازح لقصف مدفعي سعودي.").events
    assert [event.kind for event in events] == ["air_strike", "shelling"]


def test_a_town_that_came_under_the_shelling_just_told_is_no_second_event() -> None:
    events = read("قصفت المدفعية مدينة تعز، حيث تعرضت أحياء سكنية لقصف عنيف.").events
    assert len(events) == 1


def test_while_closes_what_was_told_before_it() -> None:
    raid, fight = read(
        "شن الطيران الروسي غارات على ريف إدلب أسفرت عن إصابة خمسة مدنيين، فيما اندلعت معارك في دوما."
    ).events
    assert (raid.kind, raid.injured is not None and raid.injured.low, fight.kind, fight.injured) == (
        "air_strike",
        5,
        "clash",
        None,
    )


@pytest.mark.parametrize(
    ("sentence", "killed"),
    [
        ("قتل خمسة جنود في هجوم في سيناء، وهو ثاني هجوم بعد مقتل 7 جنود يوم الأحد.", [5, 7]),
        ("قتل خمسة جنود في هجوم في سيناء بعد مقتل سبعة آخرين في كمين يوم الأحد.", [5, 7]),
        ("قتل ثلاثة مسلحين في غارة في سيناء بعد مقتل سبعة جنود.", [3, 7]),
        ("قتل ثلاثة مدنيين في غارة، وأغلق الطريق بعد مقتل المدنيين الثلاثة.", [3]),
        ("ارتفعت حصيلة القتلى إلى 20 قتيلا بعد مقتل 5 أشخاص متأثرين بجراحهم.", [20]),
    ],
)
def test_those_killed_before_are_not_added_to_those_killed_now(sentence: str, killed: list[int]) -> None:
    told = [event.killed.low for event in read(sentence, published="2025-07-22").events if event.killed is not None]
    assert told == killed


def test_a_killing_and_the_protests_it_set_off_are_two() -> None:
    events = read("قتل شاب برصاص الشرطة في مدينة نابلس، واندلعت احتجاجات في المدينة.").events
    assert [(e.kind, e.killed is not None) for e in events] == [("shooting", True), ("protest", False)]


def test_those_killed_in_protests_are_of_the_protest() -> None:
    (event,) = read("قتل ثلاثة متظاهرين في احتجاجات في مدينة البصرة.").events
    assert event.kind == "protest"
    assert event.killed is not None
