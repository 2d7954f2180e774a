"""Blame, vows and meetings: who is said to have done it, what is answered, with whom somebody met."""

from __future__ import annotations

import pytest

from sided import doers, foes
from waqai import Event, read

BLAST = "انفجرت سيارة مفخخة أمام فندق في مقديشو أمس ما أسفر عن مقتل خمسة أشخاص."


def events(*sentences: str) -> tuple[Event, ...]:
    return read("\n".join(sentences), published="2025-07-22", title="خبر").events


def only(*sentences: str) -> Event:
    (event,) = events(*sentences)
    return event


@pytest.mark.parametrize(
    "blame",
    [
        "حملت الحكومة حركة الشباب مسؤولية الهجوم.",
        "وجهت الشرطة أصابع الاتهام إلى حركة الشباب.",
        "نسبت السلطات الهجوم إلى حركة الشباب.",
        "تقف حركة الشباب وراء التفجير، بحسب الشرطة.",
        "وقال متحدث باسم الشرطة إن حركة الشباب مسؤولة عن الهجوم.",
        "وألقت الحكومة باللوم على حركة الشباب.",
    ],
)
def test_whom_words_of_blame_name_did_it(blame: str) -> None:
    assert doers(only(BLAST, blame)) == ["حركة الشباب"]


@pytest.mark.parametrize(
    "remark",
    [
        "وقالت الشرطة إن حركة الشباب ليست مسؤولة عن الهجوم.",
        "ولم تعلن أي جهة مسؤوليتها عن التفجير، لكن حركة الشباب غالبا ما تشن هجمات مماثلة.",
        "ونفت حركة الشباب مسؤوليتها عن الهجوم.",
        "وقال متحدث إن حركة الشباب مسؤولة عن جمع الضرائب في القرى.",
    ],
)
def test_blame_denied_or_of_something_else_names_nobody(remark: str) -> None:
    assert doers(events(BLAST, remark)[0]) == []


def test_a_sentence_of_its_own_lays_its_deed_to_whom_it_blames() -> None:
    assert doers(only("تقف حركة الشباب وراء تفجير الفندق في مقديشو.")) == ["حركة الشباب"]


@pytest.mark.parametrize(
    "sentence",
    [
        "توعدت إيران بالرد على قصف القنصلية في دمشق.",
        "توقعت الهيئة رد إيران على اغتيال العقيد في طهران.",
        "تعهدت الحركة بالانتقام لمقتل قائدها في غارة على بلدة بيت حانون.",
    ],
)
def test_what_is_to_be_answered_has_happened(sentence: str) -> None:
    assert "happened" in [event.status for event in events(sentence)]


def test_a_vow_of_revenge_stands_beside_what_it_avenges() -> None:
    found = [(event.kind, event.status) for event in events("قال الرئيس إن بلاده ستثأر لمقتل العقيد في طهران.")]
    assert found == [("attack", "threatened"), ("attack", "happened")]


@pytest.mark.parametrize(
    "sentence",
    [
        "يرى مراقبون أن تلك العمليات تستهدف منع عودة النازحين إلى القرى.",
        "قال الوزير إن الحملة تستهدف تعزيز الأمن في العاصمة.",
        "ستدمر هذه الخطط التوازن بين البلدين في أوروبا.",
        "قال إن الحصار دمر حياة الناس في اليمن.",
    ],
)
def test_aims_and_the_ruin_of_nothing_that_stands_are_no_events(sentence: str) -> None:
    assert events(sentence) == ()


@pytest.mark.parametrize(
    ("sentence", "doer", "met"),
    [
        ("استقبل الرئيس المصري رئيس الوزراء العراقي في القاهرة.", "الرئيس المصري", "رئيس الوزراء العراقي"),
        ("بحث الوزير مع نظيره الفرنسي في باريس سبل وقف القتال.", "الوزير", "نظيره الفرنسي"),
        ("وقال الوزير إنه أجرى مشاورات مع الرئيس السوري في دمشق.", "الوزير", "الرئيس السوري"),
        ("زارت وزيرة الخارجية رام الله حيث التقت أمس الرئيس الفلسطيني.", "وزيرة الخارجية", "الرئيس الفلسطيني"),
        ("إن ممثلين للمعارضة يجرون محادثات مع دبلوماسيين في مسقط.", "ممثلين للمعارضة", "دبلوماسيين"),
    ],
)
def test_who_held_talks_and_with_whom(sentence: str, doer: str, met: str) -> None:
    event = only(sentence)
    assert (event.kind, doers(event), foes(event)) == ("talks", [doer], [met])


