"""Weapons and targets: what was used and what was hit, with their number, by the words of the phrase."""

from __future__ import annotations

import pytest

from waqai.engine import read
from waqai.match.lattice import scan
from waqai.mentions.phrase import words_of
from waqai.mentions.things import TARGET, WEAPON, find_things
from waqai.mentions.values import read_values
from waqai.text.text import make_text

Thing = tuple[str, str, int | None, int | None]


def things(source: str, kind: str) -> list[Thing]:
    """(words, kind, low, high) of each."""
    lattice = scan(make_text(source))
    counts = [m for m in read_values(lattice).mentions if m.kind == "count"]
    return [
        (words_of(lattice, p).text, p.head.value, p.count.low if p.count else None, p.count.high if p.count else None)
        for p in find_things(lattice, kind, counts)
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("قنبلتان انزلاقيتان", ("قنبلتان انزلاقيتان", "glide_bomb", 2, 2)),
        ("35 طائرة مسيرة", ("35 طائرة مسيرة", "drone", 35, 35)),
        ("صاروخ كروز", ("صاروخ كروز", "cruise_missile", 1, 1)),
        ("صواريخ باليستية إيرانية", ("صواريخ باليستية إيرانية", "ballistic_missile", 2, None)),
        ("عدة قذائف هاون", ("عدة قذائف هاون", "mortar", 2, None)),
        ("بعبوة ناسفة", ("عبوة ناسفة", "ied", 1, 1)),
        ("طائرة بدون طيار", ("طائرة بدون طيار", "drone", 1, 1)),
        ("بالمدفعية", ("المدفعية", "artillery", 1, 1)),
        ("السيارة المفخخة", ("السيارة المفخخة", "car_bomb", 1, 1)),
        ("ألغام أرضية", ("ألغام أرضية", "mine", 2, None)),
    ],
)
def test_a_weapon_has_its_kind_and_number(source: str, expected: Thing) -> None:
    assert things(source, WEAPON) == [expected]


def test_a_word_behind_a_bomb_says_its_sort() -> None:
    assert [kind for _, kind, _, _ in things("قنابل قوية شراعية", WEAPON)] == ["glide_bomb"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("محطة وقود", ("محطة وقود", "fuel_station", 1, 1)),
        ("خمسة مبان سكنية", ("خمسة مبان سكنية", "residential", 5, 5)),
        ("مستشفيين", ("مستشفيين", "hospital", 2, 2)),
        ("محطة لتوليد الكهرباء", ("محطة لتوليد الكهرباء", "power", 1, 1)),
        ("المدرسة", ("المدرسة", "school", 1, 1)),
        ("مدارس", ("مدارس", "school", 2, None)),
        ("قاعدة جوية", ("قاعدة جوية", "military_site", 1, 1)),
        ("دمر القصف كنيستين", ("كنيستين", "place_of_worship", 2, 2)),
    ],
)
def test_a_target_has_its_kind_and_number(source: str, expected: Thing) -> None:
    assert things(source, TARGET) == [expected]


def test_joined_targets_are_apart() -> None:
    assert things("ثلاث مدارس ومستشفى", TARGET) == [("ثلاث مدارس", "school", 3, 3), ("مستشفى", "hospital", 1, 1)]


@pytest.mark.parametrize(("source", "found"), [("اشترى بيتا في الضيعة", 0), ("دمر القصف بيتا", 1), ("أربعة بيوت", 1)])
def test_a_common_word_is_a_target_only_when_counted_or_struck(source: str, found: int) -> None:
    assert len(things(source, TARGET)) == found


@pytest.mark.parametrize("source", ["غارة جوية", "انفجار عنيف", "اشتباكات"])
def test_what_happened_is_no_weapon(source: str) -> None:
    assert things(source, WEAPON) == []


def test_the_preposition_is_no_part_of_the_words() -> None:
    assert things("بثلاث طائرات مسيرة", WEAPON)[0][0] == "ثلاث طائرات مسيرة"


