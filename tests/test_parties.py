"""Who did it and to whom: what speakers say of themselves, two flanks, aliases, translations' word order."""

from __future__ import annotations

import pytest

from sided import doers, foes
from waqai import Event, read


def only(sentence: str) -> Event:
    (event,) = read(sentence, published="2025-07-22").events
    return event


@pytest.mark.parametrize(
    ("sentence", "doer"),
    [
        ("قالت تركيا إنها قصفت مواقع لحزب العمال الكردستاني في شمال العراق.", "تركيا"),
        ("قال جهاز الأمن إنه اعتقل ثلاثة أشخاص في مدينة لفيف.", "جهاز الأمن"),
        ("أنقرة قالت هي قصفت ثلاثة مواقع قرب سنجار.", "أنقرة"),
    ],
)
def test_who_says_that_it_struck_did_it(sentence: str, doer: str) -> None:
    assert doers(only(sentence)) == [doer]


def test_who_says_that_it_foiled_a_plot_did_not_plot() -> None:
    assert doers(only("قالت السلطات إنها أحبطت مخططا لتفجير كنيسة في المدينة.")) == []


def test_who_says_that_it_condemns_a_strike_did_not_strike() -> None:
    assert all("تركيا" not in doers(event) for event in read("قالت تركيا إنها تدين قصف مدينة خاركيف.").events)


def test_who_says_that_it_came_under_attack_is_whom_it_was_done_to() -> None:
    event = only("قالت الشرطة إنها تعرضت لهجوم قرب المحكمة.")
    assert (doers(event), foes(event)) == ([], ["الشرطة"])


def test_whoever_announces_a_killing_of_fighters_killed_them() -> None:
    event = only("أعلن الجيش الصومالي قتل 47 من عناصر حركة الشباب في عملية عسكرية.")
    assert (doers(event), foes(event)) == (["الجيش الصومالي"], ["عناصر حركة الشباب"])


@pytest.mark.parametrize(
    "sentence",
    [
        "أعلن الجيش الصومالي مقتل سبعة من جنوده في انفجار عبوة ناسفة.",
        "أعلن الجيش إصابة جنديين في هجوم بمسيرة.",
        "أعلن الجيش سقوط صاروخ على قاعدة.",
        "أعلن الجيش انفجار عبوة ناسفة في دورية.",
    ],
)
def test_whoever_announces_what_befell_it_did_not_do_it(sentence: str) -> None:
    assert doers(only(sentence)) == []


def test_whoever_beats_an_attack_off_is_whom_it_was_done_to() -> None:
    event = only("صد الجيش السوداني هجوما لقوات الدعم السريع على مدينة الفاشر.")
    assert (event.kind, doers(event), foes(event)) == ("clash", ["قوات الدعم السريع"], ["الجيش السوداني"])


def test_an_ambush_is_laid_for_the_column() -> None:
    event = only("نصب مقاتلو الحركة كمينا لرتل من مجموعة فاغنر قرب بلدة تينزواتين.")
    assert (doers(event), foes(event)) == (["مقاتلو الحركة"], ["رتل من مجموعة فاغنر"])


def test_a_police_ambush_that_is_attacked_is_a_checkpoint() -> None:
    event = only("قتل ثلاثة من الشرطة في هجوم على كمين للشرطة في العريش.")
    assert (doers(event), [t.kind for t in event.targets]) == ([], ["checkpoint"])


def test_allies_on_one_side_and_the_foe_on_the_other() -> None:
    event = only("دارت مواجهات بين قوات حماس والشرطة من جهة ومقاتلي جند أنصار الله من جهة ثانية في رفح.")
    assert (doers(event), foes(event)) == (["قوات حماس", "الشرطة"], ["مقاتلي جند أنصار الله"])


def test_an_alias_is_the_same_side() -> None:
    event = only("سيطر تحالف مسلح يعرف باسم فجر ليبيا على العاصمة.")
    assert (doers(event), foes(event)) == (["تحالف مسلح يعرف باسم فجر ليبيا"], [])


def test_both_capitals_exchange_and_neither_is_the_place() -> None:
    event = only("تبادلت موسكو وكييف أمس 160 أسير حرب بوساطة إماراتية.")
    assert (doers(event), event.places) == (["موسكو", "كييف"], ())


def test_an_adjective_of_nation_before_its_drone() -> None:
    assert doers(only("تركية مسيرة ضربت سيارة في ريف القامشلي.")) == ["تركية"]


