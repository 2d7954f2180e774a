"""Sides told with other words than a verb and its subject: agents, owners, pronouns, claims and accusations."""

from __future__ import annotations

import pytest

import sided
from waqai import Event, read


def events(text: str) -> tuple[Event, ...]:
    return read(text, published="2025-07-22").events


def sides(text: str) -> tuple[list[str], list[str]]:
    """Who did it and whom it was done to, of the only event."""
    (event,) = events(text)
    return sided.doers(event), sided.foes(event)


@pytest.mark.parametrize(
    ("sentence", "doers"),
    [
        ("قصفت طائرات مسيرة مستشفى في مدينة الأبيض.", []),
        ("قصفت المدفعية الأوكرانية تجمعات قرب مدينة توكماك.", ["المدفعية الأوكرانية"]),
        ("دمر الجيش آليات في محور بارا.", ["الجيش"]),
        ("أسقطت دفاعاتنا الجوية مسيرتين فوق مدينة عطبرة.", ["دفاعاتنا الجوية"]),
        ("قصفت قوات الجيش قرية قرب مدينة بارا.", ["قوات الجيش"]),
        ('هاجم مقاتلو لواء "صقور الجبل" قرية في ريف إدلب.', ['مقاتلو لواء "صقور الجبل"']),
        ("هاجم مسلحون متطرفون قرية في ولاية بورنو.", ["مسلحون متطرفون"]),
    ],
)
def test_the_words_of_a_side_end_where_its_object_begins(sentence: str, doers: list[str]) -> None:
    assert sides(sentence)[0] == doers


@pytest.mark.parametrize(
    ("sentence", "doers"),
    [
        ("قتل طبيب بإطلاق نار بواسطة مسلحين ملثمين في مدينة الزاوية.", ["مسلحين ملثمين"]),
        ("أصيب مزارع بطلق ناري مصدره نقطة لقوات النظام في مدينة معرة النعمان.", ["قوات النظام"]),
        ("أعدم أربعة مدنيين على يد مجموعة ترتدي زيا عسكريا في مدينة ود مدني.", ["مجموعة"]),
        ("قتل شخصان بقصف من الجيش السوداني استهدف سوق نيالا.", ["الجيش السوداني"]),
        ("الجيش الروسي هو من قصف المستشفى في مدينة إيزيوم.", ["الجيش الروسي"]),
        ("قتل شرطي أثناء تصديه لعناصر إرهابية في هجوم على مركز في مدينة سترة.", ["عناصر إرهابية"]),
        ("قتل رجال شرطة 3 متظاهرين في مدينة نيروبي.", ["رجال شرطة"]),
    ],
)
def test_who_did_it_stands_behind_words_of_agency(sentence: str, doers: list[str]) -> None:
    assert sides(sentence)[0] == doers


@pytest.mark.parametrize(
    "sentence",
    [
        "أصيب عامل بصواريخ أطلقت من لبنان على بلدة المطلة.",
        "نقل الجرحى بواسطة طيران إلى العاصمة بعد قصف على مدينة مأرب.",
        "قتل ثلاثة بقصف من قبل مجموعة من الطائرات على مدينة صعدة.",
        "هاجمت عناصر من القرية شاحنة إغاثة في مدينة عدن.",
    ],
)
def test_where_from_and_with_what_is_no_side(sentence: str) -> None:
    assert all(p.text not in ("لبنان", "طيران", "القرية") for e in events(sentence) for p in e.perpetrators)


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("قال الجيش الإسرائيلي إن قواته قتلت مسلحا في مخيم بلاطة.", ["الجيش الإسرائيلي"]),
        ("كتائب القسام:\nاستهدفنا ناقلة جند صهيونية بقذيفة الياسين 105 شرق مدينة رفح.", ["كتائب القسام"]),
        ("سرايا القدس\nقصف مجاهدونا تجمعا للجنود قرب مدينة بيت حانون بقذائف الهاون.", ["سرايا القدس"]),
        ("أعلنت تركيا أنها أبلغت روسيا بالضربات التي نفذتها في شمال العراق.", ["تركيا"]),
        ("أعلنت وزارة الدفاع الروسية تدمير مستودع ذخيرة في مقاطعة سومي.", ["وزارة الدفاع الروسية"]),
        ("أعلنت سرايا الفجر، الجناح العسكري لحركة «النهضة»، استهداف قاعدة «حرير» برشقة صاروخية.", ["سرايا الفجر"]),
        ("أعلن الجيش الصومالي مقتل 12 من عناصر حركة الشباب في إقليم غلغدود.", ["الجيش الصومالي"]),
        ("قالت القوات الجوية الأوكرانية إنه تم إسقاط 30 طائرة مسيرة ليلة الأحد.", ["القوات الجوية الأوكرانية"]),
    ],
)
def test_who_tells_his_own_deed_did_it(text: str, doers: list[str]) -> None:
    assert sides(text)[0] == doers