@pytest.mark.xfail(strict=True, reason="the dual of an ambulance before its complement is in no list")
def test_two_ambulances() -> None:
    assert things("سيارتي إسعاف", TARGET) == [("سيارتي إسعاف", "ambulance", 2, 2)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("ضربت المسيرات ميناء أوديسا قبل الفجر.", ["port"]),
        ("قصفت الطائرات مطار صنعاء الدولي بأربع غارات.", ["airport"]),
        ("تعرض ميناء أوديسا لهجوم صاروخي.", ["port"]),
        ("قصفت الطائرات بيت لاهيا.", []),
        ("قصفت المدفعية جسر الشغور.", []),
        ("قصفت الطائرات مخزنا قرب مطار صنعاء الدولي.", ["warehouse"]),
    ],
)
def test_a_site_that_the_gazetteer_knows_by_name_is_hit_and_a_town_named_after_a_thing_is_not(
    sentence: str, expected: list[str]
) -> None:
    (event,) = read(sentence).events
    assert [target.kind for target in event.targets] == expected


def test_a_bomb_in_front_of_a_church_hits_it_and_a_shot_there_does_not() -> None:
    bombed, shot = (
        read(f"{deed} أمام كنيسة القديسين في الإسكندرية.").events[0]
        for deed in ("انفجرت سيارة مفخخة", "أطلق مسلحون النار على شرطي")
    )
    assert [target.kind for target in bombed.targets] == ["place_of_worship"]
    assert not shot.targets


def test_a_prison_that_was_stormed_is_no_verb_of_jailing() -> None:
    stormed, freed = read("اقتحم مسلحون سجن بادوش وحرروا مئات السجناء.").events
    assert ([t.kind for t in stormed.targets], [p.text for p in stormed.places]) == (["prison"], ["سجن بادوش"])
    assert freed.kind == "release"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("ضربت المسيرات محطة أم دباكر الكهربائية.", ["power"]),
        ("هاجم مسلحون محطة لضخ المياه شرق المدينة.", ["water"]),
        ("استهدفت غارة محطة الغزالية للوقود.", ["fuel_station"]),
        ("أطلق مسلحون النار على محطة قديمة.", []),
        ("هاجم مسلحون محطة في حي للمياه.", []),
    ],
)
def test_a_station_is_what_the_word_behind_its_name_says(sentence: str, expected: list[str]) -> None:
    assert [target.kind for event in read(sentence).events for target in event.targets] == expected


def test_an_air_defence_that_missiles_destroyed_downed_nothing() -> None:
    (destroyed,) = read("أعلنت كييف تدمير منظومة دفاع جوي في القرم بصواريخ كروز.").events
    (downed,) = read("دمرت الدفاعات الجوية ثلاثة صواريخ كروز فوق كييف.").events
    assert (destroyed.kind, [t.kind for t in destroyed.targets]) == ("missile_strike", ["military_site"])
    assert downed.kind == "interception"


def test_shelling_that_destroyed_houses_was_not_beaten_off() -> None:
    (event,) = read("دمر القصف عشرات المنازل في داريا.").events
    assert (event.kind, [t.kind for t in event.targets]) == ("destruction", ["residential"])


def test_a_ship_is_sunk_and_seized_and_the_boats_are_the_means() -> None:
    (sunk,) = read("أغرقت القوات الأوكرانية سفينة روسية قبالة القرم بزوارق مسيرة.").events
    (seized,) = read("استولى الحوثيون على سفينة شحن جنوب البحر الأحمر.").events
    assert [[t.kind for t in event.targets] for event in (sunk, seized)] == [["ship"], ["ship"]]


def test_a_side_named_by_its_guns_shells_and_a_post_that_fire_came_from_is_not_hit() -> None:
    (shelled,) = read("مدفعية الجيش تستهدف تحركات المليشيا في محور الفاشر.").events
    (shot,) = read("أصيب شاب بطلق ناري مصدره نقطة للجيش في سراقب.").events
    assert (shelled.kind, [w.kind for w in shelled.weapons], shot.targets) == ("shelling", ["artillery"], ())


