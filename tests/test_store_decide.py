"""What people decide: merge, split, correct, undo, review. It outranks the rules, stands, is in the book, is done once."""

from __future__ import annotations

import sys

import pytest
from sqlalchemy import func, select

from simple_rules import SIMPLE
from stores import put_reports, report, strike
from waqai.errors import Conflict, StoreError
from waqai.store import (
    Filter,
    Store,
    assign,
    correct,
    count,
    decisions,
    examine,
    history,
    incident_of,
    incidents,
    judgements_between,
    merge,
    resolve,
    reviews,
    set_review,
    split,
    undo,
)
from waqai.store.blocks import NEIGHBOURS
from waqai.store.merging import absorb
from waqai.store.tables import judgement


def ids(store: Store) -> dict[str, str]:
    """Place -> incident."""
    with store.reading() as conn:
        return {row.place or "": row.incident for row in incidents(conn).rows}


def groups(store: Store) -> list[list[str]]:
    with store.reading() as conn:
        return sorted(
            sorted(s.report for s in incident_of(conn, row.incident).sightings) for row in incidents(conn).rows
        )


def complaints(store: Store) -> list[str]:
    with store.reading() as conn:
        return [str(each) for each in examine(conn, SIMPLE)]


@pytest.fixture
def two(store: Store) -> Store:
    """A store with one incident told by two outlets, and another one."""
    texts = {"a": strike("إدلب"), "b": strike("إدلب", killed="خمسة"), "c": strike("حماة")}
    put_reports(store, *(report(name, text, outlet=name) for name, text in texts.items()), rules=SIMPLE)
    return store


def test_the_same_event_of_two_outlets_is_one_incident(two: Store) -> None:
    with two.reading() as conn:
        rows = {row.place: row for row in incidents(conn).rows}
        assert (rows["Idlib"].reports, rows["Idlib"].killed_low, rows["Idlib"].killed_high) == (2, 3, 5)
        assert rows["Idlib"].disputed
    assert complaints(two) == []


def test_a_merge_leaves_one_incident_and_both_ids_lead_to_it(two: Store) -> None:
    before = ids(two)
    with two.writing() as conn:
        left = merge(conn, before["Hama"], before["Idlib"], "nour", "one strike", SIMPLE)
    with two.reading() as conn:
        assert [resolve(conn, name) for name in before.values()] == [left, left]
        assert len(incident_of(conn, before["Hama"]).sightings) == 3
        (entry,) = decisions(conn)
        assert (entry.action, entry.by, entry.why) == ("merge", "nour", "one strike")
    assert complaints(two) == []


def test_what_is_merged_already_is_not_merged_again(two: Store) -> None:
    before = ids(two)
    with two.writing() as conn:
        merge(conn, before["Hama"], before["Idlib"], "nour", rules=SIMPLE)
    with pytest.raises(Conflict, match="one incident already"), two.writing() as conn:
        merge(conn, before["Idlib"], before["Hama"], "sami", rules=SIMPLE)
    with two.reading() as conn:
        assert len(decisions(conn)) == 1


def test_undo_gives_both_incidents_back_under_their_ids(two: Store) -> None:
    before, together = ids(two), groups(two)
    with two.writing() as conn:
        merge(conn, before["Hama"], before["Idlib"], "nour", rules=SIMPLE)
    with two.writing() as conn:
        assert undo(conn, "sami", rules=SIMPLE).action == "merge"
    assert (ids(two), groups(two)) == (before, together)
    with two.reading() as conn:
        assert [(d.action, d.by, d.undoes) for d in decisions(conn)] == [("undo", "sami", 1), ("merge", "nour", None)]
    with pytest.raises(Conflict), two.writing() as conn:
        undo(conn, "sami", 1, rules=SIMPLE)
    with pytest.raises(StoreError, match="nothing to undo"), two.writing() as conn:
        undo(conn, "sami", rules=SIMPLE)
    assert complaints(two) == []