@pytest.mark.parametrize(
    "text",
    [
        "أعلن الجيش نجاة القائد من محاولة اغتيال في تفجير سيارة مفخخة في مدينة درنة.",
        "أعلنت قوات البيشمركة مقتل 18 من عناصر البيشمركة بقصف صاروخي على قضاء مخمور.",
        "أعلن الجيش مقتل 3 مسلحين في انفجار عبوة كانوا يزرعونها في مدينة سرت.",
        "أعلنت وزارة التعليم تدمير 12 مدرسة في القصف على مدينة إدلب.",
        "قال أحد السكان: قصفنا الطيران ليلا في حي الشجاعية.",
    ],
)
def test_who_tells_of_his_own_dead_did_not_do_it(text: str) -> None:
    told = ("الجيش", "قوات البيشمركة", "وزارة التعليم", "أحد السكان")
    assert all(p.text not in told for e in events(text) for p in e.perpetrators)


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("حملت السلطة المحلية جماعة الحوثي المسؤولية عن قصف حي سكني في مدينة تعز.", ["جماعة الحوثي"]),
        ("قتل 9 بهجوم على مسجد في الفاشر، واتهم ناشطون قوات الدعم السريع بتنفيذه.", ["قوات الدعم السريع"]),
        ("وقع هجوم في مدينة بئر العبد أسفر عن 10 قتلى، وتبناه لاحقا تنظيم الدولة.", ["تنظيم الدولة"]),
        ("7 قتلى في انفجار بفندق في بيدوا وحركة الشباب تعلن مسؤوليتها", ["حركة الشباب"]),
    ],
)
def test_claims_and_accusations_reach_back(text: str, doers: list[str]) -> None:
    assert sides(text)[0] == doers


def test_an_accusation_of_something_else_lays_nothing() -> None:
    text = "قتل 9 بهجوم على مسجد في الفاشر. واتهم ناشطون قوات الدعم السريع بعرقلة المساعدات."
    assert all(not event.perpetrators for event in events(text) if event.kind != "aid")


@pytest.mark.parametrize(
    ("sentence", "doers", "foes"),
    [
        ("سيطرت فصائل المعارضة على مدينة سراقب بعد انسحاب قوات النظام منها.", ["فصائل المعارضة"], ["قوات النظام"]),
        ("مواجهات بين شبان فلسطينيين وقوات الاحتلال في بلدة بيت أمر.", ["قوات الاحتلال"], ["شبان فلسطينيين"]),
        ("أحبطت قوات الأمن هجوما لحركة الشباب على مطار كسمايو.", ["حركة الشباب"], ["قوات الأمن"]),
        ("قتل 5 من أفراد الشرطة في تفجير استهدف مركبتهم في إقليم بلوشستان.", [], ["أفراد الشرطة"]),
        ("شنت طائرات إسرائيلية غارة على بعض عناصر حزب الله في سوريا.", ["طائرات إسرائيلية"], ["عناصر حزب الله"]),
        ("رفض حزب الله التعليق على غارة شنتها طائرات إسرائيلية على بعض عناصره.", ["طائرات إسرائيلية"], ["حزب الله"]),
        ("استهداف قوات الاحتلال منزلا في مخيم جباليا.", ["قوات الاحتلال"], []),
        ("استهداف قوات الاحتلال في مخيم جباليا.", [], ["قوات الاحتلال"]),
        ("تفجير المدمرة الأمريكية في ميناء عدن.", [], ["المدمرة الأمريكية"]),
    ],
)
def test_the_other_side(sentence: str, doers: list[str], foes: list[str]) -> None:
    assert sides(sentence) == (doers, foes)


