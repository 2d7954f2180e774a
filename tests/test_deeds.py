"""Deeds told in many words: land that changes hands, arrests, releases, flight, crowds, dealings; and what looks like them."""

from __future__ import annotations

import pytest

from waqai.engine import read


def told(sentence: str) -> list[tuple[str, str]]:
    return [(event.kind, event.status) for event in read(sentence, published="2025-07-22").events]


@pytest.mark.parametrize(
    "sentence",
    [
        "سقطت مدينة كايا بيد المتمردين صباح أمس.",
        "سقوط مدينة غوما في أيدي متمردي حركة إم 23.",
        "أصبحت مدينة النهود في قبضة قوات الدعم السريع.",
        "أعلن الجيش الاستيلاء على معسكر للمتمردين قرب الدمازين.",
        "خسر تنظيم الدولة مدينة الباب بعد حصار دام شهرين.",
        "تراجع المسلحون عن مواقعهم في محيط مدينة كيسمايو.",
        "طرد الجيش الصومالي حركة الشباب من مدينة أوديغلي.",
        "استردت القوات الحكومية قرية ملاح في ريف اللاذقية.",
        "تمكنت القوات من تطهير بلدة ترمسة من المسلحين.",
        "غادر آخر الجنود الأمريكيين قاعدة عين الأسد غربي العراق.",
    ],
)
def test_land_changes_hands_in_many_words(sentence: str) -> None:
    assert ("territory_change", "happened") in told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "استعادت الشركة أرباحها بعد عام من الخسائر.",
        "فقد اللاعب السيطرة على الكرة.",
        "تتنافس الأحزاب من أجل السيطرة على البلدية.",
        "لا تزال البلدة تحت السيطرة الحكومية.",
        "طرد صاحب المطعم عاملا من مدينة حلب.",
        "تقع القرية تحت سيطرة البلدية منذ سنوات.",
    ],
)
def test_what_is_held_or_lost_otherwise_is_no_land(sentence: str) -> None:
    assert told(sentence) == []


