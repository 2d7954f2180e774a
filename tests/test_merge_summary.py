"""What an incident says between its reports: ranges with their reasons, revisions, the most exact values."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from merging import sighting
from waqai.errors import InputError
from waqai.merge import judge, summarise
from waqai.model.incident import Incident
from waqai.model.record import When
from waqai.model.sighting import Sighting
from waqai.model.span import Span


def of(*told: Sighting) -> Incident:
    return summarise("i1", told)


def test_one_figure_of_all_is_the_best() -> None:
    toll = of(sighting("a/e1", killed=5), sighting("b/e1", killed=5)).killed
    assert toll is not None
    assert (toll.low, toll.high, toll.best, toll.disputed) == (5, 5, 5, False)


def test_figures_that_differ_stay_a_range_with_who_says_them() -> None:
    one = sighting("a/e1", killed=5, sources=("the ministry",))
    toll = of(one, sighting("b/e1", killed=7, sources=("the civil defence",))).killed
    assert toll is not None
    assert (toll.low, toll.high, toll.best, toll.disputed) == (5, 7, None, True)
    assert toll.why == "5 by the ministry, 7 by the civil defence"
    assert [(c.claimant, c.low) for c in toll.claims] == [("the ministry", 5), ("the civil defence", 7)]


def test_the_latest_report_of_a_source_counts_and_is_a_revision() -> None:
    first = sighting("a/e1", killed=5, sources=("the ministry",))
    later = sighting("b/e1", killed=8, sources=("the ministry",), published="2025-03-20")
    incident = of(later, first)
    assert incident.killed is not None
    assert (incident.killed.best, incident.killed.disputed) == (8, False)
    assert "the latest report of each source counts" in incident.killed.why
    assert [(r.outcome, r.before, r.after, r.sighting) for r in incident.revisions] == [("killed", "5", "8", "b/e1")]


def test_a_reports_own_figure_gives_way_to_a_later_days() -> None:
    toll = of(sighting("a/e1", killed=5), sighting("b/e1", killed=7, published="2025-03-20")).killed
    assert toll is not None
    assert (toll.low, toll.high, toll.best) == (7, 7, 7)
    assert [claim.counts for claim in toll.claims] == [False, True]


def test_at_least_gives_way_to_an_exact_figure_that_bears_it_out() -> None:
    toll = of(sighting("a/e1", killed=(14, None)), sighting("b/e1", killed=19)).killed
    assert toll is not None
    assert (toll.low, toll.high, toll.best) == (19, 19, 19)


def test_a_vaguer_figure_of_a_later_day_changes_nothing() -> None:
    incident = of(sighting("a/e1", killed=14), sighting("b/e1", killed=(2, None), published="2025-03-20"))
    assert incident.killed is not None
    assert incident.killed.best == 14
    assert incident.revisions == ()


def test_at_least_alone_has_no_upper_end() -> None:
    toll = of(sighting("a/e1", killed=(14, None))).killed
    assert toll is not None
    assert (toll.low, toll.high, toll.best) == (14, None, None)


def test_unsaid_is_not_zero() -> None:
    incident = of(sighting("a/e1", injured=0))
    assert incident.killed is None
    assert incident.injured is not None
    assert incident.injured.best == 0


def test_a_denial_makes_the_incident_disputed_and_adds_no_figure() -> None:
    incident = of(sighting("a/e1", killed=9), sighting("b/e1", "attack", killed=0, status="denied"))
    assert incident.status == "disputed"
    assert incident.killed is not None
    assert incident.killed.best == 9


def test_the_most_exact_kind_day_and_place_stand() -> None:
    vague = sighting("a/e1", "attack", "2025-03-18", "Kharkiv Oblast")
    exact = sighting("b/e1", "drone_strike", "2025-03-18", "Saltivka")
    incident = of(vague, exact, sighting("c/e1", "attack", None, "Kharkiv", published="2025-03-19"))
    assert incident.kind == "drone_strike"
    assert incident.when.start == "2025-03-18"
    assert [place.name for place in incident.places] == ["Saltivka", "Kharkiv", "Kharkiv Oblast"]
    assert incident.places[0].why == "the only one; told by 1 of 3 reports"
    assert incident.sources == ("outlet a", "outlet b", "outlet c")
    assert (incident.first_published, incident.last_published) == ("2025-03-18", "2025-03-19")


def test_more_outlets_and_stronger_links_make_it_surer() -> None:
    one, other = sighting("a/e1", killed=9), sighting("b/e1", killed=9)
    both = summarise("i1", [one, other], [judge(one, other)])
    assert of(one).confidence < both.confidence <= 0.99


def test_a_source_that_may_be_a_person_is_not_named_in_the_reason() -> None:
    toll = of(sighting("a/e1", killed=5)).killed
    assert toll is not None
    assert toll.why == "5 by outlet a"


def test_an_incident_needs_a_sighting() -> None:
    with pytest.raises(InputError, match="i1"):
        summarise("i1", [])


def test_a_day_that_is_none_stops_nothing() -> None:
    bad = When("?", Span(0, 0), "2025-13-40", "soon", "day", "test")
    incident = of(sighting("a/e1", when=bad, killed=3), sighting("b/e1", killed=3))
    assert incident.when.start == "2025-03-18"


@given(st.permutations(range(5)))
def test_the_order_of_sightings_changes_nothing(order: list[int]) -> None:
    several = [sighting(f"r{n}/e1", killed=n + 1, published=f"2025-03-{18 + n // 2}") for n in range(5)]
    assert of(*(several[n] for n in order)) == of(*several)


@given(st.lists(st.integers(0, 30), min_size=1, max_size=6))
def test_a_range_holds_every_figure_that_counts(values: list[int]) -> None:
    toll = of(*(sighting(f"r{n}/e1", killed=value) for n, value in enumerate(values))).killed
    assert toll is not None
    assert all(toll.low <= claim.low and claim.low <= (toll.high or 0) for claim in toll.claims if claim.counts)
