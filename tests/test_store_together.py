"""Ten at once: writers wait for one another, none undoes what another did, nothing is decided twice."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from simple_rules import SIMPLE
from stores import PLACES, put_reports, report, strike
from waqai.errors import Conflict
from waqai.store import (
    Store,
    current_reports,
    decisions,
    examine,
    incidents,
    merge,
    open_store,
    reviews,
    set_review,
)

WRITERS = 10


def at_once(where: str, act: Callable[[Store, int], None]) -> list[str]:
    """Ten people, each with a store of their own, all at the same moment: what came of each."""
    gate = Barrier(WRITERS)

    def one(number: int) -> str:
        with open_store(where) as store:
            gate.wait()
            try:
                act(store, number)
            except Conflict:
                return "conflict"
            return "done"

    with ThreadPoolExecutor(WRITERS) as pool:
        return sorted(pool.map(one, range(WRITERS)))


def complaints(where: str) -> list[str]:
    with open_store(where) as store, store.reading() as conn:
        return [str(each) for each in examine(conn, SIMPLE)]


def test_ten_who_merge_the_same_two_decide_it_once(where: str) -> None:
    with open_store(where) as store:
        put_reports(store, report("a", strike(PLACES[0])), report("b", strike(PLACES[1])), rules=SIMPLE)
        with store.reading() as conn:
            one, two = (row.incident for row in incidents(conn).rows)

    def act(store: Store, number: int) -> None:
        with store.writing() as conn:
            merge(conn, one, two, f"reader {number}", rules=SIMPLE)

    assert at_once(where, act) == ["conflict"] * 9 + ["done"]
    with open_store(where) as store, store.reading() as conn:
        assert len(decisions(conn)) == 1
        assert len(incidents(conn).rows) == 1
    assert complaints(where) == []


def test_ten_who_review_what_they_saw_set_it_once(where: str) -> None:
    with open_store(where) as store:
        put_reports(store, report("a", strike(PLACES[0])), rules=SIMPLE)
        with store.reading() as conn:
            (home,) = (row.incident for row in incidents(conn).rows)

    def act(store: Store, number: int) -> None:
        with store.writing() as conn:
            set_review(conn, home, "reviewed", f"reader {number}", seen=0)

    assert at_once(where, act) == ["conflict"] * 9 + ["done"]
    with open_store(where) as store, store.reading() as conn:
        assert reviews(conn, [home])[home].revision == 1
        assert len(decisions(conn)) == 1


def test_ten_who_look_again_after_a_conflict_all_get_their_turn(where: str) -> None:
    with open_store(where) as store:
        put_reports(store, report("a", strike(PLACES[0])), rules=SIMPLE)
        with store.reading() as conn:
            (home,) = (row.incident for row in incidents(conn).rows)

    def act(store: Store, number: int) -> None:
        for _ in range(WRITERS):
            with store.reading() as conn:
                seen = reviews(conn, [home])[home].revision
            try:
                with store.writing() as conn:
                    set_review(conn, home, "needs_work", f"reader {number}", seen=seen)
                return
            except Conflict:
                continue
        raise AssertionError("never got a turn")

    assert at_once(where, act) == ["done"] * 10
    with open_store(where) as store, store.reading() as conn:
        assert reviews(conn, [home])[home].revision == WRITERS
        assert len({entry.by for entry in decisions(conn)}) == WRITERS


def test_ten_who_add_at_once_lose_nothing_and_keep_nothing_twice(where: str) -> None:
    def act(store: Store, number: int) -> None:
        own = report(f"own {number}", strike(PLACES[number % 3]), outlet=f"outlet {number}")
        put_reports(store, report("shared", strike(PLACES[4])), own, rules=SIMPLE)

    assert at_once(where, act) == ["done"] * 10
    with open_store(where) as store, store.reading() as conn:
        assert len(list(current_reports(conn))) == WRITERS + 1
        assert sorted(row.reports for row in incidents(conn).rows) == [1, 3, 3, 4]
    assert complaints(where) == []
