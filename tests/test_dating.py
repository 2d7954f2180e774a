"""The day that a report shows to its readers, and the many days that it only tells of."""

from __future__ import annotations

import pytest

from waqai.dating import visible_date

SHOWN = [
    "الثلاثاء 22 يوليو 2025",
    "نُشر في: 22 يوليو/تموز 2025 - 14:30 بتوقيت غرينتش",
    "تم النشر في 22/07/2025 | آخر تحديث 23/07/2025",
    "2025-07-22 14:30",
    "دمشق - سانا - ٢٢ تموز ٢٠٢٥",
    "22 Jul 2025",
    "آخر تحديث: الثلاثاء، 22 يوليو 2025، 10:15 ص",
    "22-7-2025 | 14:30",
    "27 محرم 1447 هـ - 22 يوليو 2025 م",
    "27 محرم 1447 هـ",
    "كتب: سامر العلي | الثلاثاء 22 يوليو 2025 - 08:15 مساءً",
    "القدس (وكالات) 22/7/2025",
    "قصف يوقع قتلى في المدينة\nتاريخ النشر: 2025/07/22\nقتل ثلاثة مدنيين في 1 يناير 2020.",
]

TOLD = [
    "مقتل ثلاثة مدنيين في قصف على إدلب يوم 22 يوليو 2025",
    "هجوم 7 أكتوبر 2023",
    "غارات على غزة في 7 أكتوبر 2023",
    "في 22 يوليو 2025 قصفت الطائرات مدينة إدلب وقتل ثلاثة",
    "ذكرى مجزرة الكيماوي 21 أغسطس 2013",
    "من 20 يوليو 2025 إلى 22 يوليو 2025",
    "منذ 7 أكتوبر 2023",
    "اتفاق 5 مارس 2020 بين روسيا وتركيا",
    "اتفاق وقف إطلاق النار الموقع في 5 مارس 2020",
    "بعد عامين على حرب 7 أكتوبر 2023",
    "22 يوليو",
    "يوليو 2025",
    "أمس الثلاثاء",
    "© 2025 جميع الحقوق محفوظة",
    "رقم الهاتف 2025 22 07",
    "",
]


@pytest.mark.parametrize("head", SHOWN)
def test_a_date_line_gives_its_day(head: str) -> None:
    assert visible_date(head) == "2025-07-22"


@pytest.mark.parametrize("head", TOLD)
def test_a_day_that_is_only_told_of_is_not_the_reports(head: str) -> None:
    assert visible_date(head) is None


def test_a_date_far_below_the_top_is_not_looked_at() -> None:
    assert visible_date("سطر من النص\n" * 12 + "22 يوليو 2025") is None
