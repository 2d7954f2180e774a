"""Claims: every value of an event by itself, with its words; the same event always makes the same claims."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from stores import strike
from waqai.claims import FIELDS, claims_of
from waqai.engine import read
from waqai.model.record import ClaimFigures, Event, Figure, Source
from waqai.model.span import Span


def event() -> Event:
    (found,) = read(strike("إدلب"), published="2025-07-22").events
    return found


def test_every_value_is_a_claim_with_exactly_its_words() -> None:
    text = "\n" + strike("إدلب")
    claims = claims_of("r/e1", event())
    assert {claim.field for claim in claims} >= {"kind", "status", "when", "place", "killed", "weapon"}
    assert all(claim.field in FIELDS for claim in claims)
    for claim in claims:
        assert claim.span is not None
        assert text[claim.span.start : claim.span.end] == claim.words


def test_the_value_is_json_without_the_words() -> None:
    (killed,) = [claim for claim in claims_of("r/e1", event()) if claim.field == "killed"]
    assert msgspec.json.decode(killed.value) == {"low": 3, "high": 3, "approximate": False}
    assert killed.words == "ثلاثة مدنيين"


def test_the_same_event_makes_the_same_claims_and_another_sighting_others() -> None:
    assert claims_of("r/e1", event()) == claims_of("r/e1", event())
    assert not {c.id for c in claims_of("r/e1", event())} & {c.id for c in claims_of("r/e2", event())}


def test_another_value_is_another_claim_and_the_rest_stays() -> None:
    before = {claim.id for claim in claims_of("r/e1", event())}
    killed = event().killed
    assert killed is not None
    after = {claim.id for claim in claims_of("r/e1", replace(event(), killed=replace(killed, low=4)))}
    assert (len(before - after), len(after - before)) == (1, 1)


def test_figures_of_claimants_bear_their_names_and_are_not_told_twice() -> None:
    one, two = Figure("خمسة", Span(0, 4), 5, 5), Figure("سبعة", Span(9, 13), 7, 7)
    sources = (Source("الجيش", Span(5, 8), "Army"), Source("الأهالي", Span(14, 20)))
    told = replace(
        event(), killed=one, sources=sources, claims=(ClaimFigures(0, killed=one), ClaimFigures(1, killed=two))
    )
    killed = [(claim.claimant, claim.words) for claim in claims_of("r/e1", told) if claim.field == "killed"]
    assert killed == [("Army", "خمسة"), ("الأهالي", "سبعة")]


def test_a_value_without_words_is_a_claim_all_the_same() -> None:
    when = replace(event().when, text=None, span=None)
    (claim,) = [claim for claim in claims_of("r/e1", replace(event(), when=when)) if claim.field == "when"]
    assert (claim.words, claim.span) == (None, None)
