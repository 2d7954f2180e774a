"""Clustering: the same groups whatever the order, no two that are not the same together, and a person's word first."""

from __future__ import annotations

from itertools import combinations
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from waqai.merge import apart, cluster, together
from waqai.model.judgement import NOT_SAME, SAME, UNSURE, Judgement, Reason

RULES = st.just("rule")
IDS = [f"r{n}/e1" for n in range(7)]


@st.composite
def judged(draw: st.DrawFn, by: st.SearchStrategy[str] = RULES) -> list[Judgement]:
    found = []
    for left, right in combinations(IDS, 2):
        verdict = draw(st.sampled_from([None, SAME, UNSURE, NOT_SAME]))
        if verdict is not None:
            low = {SAME: 0.6, UNSURE: 0.2, NOT_SAME: 0.0}[verdict]
            found.append(Judgement(left, right, verdict, low + draw(st.integers(0, 3)) / 10, (), draw(by)))
    return found


anyone = st.sampled_from(["rule", "rule", "person:a", "person:b"])


def same_group(groups: list[tuple[str, ...]], one: str, other: str) -> bool:
    return any(one in group and other in group for group in groups)


@given(judged(anyone), st.randoms(use_true_random=False))
def test_order_changes_nothing(judgements: list[Judgement], random: Random) -> None:
    shuffled, ids = list(judgements), list(IDS)
    random.shuffle(shuffled)
    random.shuffle(ids)
    assert cluster(ids, shuffled) == cluster(IDS, judgements)


@given(judged(anyone))
def test_saying_everything_twice_changes_nothing(judgements: list[Judgement]) -> None:
    assert cluster([*IDS, *IDS], [*judgements, *judgements]) == cluster(IDS, judgements)


@given(judged(anyone))
def test_every_id_is_in_one_group(judgements: list[Judgement]) -> None:
    groups = cluster(IDS, judgements)
    assert sorted(one for group in groups for one in group) == IDS


@given(judged())
def test_no_group_holds_two_that_are_not_the_same(judgements: list[Judgement]) -> None:
    groups = cluster(IDS, judgements)
    assert not [j for j in judgements if j.verdict == NOT_SAME and same_group(groups, j.left, j.right)]


@given(judged(), st.sets(st.sampled_from(IDS), min_size=2))
def test_what_a_person_puts_together_stays_together(judgements: list[Judgement], chosen: set[str]) -> None:
    groups = cluster(IDS, [*judgements, *together(chosen, "Huda")])
    assert any(chosen <= set(group) for group in groups)


@given(judged(), st.sampled_from(IDS))
def test_what_a_person_takes_out_stays_out(judgements: list[Judgement], chosen: str) -> None:
    groups = cluster(IDS, [*judgements, *apart([chosen], IDS, "Huda")])
    assert (chosen,) in groups


def test_the_weaker_link_gives_way_to_a_contradiction() -> None:
    a, b, c = IDS[:3]
    found = [Judgement(a, b, SAME, 0.9), Judgement(b, c, SAME, 0.7), Judgement(a, c, NOT_SAME, 0.0)]
    assert cluster([a, b, c], found) == [(a, b), (c,)]


def test_one_likeness_does_not_outweigh_many_doubts() -> None:
    a, b, c, d = IDS[:4]
    found = [Judgement(x, y, SAME, 0.95) for x, y in combinations((a, b, c), 2)]
    against = (Reason("killed", -1.1, "16", "6"),)
    doubts = [Judgement(a, d, SAME, 0.62), Judgement(b, d, UNSURE, 0.2, against), Judgement(c, d, UNSURE, 0.2, against)]
    assert cluster([a, b, c, d], [*found, *doubts]) == [(a, b, c), (d,)]


def test_a_pair_of_which_too_little_is_said_is_no_doubt() -> None:
    a, b, c = IDS[:3]
    found = [Judgement(a, b, SAME, 0.9), Judgement(b, c, SAME, 0.9), Judgement(a, c, UNSURE, 0.3)]
    assert cluster([a, b, c], found) == [(a, b, c)]


def test_two_persons_who_differ_leave_a_pair_apart() -> None:
    a, b = IDS[:2]
    assert cluster([a, b], [*together([a, b], "Huda"), *apart([a], [b], "Samir")]) == [(a,), (b,)]


def test_judgements_of_other_sightings_do_not_matter() -> None:
    assert cluster(IDS[:1], [Judgement(IDS[0], "gone/e1", SAME, 0.9)]) == [(IDS[0],)]
