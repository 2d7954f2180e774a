"""Whatever comes in comes out as it was, and whatever people do in whatever order leaves a store without a fault."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simple_rules import SIMPLE
from stores import PLACES, gathered, put, put_reports, report, strike
from waqai.errors import StoreError
from waqai.model.record import Report
from waqai.store import (
    Store,
    current_reports,
    examine,
    incident_of,
    incidents,
    merge,
    open_store,
    original_of,
    resolve,
    split,
    undo,
)

WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=60)
NAMES = count()


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(WORDS, WORDS, st.one_of(st.none(), WORDS), st.dictionaries(WORDS, WORDS, max_size=3))
def test_a_report_comes_out_as_it_came_in(
    store: Store, title: str, text: str, source: str | None, extra: dict[str, str]
) -> None:
    one = Report(f"n{next(NAMES)}", text, title, "2025-07-22", source, None, extra)
    put_reports(store, one)
    with store.reading() as conn:
        *_, (row, record) = current_reports(conn)
        assert row.to_report() == one
        assert (record.id, record.title) == (one.id, title)
        assert original_of(conn, row.capture).content.decode() == one.full_text
        assert [str(each) for each in examine(conn)] == []


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=3000))
def test_originals_come_out_byte_for_byte(store: Store, content: bytes) -> None:
    one = gathered(report(f"b{next(NAMES)}", "نص"))
    put(store, [replace(one, capture=replace(one.capture, content=content))])
    with store.reading() as conn:
        *_, (row, _record) = current_reports(conn)
        assert original_of(conn, row.capture).content == content


ACTS = st.lists(st.tuples(st.sampled_from(["add", "merge", "split", "undo"]), st.integers(0, 99)), max_size=9)


@pytest.fixture
def new_store(empty_file: Path, tmp_path: Path) -> Callable[[], Store]:
    return lambda: open_store(shutil.copy(empty_file, tmp_path / f"{next(NAMES)}.waqai"))


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(ACTS)
def test_whatever_is_done_every_id_leads_somewhere_and_nothing_is_wrong(
    new_store: Callable[[], Store], acts: list[tuple[str, int]]
) -> None:
    given_ids: set[str] = set()
    with new_store() as store:
        for act, number in [("add", 0), ("add", 1), *acts]:
            try:
                do(store, act, number)
            except StoreError:
                continue  # nothing there to merge, split or undo
            with store.reading() as conn:
                given_ids |= {row.incident for row in incidents(conn).rows}
        with store.reading() as conn:
            assert [str(each) for each in examine(conn, SIMPLE)] == []
            assert all(resolve(conn, name) for name in given_ids)


def do(store: Store, act: str, number: int) -> None:
    """One act; ``number`` chooses what it is done to."""
    if act == "add":  # the same few reports again and again, with other words each time
        place, killed = PLACES[number % 3], ("ثلاثة", "خمسة")[number % 2]
        put_reports(store, report(f"r{number % 4}", strike(place, killed), outlet=f"o{number % 4}"), rules=SIMPLE)
        return
    with store.writing() as conn:
        rows = incidents(conn, order="oldest").rows
        one, two = rows[number % len(rows)].incident, rows[-1].incident
        if act == "merge":
            merge(conn, one, two, "nour", rules=SIMPLE)
        elif act == "split":
            told = incident_of(conn, one).sightings
            split(conn, one, [told[number % len(told)].id], "nour", rules=SIMPLE)
        else:
            undo(conn, "nour", rules=SIMPLE)


def test_undoing_everything_gives_back_what_there_was(new_store: Callable[[], Store]) -> None:
    def held() -> dict[str, set[str]]:
        with store.reading() as conn:
            rows = incidents(conn).rows
            return {row.incident: {s.id for s in incident_of(conn, row.incident).sightings} for row in rows}

    with new_store() as store:
        for number in range(6):
            do(store, "add", number)
        seen = [held()]
        for act, number in (("merge", 0), ("split", 0), ("merge", 1), ("split", 1)):
            with suppress(StoreError):
                do(store, act, number)
                seen.append(held())
        assert len(seen) > 2
        for before in reversed(seen[:-1]):
            do(store, "undo", 0)
            assert held() == before