def test_an_army_before_the_town_is_not_the_towns_army() -> None:
    assert doers(only("قصف الجيش البلدة بالمدفعية.")) == ["الجيش"]


@pytest.mark.parametrize("sentence", ["سقط صاروخ على حي سكني في المدينة.", "المدينة تعرضت لقصف عنيف."])
def test_the_city_is_no_place_of_that_name(sentence: str) -> None:
    assert all(place.name is None for place in only(sentence).places)


def test_a_name_behind_town_is_no_verb() -> None:
    event = only("قصفت المدفعية بلدة سرمين.")
    assert (event.kind, [p.name for p in event.places]) == ("shelling", ["Sarmin"])


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("ألقت مسيرة قنبلة على سيارة مدنية.", "drone_strike"),
        ("قصف الجيش البلدة بالصواريخ والمدفعية.", "shelling"),
        ("قصف الجيش البلدة بالمدفعية والطائرات المسيرة.", "attack"),
    ],
)
def test_two_weapons_make_the_kind_of_what_carries_or_masses(sentence: str, kind: str) -> None:
    assert only(sentence).kind == kind


def test_whoever_smashes_an_attack_is_whom_it_was_done_to() -> None:
    event = only("الجيش السوداني قال أنه حطم هجوم من المحور الجنوبي للمدينة.")
    assert (event.kind, doers(event), foes(event)) == ("clash", [], ["الجيش السوداني"])


def test_sanctions_that_target_ships_attack_nobody() -> None:
    event = only("صفع الاتحاد الأوروبي حزمة جديدة من العقوبات على روسيا تستهدف 149 سفينة ومصرفين.")
    assert (event.kind, doers(event)) == ("sanction", ["الاتحاد الأوروبي"])


def test_blame_thrown_is_no_bomb_dropped() -> None:
    assert all(event.kind != "air_strike" for event in read("ألقت إيران باللوم في الهجوم على إسرائيل.").events)


def test_an_aim_is_no_deed() -> None:
    assert read("تكثف الأجهزة الأمنية أعمال البحث للقبض على العناصر المتورطة.").events == ()


def test_what_a_side_intends_is_planned_and_what_it_seeks_is_nothing() -> None:
    assert only("تنوي القوات الروسية السيطرة على منطقة دونباس.").status == "planned"
    assert read("تسعى القوات الروسية إلى السيطرة على منطقة دونباس.").events == ()


def test_a_seized_ship_is_abducted() -> None:
    assert only("استولى المسلحون على ناقلة نفط قبالة سواحل الصومال.").kind == "abduction"


def test_a_thing_that_was_hit_was_attacked() -> None:
    event = only("أصيب المقهى نفسه يوم السبت بصاروخ.")
    assert (event.kind, [t.kind for t in event.targets]) == ("missile_strike", ["restaurant"])


def test_a_medic_hurt_behind_an_ambulance_is_no_second_attack() -> None:
    (event,) = read("طالت ضربة سيارة الإسعاف وأصيب مسعف بارتجاج.").events
    assert event.injured is not None
    assert event.injured.low == 1


def test_since_then_opens_a_toll() -> None:
    assert only("منذئذ قتل 83 شخصا في ضربات، بحسب الوزارة.").kind == "toll"


def test_the_killing_of_one_named_person_is_one_event() -> None:
    report = (
        "قتلت الصحفية ليلى الحسن برصاص قناص في مدينة جنين يوم الأربعاء. ودعت النقابة إلى تحقيق. "
        "وقال زملاؤها إن الجنود أطلقوا النار. وأثار مقتل ليلى الحسن غضبا واسعا."
    )
    killed = [event for event in read(report, published="2025-07-22").events if event.killed]
    assert len(killed) == 1


def test_said_that_it_shelled_gunmen_names_the_gunmen_as_the_object() -> None:
    event = only("قالت روسيا إنها قصفت مسلحين في ريف إدلب.")
    assert (doers(event), foes(event)) == (["روسيا"], ["مسلحين"])


def test_the_state_and_its_adjective_have_one_id() -> None:
    adjective = only("غارات روسية على ريف إدلب.").perpetrators[0]
    state = only("قصفت روسيا ريف إدلب.").perpetrators[0]
    assert (adjective.id, adjective.name) == (state.id, state.name) == ("actor:russia", "Russia")


def test_a_surname_behind_a_first_name_is_no_place() -> None:
    assert [p.text for p in only("اعتقلت الشرطة جمانة الزعتري في مدينة حمص.").places] == ["مدينة حمص"]


