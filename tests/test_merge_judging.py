"""Judging: what is one incident and what is two, with the reasons, the same both ways round."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from merging import TOWNS, sighting
from waqai.merge import explain, judge, judgements
from waqai.model.judgement import NOT_SAME, SAME, Judgement
from waqai.model.record import Harm, When
from waqai.model.sighting import Sighting
from waqai.model.span import Span

KINDS = ("drone_strike", "attack", "shelling", "toll", "talks", "abduction")
figures = st.none() | st.integers(0, 40) | st.tuples(st.integers(1, 30), st.none())


@st.composite
def sightings(draw: st.DrawFn, id: str) -> Sighting:  # noqa: A002
    day = draw(st.none() | st.sampled_from(["2025-03-18", "2025-03-19"]))
    places = draw(st.lists(st.sampled_from(sorted(TOWNS)), max_size=3)) or [""]
    return sighting(
        id,
        draw(st.sampled_from(KINDS)),
        day,
        *places,
        published=draw(st.sampled_from([None, "2025-03-19", "2025-03-22"])),
        killed=draw(figures),
        injured=draw(figures),
        status=draw(st.sampled_from(["happened", "denied", "planned"])),
        targets=draw(st.sets(st.sampled_from(["school", "hospital"]))),
        by=draw(st.sets(st.sampled_from(["russia", "ukraine"]))),
    )


def told(words: str) -> When:
    return When(words, Span(0, 0), "2025-03-18", "2025-03-18", "part_of_day", "test")


def vetoed_by(judgement: Judgement, name: str) -> bool:
    return judgement.verdict == NOT_SAME and judgement.score == 0 and judgement.reasons[0].feature == name


@given(sightings("a/e1"), sightings("b/e1"))
def test_the_answer_is_the_same_both_ways_round(one: Sighting, other: Sighting) -> None:
    assert judge(one, other) == judge(other, one)


@given(sightings("a/e1"), sightings("b/e1"))
def test_every_judgement_has_reasons_and_a_score_between_nought_and_one(one: Sighting, other: Sighting) -> None:
    judgement = judge(one, other)
    assert judgement.reasons
    assert 0 <= judgement.score <= 1
    assert (judgement.verdict == SAME) == (judgement.score >= 0.6)


def test_one_strike_of_two_outlets_is_the_same() -> None:
    one = sighting("a/e1", killed=2, injured=9, weapons=("drone",))
    assert judge(one, sighting("b/e1", "attack", killed=2, injured=9, targets=("school",))).verdict == SAME


def test_a_later_higher_toll_is_an_update_of_the_same() -> None:
    first = sighting("a/e1", killed=16, targets=("school",))
    later = sighting("b/e1", killed=18, targets=("school",), published="2025-03-19")
    assert judge(first, later).verdict == SAME


def test_the_next_day_is_another_strike() -> None:
    judgement = judge(sighting("a/e1", killed=2), sighting("b/e1", "drone_strike", "2025-03-19", killed=4))
    assert vetoed_by(judgement, "other days")


def test_a_days_slip_is_let_pass_where_the_toll_is_the_same() -> None:
    one, other = (
        sighting("a/e1", killed=21, injured=40),
        sighting("b/e1", "attack", "2025-03-19", killed=21, injured=40),
    )
    assert judge(one, other).verdict == SAME


def test_the_same_toll_in_another_town_is_another_strike() -> None:
    one = sighting("a/e1", killed=3, targets=("vehicle",))
    assert vetoed_by(judge(one, sighting("b/e1", "drone_strike", "2025-03-18", "Sumy", killed=3)), "other places")


def test_a_quarter_and_its_town_are_one_place() -> None:
    one = sighting("a/e1", "drone_strike", "2025-03-18", "Saltivka", killed=2, injured=9)
    assert judge(one, sighting("b/e1", killed=2, injured=9)).verdict == SAME


def test_two_events_of_one_report_are_never_the_same() -> None:
    assert vetoed_by(judge(sighting("a/e1", killed=5), sighting("a/e2", killed=5)), "two events of one report")


def test_a_denial_in_the_same_report_may_be_of_its_event() -> None:
    assert judge(sighting("a/e1"), sighting("a/e2", status="denied")).score > 0


def test_a_running_total_is_never_a_single_strike() -> None:
    total = sighting("b/e1", "toll", killed=16)
    assert vetoed_by(judge(sighting("a/e1", killed=16), total), "a running total and a single event")


def test_two_running_totals_are_one_only_with_one_figure() -> None:
    one = sighting("a/e1", "toll", killed=38153)
    assert judge(one, sighting("b/e1", "toll", killed=38153)).verdict == SAME
    assert vetoed_by(judge(one, sighting("b/e1", "toll", killed=38193)), "two running totals")


def test_a_plan_is_not_what_happened() -> None:
    assert judge(sighting("a/e1"), sighting("b/e1", status="threatened")).verdict == NOT_SAME


def test_dawn_and_evening_are_two_strikes() -> None:
    one, other = (sighting(f"{n}/e1", when=told(words)) for n, words in (("a", "فجر الثلاثاء"), ("b", "مساء الثلاثاء")))
    assert vetoed_by(judge(one, other), "other hours of the day")


def test_two_clocks_an_hour_apart_are_two_strikes() -> None:
    one, other = (
        sighting(f"{n}/e1", when=told(words))
        for n, words in (("a", "الساعة 9:10 صباح الثلاثاء"), ("b", "الساعة 10:15 من صباح الثلاثاء"))
    )
    assert vetoed_by(judge(one, other), "other hours of the day")


def test_a_second_strike_is_told_from_the_first() -> None:
    first = sighting("a/e1", "missile_strike", killed=5)
    second = sighting("b/e1", "missile_strike", killed=2, text="أصابت ضربة صاروخية ثانية الموقع نفسه")
    assert judge(first, second).verdict != SAME


def test_talks_of_two_rounds_are_two() -> None:
    parties = ("russia", "ukraine")
    first = sighting("a/e1", "talks", "2025-03-18", "Muscat", by=parties)
    assert judge(first, sighting("b/e1", "talks", "2025-03-18", "Muscat", by=parties)).verdict == SAME
    assert judge(first, sighting("c/e1", "talks", "2025-03-25", "Muscat", by=parties)).verdict == NOT_SAME


def test_no_reason_shows_the_words_for_a_victim() -> None:
    victim = Harm("killed", "الطفلة ليلى سامي", Span(0, 0), 1, 1, "child", 7, "f")
    judgement = judge(sighting("a/e1", harm=(victim,)), sighting("b/e1", harm=(victim,)))
    shown = " ".join(f"{r.left} {r.right}" for r in judgement.reasons)
    assert "child of 7 killed" in shown
    assert "ليلى" not in shown


def test_only_pairs_with_something_fresh_are_judged() -> None:
    known = [sighting(f"k{n}/e1", killed=4) for n in range(4)]
    found = judgements([sighting("new/e1", killed=4)], known)
    assert [(j.left, j.right) for j in found] == [(f"k{n}/e1", "new/e1") for n in range(4)]


def test_an_explanation_names_every_reason_the_loudest_first() -> None:
    judgement = judge(sighting("a/e1", killed=16), sighting("b/e1", killed=16))
    tree = explain(judgement)
    assert tree.label == "a/e1 and b/e1: the same incident"
    assert len(tree.children) == len(judgement.reasons)
    assert tree.children[0].label.startswith(("place", "killed"))
