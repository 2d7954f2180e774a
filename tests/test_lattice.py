"""The lattice: what the lexicon and the gazetteer see at each word, and which of two overlapping hits stays."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from waqai.match.lattice import Lattice, scan
from waqai.text.text import make_text

WORDS = "قصفت الطائرات مدينة خاركيف وقتل ثلاثة أشخاص بينهم طفلان في غارة على محطة وقود والجيش 12 ، . غزة Kyiv بالصواريخ كبير".split()


def lattice_of(source: str) -> Lattice:
    return scan(make_text(source))


def classes_at(source: str, index: int) -> set[str]:
    return {hit.entry.cls for hit in lattice_of(source).at(index)}


@pytest.mark.parametrize("spelling", ["خاركيف", "#خاركيف", "خــاركيف", "خاركييييف", "خاركِيف", "Kharkiv", "خاركوف"])
def test_a_place_is_found_in_its_spellings(spelling: str) -> None:
    assert "place" in classes_at(spelling, 0)


def test_the_longer_of_two_hits_hides_the_one_inside() -> None:
    found = lattice_of("طائرة بدون طيار").at(0)
    assert {(hit.entry.value, hit.end) for hit in found if hit.entry.cls == "weapon"} == {("drone", 3)}


def test_equal_stretches_all_stay() -> None:
    assert {"event", "verb"} <= classes_at("قصف", 0)


def test_hits_begin_at_words_only() -> None:
    assert lattice_of("xقصفx").at(0) == []


@pytest.mark.parametrize(("word", "lead"), [("وغزة", "و"), ("بغزة", "ب"), ("ولغزة", "ول"), ("غزة", "")])
def test_a_proclitic_before_a_place_is_set_apart(word: str, lead: str) -> None:
    assert lead in {hit.lead for hit in lattice_of(word).at(0) if hit.entry.cls == "place"}


@pytest.mark.parametrize("source", ["", " ", "،.؟", "###", "\n\n"])
def test_a_text_without_words_has_no_hits(source: str) -> None:
    lattice = lattice_of(source)
    assert not any(lattice.hits)
    assert lattice.at(0) == []
    assert lattice.at(-1) == []
    assert lattice.find(0, "place") is None


def test_find_gives_the_first_hit_of_the_classes_asked_for() -> None:
    lattice = lattice_of("قتل الجنود")
    hit = lattice.find(1, "weapon", "group")
    assert hit is not None
    assert (hit.entry.value, hit.form, hit.lead) == ("soldier", "pl", "ال")
    assert lattice.find(1, "weapon") is None
    assert lattice.find(2, "group") is None


@settings(max_examples=150)
@given(st.lists(st.sampled_from(WORDS), max_size=15), st.integers(0, 10), st.integers(0, 15))
def test_starts_lists_what_at_shows(words: list[str], first: int, last: int) -> None:
    lattice = lattice_of(" ".join(words))
    wanted = {"verb", "place", "group"}
    seen = [i for i in range(first, last) if any(hit.entry.cls in wanted for hit in lattice.at(i))]
    assert lattice.starts(first, last, *wanted) == seen


@settings(max_examples=150)
@given(st.lists(st.sampled_from(WORDS), max_size=15))
def test_hits_stand_where_they_say_longest_first(words: list[str]) -> None:
    lattice = lattice_of(" ".join(words))
    for index, hits in enumerate(lattice.hits):
        assert all(hit.start == index < hit.end <= len(lattice.text.tokens) for hit in hits)
        assert all(lattice.text.tokens[index].text.startswith(hit.lead) for hit in hits)
