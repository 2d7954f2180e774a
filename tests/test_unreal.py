"""Unreal: words of deeds where nothing is told to have happened."""

from __future__ import annotations

import pytest

from waqai.engine import read


@pytest.mark.parametrize(
    "sentence",
    [
        "يتفق جميع الأطراف على أن المرحلة صعبة.",
        "نفذ المستوطنون جولات استفزازية في باحات المسجد.",
        "يعاني الرئيس من تعثره في السيطرة على البلاد.",
        "الخطة الصاروخية لا تستهدف روسيا.",
        "ليس واضحا ما إذا كانت طهران تستعد لتوجيه ضربة أو تحاول الردع.",
        "كلف جهاز الاستخبارات الخلية بالقيام بأعمال خطف وتخريب.",
        "انفجار أنبوب مياه رئيسي في وسط كييف.",
        "حذر الوزير من خطر اشتباك عسكري مباشر بين الحلف وموسكو.",
        "حذرت المنظمة من مغبة الهجوم على مدينة رفح.",
    ],
)
def test_opinions_orders_failures_and_questions_are_no_events(sentence: str) -> None:
    assert not read(sentence).events


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("اتفق الطرفان على أن يتوقف القتال في المدينة.", "agreement"),
        ("تستضيف أنقرة جولة جديدة من المفاوضات.", "talks"),
        ("نجح الجيش في السيطرة على مدينة الشيخ مسكين.", "territory_change"),
        ("تجددت الاشتباكات في مدينة تعز.", "clash"),
        ("تجدد القصف على مدينة تعز.", "attack"),
    ],
)
def test_what_was_agreed_met_taken_or_renewed_is_one(sentence: str, kind: str) -> None:
    (event,) = read(sentence).events
    assert (event.kind, event.status) == (kind, event.status if kind == "talks" else "happened")


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("ففي قطر، أدانت وزارة الخارجية اقتحام المستوطنين للمسجد الأقصى.", ["للمسجد الأقصى"]),
        ("وفي سوريا نفذ التحالف أربع غارات.", ["سوريا"]),
        ("وفي بغداد قال مصدر في الشرطة إن عبوة انفجرت.", ["بغداد"]),
    ],
)
def test_the_country_where_somebody_spoke_is_not_where_it_happened(sentence: str, places: list[str]) -> None:
    (event,) = read(sentence).events
    assert [place.text for place in event.places] == places
    assert all(party.name != "Syria" for party in event.perpetrators)


def test_ties_with_a_state_are_no_place() -> None:
    (event,) = read("قال الحرس إنه ألقى القبض على خلية على صلة بإسرائيل في طهران.").events
    assert [place.text for place in event.places] == ["طهران"]


def test_the_agency_that_quotes_is_a_source_beside_whom_it_quotes() -> None:
    (event,) = read("نقلت وكالة الأناضول عن مصادر محلية أن الجيش اقتحم قرية الجانية.").events
    assert [source.text for source in event.sources] == ["مصادر محلية", "وكالة الأناضول"]