def test_the_subject_goes_on_behind_and() -> None:
    attack, abduction = events("هاجم مسلحون قرية في ولاية زمفرة وأحرقوا 30 منزلا وخطفوا 12 امرأة.")
    assert [p.text for p in abduction.perpetrators] == [p.text for p in attack.perpetrators] == ["مسلحون"]


def test_who_breaks_a_truce_did_not_make_it() -> None:
    (truce,) = events("كان التحالف بقيادة السعودية قد أعلن وقفا لإطلاق النار، لكن المتمردين خرقوا الهدنة.")
    assert [p.text for p in truce.perpetrators] == ["التحالف بقيادة السعودية"]


def test_a_second_strike_on_the_same_site_is_the_same_side_s() -> None:
    text = "قصفت القوات الأوكرانية حافلة في مدينة دونيتسك. وبعدها بساعة ضربة ثانية على الموقع نفسه."
    second = events(text)[-1]
    assert [(p.text, p.stated) for p in second.perpetrators] == [("القوات الأوكرانية", False)]


def test_another_side_s_guns_end_what_carries_over() -> None:
    text = "قصفت القوات الروسية مدينة سومي بالصواريخ. وطالت المدفعية التركية بقذائف قريتين قرب مدينة عفرين."
    assert all("القوات الروسية" not in [p.text for p in e.perpetrators] for e in events(text)[1:])


@pytest.mark.parametrize(
    ("sentence", "doers", "foes"),
    [
        ("حملة مداهمات لقوات النظام بمساندة طيران التحالف في بلدة ذيبان.", ["قوات النظام", "طيران التحالف"], []),
        ("توغل دورية للاحتلال في قرية جملة بالريف الغربي.", ["دورية للاحتلال"], []),
        ("انتحاري على دراجة فجر نفسه عند حاجز في مدينة القائم.", ["انتحاري"], []),
        ("دخلت مجموعة مسلحة قرية الحميدية وأعدمت ثلاثة رجال.", ["مجموعة مسلحة"], []),
        ("استهدفت 4 آليات إسرائيلية في حي الزيتون.", [], ["آليات إسرائيلية"]),
        ("استهدفت دبابة إسرائيلية منزلا في حي الزيتون.", ["دبابة إسرائيلية"], []),
        ("ألقت الحكومة باللوم في الهجوم على سوق مدينة بيدوا على حركة الشباب.", ["حركة الشباب"], []),
    ],
)
def test_sides_of_raids_machines_and_blame(sentence: str, doers: list[str], foes: list[str]) -> None:
    assert sides(sentence) == (doers, foes)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("هجمات باريس أوقعت 130 قتيلا.", "باريس"),
        ("قتل ثلاثة بقصف على سوق، قال المسؤولون المنصبون من قبل موسكو في مدينة هورليفكا.", "موسكو"),
        ("قتل شخص بانفجار في بيروت، وفرض مسلحو حزب الله طوقا حول المكان.", "مسلحو حزب الله"),
        ("انتحاريون فجروا أنفسهم على بوابة معسكر في موبتي، القوات المسلحة قالت.", "القوات المسلحة"),
    ],
)
def test_who_stands_beside_a_deed_is_no_doer(sentence: str, name: str) -> None:
    assert all(p.text != name for event in events(sentence) for p in event.perpetrators)


@pytest.mark.parametrize(
    ("sentence", "doers", "foes"),
    [
        ("سقطت بلدة كفر نبل بيد قوات النظام بعد انسحاب الفصائل منها.", ["قوات النظام"], ["الفصائل"]),
        ("استهداف خمس آليات مسلحة تابعة لقوات حفتر جنوبي سرت.", [], ["قوات حفتر"]),
        ("قتيلان من قوات النظام بانفجار لغم في بادية تدمر.", [], ["قوات النظام"]),
        ("اكتشفت قوات الأمن عبوة ناسفة قرب المسجد في مدينة زاهدان وأبطلت مفعولها.", [], []),
    ],
)
def test_who_holds_who_owns_and_who_disarms(sentence: str, doers: list[str], foes: list[str]) -> None:
    assert sides(sentence) == (doers, foes)