@pytest.mark.parametrize(
    "sentence",
    [
        "وكان الجانبان قد تبادلا 35 أسيرا و14 جثمانا في مأرب في 3 سبتمبر الماضي.",
        "سلمت إسرائيل 15 جثمانا إلى الصليب الأحمر.",
    ],
)
def test_bodies_given_back_kill_nobody(sentence: str) -> None:
    assert all(event.killed is None for event in read(sentence, published="2025-07-22").events)


def test_bodies_recovered_after_a_strike_are_its_dead() -> None:
    event = only("انتشل الدفاع المدني 14 جثمانا من تحت الأنقاض في خان يونس بعد قصف.")
    assert event.killed is not None
    assert event.killed.low == 14


def test_rescuers_hurt_at_the_same_site_are_no_fighters_and_the_site_is_no_base() -> None:
    event = only("وبعد أقل من ساعة استهدف صاروخ الموقع نفسه، فأصيب ثلاثة من عناصر الإنقاذ.")
    assert (foes(event), event.targets, [h.group for h in event.harm]) == ([], (), ["other"])


def test_a_quarter_beside_a_far_town_stays_unresolved() -> None:
    quarter, town = only("نزحت نحو 300 أسرة من حي السلام شرقي الفاشر.").places
    assert (quarter.name, town.name) == (None, "El Fasher")


def test_a_speakers_detail_of_a_quarter_is_the_towns_attack() -> None:
    report = (
        "هاجمت طائرات مسيرة مدينة خاركيف فجر الثلاثاء، وقتل اثنان. "
        "وقال المسؤول إن ثلاث طائرات مسيرة أصابت مبنى سكنيا في حي سالتيفكا."
    )
    assert len(read(report, published="2025-07-22").events) == 1


def test_two_things_hit_are_no_place_of_one_name() -> None:
    event = only("مسيّرات روسية تصيب مدرسة ومبنى سكنياً في خاركيف.")
    assert [p.name for p in event.places] == ["Kharkiv"]
    assert sorted(t.kind for t in event.targets) == ["residential", "school"]


@pytest.mark.parametrize(
    ("sentence", "doers", "others"),
    [
        (
            "التقى وزير الخارجية الأمريكي نظيره السعودي في الرياض.",
            ["وزير الخارجية الأمريكي"],
            ["نظيره السعودي"],
        ),
        (
            "التقت وزيرة الخارجية هيلاري كلينتون الرئيس محمود عباس.",
            ["وزيرة الخارجية هيلاري كلينتون"],
            ["الرئيس محمود عباس"],
        ),
        (
            "أجرى الرئيس الفرنسي إيمانويل ماكرون محادثات مع المستشارة الألمانية أنجيلا ميركل.",
            ["الرئيس الفرنسي إيمانويل ماكرون"],
            ["المستشارة الألمانية أنجيلا ميركل"],
        ),
    ],
)
def test_who_met_whom_by_office_and_name(sentence: str, doers: list[str], others: list[str]) -> None:
    (event,) = read(sentence).events
    assert [p.text for p in event.perpetrators] == doers
    assert [p.text for p in event.against] == others


@pytest.mark.parametrize(
    "sentence",
    [
        "تصدى الجيش لهجوم شنه مسلحون على حاجز في درعا.",
        "أحبط الجيش هجوما عنيفا شنه مسلحون على حاجز في درعا.",
        "قتل جندي إثر تصدي الجيش لهجوم شنه مسلحون على حاجز في درعا.",
    ],
)
def test_who_launched_an_attack_that_was_beaten_off_made_it(sentence: str) -> None:
    assert doers(only(sentence)) == ["مسلحون"]


def test_the_aim_of_a_move_is_no_attack_that_was_beaten_off() -> None:
    assert read("تحرك الجيش نحو المدينة استعدادا لهجوم واسع.", published="2025-07-22").events == ()


def test_all_allies_before_on_one_side_fight_together() -> None:
    event = only(
        "تدور اشتباكات بين الجيش السوداني والقوات المشتركة وكتيبة البراء من جهة وقوات الدعم السريع من جهة أخرى في الفاشر."
    )
    assert len(doers(event)) == 3
    assert foes(event) == ["قوات الدعم السريع"]


