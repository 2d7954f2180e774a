"""Triggers: each kind of event from a plain sentence, with who, whom, with what and how many."""

from __future__ import annotations

import pytest

from waqai.engine import read
from waqai.model.record import Event, Figure


def only(sentence: str) -> Event:
    (event,) = read(sentence, published="2025-07-22").events
    return event


def figure(value: Figure | None) -> tuple[int, int | None] | None:
    return (value.low, value.high) if value else None


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("قصف الجيش السوداني مواقع في مدينة نيالا.", "attack"),
        ("شنت الطائرات غارة على بلدة عيترون.", "air_strike"),
        ("استهدفت طائرة مسيرة محطة وقود في مدينة سومي.", "drone_strike"),
        ("ضرب صاروخ باليستي مستشفى في دنيبرو.", "missile_strike"),
        ("سقطت قذيفة هاون على حي في مدينة الخرطوم.", "shelling"),
        ("انفجرت عبوة ناسفة شرقي مدينة الموصل.", "bombing"),
        ("انفجر لغم بسيارة في مدينة منبج.", "mine_explosion"),
        ("هز انفجار عنيف مدينة عدن.", "explosion"),
        ("قتل شرطيان في إطلاق نار بمدينة كويتا.", "shooting"),
        ("اندلعت اشتباكات بين الجيش وقوات الدعم السريع في مدينة الأبيض.", "clash"),
        ("توغلت قوة إسرائيلية في قرية جباتا الخشب.", "ground_assault"),
        ("طعن شاب شرطيا في مدينة القدس.", "assault"),
        ("أعدمت قوات الدعم السريع 10 أسرى في مدينة بارا.", "execution"),
        ("اختطف مسلحون 6 عمال في ولاية بورنو.", "abduction"),
        ("اعتقلت قوات الاحتلال 14 فلسطينيا في مدينة نابلس.", "detention"),
        ("اعترضت الدفاعات الجوية 12 صاروخا فوق مدينة كييف.", "interception"),
        ("سيطرت قوات الدعم السريع على مدينة بارا.", "territory_change"),
        ("أحرق مستوطنون 3 منازل في قرية دوما.", "destruction"),
        ("نزحت 200 عائلة من بلدة مجدل شمس.", "displacement"),
        ("خرجت مظاهرة في مدينة السويداء.", "protest"),
        ("عقد الوفدان محادثات في إسطنبول أمس.", "talks"),
        ("وقعت روسيا وأوكرانيا اتفاقا في إسطنبول.", "agreement"),
        ("أفرجت حماس عن 3 رهائن.", "release"),
        ("عين الرئيس العليمي سالم بن بريك رئيسا للوزراء.", "appointment"),
        ("فرض الاتحاد الأوروبي عقوبات على 10 مسؤولين روس.", "sanction"),
    ],
)
def test_a_plain_sentence_tells_one_event_of_its_kind(sentence: str, kind: str) -> None:
    event = only(sentence)
    assert (event.kind, event.status) == (kind, "happened")


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("نفذ العدو ضربة بطائرة بدون طيار على مدينة سومي ، أصيب شخصان.", "drone_strike"),
        ("قام العدو بإسقاط قنابل انزلاق على مدينة كراماتورسك.", "air_strike"),
        ("تعرضت مدينة نيكوبول لقصف مدفعي من العدو.", "shelling"),
        ("نتيجة للهجوم بصواريخ كروز على أوديسا توفي رجل.", "missile_strike"),
        ("تم اعتقال شخصين في مدينة خيرسون.", "detention"),
    ],
)
def test_machine_translated_wording_tells_the_same_kinds(sentence: str, kind: str) -> None:
    assert only(sentence).kind == kind


