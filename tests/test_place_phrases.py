"""Place phrases: cue words, directions, names known and unknown, and words that point back."""

from __future__ import annotations

import pytest

from waqai.engine import read
from waqai.match.lattice import scan
from waqai.mentions.phrase import words_of
from waqai.mentions.places import Where, find_places
from waqai.model.record import Place
from waqai.text.text import make_text


def phrases(source: str) -> list[tuple[str, Where]]:
    lattice = scan(make_text(source))
    return [(words_of(lattice, p).text, p.extra) for p in find_places(lattice)]


def words(source: str) -> list[str]:
    return [found for found, _ in phrases(source)]


def places(*sentences: str) -> list[list[Place]]:
    """The places of each event."""
    return [list(event.places) for event in read(" ".join(sentences)).events]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("في خاركيف", ["خاركيف"]),
        ("بلدة كفركلا", ["بلدة كفركلا"]),
        ("شمال قطاع غزة", ["شمال قطاع غزة"]),
        ("جنوبي لبنان", ["جنوبي لبنان"]),
        ("قرب معبر رفح", ["قرب معبر رفح"]),
        ("#خان_يونس", ["خان_يونس"]),
        ("#مدينة_إدلب", ["مدينة_إدلب"]),
        ("في حي الشجاعية شرق مدينة غزة", ["حي الشجاعية", "شرق مدينة غزة"]),
        ("في خاركيف وسومي وأوديسا", ["خاركيف", "سومي", "أوديسا"]),
        ("في Kharkiv قبل الفجر", ["Kharkiv"]),
        ("على مدينة نيالا بولاية جنوب دارفور", ["مدينة نيالا", "ولاية جنوب دارفور"]),
        ("بريف حماة", ["ريف حماة"]),
    ],
)
def test_a_place_is_its_cues_and_its_name(source: str, expected: list[str]) -> None:
    assert words(source) == expected


@pytest.mark.parametrize(
    ("source", "level", "relation"),
    [
        ("بلدة كفركلا", "settlement", None),
        ("قرب مدينة سومي", "settlement", "near"),
        ("شرق أوكرانيا", None, "east"),
        ("طريق دمشق", "site", None),
    ],
)
def test_cues_give_the_level_and_the_relation(source: str, level: str | None, relation: str | None) -> None:
    ((_, where),) = phrases(source)
    assert (where.level, where.relation) == (level, relation)


def test_a_cue_with_an_unknown_name_is_kept_unresolved() -> None:
    ((found, where),) = phrases("في بلدة زرنوقة")
    assert (found, where.keys, where.level) == ("بلدة زرنوقة", (), "settlement")


def test_an_unknown_place_is_in_the_record_with_its_words_only() -> None:
    ((place,),) = places("قصفت الطائرات بلدة زرنوقة.")
    assert (place.text, place.name, place.lat, place.id) == ("بلدة زرنوقة", None, None, None)


@pytest.mark.parametrize("source", ["مدينة.", "بلدات وقرى", "المنطقة", "في عام 2023", "أمس الأول"])
def test_a_cue_without_a_name_is_no_place(source: str) -> None:
    assert words(source) == []


def test_the_town_points_to_the_one_told_before() -> None:
    (first, second) = places("قصفت القوات الروسية بلدة فوفتشانسك. واعتقلت الشرطة في البلدة رجلا.")
    assert [p.name for p in first] == [p.name for p in second] == ["Vovchansk"]


@pytest.mark.parametrize("sentence", ["وقتل شخصان في المدينة.", "وأصيبت امرأة في غارة ثانية على المدينة."])
def test_the_city_points_to_the_one_told_before(sentence: str) -> None:
    found = places("قصفت القوات الروسية مدينة خاركيف.", sentence)
    assert {p.name for row in found for p in row} == {"Kharkiv"}


