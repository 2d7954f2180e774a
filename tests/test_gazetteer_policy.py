"""Disputed territory is written as docs/decisions/0004 says."""

from __future__ import annotations

import pytest

from waqai.gazetteer import explain_place, load


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("القرم", "UA"),
        ("سيفاستوبول", "UA"),
        ("سيمفروبول", "UA"),
        ("جمهورية دونيتسك الشعبية", "UA"),
        ("لوهانسك", "UA"),
        ("ماريوبول", "UA"),
        ("القدس", "PS"),
        ("القدس الشرقية", "PS"),
        ("القدس الغربية", "IL"),
        ("الضفة الغربية", "PS"),
        ("قطاع غزة", "PS"),
        ("معاليه أدوميم", "PS"),
        ("أرئيل", "PS"),
        ("الجولان", "SY"),
        ("مجدل شمس", "SY"),
        ("كتسرين", "SY"),
        ("الصحراء الغربية", "EH"),
        ("أبخازيا", "GE"),
        ("ناغورنو كاراباخ", "AZ"),
        ("ترانسنيستريا", "MD"),
        ("أرض الصومال", "SO"),
        ("كوسوفو", "XK"),
    ],
)
def test_the_country_is_the_united_nations_one(name: str, country: str) -> None:
    assert explain_place(name)[0].place.country == country


def test_settlements_in_the_west_bank_are_in_its_area() -> None:
    ariel = load().by_id("geonames:8199394")
    assert ariel is not None
    assert (ariel.country, ariel.admin1) == ("PS", "West Bank")
