"""A name and a report's context in: the order of the candidates, their scores, and the reasons in words."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from waqai.gazetteer import Context, PlaceRow, Scored, distance_km, explain_place, load, rank


def best(name: str, level: str | None = None, countries: Mapping[str, int] | None = None, **more: object) -> Scored:
    return rank(load().lookup(name), Context(level=level, countries=countries or {}, **more))[0]  # type: ignore[arg-type]


def place(name: str, level: str) -> PlaceRow:
    return next(p for p in load().lookup(name) if p.level == level)


@pytest.mark.parametrize(
    ("level", "english"),
    [("province", "Sumy Oblast"), ("settlement", "Sumy"), (None, "Sumy"), ("region", "Sumy Oblast")],
)
def test_the_cue_word_decides_between_city_and_oblast(level: str | None, english: str) -> None:
    assert best("سومي", level).place.name == english


def test_the_cue_word_decides_between_gaza_and_the_strip() -> None:
    assert best("غزة", "settlement").place.name == "Gaza"
    assert best("غزة", "region").place.name == "Gaza Strip"


@pytest.mark.parametrize(
    ("name", "country", "english"),
    [
        ("طرابلس", "LB", "Tripoli"),
        ("طرابلس", "LY", "Tripoli"),
        ("رفح", "PS", "Rafah"),
        ("رفح", "EG", "Rafah (Egypt)"),
        ("المنصورة", "EG", "Mansoura"),
        ("البيضاء", "LY", "Bayda"),
        ("البيضاء", "YE", "Al Bayda"),
        ("القنيطرة", "SY", "Quneitra"),
        ("الطيبة", "LB", "Taybeh"),
        ("دوما", "SY", "Douma"),
        ("نيويورك", "US", "New York City"),
    ],
)
def test_the_report_s_country_decides(name: str, country: str, english: str) -> None:
    found = best(name, "settlement", {country: 3})
    assert (found.place.country, found.place.name) == (country, english)


def test_rafah_is_in_gaza_when_both_sides_are_named() -> None:
    assert best("رفح", None, {"PS": 4, "IL": 3, "EG": 1}).place.country == "PS"


def test_a_place_resolved_nearby_decides() -> None:
    beside = (place("صيدا", "settlement"),)
    assert best("الطيبة", "settlement", places=beside).place.country == "LB"


def test_containment_is_told() -> None:
    sumy = place("سومي", "province")
    found = best("بوتيفل", None, {"UA": 5}, admin1s={sumy.id: 1})
    assert found.why == "only place of that name; Ukraine is named in the report; Sumy Oblast is named beside it"
    assert found.score >= 0.95


def test_the_bigger_city_wins_without_context() -> None:
    assert explain_place("لندن")[0].place.country == "GB"
    assert explain_place("باريس")[0].place.country == "FR"
    assert explain_place("موسكو")[0].place.country == "RU"


def test_a_foreign_country_lowers_the_score() -> None:
    assert best("بوتيفل", None, {"YE": 4}).score < best("بوتيفل").score < best("بوتيفل", None, {"UA": 4}).score


def test_scores_are_shares_and_sorted() -> None:
    for name in ("طرابلس", "غزة", "الطيبة", "سومي"):
        scores = [scored.score for scored in explain_place(name)]
        assert scores == sorted(scores, reverse=True)
        assert all(0.0 <= score <= 1.0 for score in scores)
        assert sum(scores) <= 1.0


def test_every_candidate_says_why() -> None:
    assert all(scored.why for scored in explain_place("طرابلس"))


def test_no_candidates_no_ranking() -> None:
    assert rank([]) == []


def test_distance_is_great_circle() -> None:
    kyiv, lviv = place("كييف", "settlement"), place("لفيف", "settlement")
    assert distance_km(kyiv, lviv) == pytest.approx(469, abs=5)
    assert distance_km(kyiv, kyiv) == 0.0