def test_a_hashtag_is_a_place_by_its_words() -> None:
    ((place,),) = places("غارة على #مدينة_إدلب الآن")
    assert (place.text, place.name, place.country) == ("مدينة_إدلب", "Idlib", "SY")


def test_a_province_beside_the_town_settles_which_town() -> None:
    ((place, province),) = places("قصفت القوات الروسية بلدة بيلوبيليا في مقاطعة سومي.")
    assert (place.country, province.name) == ("UA", "Sumy Oblast")


@pytest.mark.parametrize("source", ["قتل محمد حلبي في السوق", "قال دونالد ترامب", "أصيب رجل في الرأس"])
def test_names_and_parts_of_the_body_are_no_places(source: str) -> None:
    assert words(source) == []


@pytest.mark.xfail(strict=True, reason="the direction behind a name that the gazetteer holds with its cue is left out")
@pytest.mark.parametrize("source", ["ريف حلب الشمالي", "ريف إدلب الجنوبي"])
def test_the_direction_behind_the_name_is_part_of_the_phrase(source: str) -> None:
    assert words(source) == [source]


@pytest.mark.xfail(strict=True, reason="the preposition written onto a word of direction stays in the words")
def test_the_preposition_is_no_part_of_the_words() -> None:
    assert words("بمحيط مستشفى الشفاء") == ["محيط مستشفى الشفاء"]


def test_an_unknown_name_ends_before_a_participle() -> None:
    assert words("قصف الطيران قرية زرنوقا الواقعة في الريف") == ["قرية زرنوقا"]


@pytest.mark.xfail(strict=True, reason="the word for ambush is taken for the cue of a place and no event is left of it")
def test_an_ambush_near_a_city_is_no_place() -> None:
    assert words("قتل أربعة جنود في كمين قرب مدينة عدن") == ["قرب مدينة عدن"]


@pytest.mark.xfail(strict=True, reason="the town of Khiam is read as tents in a list of towns")
def test_every_town_of_a_list_is_a_place() -> None:
    assert words("استهدفت غارات بلدات عيترون وكفركلا والخيام") == ["بلدات عيترون", "كفركلا", "الخيام"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("وصل 4 شهداء إلى مجمع ناصر الطبي جراء قصف خيمة في مواصي خان يونس.", "مواصي خان يونس"),
        ("نقل الجرحى إلى مشفى معرة مصرين بعد غارة على بلدة كفريا.", "بلدة كفريا"),
        ("الشهيدان وصلوا مستشفى الشفاء بعد قصف شقة في حي الرمال.", "حي الرمال"),
        ("قصفت الطائرات مستشفى الشفاء.", "مستشفى الشفاء"),
        ("القصف وصل إلى حي الزيتون وأصيب طفل.", "حي الزيتون"),
    ],
)
def test_where_the_hurt_were_taken_is_not_where_they_were_hurt(sentence: str, expected: str) -> None:
    assert [p.text for p in places(sentence)[0]][:1] == [expected]


def test_many_is_no_place_spelled_like_as_a_village() -> None:
    assert places("ضرب الطيران مدينة مليط وماتت ناس كتيرة.")[0][0].text == "مدينة مليط"
    assert words("مات ناس كتيرة") == []


def test_the_hostile_aircraft_are_not_of_maadi() -> None:
    assert [p.text for p in places("الطيران المعادي شن غارة على بلدة الطيبة.")[0]] == ["بلدة الطيبة"]
    assert [p.text for p in places("انفجرت عبوة ناسفة في المعادي جنوب القاهرة.")[0]][:1] == ["المعادي"]


def test_counted_farmers_are_no_farm() -> None:
    assert [p.text for p in places("قتل مسلحون 12 مزارعا قرب مدينة مايدوغوري.")[0]] == ["قرب مدينة مايدوغوري"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("السيطرة على تلة الصالحين", ["تلة الصالحين"]),
        ("في جبل العليقة", ["جبل العليقة"]),
        ("تلة مرتفعة", []),
        ("مزرعة دواجن", []),
    ],
)
def test_a_hill_that_no_list_has_is_a_place_behind_a_preposition(source: str, expected: list[str]) -> None:
    assert words(source) == expected