@pytest.mark.parametrize(
    ("sentence", "by", "against"),
    [
        ("القوات تداهم بلدة وتعتقل قياديا في داعش.", ["القوات"], []),
        ("اعتراض القوات الجوية السعودية لصاروخ فوق مدينة الرياض.", ["القوات الجوية السعودية"], []),
        ("إسقاط طائرات مسيرة روسية فوق مدينة كييف.", [], ["طائرات مسيرة روسية"]),
        ("غارة على منزل المواطن علي صالح في مدينة صعدة.", [], []),
        ("غارة على موكب الوزير علي صالح في مدينة صعدة.", [], ["الوزير علي صالح"]),
    ],
)
def test_who_is_named_beside_is_neither_doer_nor_foe(sentence: str, by: list[str], against: list[str]) -> None:
    (event,) = read(sentence, published="2025-07-22").events
    assert (sided.doers(event), sided.foes(event)) == (by, against)


@pytest.mark.parametrize(
    ("sentence", "by"),
    [
        ("الروس قصفوا مشفى الرحمن.", ["الروس"]),
        ("قصف الروس مدينة نوى.", ["الروس"]),
        ("رشق الفلسطينيون الحافلة بالحجارة في بيت لحم.", ["الفلسطينيون"]),
        ("اعتقل الاحتلال الفلسطينيين محمد وخالد في نابلس.", ["الاحتلال"]),
        ("جنود إسرائيليون اقتحموا مدينة جنين.", ["جنود إسرائيليون"]),
    ],
)
def test_a_people_in_the_plural_acts_and_describes_no_singular(sentence: str, by: list[str]) -> None:
    (event,) = read(sentence, published="2025-07-22").events
    assert sided.doers(event) == by


@pytest.mark.parametrize(
    ("sentence", "by", "against"),
    [
        ("استهدفت غارة الحوثيين في صعدة.", [], ["الحوثيين"]),
        ("استهدفت غارة قوات النظام في مدينة نوى.", [], ["قوات النظام"]),
        ("استهدفت غارة مجموعة من المسلحين في مدينة نوى.", [], ["مجموعة من المسلحين"]),
        ("استهدفت غارات التحالف مدينة صعدة.", ["التحالف"], []),
        ("طال قصف قوات النظام بلدة كفرنبل.", ["قوات النظام"], []),
        ("هاجمت مجموعة من المسلحين محطة القطار في مدينة نوى.", ["مجموعة من المسلحين"], []),
    ],
)
def test_what_a_raid_targeted_did_not_raid(sentence: str, by: list[str], against: list[str]) -> None:
    (event,) = read(sentence, published="2025-07-22").events
    assert (sided.doers(event), sided.foes(event)) == (by, against)


def test_whose_carrier_was_targeted_did_nothing_and_whose_aircraft_targeted_did() -> None:
    (hit,) = read("جرح ستة جنود إثر استهداف آليتهم بعبوة في ديالى.").events
    (raid,) = read("اعترف التحالف باستهداف طائراته لمجلس عزاء في صنعاء.").events
    assert not hit.perpetrators
    assert raid.perpetrators


@pytest.mark.parametrize(
    ("sentence", "doers", "foes"),
    [
        ("انتزعت القوات العراقية بلدة القيارة من تنظيم الدولة.", ["القوات العراقية"], ["تنظيم الدولة"]),
        ("سيطرت المعارضة المسلحة على مواقع كانت بيد قوات النظام شمال حلب.", ["المعارضة المسلحة"], ["قوات النظام"]),
        ("انسحب الجيش من بلدة القيارة إلى الموصل.", ["الجيش"], []),
        ("استهدف انتحاري دورية للشرطة الأفغانية في قندهار.", ["انتحاري"], ["دورية للشرطة الأفغانية"]),
        ("قتل 12 من عناصر قوات البيشمركة في تفجير شاحنة قرب كركوك.", [], ["عناصر قوات البيشمركة"]),
        ("أسقطت الدفاعات السورية صاروخين فوق دمشق.", ["الدفاعات السورية"], []),
        ("قتل جنديان إسرائيليان بنيران قناص من حزب الله.", ["حزب الله"], ["جنديان إسرائيليان"]),
        ("شن الجيش النيجيري غارات على معاقل لجماعة بوكو حرام.", ["الجيش النيجيري"], ["جماعة بوكو حرام"]),
    ],
)
def test_from_whom_land_was_taken_and_whose_men_were_hit(sentence: str, doers: list[str], foes: list[str]) -> None:
    (event,) = read(sentence).events
    assert sided.doers(event) == doers
    assert sided.foes(event) == foes