def test_the_fight_by_which_a_town_was_taken_is_one_event_with_it() -> None:
    sentence = "سيطر الجيش السوداني على مدينة بارا بعد معارك مع قوات الدعم السريع."
    assert [kind for kind, _ in told(sentence)] == ["territory_change"]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("أطلقت جماعة بوكو حرام سراح 21 فتاة من بلدة شيبوك.", "release"),
        ("حرر الجيش 15 رهينة كانوا محتجزين لدى جماعة مسلحة.", "release"),
        ("تسلمت أوكرانيا جثامين 1212 جنديا من روسيا.", "exchange"),
        ("سلم 30 مسلحا أنفسهم للسلطات في ولاية بورنو.", "detention"),
        ("وقع سبعة جنود في الأسر قرب مدينة كيدال.", "detention"),
        ("أعلنت الشرطة تفكيك خلية في مدينة طنجة.", "detention"),
        ("اقتادت قوات الاحتلال شابا من بلدة بيتا إلى جهة مجهولة.", "detention"),
        ("أجلت السلطات 500 مدني من مدينة بوكروفسك.", "displacement"),
        ("تم إجلاء 200 طالب من مدينة الفاشر.", "displacement"),
        ("اضطر السكان إلى ترك منازلهم في بلدة المناقل.", "displacement"),
        ("تجمع الآلاف في ساحة الاستقلال بكييف مطالبين باستقالة الحكومة.", "protest"),
        ("أغلق محتجون الطريق بين مدينتي درنة وطبرق.", "protest"),
        ("استخدمت الشرطة خراطيم المياه لتفريق مسيرة في نيروبي.", "riot_crackdown"),
        ("قطع التنظيم رأس رهينة بريطاني.", "execution"),
        ("أغرقت القوات الأوكرانية سفينة إنزال روسية قبالة شبه جزيرة القرم.", "destruction"),
        ("حاصر مسلحون قرية في ولاية موبتي ومنعوا الأهالي من الخروج.", "attack"),
        ("رمى مجهول قنبلة يدوية على منزل نائب في حي الأندلس بطرابلس.", "attack"),
        ("بدأت تركيا حملة جوية على مواقع حزب العمال في جبال قنديل.", "air_strike"),
        ("تصدت الدفاعات الجوية لأهداف معادية في سماء حمص.", "interception"),
        ("أدرجت واشنطن حركة الشباب في قائمة المنظمات الإرهابية.", "sanction"),
        ("زودت إيران الحوثيين بصواريخ باليستية.", "aid"),
        ("أنزلت طائرات أردنية مساعدات على شمال غزة.", "aid"),
        ("وصل وفد الحركة إلى القاهرة لاستئناف المفاوضات.", "talks"),
        ("فشلت محادثات السلام بين الحكومة والمتمردين في هافانا.", "talks"),
        ("أجرى الرئيسان اتصالا هاتفيا بحثا خلاله الوضع في إدلب.", "talks"),
        ("تم في الرياض توقيع اتفاق بين الحكومة والمجلس الانتقالي.", "agreement"),
        ("أعلنت الحكومة، مساء الاثنين، عن موافقة تركيا على فتح المعبر.", "agreement"),
        ("أبرمت الفصائل الاتفاق الموقع في الطائف عام 1989.", "agreement"),
        ("كانت الحركة قد حملت السلاح ضد الحكومة المالية عام 2012.", "clash"),
        ("كان مسلحون قد أطلقوا النار على دورية في مدينة كركوك.", "shooting"),
        ("أشعل مستوطنون النيران في منازل بقرية جالود جنوب نابلس.", "destruction"),
        ("أطلقت روسيا صواريخ كينجال (Kinzhal) وإسكندر (Iskander) على مدينة لفيف.", "missile_strike"),
        ("استخدمت القوات صواريخ ضد أهداف في ولاية كسلا.", "missile_strike"),
        ("قال الوزير إن رجال الأمن تمكنوا من ضبط شبكة إرهابية في مدينة المحرق.", "detention"),
        ("اصطدمت مسيرة بمبنى سكني في مدينة قازان.", "drone_strike"),
        ("مشت دورية للجيش فوق عبوة ناسفة قرب بلدة دبس.", "mine_explosion"),
        ("خلال اجتماع مع قائد الجيش في بغداد طالب السفير بالهدوء.", "talks"),
        ("الهدنة التي أعلنتها الأمم المتحدة في أبريل 2022 صمدت.", "ceasefire"),
        ("أعلنت القيادة المركزية تدمير زورقين مسيرين في البحر الأحمر.", "interception"),
        ("أطلقت الشرطة النار على متظاهرين في مدينة كيسومو.", "riot_crackdown"),
        ("عثر على ثلاث جثث مقيدة الأيدي في مدينة درعا.", "execution"),
        ("أغار مسلحون على دراجات نارية على قرية في ولاية تاهوا.", "attack"),
        ("تخوض القوات حرب شوارع في مدينة سيفيرسك.", "clash"),
        ("نفذت السلطات حكم القتل تعزيرا بحق ثلاثة مدانين بالإرهاب.", "execution"),
        ("ردت المدفعية اللبنانية على مصادر النيران قرب بلدة رامية.", "shelling"),
    ],
)
def test_a_deed_in_its_other_words(sentence: str, kind: str) -> None:
    assert (kind, "happened") in told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "أجلت المحكمة الجلسة إلى الشهر المقبل.",
        "فكك الفني خلية الطاقة الشمسية.",
        "غادر السياح الفندق بعد انتهاء العطلة.",
        "تعطلت شبكة الاتصالات في العاصمة.",
        "ألقى الوزير كلمة عن أهمية توقيع الاتفاق.",
        "قدم المتحف للجامعة مجموعة من الكتب.",
        "قطع العمال رأس التمثال القديم.",
        "هرب الأطفال من المطر إلى المقهى.",
        "سلم الطلاب أوراقهم للمعلم.",
        "يكفل القانون حق حمل السلاح.",
        "يحتل الطالب المرتبة الأولى في مدينة الرياض.",
        "فرضت الجامعة حصارا على التدخين.",
        "رد الوزير على أسئلة النواب.",
        "سترد الشركة على شكاوى العملاء.",
        "تسلم اللاعب جائزة أفضل هداف.",
        "وصل وفد رجال الأعمال إلى المعرض.",
        "خرجت الدفعة الأولى من الطلاب من الجامعة.",
        "تجمع السكان أمام المخبز لشراء الخبز.",
        "تنتظر عائلاتهم إلى حين إطلاق سراحهم.",
        "لم تتمكن الشرطة من القبض على المشتبه به.",
        "ستحضر الوزيرة كل جلسة محادثات.",
        "تضمنت الخطة التي سلمت إلى المبعوث وقفا لإطلاق النار.",
        "تسعى القوات الموالية للحكومة في هذه الأيام إلى بسط سيطرتها على مدينة تعز.",
    ],
)
def test_the_same_words_of_other_things_are_no_deed(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "kind", "status"),
    [
        ("يتوجه وفد أمريكي إلى جنيف غدا لبدء جولة جديدة من المفاوضات.", "talks", "planned"),
        ("اقترح الوسطاء هدنة لستين يوما في غزة.", "ceasefire", "planned"),
        ("هدد الرئيس الأمريكي بفرض عقوبات على مشتري النفط الروسي.", "sanction", "threatened"),
        ("تعهد الاتحاد الأوروبي بتقديم مساعدات مالية للبنان.", "aid", "planned"),
        ("أمر الجيش الإسرائيلي سكان حي الزيتون بالإخلاء.", "displacement", "demanded"),
        ("قال الرئيس إن بلاده سترد بحزم على أي هجوم.", "attack", "threatened"),
        ("يتوقع المصدر تطهير قاعدة العند من المسلحين خلال ساعات.", "territory_change", "planned"),
        ("حاول المسلحون الاستيلاء على القصر في مدينة صعدة.", "territory_change", "planned"),
    ],
)
def test_what_is_still_to_come_has_its_status(sentence: str, kind: str, status: str) -> None:
    assert (kind, status) in told(sentence)