@pytest.mark.parametrize(
    ("sentence", "killed", "injured"),
    [
        ("أسفر قصف على مدينة سومي عن مقتل شخصين.", (2, 2), None),
        ("أدى انفجار في مدينة كركوك إلى مقتل جنديين وإصابة ثلاثة.", (2, 2), (3, 3)),
        ("قتلت امرأة وأصيب سبعة آخرون في قصف على خاركيف.", (1, 1), (7, 7)),
        ("قتل فلسطينيان وأصيب ثلاثة فلسطينيين في غارة على رفح.", (2, 2), (3, 3)),
        ("قتل أحد الجنود في اشتباكات بمدينة عدن.", (1, 1), None),
        ("5 قتلى و8 جرحى في قصف على مدينة الفاشر.", (5, 5), (8, 8)),
        ("أصيب العشرات في قصف على مدينة حلب.", None, (20, None)),
        ("قتل ما لا يقل عن 24 مدنيا في قصف على مدينة حلب.", (24, None), None),
        ("قتل أكثر من 20 شخصا في غارة على صنعاء.", (20, None), None),
        ("قتل عدد من المدنيين في غارة على صنعاء.", (2, None), None),
        ("قتل 12 شخصا بينهم 3 أطفال في غارة على صنعاء.", (12, 12), None),
        ("قتل 7 وأصيب 9 في غارة على بلدة كفركلا.", (7, 7), (9, 9)),
        ("استهدفت غارة سيارة في بلدة عيترون.", None, None),
    ],
)
def test_the_dead_and_the_wounded_are_counted(
    sentence: str, killed: tuple[int, int | None] | None, injured: tuple[int, int | None] | None
) -> None:
    event = only(sentence)
    assert (figure(event.killed), figure(event.injured)) == (killed, injured)


@pytest.mark.parametrize(
    ("sentence", "by", "against"),
    [
        ("قصف الجيش السوداني مواقع قوات الدعم السريع في مدينة نيالا.", ["actor:saf"], ["actor:rsf"]),
        ("أطلقت روسيا 35 طائرة مسيرة على أوديسا.", ["actor:russia"], []),
        ("قتل شخصان في غارة إسرائيلية على بلدة عيترون.", ["actor:israel"], []),
        ("اعتقلت قوات الاحتلال 14 فلسطينيا في مدينة نابلس.", ["actor:idf"], []),
        ("قال الجيش الإسرائيلي إنه اعترض صاروخا فوق مدينة حيفا.", ["actor:idf"], []),
        ("انفجرت عبوة ناسفة شرقي مدينة الموصل.", [], []),
    ],
)
def test_sides_are_told_apart(sentence: str, by: list[str], against: list[str]) -> None:
    event = only(sentence)
    assert [party.id for party in event.perpetrators] == by
    assert [party.id for party in event.against] == against


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "ضرب صاروخ مستشفى في دنيبرو فدمر ثلاثة مبان سكنية.",
            [("hospital", 1, "hit"), ("residential", 3, "destroyed")],
        ),
        (
            "تضررت خمسة منازل ومدرسة في قصف على بلدة أنتونيفكا.",
            [("residential", 5, "damaged"), ("school", 1, "damaged")],
        ),
        ("أحرق مستوطنون 3 منازل في قرية دوما.", [("residential", 3, "destroyed")]),
    ],
)
def test_what_was_hit_has_its_number_and_effect(sentence: str, expected: list[tuple[str, int, str]]) -> None:
    assert [(t.kind, t.low, t.effect) for t in only(sentence).targets] == expected


def test_the_groups_that_a_report_singles_out_are_kept() -> None:
    event = only("قتل 12 شخصا بينهم 3 أطفال وامرأتان في غارة على مدينة صنعاء.")
    assert [(h.outcome, h.group, h.low, h.sex) for h in event.harm] == [
        ("killed", "child", 3, "m"),
        ("killed", "woman", 2, "f"),
    ]


def test_a_victim_has_an_age() -> None:
    (harm,) = only("أصيب صبي يبلغ من العمر 5 سنوات في قصف على مدينة سومي.").harm
    assert (harm.outcome, harm.group, harm.age, harm.sex, harm.low) == ("injured", "child", 5, "m", 1)


@pytest.mark.parametrize("wounded", ["إصابة 9", "إصابة 9 أشخاص"])
def test_a_headline_of_dead_and_wounded(wounded: str) -> None:
    event = only(f"مقتل 7 و{wounded} في غارة على بلدة كفركلا.")
    assert (figure(event.killed), figure(event.injured)) == ((7, 7), (9, 9))


def test_another_is_one() -> None:
    event = only("قتل شخص وأصيب آخر في قصف على مدينة نيكوبول.")
    assert (figure(event.killed), figure(event.injured)) == ((1, 1), (1, 1))


