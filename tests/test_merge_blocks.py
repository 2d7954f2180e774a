"""Blocks: what may be one incident shares a key; keys and pairs stay few however crowded a day and town are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from merging import TOWNS, sighting
from waqai.merge import blocks, candidates
from waqai.model.record import When
from waqai.model.span import Span

DAYS = st.integers(1, 28).map(lambda day: f"2025-03-{day:02}")


def meet(one: object, other: object) -> bool:
    return bool(blocks(one) & blocks(other))  # type: ignore[arg-type]


@given(DAYS, st.sampled_from(sorted(TOWNS)))
def test_one_day_and_town_always_meet(day: str, town: str) -> None:
    assert meet(sighting("a/e1", "drone_strike", day, town, killed=4), sighting("b/e1", "attack", day, town, killed=4))


@given(st.integers(1, 27))
def test_days_next_to_each_other_meet(day: int) -> None:
    one, other = (sighting(f"{n}/e1", "shelling", f"2025-03-{n:02}") for n in (day, day + 1))
    assert meet(one, other)


def test_a_town_meets_its_province() -> None:
    assert meet(sighting("a/e1", "shelling"), sighting("b/e1", "shelling", "2025-03-18", "Kharkiv Oblast"))


def test_two_spellings_of_a_town_that_no_list_knows_meet() -> None:
    one = sighting("a/e1", "shelling", "2025-03-18", "Barsalogho")
    assert meet(one, sighting("b/e1", "shelling", "2025-03-18", "بارسالوغو"))


def test_what_tells_no_day_meets_by_its_publication() -> None:
    assert meet(sighting("a/e1"), sighting("b/e1", "drone_strike", None, "Kharkiv", published="2025-03-19"))


def test_what_tells_neither_day_nor_publication_meets_by_place_and_figures() -> None:
    undated = sighting("b/e1", "drone_strike", None, "Kharkiv", killed=7)
    assert meet(sighting("a/e1", killed=7), undated)
    assert not meet(sighting("a/e1", killed=8), undated)


def test_what_tells_no_place_meets_by_its_figures() -> None:
    assert meet(sighting("a/e1", killed=7), sighting("b/e1", "attack", "2025-03-18", "", killed=7))


def test_what_tells_no_place_meets_by_a_town_that_its_words_name() -> None:
    named = sighting("b/e1", "shelling", "2025-03-18", "", text="تجدد القصف على سرمين")
    assert any("|n:" in key for key in blocks(named))


def test_talks_meet_by_who_takes_part() -> None:
    one = sighting("a/e1", "talks", "2025-03-18", "", by=("russia", "ukraine"))
    assert meet(one, sighting("b/e1", "talks", "2025-03-18", "Muscat", by=("ukraine",)))


def test_a_sentence_copied_whole_meets_its_copy() -> None:
    text = "وقالت السلطات إن فرق الإنقاذ واصلت البحث عن ناجين تحت الأنقاض"
    one = sighting("a/e1", "attack", None, "", text=text)
    assert meet(one, sighting("b/e1", "destruction", None, "", text=text))


def test_a_plan_does_not_meet_what_happened() -> None:
    assert not meet(sighting("a/e1"), sighting("b/e1", status="planned"))


def test_a_long_span_has_a_bounded_number_of_keys() -> None:
    year = When("2025", Span(0, 0), "2025-01-01", "2025-12-31", "year", "test")
    assert len(blocks(sighting("a/e1", "attack", "2025-01-01", *TOWNS, when=year, killed=40))) <= 96


def test_a_crowded_block_grows_no_faster_than_its_members_and_says_so() -> None:
    crowd = [sighting(f"r{n:04}/e1", "shelling", killed=n) for n in range(400)]
    half, whole = candidates(crowd[:200]), candidates(crowd)
    assert len(whole.pairs) < 2.2 * len(half.pairs)
    assert any("400 sightings" in note for note in whole.notes)
    assert not candidates(crowd[:20]).notes


@given(st.permutations(range(12)))
def test_the_order_of_sightings_changes_no_pair(order: list[int]) -> None:
    several = [sighting(f"r{n}/e1", "shelling", f"2025-03-{10 + n // 3}") for n in range(12)]
    assert candidates([several[n] for n in order]) == candidates(several)
