"""Ten reviewers at once, on each kind of database: no update is lost, nothing is decided twice."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from starlette.testclient import TestClient

from stores import PLACES, put_reports, report, strike
from waqai.store import Store, decisions, examine, reviews
from waqai.web import make_app
from waqai.web.settings import Settings
from web_desk import BASE, csrf_of

TEN = 10


def test_ten_reviewers_at_once_decide_each_thing_once(store: Store) -> None:
    put_reports(store, *(report(f"r{at}", strike(place)) for at, place in enumerate(PLACES)))
    start = Barrier(TEN)

    def work(number: int) -> Counter[int]:
        client = TestClient(make_app(store, Settings(me=f"reviewer {number}")), base_url=BASE)
        mark = {"X-CSRF": csrf_of(client)}
        rows = client.get("/api/v1/incidents?order=oldest").json()["items"]
        start.wait()
        found: Counter[int] = Counter()
        for row in rows[number % 3 :] + rows[: number % 3]:
            seen = {"incident": row["incident"], "revision": 0, "changed": row["changed"]}
            body = {"incidents": [seen], "state": "reviewed", "note": f"by {number}"}
            found[client.post("/api/v1/reviews", json=body, headers=mark).status_code] += 1
        return found

    with ThreadPoolExecutor(TEN) as pool:
        total = sum(pool.map(work, range(TEN)), Counter[int]())
    assert total == {200: len(PLACES), 409: (TEN - 1) * len(PLACES)}
    with store.reading() as conn:
        booked = [each for each in decisions(conn, limit=1000) if each.action == "review"]
        known = reviews(conn, {each.subject for each in booked})
        assert len(booked) == len(PLACES)
        assert {each.subject: each.by for each in booked} == {name: each.by for name, each in known.items()}
        assert {each.revision for each in known.values()} == {1}


def test_merges_and_undoings_at_once_leave_a_sound_store(store: Store) -> None:
    put_reports(store, *(report(f"r{at}", strike(place)) for at, place in enumerate(PLACES)))
    client = TestClient(make_app(store), base_url=BASE)
    mark = {"X-CSRF": csrf_of(client)}
    names = [row["incident"] for row in client.get("/api/v1/incidents").json()["items"]]
    start = Barrier(TEN)

    def work(number: int) -> int:
        start.wait()
        pair = {"one": names[number % 3], "other": names[3 + number % 3]}
        return client.post("/api/v1/merges", json=pair, headers=mark).status_code

    with ThreadPoolExecutor(TEN) as pool:
        done = Counter(pool.map(work, range(TEN)))
    assert done == {200: 3, 409: TEN - 3}
    with store.reading() as conn:
        assert list(examine(conn)) == []
        assert len([each for each in decisions(conn) if each.action == "merge"]) == 3