def test_a_direction_before_a_place_is_no_people() -> None:
    (event,) = read("استهدفت القوات آليات لقوات حفتر جنوبي سرت.").events
    assert [p.text for p in event.places] == ["جنوبي سرت"]
    assert [p.text for p in event.against] == ["قوات حفتر"]
    assert [p.text for p in read("قتل مسلح جنوبي في مدينة عدن.").events[0].places] == ["مدينة عدن"]


def test_the_capital_of_the_dateline_did_nothing() -> None:
    (event,) = read("بغداد - قتل شرطيان في هجوم لتنظيم داعش على نقطة تفتيش في قضاء الطارمية.").events
    assert [p.text for p in event.perpetrators] == ["تنظيم داعش"]
    assert [p.text for p in read("قصفت موسكو مدينة سومي.").events[0].perpetrators] == ["موسكو"]


def test_so_is_never_written_onto_the_name_of_a_place() -> None:
    assert words("على فترات متقاربة") == []
    assert words("عربة فيرنا") == []
    assert words("وبيروت وبحلب ولعدن") == ["بيروت", "حلب", "عدن"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('في منطقة "جبل العليقة" شمالا', ['منطقة "جبل العليقة"']),
        ("بلدة «حضر» في القنيطرة", ["بلدة «حضر»", "القنيطرة"]),
        ("عبر موقع «فيسبوك»", []),
        ('مدينة "غير آمنة تماما في هذه الأيام الصعبة"', []),
    ],
)
def test_a_name_in_quotation_marks_is_of_the_cue_before_it(source: str, expected: list[str]) -> None:
    assert words(source) == expected


def test_patience_is_no_village() -> None:
    assert words("دعا إلى التحلي بالصبر") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "ارتفعت وتيرة القصف على المدن والقرى في الآونة الأخيرة.",
        "تظاهر الآلاف في مسيرة سلمية ضد الفساد.",
        "فجر انتحاري نفسه بحجة التمسك بالدين.",
        "قصفت الطائرات القرية بطريق الخطأ.",
        "قتل جنديان على طريق سريع في الخارج.",
        "وقع الهجوم في هذا البلد بسبب الدور العسكري للقوات.",
    ],
)
def test_a_common_word_that_a_small_place_is_spelled_like_is_no_place(sentence: str) -> None:
    assert [place for found in places(sentence) for place in found if place.lat is not None] == []


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("قتل جنديان في قصف على بلدة صور جنوب لبنان.", ["Tyre"]),
        ("قتل ثلاثة في قصف على تاجورا في ليبيا.", ["Tajura", "Libya"]),
        ("بدأت محادثات في جنيف بين الولايات المتحدة وروسيا بشأن أوكرانيا.", ["Geneva"]),
        ("تجددت الاشتباكات في درعا.", ["Daraa"]),
    ],
)
def test_a_name_behind_a_word_of_place_or_in_is_one(sentence: str, names: list[str]) -> None:
    (found,) = places(sentence)
    assert [place.name for place in found][: len(names)] == names
    assert all(place.country != "US" for place in found)


def test_a_capital_behind_a_noun_of_attack_is_where_it_happened() -> None:
    (event,) = read("أدانت الحكومة هجوم موسكو الذي قتل فيه 40 شخصا.").events
    assert ([p.text for p in event.places], event.perpetrators) == (["موسكو"], ())


def test_a_capital_that_attacks_something_is_a_side() -> None:
    (event,) = read("أدانت الحكومة هجوم موسكو على مدينة خاركيف.").events
    assert [p.text for p in event.places] == ["مدينة خاركيف"]
    assert [p.text for p in event.perpetrators] == ["موسكو"]


