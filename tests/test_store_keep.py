"""Keeping reports: adding twice changes nothing, a recapture is a new version, what was kept cannot be changed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from simple_rules import SIMPLE
from stores import PLACES, gathered, put, put_reports, report, strike
from waqai.ingest import Failure
from waqai.model.sighting import Sighting
from waqai.store import (
    Store,
    current_reports,
    examine,
    failures,
    incidents,
    original_of,
    report_of,
    search,
    versions_of,
)
from waqai.store.ids import report_id
from waqai.store.tables import APPEND_ONLY, metadata


def whole(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""
    with store.reading() as conn:
        tables = [t for t in metadata.sorted_tables if t.name != "wording"]
        return {t.name: [tuple(row) for row in conn.execute(t.select().order_by(*t.primary_key))] for t in tables}


def complaints(store: Store) -> list[str]:
    with store.reading() as conn:
        return [str(each) for each in examine(conn)]


def test_a_new_report_is_kept_with_its_bytes_words_and_incidents(store: Store) -> None:
    progress = put_reports(store, report("a", strike("إدلب"), title="قصف"))
    assert (progress.read, progress.new, progress.same, progress.failed) == (1, 1, 0, 0)
    with store.reading() as conn:
        row = report_of(conn, progress.versions[0])
        assert (row.name, row.title, row.outlet, row.published) == ("a", "قصف", "first", "2025-07-22")
        assert original_of(conn, row.capture).content.decode() == f"قصف\n{strike('إدلب')}"
        assert [found.place for found in incidents(conn).rows] == ["Idlib"]
    assert complaints(store) == []


def test_adding_twice_changes_nothing(store: Store) -> None:
    reports = [report(name, strike(place)) for name, place in zip("abc", PLACES, strict=False)]
    put_reports(store, *reports)
    before = whole(store)
    again = put_reports(store, *reports)
    assert (again.new, again.changed, again.same) == (0, 0, 3)
    assert whole(store) == before


def test_the_same_report_twice_in_one_run_is_kept_once(store: Store) -> None:
    one = report("a", strike("إدلب"))
    progress = put_reports(store, one, one)
    assert (progress.new, progress.same) == (1, 1)


def test_a_recapture_with_other_words_is_a_new_version_in_place_of_the_old(store: Store) -> None:
    put_reports(store, report("a", strike("إدلب")))
    with store.reading() as conn:
        (before,) = incidents(conn).rows
    progress = put_reports(store, report("a", strike("إدلب", killed="خمسة")))
    assert (progress.new, progress.changed) == (0, 1)
    with store.reading() as conn:
        (after,) = incidents(conn).rows
        assert (before.killed_low, after.killed_low) == (3, 5)
        assert after.incident == before.incident
        assert [row.number for row in versions_of(conn, report_id("a"))] == [1, 2]
        assert search(conn, "خمسة").hits
        assert not search(conn, "ثلاثة").hits
    assert complaints(store) == []


def test_a_version_without_the_event_takes_it_out_of_the_view(store: Store) -> None:
    put_reports(store, report("a", strike("إدلب")))
    put_reports(store, report("a", "لا جديد اليوم."))
    with store.reading() as conn:
        assert incidents(conn).rows == ()
    assert complaints(store) == []
    put_reports(store, report("a", strike("إدلب")))
    with store.reading() as conn:
        assert len(incidents(conn).rows) == 1
    assert complaints(store) == []


@pytest.mark.parametrize("table", APPEND_ONLY, ids=lambda table: table.name)
def test_what_was_kept_cannot_be_changed_or_deleted(table: object, store: Store) -> None:
    put_reports(store, report("a", strike("إدلب")), report("b", strike("إدلب"), outlet="second"))
    with store.writing() as conn:
        there = conn.execute(table.select()).first()  # type: ignore[attr-defined]
    column = list(table.c)[-1].name  # type: ignore[attr-defined]
    for statement in (f'UPDATE "{table}" SET "{column}" = "{column}"', f'DELETE FROM "{table}"'):
        if there is None:
            continue
        with pytest.raises(DBAPIError, match="append-only"), store.writing() as conn:
            conn.execute(text(statement))


def test_real_reports_have_characters_that_databases_do_not(store: Store) -> None:
    odd = report("a", strike("إدلب") + "\x00\x1a0\x1a \U0001f534", title="\x1a1")
    put_reports(store, odd)
    with store.reading() as conn:
        ((row, _record),) = current_reports(conn)
    assert row.to_report().full_text == odd.full_text
    assert complaints(store) == []


def test_half_a_surrogate_pair_is_one_reports_failure(store: Store) -> None:
    progress = put_reports(store, report("a", "\ud83d"), report("b", strike("إدلب")))
    assert (progress.new, progress.failed) == (1, 1)
    with store.reading() as conn:
        assert ["U+D83D" in failed.reason for failed in failures(conn)] == [True]


def test_a_report_that_cannot_be_kept_does_not_stop_the_others(store: Store) -> None:
    def blocks(sighting: Sighting) -> frozenset[str]:
        if sighting.title == "bad":
            raise ZeroDivisionError("no")
        return SIMPLE.blocks(sighting)

    reports = [report(name, strike(place), title=name) for name, place in zip(("a", "bad", "c"), PLACES, strict=False)]
    progress = put_reports(store, *reports, rules=replace(SIMPLE, blocks=blocks))
    assert (progress.new, [failed.name for failed in progress.failures]) == (2, ["bad"])
    with store.reading() as conn:
        assert [failed.reason for failed in failures(conn)] == ["bad: could not be kept: ZeroDivisionError: no"]
        assert len(list(current_reports(conn))) == 2


def test_failures_are_kept_until_they_are_read(store: Store) -> None:
    put(store, [Failure("x.txt", None, "empty"), Failure("y.jsonl", 3, "not JSON")], published="2025-01-01", lang="ar")
    put(store, [Failure("x.txt", None, "still empty")])
    with store.reading() as conn:
        told = [(f.address, f.line, f.reason, f.published, f.tries) for f in failures(conn)]
    assert told == [("x.txt", 0, "still empty", None, 2), ("y.jsonl", 3, "not JSON", "2025-01-01", 1)]
    put(store, [gathered(report("x", strike("إدلب")), address="x.txt")], sources=("x.txt", "elsewhere"))
    with store.reading() as conn:
        assert [failed.address for failed in failures(conn)] == ["y.jsonl"]


def test_a_run_that_is_interrupted_keeps_what_it_counted(store: Store) -> None:
    def sources() -> object:
        yield from (gathered(report(f"r{n}", strike(PLACES[n]))) for n in range(4))
        raise KeyboardInterrupt

    seen = []
    with pytest.raises(KeyboardInterrupt):
        put(store, sources(), batch=2, watch=lambda progress: seen.append(progress.new))  # type: ignore[arg-type]
    with store.reading() as conn:
        assert len(list(current_reports(conn))) == max(seen) == 2 or max(seen) == 4
    assert complaints(store) == []


def test_ids_follow_from_what_they_name(store: Store) -> None:
    put_reports(store, *(report(f"r{n}", strike(place)) for n, place in enumerate(PLACES[:3])))
    with store.reading() as conn:
        assert {row.incident for row in incidents(conn).rows} == {"ic32gcnj6sj", "iiia4jmm5ax", "icvgx4uj2f7"}
