"""Harm in one sentence: which people a word of harm governs, and what is no harm at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.engine import read, read_report
from waqai.model.record import Report

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


@pytest.mark.parametrize(
    ("sentence", "killed", "injured"),
    [
        ("قتل مسلح شخصين داخل مقهى في مدينة نيروبي وأصاب سبعة.", (2, 2), (7, 7)),
        ("قتل المهاجم ثلاثة أشخاص في مدينة غازي عنتاب.", (3, 3), None),
        ("قتل شاب مسلح 26 شخصا في مدينة دالاس.", (26, 26), None),
        ("قال مسؤول إن خمسة أشخاص بينهم طفل قتلوا في غارة على مدينة صعدة.", (5, 5), None),
        ("أسفرت الغارة على مدينة دمشق عن مقتل مسؤولين عسكريين إيرانيين.", (2, None), None),
        ("قتل مسلح وشرطيان في تبادل لإطلاق النار في مدينة القطيف.", (3, 3), None),
    ],
)
def test_who_killed_is_not_among_the_dead(sentence: str, killed: object, injured: object) -> None:
    assert figures(sentence) == (killed, injured)


@pytest.mark.parametrize(
    ("sentence", "killed"),
    [
        ("أدت معارك في مدينة تعز إلى مقتل 20 مسلحا فيما قتل من جانب المقاومة خمسة أشخاص.", (25, 25)),
        ("أدت معارك في مدينة تعز إلى مقتل 12 مسلحا، فيما سقط في صفوف الجيش أربعة قتلى.", (16, 16)),
        ("قالت الشرطة إن 12 شخصا قتلوا في هجوم على مدينة كانو فيما قال شهود إن 20 شخصا قتلوا.", (12, 12)),
    ],
)
def test_the_dead_of_both_sides_add_up_and_figures_of_two_voices_do_not(sentence: str, killed: object) -> None:
    assert figures(sentence)[0] == killed


@pytest.mark.parametrize(
    ("sentence", "killed", "injured"),
    [
        ("مقتل أسرة كاملة بقصف على منزلها في مدينة رفح.", (2, None), None),
        ("إصابة عائلة داخل سيارتها باشتباكات في مدينة طرابلس.", None, (2, None)),
        ("مقتل رجال من القرية في غارة على مدينة صعدة.", (2, None), None),
        ("أدى انفجار لغم إلى بتر قدم امرأة غرب مدينة تعز.", None, (1, 1)),
        ("خسر رقيب ساقه في انفجار عبوة ناسفة في مدينة غاو.", None, (1, 1)),
        ("فقدوا حياتهم ثلاثة أشخاص في القصف على مدينة كسلا.", (3, 3), None),
        ("أصيب جنديَّين في الهجوم على مدينة بيدوا.", None, (2, 2)),
    ],
)
def test_words_that_count_without_a_numeral(sentence: str, killed: object, injured: object) -> None:
    assert figures(sentence) == (killed, injured)


@pytest.mark.parametrize(
    "sentence",
    [
        "وقال سامر حداد الذي قُتلت ابنته في الهجوم على مدينة طرطوس إنه يعارض القرار.",
        "التقى الوزير عائلات ضحايا الهجوم على مدينة لوكربي.",
        "خرجت مظاهرة في مدينة صور تنديدا بمقتل ثلاثة شبان.",
        "فتح مسلح النار على حافلة في مدينة كابول فقتل وأصاب مجموعة من الركاب.",
        "شهدت قرية المغير هجوما للمستوطنين بعد وقت قصير من العثور على جثة صبي.",
        "اندلعت المواجهات في مدينة غاو على خلفية مقتل أحد عناصر الحركة.",
        "جاء في وصيته أن الله سيتقبله كشهيد بعد التفجير في مدينة صنعاء.",
        "التقى الوزير أقارب ضحايا هجوم لوكربي.",
        "أطلقت الشرطة سراح رجال مدانين بقتل جنود في مدينة البصرة.",
        "شن الطيران غارات على معسكرات في مدينة درنة شاركت في التخطيط لهجوم المنيا الذي أسفر عن مقتل 29.",
        "قصفت القوات مدينة تعز وهي مسؤولة عن أي وفيات أو إصابات.",
        "اعتقلت الشرطة في مدينة البصرة رجلا متهما بقتل أربعة جنود.",
    ],
)
def test_harm_that_is_not_this_event_is_left_out(sentence: str) -> None:
    assert all((e.killed, e.injured) == (None, None) for e in read(sentence, published="2025-07-22").events)


def test_those_who_still_lie_wounded_are_wounded() -> None:
    text = "قتل 5 أشخاص في قصف على مدينة عفرين، فيما لا يزال 14 مصابا يتلقون العلاج."
    assert figures(text) == ((5, 5), (14, 14))


def test_nobody_in_the_patrol_was_hurt() -> None:
    assert figures("لا أحد في الدورية كان مجروحا بعد إطلاق النار عليها قرب مدينة صور.")[1] == (0, 0)


def test_people_hurt_before_others_were_taken_were_hurt_in_the_assault() -> None:
    text = "اعتدى الجنود على المصلين في مدينة القدس ما أدى إلى إصابة عدد من الحراس واعتقال عدد آخر منهم."
    found = {e.kind: e.injured for e in read(text).events}
    assert found["detention"] is None
    assert found["assault"] is not None
    assert (found["assault"].low, found["assault"].high) == (2, None)


def test_a_killing_that_was_avenged_belongs_to_no_strike_in_answer() -> None:
    text = "قصفت الطائرات مدينة غزة ردا على مقتل جندي."
    assert read(text).events[0].killed is None


def test_an_age_told_with_a_verb_ends_no_list_of_the_hurt() -> None:
    (event,) = read("أصيبت امرأة تبلغ 45 عاما وصبي يبلغ 9 سنوات في قصف على مدينة كوبيانسك.").events
    assert event.injured is not None
    assert event.injured.low == 2


def test_death_by_its_plain_noun_is_counted_too() -> None:
    (event,) = read("تسبب القصف في موت 15 شخصا في مدينة خيرسون.").events
    assert event.killed is not None
    assert event.killed.low == 15


def test_this_case_is_no_case_of_killing() -> None:
    (event,) = read("في هذه الحالة قتل 14 شخصا من عائلة واحدة في قصف على مدينة غزة.").events
    assert event.killed is not None
    assert event.killed.low == 14


def test_rescuers_who_find_bodies_are_not_among_them() -> None:
    (event,) = read("انتشل عناصر الدفاع المدني جثث سبعة أشخاص من تحت الركام في حي الشعار بحلب.").events
    assert event.killed is not None
    assert event.killed.low == 7


@pytest.mark.parametrize(
    ("sentence", "killed"),
    [
        ("استشهاد عائلة كاملة مؤلفة من 7 أشخاص جراء غارة على منزلهم في حي الدرعية.", (7, 7)),
        ("مقتل عائلة مكونة من خمسة أفراد بقصف على مدينة سراقب.", (5, 5)),
        ("استشهاد عائلة كاملة في قصف على مخيم جباليا.", (2, None)),
    ],
)
def test_a_family_is_as_many_as_it_is_said_to_have(sentence: str, killed: tuple[int, int | None]) -> None:
    (event,) = read(sentence).events
    assert event.killed is not None
    assert (event.killed.low, event.killed.high) == killed


def test_the_dead_of_a_battle_for_a_town_are_those_of_its_fall() -> None:
    events = read("سيطرت القوات على مدينة سنجة بعد مواجهات أسفرت عن مقتل 22 جنديا.").events
    assert [e.killed.low for e in events if e.killed] == [22]


def test_figures_that_the_report_has_newer_ones_for_give_way() -> None:
    text = "قتل 5 أشخاص في قصف على مدينة عفرين وأصيب 14. وكانت الحصيلة الأولية 3 قتلى و20 جريحا."
    assert figures(text) == ((5, 5), (14, 14))


def test_the_dead_of_another_year_are_not_of_this_attack() -> None:
    text = "قتل 5 أشخاص في تفجير في مدينة كربلاء يوم 3 مارس 2025. وفي عام 2005 قتل 30 شخصا عند الجسر."
    first, *rest = read(text).events
    assert (first.killed.low, [e.killed.low for e in rest if e.killed]) == (5, [30])  # type: ignore[union-attr]


def test_months_of_fighting_are_a_toll() -> None:
    (event,) = read("قتل 300 شخص خلال أربعة أشهر من المعارك في مدينة مقديشو.").events
    assert (event.kind, event.killed and event.killed.low) == ("toll", 300)


@pytest.mark.parametrize(
    ("sentence", "killed", "injured"),
    [
        ("اندلعت معركة في مدينة سنجة خسر فيها الجيش 17 من رجاله.", (17, 17), None),
        ("ضربة ثانية طالت سيارة الإسعاف القادمة في مدينة دونيتسك وأصيب مسعف.", None, (1, 1)),
        ("مقتل 29 شخصا في غارة على مدينة غزة\nقتل ما لا يقل عن 29 شخصا في غارة على مدينة غزة.", (29, 29), None),
    ],
)
def test_own_men_lost_and_medics_on_their_way(sentence: str, killed: object, injured: object) -> None:
    assert figures(sentence) == (killed, injured)


def test_the_body_is_more_exact_than_the_headline() -> None:
    report = Report("r", "قتل ما لا يقل عن 29 شخصا في غارة على مدينة غزة.", "مقتل 29 شخصا في غارة على مدينة غزة")
    (event,) = read_report(report).events
    assert event.killed is not None
    assert (event.killed.low, event.killed.high) == (29, None)


@pytest.mark.parametrize(
    "sentence",
    [
        "اغتيل العقيد على يد إرهابيين في مدينة طهران.",
        "نقل ضحايا الهجوم على مدينة نجع حمادي إلى المستشفى.",
    ],
)
def test_killers_and_victims_told_of_before_are_no_new_dead(sentence: str) -> None:
    assert all(e.killed is None or e.killed.low == 1 for e in read(sentence).events)


def test_headlines_of_other_reports_are_not_read() -> None:
    text = "أسقطت الدفاعات مسيرتين فوق مدينة الأبيض.\nأخبار ذات صلة\nمقتل طفل بانفجار لغم في الميادين\nسعر الليرة اليوم"
    (event,) = read(text).events
    assert event.killed is None


def test_the_killed_and_more_than_twenty_others_are_told_apart() -> None:
    text = "قالت مصادر إن 5 أشخاص قتلوا وأكثر من 20 آخرين أصيبوا إثر انفجار في مدينة عدن."
    assert figures(text) == ((5, 5), (20, None))


@pytest.mark.parametrize(
    "sentence",
    [
        "أودى الصراع في سوريا بحياة آلاف القتلى.",
        "وبهجمات أمس يرتفع عدد القتلى في صفوف الجيش إلى 60 جنديا منذ 20 يوليو.",
    ],
)
def test_what_grew_over_a_war_is_a_toll(sentence: str) -> None:
    assert [e.kind for e in read(sentence, published="2025-08-22").events] == ["toll"]


def test_the_dead_of_the_day_before_are_not_of_this_attack() -> None:
    first, *_ = read("ويأتي الهجوم على مدينة جنين بعد يوم من هجوم كبير أدى إلى مقتل رجل.").events
    assert first.killed is None


def test_two_gunmen_who_assassinate_are_not_the_dead() -> None:
    for deed, dead in (
        ("اغتال مسلحان على دراجة نارية ضابطا في عدن.", 1),
        ("قتل مسلحان في غارة على البصرة.", 2),
        ("قتل مسلحان شرطيا في البصرة.", 1),
    ):
        (event,) = read(deed).events
        assert event.killed is not None
        assert (event.killed.low, event.killed.high) == (dead, dead)


@pytest.mark.parametrize(
    ("sentence", "killed", "injured"),
    [
        ("أصيب شخص واحد على الأقل في هجوم بمسيرة على بلغورود.", None, (1, None)),
        ("قتل الانفجار خمسة من عناصر الشرطة وجرح تسعة في كابول.", (5, 5), (9, 9)),
        ("فقد أربعة جنود حياتهم وجرح ستة في انفجار عبوة.", (4, 4), (6, 6)),
        ("تسبب القصف بمقتل طفل وإصابة والديه في إدلب.", (1, 1), (2, 2)),
        ("أصابت القوات نجليه «محمد وأحمد» بجراح.", None, (2, 2)),
    ],
)
def test_figures_in_other_words(sentence: str, killed: object, injured: object) -> None:
    (event,) = read(sentence).events
    counts = [None if c is None else (c.low, c.high) for c in (event.killed, event.injured)]
    assert counts == [killed, injured]


def test_protesters_hurt_by_the_police_make_it_a_crackdown() -> None:
    (event,) = read("جرح نحو خمسين متظاهرا عندما أطلقت الشرطة الرصاص المطاطي في الناصرية.").events
    assert event.kind == "riot_crackdown"


@pytest.mark.parametrize(
    ("sentence", "killed"),
    [
        ("أودى الهجوم بحياة كمال مدحت، مساعد ممثل الحركة، وثلاثة من مرافقيه.", 4),
        ("قتل خالد سعيد في غارة على صنعاء.", 1),
        ("قتل جراء الصاروخ عامل أجنبي كان في مزرعة.", 1),
        ("كانت والدته وشقيق آخر له استشهدا خلال اجتياح جنين.", 2),
    ],
)
def test_the_dead_by_name_and_behind_what_killed_them(sentence: str, killed: int) -> None:
    (event,) = read(sentence).events
    assert event.killed is not None
    assert (event.killed.low, event.killed.high) == (killed, killed)


def test_the_first_to_be_killed_is_no_new_death() -> None:
    assert not read("هذا العامل هو أول شخص يقتل بالصواريخ منذ الحرب.").events


@pytest.mark.parametrize(
    "sentence",
    [
        "وقع ذلك بعد هجوم تعرضت له سفينة صيد تقل على متنها 37 بحارا قبالة سواحل الصومال.",
        "رفض الوزير تعويض ضحايا هجمات وقعت في لندن.",
    ],
)
def test_people_aboard_and_people_compensated_are_no_dead(sentence: str) -> None:
    assert all(event.killed is None for event in read(sentence, published="2025-07-22").events)


@pytest.mark.parametrize(
    ("sentence", "killed", "injured"),
    [
        ("قال الجيش إن ضابطا منه قتل في انفجار عبوة قرب الموصل.", 1, None),
        ("قالت القوة إن جنديا لها قتل بهجوم للمتمردين في شرق مالي.", 1, None),
        ("قتل أحد مساعديه في تفجير قنبلة في مقديشو.", 1, None),
        ("وكان رئيس الإقليم يونس بك قد أصيب بجروح إثر هجوم انتحاري في حزيران الماضي.", None, 1),
        ("أدى التفجير إلى استشهاد عشرة جنود وإصابة تسعة آخرين، ثلاثة منهم إصاباتهم بالغة.", 10, 9),
    ],
)
def test_one_of_a_body_an_aide_and_a_man_of_office_count_and_the_gravely_hurt_are_part(
    sentence: str, killed: int | None, injured: int | None
) -> None:
    (event,) = read(sentence, published="2025-07-22").events
    assert (event.killed and event.killed.low, event.injured and event.injured.low) == (killed, injured)


@pytest.mark.parametrize(
    ("sentence", "low", "high"),
    [
        ("أطلق مسلحون النار على شرطي في الزقازيق فقتلوه.", 1, 1),
        ("أطلقا النار على أمين شرطة في الزقازيق فقتلاه ولاذا بالفرار.", 1, 1),
        ("يذكر أن مسؤولا كبيرا قتل بعدما أطلق مسلحون النار عليه في موسكو.", 1, 1),
        ("تجاوز عدد القتلى في غزة 24 ألف شخص منذ بدء الحرب.", 24000, None),
    ],
)
def test_whom_a_pronoun_means_and_what_a_toll_exceeds(sentence: str, low: int, high: int | None) -> None:
    (event,) = read(sentence, published="2025-07-22").events
    assert event.killed is not None
    assert (event.killed.low, event.killed.high) == (low, high)


def test_orders_of_a_leader_are_no_death_of_his() -> None:
    events = read("صدرت توجيهات من زعيم الجماعة تقضي باستهداف مصانع في مدينة الحديدة.", published="2025-07-22").events
    assert all(event.killed is None for event in events)


@pytest.mark.parametrize(
    "sentence",
    [
        "راح ضحية التفجير ما يقارب 23 من رجال الأمن بين شهداء وجرحى في مدينة أبها.",
        "أوقع القصف عشرات المدنيين بين قتلى ومصابين في مدينة تعز.",
        "خلف الانفجار 15 شهيدا وجريحا في مدينة تعز.",
    ],
)
def test_one_figure_of_dead_and_wounded_is_neither(sentence: str) -> None:
    (event,) = read(sentence, published="2025-07-22").events
    assert (event.killed, event.injured) == (None, None)
    assert {fact.outcome for fact in event.harm} == {"casualties"}


def test_a_months_dead_and_wounded_are_a_toll() -> None:
    (toll,) = read("قال الناطق إن 25 جنديا قتلوا وأصيب 35 آخرون في شهر يوليو في بنغازي.", published="2025-08-03").events
    assert toll.kind == "toll"


def test_a_toll_is_not_the_deed_of_whoever_struck_on_the_day_it_is_counted_from() -> None:
    events = read(
        "قالت الوزارة إن أكثر من 4700 شخص قتلوا منذ السابع من أكتوبر عندما أدى هجوم لحماس على إسرائيل إلى الحرب.",
        published="2023-10-23",
    ).events
    (toll,) = (event for event in events if event.kind == "toll")
    assert toll.perpetrators == ()


@pytest.mark.parametrize("thing", ["سيارة", "موكب", "مكتب", "منزل"])
def test_a_hit_on_what_somebody_owns_hurt_nobody(thing: str) -> None:
    for event in read(f"قالت الشرطة إن {thing} الجنرال القاسمي أصيب في هجوم صاروخي في العاصمة.").events:
        assert event.injured is None


def test_a_general_who_was_hit_is_hurt() -> None:
    (event,) = read("قالت الشرطة إن الجنرال القاسمي أصيب في هجوم صاروخي في العاصمة.").events
    assert event.injured is not None


def test_two_of_the_dead_are_no_second_toll_beside_a_claimed_one() -> None:
    (event,) = read(
        "قصفت الطائرات ورشة في بلدة سرمين، قاتلة خمسة عمال، الإنقاذ عمال قالوا. اثنان من القتلى كانا أخوين."
    ).events
    assert event.killed is not None
    assert event.killed.low == 5