def test_two_is_said_behind_the_noun() -> None:
    assert figure(only("أسفر الهجوم على مدينة سومي عن مقتل مدنيين اثنين.").killed) == (2, 2)


def test_bombs_from_aircraft_are_aerial() -> None:
    assert "ied" not in [w.kind for w in only("ألقت طائرات قنابل على بلدة كوستيانتينيفكا.").weapons]


def test_a_bomber_blows_himself_up() -> None:
    assert only("فجر انتحاري نفسه في سوق بمدينة بيشاور.").kind == "suicide_bombing"


def test_gunmen_open_fire() -> None:
    assert only("أطلق مسلحون النار على سيارة في مدينة كويتا.").kind == "shooting"


def test_the_sides_of_an_agreement_are_no_places() -> None:
    event = only("وقعت روسيا وأوكرانيا اتفاقا في إسطنبول.")
    assert [p.name for p in event.places] == ["Istanbul"]
    assert sorted(p.id or "" for p in (*event.perpetrators, *event.against)) == ["actor:russia", "actor:ukraine"]


@pytest.mark.parametrize(
    ("sentence", "place"),
    [("قصف الجيش بلدة كفرنبل.", "بلدة كفرنبل"), ("قصفت المدفعية التابعة للجيش قرية كفر عويد.", "قرية كفر عويد")],
)
def test_the_army_strikes_a_town(sentence: str, place: str) -> None:
    assert [p.text for p in only(sentence).places] == [place]


@pytest.mark.xfail(strict=True, reason="the town behind a verb that shakes it is no place")
def test_an_explosion_shakes_a_town() -> None:
    assert [p.name for p in only("أفاد شهود بأن انفجارا هز كييف.").places] == ["Kyiv"]


@pytest.mark.xfail(strict=True, reason="a verb of demanding before its subject is read as a student")
def test_a_demanding_official_is_no_student() -> None:
    assert only("طالب الأمين العام بالإفراج عن الرهائن.").perpetrators == ()


@pytest.mark.parametrize(
    ("sentence", "kind", "weapon"),
    [
        ("طيران التحالف قصف منزلا في مدينة الرقة.", "air_strike", "aircraft"),
        ("مروحيات النظام قصفت مدينة داريا.", "air_strike", "helicopter"),
        ("المسيرات التركية استهدفت سيارة في مدينة عين العرب.", "drone_strike", "drone"),
        ("سلاح الجو الإسرائيلي قصف مبنى في مدينة صور.", "air_strike", None),
        ("استشهد مواطن بغارة من مسيرة معادية على دراجة نارية في بلدة عيتا الشعب.", "drone_strike", "drone"),
        ("أغارت الطائرات على مدينة صور مع تحليق للمسيرات.", "air_strike", "aircraft"),
        ("التحالف الدولي قصف منزلا في مدينة الرقة.", "attack", None),
    ],
)
def test_a_side_named_by_what_it_flies_tells_how_it_struck(sentence: str, kind: str, weapon: str | None) -> None:
    event = only(sentence)
    assert (event.kind, next((w.kind for w in event.weapons), None)) == (kind, weapon)


def test_the_name_of_a_campaign_is_no_deed() -> None:
    assert [e.kind for e in read("#الرقة_تذبح_بصمت الطيران قصف حي الدرعية.").events] == ["air_strike"]
    assert read("#حلب_تحترق").events == ()
    assert [e.kind for e in read("#قصف_مدفعي على بلدة النيرب.").events] == ["shelling"]


def test_the_capture_of_soldiers_is_not_their_families() -> None:
    assert only("أسر جنديين روسيين في محور باخموت.").kind == "detention"
    assert read("قدمت الوزارة تعازيها لأسر الجنود في مدينة تعز.").events == ()
    assert read("زيارة أسر الشهداء في مدينة تعز.").events == ()


def test_a_car_that_a_raid_is_on_is_what_it_hit() -> None:
    assert [t.kind for t in only("غارة بمسيرة على سيارة في مدينة صور.").targets] == ["vehicle"]
    assert [t.kind for t in only("انفجار سيارة مفخخة في مدينة عفرين.").targets] == []