def test_a_meeting_is_told_by_whom_the_speaker_met() -> None:
    event = only("وحذر شكري لدى لقائه جبريل الرجوب في القاهرة من التصعيد.")
    assert (event.kind, [place.text for place in event.places]) == ("talks", ["القاهرة"])


@pytest.mark.parametrize(
    "sentence",
    [
        "بحثت الشرطة عن المفقودين في القرية مع متطوعين من الأهالي.",
        "استقبل المستشفى الرئيسي الجرحى في القاهرة.",
    ],
)
def test_a_search_and_a_hospital_hold_no_talks(sentence: str) -> None:
    assert "talks" not in [event.kind for event in events(sentence)]


@pytest.mark.parametrize(
    ("sentence", "crowd"),
    [
        ("خرج مئات الطلاب في مظاهرة بالخرطوم.", "مئات الطلاب"),
        ("شارك المئات من البريطانيين في اعتصام وسط لندن.", "المئات من البريطانيين"),
    ],
)
def test_who_went_out_in_protest(sentence: str, crowd: str) -> None:
    event = only(sentence)
    assert (event.kind, doers(event)) == ("protest", [crowd])


def test_who_was_hurt_in_a_protest_is_not_told_as_its_maker() -> None:
    assert doers(only("أصيب عشرة متظاهرين في احتجاجات في بغداد.")) == []


@pytest.mark.parametrize(
    ("sentence", "doer"),
    [
        ("قتل خمسة مسلحين في عملية عسكرية قادها الناتو جنوبي قندهار.", "الناتو"),
        ("قتل العشرات في منبج جراء القصف الجوي الذي تقوده الولايات المتحدة.", "الولايات المتحدة"),
        ("قالت الخارجية إن روسيا ستبدأ بتوجيه ضربات إلى كييف.", "روسيا"),
        ("وردت قوات الدفاع الإسرائيلية بضرب أهداف في غزة.", "قوات الدفاع الإسرائيلية"),
        ("قال الحرس الثوري إنه فكك خلية وألقى القبض على عناصرها في طهران.", "الحرس الثوري"),
    ],
)
def test_who_led_began_answered_or_tells_it_of_himself(sentence: str, doer: str) -> None:
    assert doers(only(sentence)) == [doer]


def test_who_leads_the_coalition_did_not_lead_the_raid() -> None:
    assert doers(only("شنت طائرات التحالف الذي تقوده السعودية غارات على صنعاء.")) == ["طائرات التحالف"]


def test_the_subject_before_its_verb_goes_on() -> None:
    found = events("قال محمد إن قوات الأمن نصبت كمينا لشقيقه وأنها طاردته واعتقلته في القطيف.")
    assert [doers(event) for event in found] == [["قوات الأمن"], ["قوات الأمن"]]


@pytest.mark.parametrize(
    ("sentence", "killed"),
    [
        ("وبذلك يرتفع عدد قتلى التحالف في أفغانستان هذا العام إلى 120 جنديا.", 120),
        ("مما رفع عدد القتلى في العراق منذ الغزو إلى 4200.", 4200),
        ("وبلغ عدد القتلى من الصحفيين هذا العام 30.", 30),
        ("وكان ثمانية صحفيين قتلوا في الصومال هذا العام.", 8),
    ],
)
def test_a_running_figure_of_a_year_or_a_war_is_a_toll(sentence: str, killed: int) -> None:
    event = only(sentence)
    assert (event.kind, event.killed and event.killed.low) == ("toll", killed)


def test_those_killed_in_an_ambush_years_ago_are_no_toll() -> None:
    assert only("قتل خمسة جنود في كمين قرب بغداد عام 2008.").kind != "toll"


@pytest.mark.parametrize(
    "sentence",
    [
        "قتل العقيد الذي شارك في حرب سوريا بانفجار عبوة ناسفة في طهران.",
        "كان الرئيس عائدا من زيارة إلى اليمن عندما هاجم مسلحون موكبه في طهران.",
    ],
)
def test_where_people_had_been_is_no_place_of_the_deed(sentence: str) -> None:
    assert "طهران" in only(sentence).places[0].text


def test_students_counted_are_no_demand() -> None:
    found = events("اعتقلت الشرطة 17 طالبا خلال مظاهرة في الخرطوم.")
    assert {event.status for event in found} == {"happened"}


def test_a_bomb_found_behind_a_long_subject_was_planned() -> None:
    event = only("عثر خبراء المفرقعات على عبوة ناسفة قرب المحكمة في القاهرة.")
    assert (event.kind, event.status) == ("bombing", "planned")