@pytest.mark.parametrize(
    ("sentence", "foe"),
    [
        ("هاجم مسلحون عناصر الشرطة في مدينة البصرة.", "عناصر الشرطة"),
        ("أطلق مسلحون النار على رجال الشرطة في بغداد.", "رجال الشرطة"),
        ("استهدفت غارة إسرائيلية قياديا في حزب الله في بلدة تول.", "حزب الله"),
        ("تسلل عناصر من قوات النظام إلى مواقع فصائل المعارضة في جبل الزاوية.", "فصائل المعارضة"),
        ("عاد السكان إلى مدينة عدن بعد عملية تحريرها من المتمردين الحوثيين.", "المتمردين الحوثيين"),
    ],
)
def test_whom_armed_people_and_moves_are_aimed_at(sentence: str, foe: str) -> None:
    assert foes(only(sentence)) == [foe]


@pytest.mark.parametrize(
    "sentence", ["أطلق جنود النار على شبان في بلدة بيتا.", "اعتدى الجنود على طفل في مدينة الخليل."]
)
def test_soldiers_who_shoot_are_not_shot_at(sentence: str) -> None:
    assert foes(only(sentence)) == []


@pytest.mark.parametrize(
    "sentence", ["فشل الحوثيون في السيطرة على مدينة مأرب.", "أخفقت قوات الدعم السريع في السيطرة على مدينة الفاشر."]
)
def test_a_town_that_a_side_failed_to_take_did_not_change_hands(sentence: str) -> None:
    assert read(sentence, published="2025-07-22").events == ()


@pytest.mark.parametrize(
    ("sentence", "killed", "doer"),
    [
        ("قتل مسلحو حركة الشباب ثلاثة مدنيين في كيسمايو.", 3, ["مسلحو حركة الشباب"]),
        ("قتل مقاتلو التنظيم جنديين قرب الموصل.", 2, ["مقاتلو التنظيم"]),
        ("قتل مسلحون في غارة أمريكية قرب كيسمايو.", 2, ["أمريكية"]),
    ],
)
def test_a_plural_in_the_case_of_a_subject_killed_or_was_killed(sentence: str, killed: int, doer: list[str]) -> None:
    event = only(sentence)
    assert event.killed is not None
    assert event.killed.low == killed
    assert doers(event) == doer


def test_a_plural_with_its_full_ending_owns_nothing() -> None:
    event = only("هاجم مسلحون قوات الجيش والشرطة في سيناء.")
    assert doers(event) == ["مسلحون"]
    assert foes(event) == ["قوات الجيش", "الشرطة"]


def test_sides_joined_before_the_verb_did_it_together() -> None:
    event = only(
        "أكد مصدر أن المقاومة الشعبية والجيش الوطني يفرضان حصارا على مليشيا الحوثي وقوات المخلوع صالح في العند."
    )
    assert doers(event) == ["المقاومة الشعبية", "الجيش الوطني"]
    assert foes(event) == ["مليشيا الحوثي", "قوات المخلوع صالح"]


def test_the_side_whose_positions_were_hit_suffered_it() -> None:
    assert foes(only("شن الطيران غارات على مواقع الحوثيين في صعدة.")) == ["الحوثيين"]


@pytest.mark.parametrize(
    ("sentence", "doer"),
    [
        ("شنت مجموعة من القراصنة هجوما على سفينة إمدادات قبالة الصومال.", ["مجموعة من القراصنة"]),
        ("منعت الشرطة اقتحامات المستوطنين اليهود للمسجد الأقصى.", ["المستوطنين اليهود"]),
        ("تمكنت القوات اليمنية من إحباط اعتداءات انتحارية كانت تستهدف مصالح أجنبية.", []),
    ],
)
def test_who_stormed_and_who_only_foiled(sentence: str, doer: list[str]) -> None:
    assert doers(only(sentence)) == doer


def test_the_ranks_of_the_dead_are_the_side_that_suffered() -> None:
    event = only("سقط عشرات القتلى في صفوف ميليشيات الحوثيين بالاشتباكات في محافظة أبين.")
    assert foes(event) == ["ميليشيات الحوثيين"]


def test_whom_an_attack_targeted_did_not_make_it() -> None:
    event = only("استهدف الهجوم أفراد الشرطة المكلفين بحراسة القنصلية.")
    assert (doers(event), foes(event)) == ([], ["أفراد الشرطة"])


def test_who_owned_up_to_an_attack_made_it() -> None:
    event = only("قتل ثلاثة جنود في هجوم في سيناء، وتبنى الهجوم تنظيم الدولة الإسلامية.")
    assert doers(event) == ["تنظيم الدولة الإسلامية"]


def test_whose_meeting_it_was_met() -> None:
    event = only("انعقد اجتماع الوزير بوريطة مع رئيسة الدبلوماسية الهولندية في مراكش.")
    assert doers(event) == ["الوزير بوريطة"]
