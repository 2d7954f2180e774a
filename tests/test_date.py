"""Dates: every layout of a full date, words counted from publication, nights, ranges, and look-alikes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from waqai.match.lattice import scan
from waqai.mentions.rule_check import PUBLISHED, show
from waqai.mentions.values import read_values
from waqai.model.dates import DateSpan
from waqai.text.text import make_text

LATIN = ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"]
SYRIAC = ["كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول"]
SYRIAC += ["تشرين الثاني", "كانون الأول"]
MAGHREBI = ["جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"]
ENGLISH = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
ORDINALS = ["", "الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر"]
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def dates(sentence: str, published: date | None = PUBLISHED) -> list[str]:
    text = make_text(sentence)
    found = read_values(scan(text)).mentions
    return [show(mention.value, published) for mention in found if mention.kind in ("date", "clock")]


def spans(sentence: str, published: date | None, focus: DateSpan | None, prefer: str) -> list[DateSpan]:
    text = make_text(sentence)
    found = read_values(scan(text)).mentions
    return [mention.value.resolve(published, focus, prefer) for mention in found if mention.kind in ("date", "clock")]


def layouts(day: date) -> list[str]:
    """One day as papers of several countries write it."""
    month = day.month - 1
    return [
        f"{day.day} {LATIN[month]} {day.year}",
        f"{day.day} {SYRIAC[month]} {day.year}",
        f"{day.day} {LATIN[month]}/{SYRIAC[month]} {day.year}",
        f"{day.day} {SYRIAC[month]} ({LATIN[month]}) {day.year}",
        f"{day.day} {MAGHREBI[month]} {day.year}",
        f"{day.day} {ENGLISH[month]} {day.year}",
        f"{day.day} {LATIN[month]} ، {day.year}",
        f"{LATIN[month]} {day.day}, {day.year}",
        f"{day.day} من شهر {SYRIAC[month]} عام {day.year}",
        f"{day.year}/{day.month:02}/{day.day:02}",
        f"{day.day:02}-{day.month:02}-{day.year}",
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day}.{day.month}.{day.year}",
        f"{day.day} {SYRIAC[month]} {day.year}".translate(EASTERN),
    ]


@given(st.dates(date(1990, 1, 1), date(2035, 12, 31)), st.integers(0, 13))
@settings(max_examples=400, deadline=None)
def test_a_full_date_in_any_layout_is_that_day(day: date, layout: int) -> None:
    written = layouts(day)[layout]
    assert dates(f"وقع الهجوم في {written} قرب النهر.", None) == [str(day)]


@pytest.mark.slow
def test_every_day_reads_back_in_one_layout() -> None:
    day, wrong = date(1990, 1, 1), []
    while day.year <= 2035:
        written = layouts(day)[day.toordinal() % 12]
        if dates(f"وقع الهجوم في {written} قرب النهر.", None) != [str(day)]:
            wrong.append(written)
        day += timedelta(days=7)
    assert wrong == []


@given(st.dates(date(1990, 1, 1), date(2035, 12, 31)), st.dates(date(1995, 1, 1), date(2035, 12, 31)))
@settings(max_examples=150, deadline=None)
def test_a_day_without_its_year_is_the_nearest_past_or_next(day: date, published: date) -> None:
    sentence = f"وقع ذلك في {day.day} {LATIN[day.month - 1]} بحسب شهود."
    past, future = (spans(sentence, published, None, prefer)[0].start for prefer in ("past", "future"))
    assert past is not None
    assert future is not None
    assert past <= published <= future
    assert (past.month, past.day) == (future.month, future.day) == (day.month, day.day)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("قُصفت البلدة مساء الاثنين.", "2025-07-21/part_of_day"),
        ("اقتُحم المخيم فجر يوم الثلاثاء.", "2025-07-22/part_of_day"),
        ("من الغسق مساء الاثنين ، ضُربت المدينة.", "2025-07-21..2025-07-22/night"),
        ("قُصفت ليل الأحد الاثنين.", "2025-07-20..2025-07-21/night"),
        ("اقتُحمت بعد منتصف ليلة الأحد.", "2025-07-20..2025-07-21/night"),
        ("قُتل شاب اليوم.", "2025-07-22"),
        ("قُتل شاب أول من أمس.", "2025-07-20"),
        ("قُتل شاب ليلة أمس.", "2025-07-21..2025-07-22/night"),
        ("قُصفت منذ غروب شمس الاثنين.", "2025-07-21..2025-07-22/night"),
        ("قُصفت اعتباراً من مغيب الشمس يوم الأحد.", "2025-07-20..2025-07-21/night"),
        ("قُصفت ابتداء من غياب شمس أمس.", "2025-07-21..2025-07-22/night"),
        ("قُصفت طيلة ليلة الأحد.", "2025-07-20..2025-07-21/night"),
        ("قُصفت ليل الأحد.", "2025-07-20..2025-07-21/night"),
        ("قُصفت ليلة الأحد.", "2025-07-20/night"),
        ("قُصفت الأحد ليلاً.", "2025-07-20/night"),
        ("قُصفت عند مغيب شمس الأحد.", "2025-07-20/part_of_day"),
        ("قُصفت من غروب شمس الأحد وحتى فجر الاثنين.", "2025-07-20..2025-07-21/range"),
        ("قُصفت بين مساء الأحد وفجر أمس.", "2025-07-20..2025-07-21/range"),
        ("قُصفت من مساء الثلاثاء إلى صباح الأربعاء.", "2025-07-15..2025-07-16/range"),
        ("قُصفت ليل 20 على 21 يوليو.", "2025-07-20..2025-07-21/range"),
        ("قُصفت من الساعة ٢ لحد ٥ الصبح.", "2025-07-22/part_of_day"),
        ("قُصفت خلال الساعات الماضية.", "2025-07-21..2025-07-22/range"),
        ("قُصفت في الساعات القليلة الماضية.", "2025-07-22"),
        ("أسفر هجوم مارس عن ضحايا.", "2025-03-01..2025-03-31/month"),
        ("قُصفت بعد غياب الشمس.", "focus"),
        ("قُصفت مع حلول الليل.", "focus"),
        ("قُصفت عند المغيب.", "focus"),
        ("قُصفت ليلاً.", "focus"),
        ("قُصفت في الليل.", "focus"),
        ("انفجار الساعة 11 ليلة أمس.", "2025-07-21/night"),
        ("قصف خلال الليل.", "2025-07-21..2025-07-22/night"),
        ("الليلة الماضية 12 مارس 2017 هاجموا.", "2017-03-12/night"),
        ("مساء أمس الثلاثاء الموافق 12/ 10/ 1436هـ قُتل.", "2015-07-28/part_of_day"),
        ("عند الساعة الحادية عشرة والنصف من مساء أمس الاثنين.", "2025-07-21/part_of_day"),
        ("قُتل قبل أسبوعين.", "2025-07-08"),
        ("قُتل قبل شهرين.", "2025-05-01..2025-05-31/month"),
        ("قُتل الأسبوع الماضي.", "2025-07-14..2025-07-20/week"),
        ("قُتل الشهر الماضي.", "2025-06-01..2025-06-30/month"),
        ("قُتل العام الماضي.", "2024-01-01..2024-12-31/year"),
        ("قُتل مطلع الشهر.", "2025-07-01..2025-07-10/range"),
        ("قُتل منتصف الشهر الماضي.", "2025-06-11..2025-06-20/range"),
        ("قُتل في سبتمبر/أيلول العام الماضي.", "2024-09-01..2024-09-30/month"),
        ("في مايو ويونيو تفاوضوا.", "2025-05-01..2025-06-30/range"),
        ("منذ السابع من أكتوبر 2023 قُتل.", "2023-10-07..2025-07-22/range"),
        ("من 3 إلى 5 مايو قُصفت.", "2025-05-03..2025-05-05/range"),
        ("يومي السبت والأحد قُصفت.", "2025-07-19..2025-07-20/range"),
        ("خلال الأيام الثلاثة الأخيرة قُصفت.", "2025-07-20..2025-07-22/range"),
        ("اليوم (الثلاثاء 22 يوليو/تموز 2025) قُصفت.", "2025-07-22"),
        ("27 رمضان 1446 هـ قُصفت.", "2025-03-27"),
        ("قُتل الشاب في عطلة نهاية الأسبوع.", "2025-07-19..2025-07-20/range"),
        ("هلق انفجار قوي بالحي", "2025-07-22"),
        ("امبارح الصبح صار قصف", "2025-07-21/part_of_day"),
        ("قُصفت بعد حلول الظلام.", "focus"),
        ("قُصفت بعد أقل من ساعتين.", "focus"),
        ("قُصفت في وقت لاحق.", "focus"),
        ("منذ سنوات والحال كذلك.", "unresolved"),
    ],
)
def test_words_of_time(sentence: str, expected: str) -> None:
    assert dates(sentence) == [expected]


@pytest.mark.parametrize("sentence", ["قُتل أمس.", "مساء الاثنين.", "7 أكتوبر قُصفت.", "الليلة الماضية.", "قبل أسبوعين."])
def test_without_a_publication_date_relative_days_stay_unresolved(sentence: str) -> None:
    assert dates(sentence, None) == ["unresolved"]


def test_an_open_range_keeps_its_start_without_a_publication_date() -> None:
    assert spans("يقاتلون منذ فبراير/شباط 2018 هناك.", None, None, "past") == [
        DateSpan(date(2018, 2, 1), None, "range")
    ]


@pytest.mark.parametrize(
    ("sentence", "start", "end"),
    [
        ("سقط صاروخ ثان بعد ساعتين.", 21, 22),
        ("سقطت قنبلتان بعد حلول الظلام.", 21, 22),
        ("توفي الجريح بعد ثلاثة أيام.", 24, 24),
        ("نُهب المكان قبلها بأسبوع.", 14, 14),
        ("توفي في اليوم التالي.", 22, 22),
    ],
)
def test_focus_words_count_from_the_day_told_last(sentence: str, start: int, end: int) -> None:
    focus = DateSpan(date(2025, 7, 21), date(2025, 7, 22), "night")
    assert [(s.start, s.end) for s in spans(sentence, PUBLISHED, focus, "past")] == [
        (date(2025, 7, start), date(2025, 7, end))
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("يجتمعون يوم الجمعة.", date(2025, 7, 25)),
        ("يجتمعون الثلاثاء.", date(2025, 7, 22)),
        ("يجتمعون في 3 يناير.", date(2026, 1, 3)),
        ("يجتمعون غداً.", date(2025, 7, 23)),
    ],
)
def test_plans_take_the_next_day(sentence: str, expected: date) -> None:
    assert [span.start for span in spans(sentence, PUBLISHED, None, "future")] == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "نشرت صحيفة اليوم تقريراً.",
        "مارس الوفد ضغوطاً كبيرة.",
        "قال رمضان قديروف إن قواته تقدمت.",
        "الأمين العام للمنظمة أدان القصف.",
        "قُتل الأول وأصيب الثاني.",
        "سوق الخميس قُصف بالمدفعية.",
        "آب المقاتلون إلى قراهم.",
        "في اليوم العالمي للطفل تظاهروا.",
        "بين الحين والآخر تُسمع أصوات.",
        "مسافة الصفر قريبة.",
        "بحثوا عن ابنهم المغيب في السجون.",
        "المصورة ولدت في عام 1987 في النبك.",
        "القتيل من مواليد حلب عام 1990.",
        "بعد وصول الإسعاف نُقل الجرحى.",
    ],
)
def test_look_alikes_are_no_dates(sentence: str) -> None:
    assert dates(sentence) == []


@pytest.mark.parametrize("text", ["99/99/9999", "31 فبراير 2024", "1/1/0", "2025-13-45", "32 مايو 2024"])
def test_impossible_days_are_not_named(text: str) -> None:
    for span in spans(f"في {text} وقع ذلك.", PUBLISHED, None, "past"):
        assert span.start is None or span.start.year in (2024, 2025)


@given(st.text(alphabet=st.sampled_from("0123456789/-. يومسأيلالغداقبمنذ\nاثنيمايو"), max_size=100), st.dates())
@settings(max_examples=200, deadline=None)
def test_random_text_resolves_to_ordered_spans(source: str, published: date) -> None:
    for prefer in ("past", "future"):
        for span in spans(source, published, DateSpan(published, published, "day"), prefer):
            assert span.start is None or span.end is None or span.start <= span.end


def test_a_range_of_weekdays_in_a_plan_runs_forward() -> None:
    assert [
        (span.start, span.end) for span in spans("تستمر الهدنة من الاثنين إلى الأربعاء.", PUBLISHED, None, "future")
    ] == [(date(2025, 7, 28), date(2025, 7, 30))]