def test_two_nations_in_one_adjective_did_it_together() -> None:
    doers, _ = sides("استهدف الهجوم الأميركي الإسرائيلي منشأة نووية قرب مدينة أصفهان.")
    assert doers == ["الأميركي", "الإسرائيلي"]


@pytest.mark.parametrize(
    ("sentence", "doers", "met"),
    [
        ("عين أردوغان اللواء خالد البري قائدا للجيش.", ["أردوغان"], ["اللواء خالد البري"]),
        ("عين مجلس الأمن هانس غروندبرغ أمس.", ["مجلس الأمن"], ["هانس غروندبرغ"]),
        ("التقى السفير أمس المبعوث الخاص الذي عينه الأمين العام.", [], ["المبعوث الخاص"]),
    ],
)
def test_whoever_appoints_did_it_to_the_appointee(sentence: str, doers: list[str], met: list[str]) -> None:
    (event,) = [e for e in events(sentence) if e.kind == "appointment"]
    assert (sided.doers(event), sided.foes(event)) == (doers, met)


@pytest.mark.parametrize(
    ("sentence", "doers", "met"),
    [
        ("قمعت الشرطة المتظاهرين في مدينة تونس.", ["الشرطة"], None),
        ("طردت قوات النظام المتشددين من بلدة كفرنبل.", ["قوات النظام"], ["المتشددين"]),
        ("تمكنت القوات من طرد المتشددين من مدينة تدمر.", ["القوات"], ["المتشددين"]),
        ("هاجم 200 مسلح دورية للجيش في شمال دارفور.", ["200 مسلح"], ["دورية للجيش"]),
        ("استهدفت تفجيرات انتحارية الشرطة في مدينة غروزني.", [], ["الشرطة"]),
        ("تفجيرات انتحارية استهدفت الشرطة وقوات الأمن في مدينة غروزني.", [], ["الشرطة", "قوات الأمن"]),
        ("قصفت طائرات التحالف الدولي وقوات قسد قرية يعرب.", ["طائرات التحالف الدولي", "قوات قسد"], []),
    ],
)
def test_a_body_and_the_men_behind_it_are_two_sides(sentence: str, doers: list[str], met: list[str] | None) -> None:
    told = sides(sentence)
    assert told[0] == doers
    assert met is None or told[1] == met


@pytest.mark.parametrize("body", ["الجيش الإسرائيلي", "قوات الاحتلال"])
def test_whoever_orders_people_to_leave_did_it(body: str) -> None:
    (event,) = events(f"دعا {body} سكان حي الزيتون إلى مغادرة منازلهم.")
    assert (event.kind, event.status) == ("displacement", "demanded")
    assert sided.doers(event) == [body]
    assert [s.text for s in event.sources] == [body]


def test_an_aid_body_that_asks_people_to_leave_drives_nobody_out() -> None:
    doers, _ = sides("دعت الأمم المتحدة سكان بلدة ميس الجبل إلى مغادرة منازلهم.")
    assert doers == []


def test_flight_after_an_order_to_leave_has_happened() -> None:
    (event,) = events("نزح سكان حي الزيتون بعد أوامر إخلاء أصدرها الجيش الإسرائيلي.")
    assert event.status == "happened"


def test_a_general_whose_name_is_spelled_like_a_province_is_no_place() -> None:
    (event,) = events("قتل اللواء سالم قطن في تفجير في مدينة عدن.")
    assert [place.text for place in event.places] == ["مدينة عدن"]


