"""Names that last: of events over readings, of incidents over merges. Pure functions."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from stores import PLACES, strike
from waqai.engine import read
from waqai.model.record import Check, Record, Report, Statement
from waqai.model.span import Span
from waqai.store.identity import Naming, name_groups
from waqai.store.ids import digest_of, incident_id, report_id
from waqai.store.succession import succeed


def record(*places: str) -> Record:
    return read(" ".join(strike(place) for place in places), published="2025-07-22")


def named(found: Record) -> dict[str | None, str]:
    return {event.places[0].name: event.id for event in found.events}


def test_a_record_read_the_same_keeps_every_name() -> None:
    found = record(*PLACES[:3])
    assert succeed(found, found.events, [e.id for e in found.events]) == found


def test_events_keep_their_names_whatever_stands_before_them() -> None:
    before = record(*PLACES[:3])
    after = succeed(record(PLACES[3], *PLACES[:3]), before.events, [e.id for e in before.events])
    assert {name: named(after)[name] for name in named(before)} == named(before)
    assert named(after)["Raqqa"] == "e4"


def test_the_name_of_an_event_that_is_gone_is_never_given_again() -> None:
    before = record(*PLACES[:2])
    first, second = before.events
    after = succeed(record(PLACES[0], PLACES[4]), [first], ["e1", "e2", "e7"])
    assert named(after) == {"Idlib": "e1", "Palmyra": "e8"}
    assert second.id == "e2"


def test_what_points_at_events_is_renamed_with_them() -> None:
    before = record(PLACES[0])
    new = record(PLACES[1], PLACES[0])
    said = Statement("x", Span(0, 1), "say", "y", Span(0, 1), about=("e2",))
    new = replace(new, statements=(said,), checks=(Check("toll_adds_up", "says", ("e1", "e2")),))
    after = succeed(new, before.events, ["e1"])
    assert after.statements[0].about == ("e1",)
    assert after.checks[0].events == ("e2", "e1")


def test_a_group_keeps_the_id_that_most_of_it_bore() -> None:
    bore = {"a": "i1", "b": "i2", "c": "i2"}
    ages = {name: at for at, name in enumerate((*bore, "i1", "i2"))}
    naming = name_groups([("a", "b", "c")], bore, ages, lambda _name: True)
    assert naming == Naming({"i2": ("a", "b", "c")}, {"i1": "i2"})


def test_of_two_groups_the_larger_share_keeps_the_id_and_the_other_gets_a_new_one() -> None:
    bore = dict.fromkeys("abc", "i1")
    ages = {name: at for at, name in enumerate((*bore, "i1"))}
    naming = name_groups([("a",), ("b", "c")], bore, ages, lambda _name: True)
    assert naming.named == {"i1": ("b", "c"), incident_id("a"): ("a",)}


def test_an_id_that_is_taken_is_not_given_to_another() -> None:
    naming = name_groups([("a",)], {"a": None}, {"a": 1}, lambda name: name != incident_id("a"))
    assert list(naming.named) == [incident_id("a", 1)]


@given(st.lists(st.tuples(st.sampled_from("pqrs"), st.integers(0, 3)), min_size=1, max_size=9))
def test_every_sighting_is_in_one_incident_and_every_id_leads_to_one(given_: list[tuple[str, int]]) -> None:
    """Sightings that bore one of four ids, or none, in one of four groups."""
    bore = {f"s{at}": None if old == "s" else f"i{old}" for at, (old, _) in enumerate(given_)}
    groups: dict[int, list[str]] = {}
    for at, (_, group) in enumerate(given_):
        groups.setdefault(group, []).append(f"s{at}")
    ages = {name: at for at, name in enumerate((*bore, "ip", "iq", "ir"))}
    naming = name_groups([tuple(group) for group in groups.values()], bore, ages, lambda _name: True)
    assert sorted(naming.named.values()) == sorted(map(tuple, groups.values()))
    old = {name for name in bore.values() if name}
    assert old == (naming.named.keys() & old) | naming.leads_to.keys()
    assert set(naming.leads_to.values()) <= naming.named.keys()


TEXTS = st.text(max_size=30)


@given(TEXTS, TEXTS, TEXTS, st.one_of(st.none(), TEXTS))
def test_two_reports_have_one_fingerprint_only_if_they_are_equal(a: str, b: str, c: str, d: str | None) -> None:
    one = Report(a, b, c, None, d)
    others = [Report(a, b, c, d, None), Report(a, c, b, None, d), Report(b, a, c, None, d), replace(one, extra={a: b})]
    assert digest_of(one) == digest_of(replace(one))
    for other in others:
        assert (digest_of(one) == digest_of(other)) == (one == other)


def test_ids_are_short_and_plain() -> None:
    assert len(report_id("https://example.org/1")) == 13
    assert incident_id("r/e1").isalnum()