def test_a_split_outranks_the_rules_and_stands_when_more_reports_come(two: Store) -> None:
    home = ids(two)["Idlib"]
    with two.reading() as conn:
        first, second = (s.id for s in incident_of(conn, home).sightings)
    with two.writing() as conn:
        rest, taken = split(conn, home, [second], "nour", "an hour later", SIMPLE)
    assert rest != taken
    assert home in (rest, taken)
    put_reports(two, report("d", strike("إدلب", killed="ستة"), outlet="d"), rules=SIMPLE)
    with two.reading() as conn:
        assert resolve(conn, rest) != resolve(conn, taken)
        (judged,) = judgements_between(conn, first, second)
        assert (judged.verdict, judged.by, judged.note) == ("not_same", "person:nour", "an hour later")
    assert complaints(two) == []


def test_a_split_names_what_the_incident_holds(two: Store) -> None:
    home = ids(two)["Idlib"]
    with pytest.raises(Conflict, match="does not hold x/e1"), two.writing() as conn:
        split(conn, home, ["x/e1"], "nour", rules=SIMPLE)
    with two.reading() as conn:
        everything = [s.id for s in incident_of(conn, home).sightings]
    with pytest.raises(StoreError, match="not all"), two.writing() as conn:
        split(conn, home, everything, "nour", rules=SIMPLE)


def test_a_decision_stands_when_a_report_comes_in_anew(two: Store) -> None:
    before = ids(two)
    with two.writing() as conn:
        left = merge(conn, before["Hama"], before["Idlib"], "nour", rules=SIMPLE)
    put_reports(two, report("c", strike("حماة", killed="تسعة"), outlet="c"), rules=SIMPLE)
    with two.reading() as conn:
        assert len(incident_of(conn, left).sightings) == 3
        assert incident_of(conn, left).killed.high == 9  # type: ignore[union-attr]
    assert complaints(two) == []


def test_a_correction_stands_over_every_later_reading_until_it_is_undone(two: Store) -> None:
    home = ids(two)["Hama"]
    with two.reading() as conn:
        (sighting,) = incident_of(conn, home).sightings
    figure = {"text": "ثلاثة", "span": [0, 5], "low": 4, "high": 4}
    with two.writing() as conn:
        correct(conn, sighting.id, {"killed": figure, "status": "denied"}, "nour", "counted again", SIMPLE)
    put_reports(two, report("c", strike("حماة") + " وأصيب آخرون.", outlet="c"), rules=SIMPLE)
    with two.reading() as conn:
        made = incident_of(conn, home)
        assert (made.killed.low, made.status) == (4, "denied")  # type: ignore[union-attr]
        before = decisions(conn)[0].before
        assert isinstance(before, dict)
        assert (before["status"], before["killed"]["text"], before["killed"]["low"]) == ("happened", "ثلاثة مدنيين", 3)
    with two.writing() as conn:
        undo(conn, "nour", rules=SIMPLE)
    with two.reading() as conn:
        assert incident_of(conn, home).status == "happened"
    assert complaints(two) == []


@pytest.mark.parametrize("fields", [{"id": "e9"}, {"colour": "red"}, {"killed": "three"}, {"places": [{"text": "x"}]}])
def test_a_correction_that_no_event_can_have_is_refused(two: Store, fields: dict[str, object]) -> None:
    with two.reading() as conn:
        (sighting,) = incident_of(conn, ids(two)["Hama"]).sightings
    with pytest.raises(StoreError), two.writing() as conn:
        correct(conn, sighting.id, fields, "nour", rules=SIMPLE)
    with two.reading() as conn:
        assert decisions(conn) == []


def test_ids_that_were_never_given_are_named(two: Store) -> None:
    with pytest.raises(StoreError, match="no incident 'ixxx'"), two.writing() as conn:
        merge(conn, "ixxx", ids(two)["Hama"], "nour", rules=SIMPLE)
    with pytest.raises(StoreError, match="no sighting 'rx/e1'"), two.writing() as conn:
        correct(conn, "rx/e1", {"status": "denied"}, "nour", rules=SIMPLE)