@pytest.mark.parametrize(
    ("sentence", "foes"),
    [
        ("نفذ التحالف 19 غارة جوية على أهداف لتنظيم داعش في محافظة نينوى.", ["تنظيم داعش"]),
        ("استهدفت المقاتلات الحربية أهدافا لحزب الله في مدينة بعلبك.", ["حزب الله"]),
        ("شنت المقاتلات غارة على تحركات للجماعات المتشددة في مدينة درنة.", ["جماعات المتشددة"]),
        ("استهدف انتحاري تجمعا للشرطة في مدينة كابل.", ["شرطة"]),
        ("استهدفت طائرة مسيرة تجمعا للمدنيين في مدينة نيالا.", []),
        ("حققت الحركة أهدافا للجيش في التدريب قبل هجوم على سوق في مدينة حمص.", []),
        ("شنت الطائرات غارة على سوق في مدينة حمص وحددت أهدافا للجيش.", []),
    ],
)
def test_whose_marks_a_strike_falls_on(sentence: str, foes: list[str]) -> None:
    assert sides(sentence)[1] == foes


@pytest.mark.parametrize(
    ("sentence", "doers"),
    [
        ("هاجمت الجماعات المتشددة قرية في ريف درنة.", ["الجماعات المتشددة"]),
        ("هاجمت التنظيمات المتطرفة قرية في ريف حماة.", ["التنظيمات المتطرفة"]),
        ("هاجمت العناصر المتمردة قرية في ريف صعدة.", ["العناصر المتمردة"]),
    ],
)
def test_a_band_is_named_with_what_it_is_called(sentence: str, doers: list[str]) -> None:
    assert sides(sentence)[0] == doers


def test_who_comes_near_to_taking_a_town_would_take_it() -> None:
    (event,) = events("اقترب الجيش الروسي من السيطرة على مدينة سيفيرودونيتسك.")
    assert (event.status, sided.doers(event)) == ("planned", ["الجيش الروسي"])


@pytest.mark.parametrize(
    ("sentence", "doers", "foes"),
    [
        ("حاول شاب دهس جنود في مدينة الخليل.", [], ["جنود"]),
        ("حاول شاب طعن جندي عند حاجز قلنديا.", [], ["جندي"]),
        ("حاول مسلحون خطف صحفي في مدينة عدن.", ["مسلحون"], []),
        ("حاول المهاجم الفرار فقتل شرطيا في مدينة غزة.", [], ["شرطيا"]),
        ("تحاول إسرائيل التهرب من المسؤولية عن إعدام صحفية في مدينة جنين.", [], []),
        ("قالت الشرطة إنه في شرق إسطنبول استخدمت مركبة مفخخة في هجوم على مركز أمني.", [], []),
        ("أعلنت كتائب القسام الجناح العسكري لحركة المقاومة «حماس»، عن استهداف منزل في محور غزة.", ["كتائب القسام"], []),
    ],
)
def test_who_tried_and_who_only_tells(sentence: str, doers: list[str], foes: list[str]) -> None:
    assert sides(sentence) == (doers, foes)


@pytest.mark.parametrize(
    ("sentence", "doers", "foes"),
    [
        (
            "اندلعت معارك بين قوات النظام المدعومة بالطيران الروسي وفصائل المعارضة في ريف حماة.",
            ["قوات النظام"],
            ["فصائل المعارضة"],
        ),
        (
            "المواجهات استمرت بين حركة العدل والمساواة بزعامة القائد المقيم في فرنسا والجيش السوداني.",
            ["حركة العدل والمساواة"],
            ["الجيش السوداني"],
        ),
        (
            "دارت اشتباكات بين القوات الكردية المناهضة لنظام طهران والجيش الإيراني قرب مدينة سردشت.",
            ["القوات الكردية"],
            ["الجيش الإيراني"],
        ),
    ],
)
def test_the_foe_is_joined_by_and_however_much_is_said_of_the_first(
    sentence: str, doers: list[str], foes: list[str]
) -> None:
    assert sides(sentence) == (doers, foes)


@pytest.mark.parametrize(
    ("sentence", "foes"),
    [
        ("تمكنت المقاومة من تحرير مدينة عدن بعد معارك عنيفة مع الحوثيين.", ["الحوثيين"]),
        ("تمكن الجيش من استعادة بلدة الخيام من قبضة حزب الله.", ["حزب الله"]),
        ("سيطر الجيش على مدينة بارا بعد محادثات مع السكان.", []),
    ],
)
def test_whom_a_town_was_taken_from(sentence: str, foes: list[str]) -> None:
    assert sides(sentence)[1] == foes