@pytest.mark.parametrize(
    ("sentence", "where"),
    [
        ("قال أندريه ماهيتش المتحدث باسم المفوضية في جنيف إن قذيفة سقطت على مخيم في محافظة صعدة.", "محافظة صعدة"),
        ("وقال بوتين في تصريحات أدلى بها في مدينة فلاديفوستوك إن القوات قصفت مدينة سومي.", "مدينة سومي"),
        ("قال سكان جنوب مدينة دمشق إن عدة صواريخ سقطت.", "جنوب مدينة دمشق"),
        ("أسقطت الدفاعات الجوية صاروخين أطلقا من البحر الأسود فوق مدينة أوديسا.", "فوق مدينة أوديسا"),
    ],
)
def test_where_a_named_speaker_spoke_is_not_where_it_happened(sentence: str, where: str) -> None:
    ((place, *_), *_) = places(sentence)
    assert place.text == where


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('رئيس تحرير صحيفة "الرمادي"', []),
        ("في بلدة حضر (ABS) صباحا", ["بلدة حضر", "ABS"]),
        ("مقابلة مع القناة (ABS) صباحا", []),
        ("في مدينة خاركيف (Kharkiv)", ["مدينة خاركيف", "Kharkiv"]),
    ],
)
def test_the_name_of_a_newspaper_is_no_place(source: str, expected: list[str]) -> None:
    assert words(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("في ولاية زمفرتا النيجيرية", ["ولاية زمفرتا"]),
        ("انفجار عبوة بمنطقة سويبقات", ["منطقة سويبقات"]),
        ("قصف منطقة الجبيرات", ["منطقة الجبيرات"]),
        ("في قرية أم صميمات غربا", ["قرية أم صميمات"]),
        ("في منطقة بني سعفان", ["منطقة بني سعفان"]),
        ("وصل إلى منطقة السلطانات لحضورها", ["منطقة السلطانات"]),
        ("في منطقة وعرة", []),
        ("في منطقة يقصدونها", []),
        ("أعلنت ولاية زمفرتا حظر التجول", []),
    ],
)
def test_a_governed_area_takes_a_name_that_no_list_has(source: str, expected: list[str]) -> None:
    assert words(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("في هكرنوك شمال العراق", ["هكرنوك", "شمال العراق"]),
        ("في كرامزيل قرب باريس", ["كرامزيل", "قرب باريس"]),
        ("في مكان قريب من باريس", ["قريب من باريس"]),
        ("في أقصى شمال العراق", ["شمال العراق"]),
        ("في القاطع الشمالي للرمادي", ["الشمالي للرمادي"]),
    ],
)
def test_an_unknown_word_between_in_and_what_tells_where_it_lies_is_a_place(source: str, expected: list[str]) -> None:
    assert words(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("قتل رجل بشارع البحر", ["شارع البحر"]),
        ("قصف حي الميدان", ["حي الميدان"]),
        ("في طريق المطار بطرابلس", ["طريق المطار", "طرابلس"]),
        ("في حي الجامعة", ["حي الجامعة"]),
        ("في أحياء المدينة", []),
        ("في شارع العراقيين", []),
        ("في شارع القتلى", []),
        ("دخلوا قرية ود العشا ليلا", ["قرية ود العشا"]),
    ],
)
def test_a_street_or_a_quarter_is_named_by_a_common_noun(source: str, expected: list[str]) -> None:
    assert [w for w in words(source) if w != "أحياء المدينة"] == expected


def test_a_town_spelled_like_a_verb_is_a_place_behind_a_preposition() -> None:
    assert [p.text for p in places("قتل 14 شخصا في غارة على صعدة.")[0]] == ["صعدة"]


@pytest.mark.parametrize("quarter", ["الشمال الشرقي", "الجنوب الغربي"])
def test_a_quarter_of_the_compass_is_no_district_of_that_name(quarter: str) -> None:
    (event,) = read(f"سقطت مسيرة روسية في {quarter}.").events
    assert event.places == ()