def test_a_review_changes_only_what_its_reader_saw(two: Store) -> None:
    home = ids(two)["Hama"]
    with two.writing() as conn:
        done = set_review(conn, home, "reviewed", "nour", seen=0, note="words checked")
    assert (done.revision, done.by) == (1, "nour")
    with pytest.raises(Conflict, match="nour set it to reviewed"), two.writing() as conn:
        set_review(conn, home, "rejected", "sami", seen=0)
    with pytest.raises(StoreError, match="somebody else"), two.writing() as conn:
        set_review(conn, home, "second_read", "nour", seen=1)
    with two.writing() as conn:
        assert set_review(conn, home, "second_read", "sami", seen=1).second_by == "sami"
    with two.reading() as conn:
        assert reviews(conn, [home])[home].by == "nour"
        assert [row.incident for row in incidents(conn, Filter(states=("second_read",))).rows] == [home]
        assert home not in [row.incident for row in incidents(conn, Filter(states=("machine",))).rows]
        assert [entry.action for entry in decisions(conn, [home])] == ["review", "review"]


def test_an_incident_is_assigned_to_one_reader(two: Store) -> None:
    home = ids(two)["Hama"]
    with two.writing() as conn:
        assert assign(conn, home, "sami", "nour", seen=0).state == "machine"
    with pytest.raises(Conflict), two.writing() as conn:
        assign(conn, home, "nour", "nour", seen=0)
    with two.writing() as conn:
        assert set_review(conn, home, "reviewed", "sami", seen=1).assigned == "sami"
    with two.reading() as conn:
        assert [row.incident for row in incidents(conn, Filter(assigned="sami")).rows] == [home]
        assert not incidents(conn, Filter(assigned="nour")).rows


def test_history_tells_what_made_an_incident(two: Store) -> None:
    before = ids(two)
    with two.writing() as conn:
        merge(conn, before["Hama"], before["Idlib"], "nour", "one strike", SIMPLE)
    with two.reading() as conn:
        told = [event.what for event in history(conn, before["Hama"])]
    assert sum(what.endswith("came in") for what in told) == 3
    assert any("it leads here now" in what for what in told)
    assert any(what.startswith("merge ") for what in told)


def test_a_crowd_is_one_incident_however_it_comes_in_and_stays_so(store: Store) -> None:
    texts = [report(f"m{n}", strike("إدلب") + f" {n}", outlet=f"o{n}") for n in range(90)]
    put_reports(store, *texts[:60], rules=SIMPLE, batch=60)
    put_reports(store, *texts[60:], rules=SIMPLE, batch=60)
    with store.reading() as conn:
        assert [row.reports for row in incidents(conn).rows] == [90]
        judged = conn.execute(select(func.count()).select_from(judgement)).scalar_one()
        assert judged < 90 * NEIGHBOURS
        everything = [s.id for s in incident_of(conn, incidents(conn).rows[0].incident).sightings]
    with store.writing() as conn:
        absorb(conn, everything, [], SIMPLE)
        assert conn.execute(select(func.count()).select_from(judgement)).scalar_one() == judged
        assert [row.reports for row in incidents(conn).rows] == [90]


def test_what_changed_after_its_review_is_found(two: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    home = ids(two)["Hama"]
    with two.writing() as conn:
        set_review(conn, home, "reviewed", "nour", seen=0)
        assert incidents(conn, Filter(outdated=True)).rows == ()
        assert len(incidents(conn, Filter(outdated=False)).rows) == len(ids(two))
    monkeypatch.setattr(sys.modules["waqai.store.overviews"], "now", lambda: "2999-01-01T00:00:00+00:00")
    with two.writing() as conn:
        sighting = incident_of(conn, home).sightings[0].id
        correct(conn, sighting, {"killed": None}, "sami", "", SIMPLE)
        assert [row.incident for row in incidents(conn, Filter(outdated=True)).rows] == [home]
        assert count(conn, Filter(outdated=True)).matching == 1