def test_fire_set_in_an_office_hits_the_office() -> None:
    (event,) = read("أضرم محتجون النار في مقر المحافظة بمدينة الناصرية.").events
    assert (event.kind, [t.kind for t in event.targets]) == ("destruction", ["government_site"])


def test_gunfire_amid_the_shelling_leaves_it_shelling() -> None:
    (event,) = read("شهدت بلدة إحسم قصفا مدفعيا عنيفا وسط إطلاق نار كثيف.").events
    assert event.kind == "shelling"


def test_a_family_named_like_a_thing_is_not_hit_and_a_field_where_it_fell_neither() -> None:
    (flat,) = read("استهدفت طائرة شقة سكنية لعائلة العجلة غرب غزة.").events
    (fell,) = read("انفجر لغم بمزرعة قرب البلدة وأصيب طفلان.").events
    assert ([t.kind for t in flat.targets], fell.targets) == (["residential"], ())


def test_a_sniper_shoots_and_a_tank_shell_falls() -> None:
    (sniped,) = read("قنص مدني في حي الوعر بحمص.").events
    (shelled,) = read("سقطت قذيفة دبابة على بيت بعبسان الكبيرة.").events
    assert [[w.kind for w in e.weapons] for e in (sniped, shelled)] == [["small_arms"], ["tank"]]
    assert shelled.kind == "shelling"


def test_remnants_blown_up_by_engineers_are_no_attack() -> None:
    assert not read("صوت الانفجار ناتج عن تفجير مخلفات الحرب من قبل فرق الهندسة.").events


@pytest.mark.parametrize(
    "sentence",
    [
        "أصيب شاب برصاص قناص في سراقب وتلقى العلاج في مشفى بنش.",
        "أصيب أربعة أطفال بقذيفة في تعز ونقلوا للعناية بمستشفى الثورة.",
        "قصف مدفعي على بلدة احسم والمدافع المتمركزة بمعسكر جورين ما زالت تضرب.",
    ],
)
def test_where_the_hurt_are_treated_and_the_guns_stand_is_neither_target_nor_place(sentence: str) -> None:
    (event,) = read(sentence, published="2025-07-22").events
    assert event.targets == ()
    assert len(event.places) == 1


def test_a_hospital_that_is_shelled_is_hit() -> None:
    (event,) = read("قصفت المدفعية مستشفى الثورة في تعز.", published="2025-07-22").events
    assert [target.kind for target in event.targets] == ["hospital"]


def test_the_house_that_aircraft_hit_is_the_target_when_its_dead_are_pulled_out() -> None:
    (event,) = read("انتشال 4 شهداء من منزل لعائلة سمرة استهدفته طائرات الاحتلال.", published="2025-07-22").events
    assert [target.kind for target in event.targets] == ["house"]


def test_fighting_factions_fly_nothing() -> None:
    (event,) = read("هاجمت الفصائل المقاتلة حاجزا للجيش في مدينة مورك.", published="2025-07-22").events
    assert event.weapons == ()


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("أطلق صاروخ من غزة على عسقلان السبت.", "rocket"),
        ("صواريخ من جنوب الليطاني باتجاه كريات شمونة.", "rocket"),
        ("أطلقت إيران صواريخ على تل أبيب.", "missile"),
        ("أطلق الحوثيون صاروخا على إيلات.", "missile"),
        ("أطلقت روسيا صواريخ على كييف.", "missile"),
    ],
)
def test_plain_missiles_that_come_down_in_israel_are_rockets_unless_fired_from_afar(sentence: str, kind: str) -> None:
    (event,) = read(sentence, published="2025-07-22").events
    assert [weapon.kind for weapon in event.weapons] == [kind]


def test_who_runs_somebody_over_does_it_with_a_vehicle() -> None:
    (event,) = read("دهس مستوطن فتى فلسطينيا في بلدة يعبد.", published="2025-07-22").events
    assert [weapon.kind for weapon in event.weapons] == ["vehicle"]
