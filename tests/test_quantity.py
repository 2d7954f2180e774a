"""Quantities: number words, vague amounts, bounds, and numbers that count nobody."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from waqai.match.lattice import scan
from waqai.mentions.rule_check import PUBLISHED, show
from waqai.mentions.values import read_values
from waqai.model.mention import Mention
from waqai.packs.rules import load_rules
from waqai.text.text import Text, make_text


def mentions(sentence: str) -> tuple[Text, list[Mention]]:
    """The text and its values."""
    text = make_text(sentence)
    return text, read_values(scan(text)).mentions


def values(sentence: str, kind: str, published: date | None = PUBLISHED) -> list[str]:
    """The shown values of one kind, in order."""
    return [show(mention.value, published) for mention in mentions(sentence)[1] if mention.kind == kind]


@given(st.integers(1, 99_999), st.sampled_from(["{:,}", "{}"]), st.booleans())
@settings(max_examples=150, deadline=None)
def test_digits_read_back_in_every_script(number: int, layout: str, eastern: bool) -> None:
    written = layout.format(number)
    if eastern:
        written = written.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    assert values(f"قُتل {written} شخصاً في الحرب.", "count") == [str(number)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("أصيب ما لا يقل عن 24 شخصاً.", ["24.."]),
        ("أصيب 24 شخصاً على الأقل.", ["24.."]),
        ("قُتل أكثر من ثلاثين مسلحاً.", ["30.."]),
        ("قُتل ما يزيد على مئة.", ["100.."]),
        ("نزح نحو 30 ألف مدني.", ["~30000"]),
        ("نزح 30 ألف مدني تقريباً.", ["~30000"]),
        ("أصيب ما يصل إلى 12 فرداً.", ["1..12"]),
        ("حضر أقل من 50 شخصاً.", ["1..49"]),
        ("يتراوح عددهم بين 20 و30 ألف مقاتل.", ["20000..30000"]),
        ("جُرح ثلاثة أو أربعة جنود.", ["3..4"]),
        ("سقط عشرات القتلى.", ["20.."]),
        ("نزح مئات الآلاف.", ["200000.."]),
        ("فر عشرات الآلاف.", ["20000.."]),
        ("اعتُقل عدد من الشبان.", ["2.."]),
        ("قُتل ألفا شخص.", ["2000"]),
        ("نزح نحو 37.000 شخص.", ["~37000"]),
        ("نزح 1.250.000 شخص.", ["1250000"]),
        ("عاد اثنا عشر ألفاً من النازحين.", ["12000"]),
        ("احتُجز مليون ونصف المليون شخص.", ["1500000"]),
        ("قُتل 2.7 مليون شخص.", ["2700000"]),
        ("قتل أحد الحراس.", ["1"]),
        ("دمرت 3 آلاف و200 منزل.", ["3200"]),
        ("نزحت خمسةٌ وثلاثون عائلة و17 راعياً.", ["35", "17"]),
        ("قُتل خمسة وأصيب عشرون.", ["5", "20"]),
        ("أصيب سبعة و ثلاثون شخصا.", ["37"]),
        ("قتل تلاتة وانجرح خمستاشر واحد", ["3", "15", "1"]),
    ],
)
def test_counts(sentence: str, expected: list[str]) -> None:
    assert values(sentence, "count") == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "يمتد الخط 620 ميلاً.",
        "قُتلت فتاة تبلغ من العمر 9 سنوات.",
        "أُسقطت طائرة F-16 فوق المدينة.",
        "قصفوا الحي بقذائف من عيار 155 ملم.",
        "وقع ذلك عام 2011 في درعا.",
        "وقع ذلك في 12 مارس 2017 صباحاً.",
        "دُمر 70% من الحي.",
        "الساعة 08:30 دوى انفجار.",
        "بلغت الكلفة خمسة ملايين دولار.",
        "استمر القصف ثلاثة أيام.",
        "وصل الفوج الثالث إلى البلدة.",
        "اتصلوا على 011-555-0199 للتبليغ.",
        "عُثر على الميتين تحت الركام.",
        "لا أحد تأذى في القصف.",
        "انقلاب 1962، وما تلاه.",
        "شرح عثمان ما جرى.",
        "ولدت في عام 1987.",
        "وهو من مواليد 1999.",
        "قُتل حيدر (١٩).",
        "1- قصف السوق.\n٢/ قصف المعبر.\n3) قصف الجسر.\n4_ قصف الميناء.\n5. قصف المطار.",
        "1️⃣ قصف السوق.",
        "جُنّد فتيان دون سن 15 في الكتيبة.",
    ],
)
def test_what_counts_nobody(sentence: str) -> None:
    assert values(sentence, "count") == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("بينهم صبي يبلغ من العمر 5 سنوات.", ["5"]),
        ("زوجان يبلغان من العمر 71 و 68 عامًا.", ["71", "68"]),
        ("أصيبت ليلى (42 سنة) في يدها.", ["42"]),
        ("فتى عمره 15 عاماً.", ["15"]),
        ("رضيع عمره 11 شهراً.", ["0"]),
        ("الفتى ذو الـ15 عاماً.", ["15"]),
        ("قُتل سامر، 28 عاماً، من حمص.", ["28"]),
        ("قُتل حيدر (١٩) وزينب (١٧) وسامر (٥).", ["19", "17", "5"]),
        ("أصيب رجل ، 41 ، بشظايا.", ["41"]),
        ("قالت أولينا، 35، إن البيت احترق.", ["35"]),
        ("طفلة في الرابعة من عمرها.", ["4"]),
        ("شاب في الثالثة والعشرين من العمر.", ["23"]),
        ("الطفلة ذات السنوات الخمس.", ["5"]),
        ("الفتى ابن الـ15.", ["15"]),
        ("قُتل رجل خمسيني.", []),
        ("قُتل أطفال (12) ونساء (20) في حلب (3).", []),
        ("حيدر (ولد 2015) استشهد.", []),
    ],
)
def test_ages(sentence: str, expected: list[str]) -> None:
    assert values(sentence, "age") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("20-30 قتيلاً في السوق.", ["20..30"]),
        ("3 جرحى في السوق.", ["3"]),
        ("2- 5 جرحى في السوق.", ["5"]),
        ("12 - قتيلاً", []),
        ("- 4 جرحى في السوق.", ["4"]),
    ],
)
def test_a_number_that_opens_a_line_counts_unless_a_mark_follows(sentence: str, expected: list[str]) -> None:
    assert values(sentence, "count") == expected


@pytest.mark.parametrize("digits", ["9" * 10_000, "٩" * 10_000, "1" * 16, "0" * 50, "1," * 5000, "1.1" * 3000])
def test_hostile_digits_make_no_count_and_no_crash(digits: str) -> None:
    assert all(len(value) < 25 for value in values(f"قتل {digits} شخصا", "count"))


@pytest.mark.parametrize("unit", ["5 و ", "خمسة وعشرون ", "أمس ", "من 3 إلى ", "ألف ", "( ", "و ", "بين 1 و2 "])
def test_hostile_repetition_stays_linear(unit: str) -> None:
    def seconds(times: int) -> float:
        start = time.perf_counter()
        mentions(unit * times)
        return time.perf_counter() - start

    seconds(10)
    assert seconds(3000) < max(0.5, 60 * seconds(300))


@given(st.text(alphabet=st.sampled_from("0123456789٠٥,.:/- وأخمسةعشرينلفمسيو\n()"), max_size=120))
@settings(max_examples=200, deadline=None)
def test_random_text_never_breaks_the_reader(source: str) -> None:
    text, found = mentions(source)
    ends = 0
    for mention in found:
        assert ends <= mention.start < mention.end <= len(text.tokens)
        ends = mention.end


def test_rule_ids_are_unique() -> None:
    ids = [rule.id for rule in load_rules()]
    assert len(ids) == len(set(ids))
