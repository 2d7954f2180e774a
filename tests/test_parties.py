"""Who did it and to whom: what speakers say of themselves, two flanks, aliases, translations' word order."""

from __future__ import annotations

import pytest

from waqai import Event, read


def only(sentence: str) -> Event:
    (event,) = read(sentence, published="2025-07-22").events
    return event


def doers(event: Event) -> list[str]:
    return [party.text for party in event.perpetrators]


def foes(event: Event) -> list[str]:
    return [party.text for party in event.against]


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
