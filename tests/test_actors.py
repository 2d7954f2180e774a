"""Actors: named sides, and forces and bodies with the nation or owner that follows."""

from __future__ import annotations

import pytest

from waqai.match.lattice import scan
from waqai.mentions.actors import ACTOR, NATION, Side, find_actors, same_side
from waqai.mentions.phrase import words_of
from waqai.text.text import make_text


def actors(source: str) -> list[tuple[str, str, Side]]:
    lattice = scan(make_text(source))
    return [(words_of(lattice, p).text, p.kind, p.extra) for p in find_actors(lattice)]


@pytest.mark.parametrize(
    ("source", "words", "identity"),
    [
        ("الجيش الإسرائيلي", "الجيش الإسرائيلي", "actor:idf"),
        ("القوات المسلحة الأوكرانية", "القوات المسلحة الأوكرانية", "actor:ukraine-army"),
        ("لقوات الدعم السريع", "قوات الدعم السريع", "actor:rsf"),
        ("وزارة الدفاع الروسية", "وزارة الدفاع الروسية", "actor:russia-mod"),
        ("حركة حماس الفلسطينية", "حركة حماس الفلسطينية", "actor:hamas"),
        ("والتحالف بقيادة السعودية", "التحالف بقيادة السعودية", "actor:saudi-coalition"),
        ("المدفعية الإسرائيلية", "المدفعية الإسرائيلية", "actor:il-artillery"),
        ("الجيش", "الجيش", None),
        ("مسلحون مجهولون", "مسلحون مجهولون", None),
    ],
)
def test_a_side_is_named_with_its_owner(source: str, words: str, identity: str | None) -> None:
    ((found, kind, side),) = actors(source)
    assert (found, kind, side.id) == (words, ACTOR, identity)


@pytest.mark.parametrize(("source", "country"), [("الروسية", "RU"), ("إسرائيلية", "IL"), ("أوكراني", "UA")])
def test_an_adjective_of_nation_alone_is_a_nation(source: str, country: str) -> None:
    ((_, kind, side),) = actors(source)
    assert (kind, side.country) == (NATION, country)


@pytest.mark.parametrize(
    ("source", "armed"),
    [("الجيش الإسرائيلي", True), ("قوات الدعم السريع", True), ("وزارة الدفاع الروسية", False)],
)
def test_who_can_attack(source: str, armed: bool) -> None:
    ((_, _, side),) = actors(source)
    assert side.armed is armed


def test_an_owner_may_be_a_named_side() -> None:
    ((words, _, side),) = actors("مدفعية حزب الله")
    assert words == "مدفعية حزب الله"
    assert side.country in ("LB", "actor:hezbollah")


@pytest.mark.parametrize("source", ["قصفت الطائرات المدينة", "صاروخ سقط", "يوم الأحد في السوق"])
def test_things_and_days_are_no_sides(source: str) -> None:
    assert actors(source) == []


def test_sides_are_the_same_by_id_or_by_country() -> None:
    def side(source: str) -> Side:
        return actors(source)[0][2]

    assert same_side(side("الجيش الإسرائيلي"), side("إسرائيل"))
    assert same_side(side("القوات الروسية"), side("الروسية"))
    assert not same_side(side("القوات الروسية"), side("القوات الأوكرانية"))
    assert not same_side(side("الجيش"), side("الشرطة"))


@pytest.mark.parametrize("source", ["الجيش بلدة كفرنبل", "الشرطة قرية الحوطة"])
def test_a_body_with_the_article_ends_before_a_bare_noun(source: str) -> None:
    assert actors(source)[0][0] == source.split(maxsplit=1)[0]


@pytest.mark.xfail(strict=True, reason="an adjective of direction is read as the Southerners of Yemen")
def test_a_direction_is_no_side() -> None:
    assert actors("ريف إدلب الجنوبي") == []