def test_vehicles_that_are_burned_are_what_was_hit() -> None:
    assert [t.kind for t in only("أحرق مستوطنون فجر اليوم مركبتين في قرية أبو فلاح.").targets] == ["vehicle"]
    assert only("مسلحون يستقلون سيارة أطلقوا النار على شرطي في الموصل.").targets == ()


def test_a_church_that_an_attack_is_on_is_what_was_hit() -> None:
    event = only("هجوم شنه مسلحون يشتبه بأنهم جهاديون على كنيسة في قرية بانسي.")
    assert [t.kind for t in event.targets] == ["place_of_worship"]


def test_people_who_flee_are_displaced_and_gunmen_are_not() -> None:
    event = only("قالت المنظمة إن 7500 شخص على الأقل فروا من منازلهم في مدينة بالما.")
    assert (event.kind, event.places[0].text) == ("displacement", "مدينة بالما")
    assert [e.kind for e in read("فر المسلحون من المكان بعد إطلاق النار على حاجز في مدينة كركوك.").events] == [
        "shooting"
    ]
    assert [p.text for p in only("فر مئات السكان من بلدة سراقب إلى مدينة إدلب.").places] == ["بلدة سراقب"]


def test_death_is_met_behind_a_long_count_too() -> None:
    event = only("لقي ما لا يقل عن 16 شخصا مصرعهم في تفجير بسوق في مدينة بعقوبة.")
    assert figure(event.killed) == (16, None)


@pytest.mark.parametrize(
    ("sentence", "kind", "killed", "injured"),
    [
        ("شهيد برصاص قوات الاحتلال في مدينة جنين.", "shooting", 1, None),
        ("قتيلان من قوات النظام بلغم من مخلفات داعش ببادية السخنة.", "mine_explosion", 2, None),
        ("3 شهداء و5 جرحى بصواريخ الاحتلال في مدينة رفح.", "missile_strike", 3, 5),
        ("جريح جراء لغم أرضي في مدينة صرواح.", "mine_explosion", None, 1),
    ],
)
def test_the_dead_and_the_weapon_tell_it_without_a_verb(
    sentence: str, kind: str, killed: int | None, injured: int | None
) -> None:
    event = only(sentence)
    assert event.kind == kind
    assert (event.killed and event.killed.low, event.injured and event.injured.low) == (killed, injured)


def test_death_under_torture_is_told_and_a_confession_is_not() -> None:
    event = only("وفاة 3 معتقلين تحت التعذيب في سجن صيدنايا.")
    assert (event.kind, figure(event.killed)) == ("execution", (3, 3))
    assert read("اعترف المتهم تحت التعذيب بما لم يفعل.").events == ()


def test_rockets_that_bring_down_people_down_no_rocket() -> None:
    event = only("صواريخ النظام تسقط 18 قتيلا في مدينة حلب.")
    assert (event.kind, figure(event.killed)) == ("missile_strike", (18, 18))
    assert only("صواريخ الدفاع الجوي تسقط 3 مسيرات فوق مدينة كييف.").kind == "interception"


def test_suicide_drones_make_no_suicide_bombing() -> None:
    assert only("هجوم بمسيرات انتحارية على مطار الخرطوم.").kind == "drone_strike"
    assert only("هجوم انتحاري على حاجز في مدينة مقديشو.").kind == "suicide_bombing"


def test_firing_is_told_by_its_noun_when_it_is_aimed() -> None:
    event = only("قام مسلحو حماس بإطلاق عدة قذائف باتجاه مدينة عسقلان.")
    assert (event.kind, event.perpetrators[0].text) == ("shelling", "مسلحو حماس")
    assert only("إطلاق صاروخ من غزة باتجاه عسقلان.").kind == "missile_strike"
    assert read("إطلاق حملة لدعم المزارعين. وكان الأسوأ على الإطلاق.").events == ()
    assert read("تستطيع المنظومة إطلاق صواريخها على 4 أهداف.").events == ()
    kinds = [e.kind for e in read("اعتقلت الشرطة رجلين أثناء محاولتهما إطلاق صواريخ على مدينة عسقلان.").events]
    assert kinds == ["detention"]


def test_a_group_is_named_by_its_leader_too() -> None:
    assert only("قوات طارق صالح قصفت مدينة الخوخة.").perpetrators[0].text == "قوات طارق صالح"