def test_a_claim_of_land_that_the_other_side_denies_is_denied() -> None:
    report = "أعلنت قوات الدعم السريع السيطرة على مدينة بابنوسة.\nونفى الجيش سقوط المدينة وأكد استمرار المعارك."
    assert ("territory_change", "denied") in told(report)
    assert ("territory_change", "happened") not in told(report)


def test_the_nearer_verb_of_saying_decides_what_is_denied() -> None:
    assert ("clash", "happened") in told("نفت هيئة الأركان سقوط البلدة وأكدت استمرار معارك عنيفة في مدينة سيفيرسك.")


@pytest.mark.parametrize(
    "sentence",
    [
        "أطلق الحوثيون صاروخا على إيلات بعد ساعات من غارات إسرائيلية على صنعاء.",
        "هاجم مسلحون قرية قرب بلدة بوني بعد ثلاثة أيام من هجوم على مدينة دوينتزا.",
    ],
)
def test_what_was_hours_or_days_before_is_another_event(sentence: str) -> None:
    assert len(told(sentence)) == 2


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("أحبطت قوات الجيش هجوما للحوثيين على جبهة الكسارة.", [("clash", "happened")]),
        ("أحبطت الشرطة هجوما على كنيسة في القاهرة.", [("attack", "planned")]),
    ],
)
def test_an_attack_beaten_off_between_armed_sides_is_a_fight(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert told(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("أطلقت دبابة إسرائيلية النار على موقع قرب رفح.", "shelling"),
        ("أطلقت طائرة مسيرة النار على سيارة في جنوب لبنان.", "drone_strike"),
        ("أطلق جنود النار على سيارة في جنوب لبنان.", "shooting"),
        ("قتل انتحاري ثلاثة جنود عند نقطة تفتيش في مدينة بنغازي.", "suicide_bombing"),
        ("قتل الجيش انتحاريا قرب نقطة تفتيش في مدينة بنغازي.", "attack"),
        ("فرقت السلطات بالرصاص تظاهرة لعاطلين عن العمل في عدن.", "riot_crackdown"),
        ("خرجت تظاهرة لعاطلين عن العمل في عدن.", "protest"),
    ],
)
def test_the_machine_the_bomber_and_the_crowd_make_the_kind(sentence: str, kind: str) -> None:
    assert [event.kind for event in read(sentence, published="2025-07-22").events] == [kind]


@pytest.mark.parametrize(
    "sentence",
    ["حذرت البعثة من انفجار أمني في مدينة الزاوية.", "وقع اشتباك لفظي بين الوزيرين في جلسة البرلمان."],
)
def test_what_bursts_in_a_figure_of_speech_is_no_explosion(sentence: str) -> None:
    assert read(sentence, published="2025-07-22").events == ()


def test_attacks_that_a_cell_meant_to_carry_out_are_planned() -> None:
    events = read("فككت قوات الأمن خلية كانت تعتزم تنفيذ هجمات في العاصمة تونس.", published="2025-07-22").events
    assert [event.status for event in events if event.kind == "attack"] == ["planned"]


def test_stopping_people_arrests_them_and_stopping_fire_does_not() -> None:
    (arrest,) = read("تمكنت الشرطة من إيقاف 6 عناصر متطرفة في القصرين.", published="2025-07-22").events
    assert arrest.kind == "detention"
    assert all(e.kind != "detention" for e in read("طالبت المنظمة بإيقاف القصف على 6 مدن في سوريا.").events)
