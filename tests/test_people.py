"""People: groups and casualties with their number, age and sex, by the words of the phrase alone."""

from __future__ import annotations

import pytest

from waqai.match.lattice import scan
from waqai.mentions.people import find_people
from waqai.mentions.phrase import Phrase, words_of
from waqai.mentions.values import read_values
from waqai.text.text import make_text


def people(source: str) -> list[tuple[str, Phrase]]:
    lattice = scan(make_text(source))
    values = read_values(lattice).mentions
    counts, ages = ([m for m in values if m.kind == kind] for kind in ("count", "age"))
    return [(words_of(lattice, phrase).text, phrase) for phrase in find_people(lattice, counts, ages)]


def only(source: str) -> Phrase:
    ((_, phrase),) = people(source)
    return phrase


def counted(phrase: Phrase) -> tuple[int | None, int | None]:
    return (phrase.count.low, phrase.count.high) if phrase.count else (None, None)


@pytest.mark.parametrize(
    ("source", "group", "low", "high"),
    [
        ("أربعة جنود", "soldier", 4, 4),
        ("جنديان", "soldier", 2, 2),
        ("جندي", "soldier", 1, 1),
        ("جنود", "soldier", 2, None),
        ("الجنود", "soldier", None, None),
        ("عشرة من المدنيين", "civilian", 10, 10),
        ("أحد المدنيين", "civilian", 1, 1),
        ("إحدى النساء", "woman", 1, 1),
        ("سبعة آخرون", "person", 7, 7),
        ("17 صحفيا فلسطينيا", "journalist", 17, 17),
        ("ما لا يقل عن 24 شخصا", "person", 24, None),
        ("3 من أفراد الشرطة", "police", 3, 3),
        ("مسعفان اثنان", "medic", 2, 2),
        ("خمسة عمال مناجم", "worker", 5, 5),
        ("امرأة مسنة", "elderly", 1, 1),
        ("عدد من المزارعين", "worker", 2, None),
        ("12 طفلا على الأقل", "child", 12, None),
    ],
)
def test_a_group_says_who_and_how_many(source: str, group: str, low: int | None, high: int | None) -> None:
    phrase = only(source)
    assert (phrase.extra.group, *counted(phrase)) == (group, low, high)


@pytest.mark.parametrize(
    ("source", "outcome", "low", "high"),
    [
        ("3 قتلى", "killed", 3, 3),
        ("خمسة جرحى", "injured", 5, 5),
        ("شهيدين", "killed", 2, 2),
        ("جثتان", "killed", 2, 2),
        ("عشرات القتلى", "killed", 20, None),
        ("قتيل واحد", "killed", 1, 1),
    ],
)
def test_a_casualty_noun_says_the_outcome(source: str, outcome: str, low: int, high: int | None) -> None:
    phrase = only(source)
    assert (phrase.extra.outcome, *counted(phrase)) == (outcome, low, high)


@pytest.mark.parametrize(
    ("source", "age", "sex"),
    [
        ("طفلة تبلغ من العمر 7 سنوات", 7, "f"),
        ("صبي عمره 12 عاما", 12, "m"),
        ("رجل (45 عاما)", 45, "m"),
        ("امرأة تبلغ من العمر سبعين عاما", 70, "f"),
        ("فتاة", None, "f"),
        ("جندي", None, None),
    ],
)
def test_a_person_has_an_age_and_a_sex_where_the_words_give_them(source: str, age: int | None, sex: str | None) -> None:
    phrase = only(source)
    assert (phrase.extra.age, phrase.extra.sex) == (age, sex)


@pytest.mark.parametrize(
    ("source", "words", "low"),
    [
        ("أصيب ثلاثة فلسطينيين في نابلس", "ثلاثة فلسطينيين", 3),
        ("قتل سوريان في حلب", "سوريان", 2),
        ("مقتل إسرائيلي قرب رام الله", "إسرائيلي", 1),
    ],
)
def test_a_nation_stands_for_people_after_a_number_or_a_word_of_harm(source: str, words: str, low: int) -> None:
    ((found, phrase),) = people(source)
    assert (found, counted(phrase)[0]) == (words, low)


@pytest.mark.parametrize(
    "source", ["الجيش الإسرائيلي", "غارة إسرائيلية", "قالت وكالة فلسطينية", "12 صاروخا", "طالب الوزير بالهدوء"]
)
def test_what_is_no_people_is_none(source: str) -> None:
    assert people(source) == []


def test_joined_people_are_apart() -> None:
    assert [(words, counted(p)) for words, p in people("أربعة أطفال وأمهم")] == [
        ("أربعة أطفال", (4, 4)),
        ("أمهم", (1, 1)),
    ]


def test_the_age_belongs_to_the_words_of_the_person() -> None:
    assert [words for words, _ in people("أصيبت طفلة تبلغ من العمر 7 سنوات بجروح")][:1] == [
        "طفلة تبلغ من العمر 7 سنوات"
    ]


@pytest.mark.parametrize(("source", "low", "high"), [("مواطنين اثنين", 2, 2), ("أطفاله الثلاثة", 3, 3)])
def test_a_numeral_behind_the_noun_counts_it(source: str, low: int, high: int) -> None:
    assert counted(only(source)) == (low, high)


def test_some_of_a_group_are_several() -> None:
    assert counted(only("بعض المدنيين")) == (2, None)


def test_the_conjunction_is_no_part_of_the_words() -> None:
    assert people("وسبعة آخرين")[0][0] == "سبعة آخرين"
