"""The Arabic interface over the demo record: every page, and everything that acts answer, without a sentence of English."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from arabic_walk import english_in, english_said
from waqai import store
from waqai.ingest import gather
from waqai.store import Store, open_store
from waqai.store.accounts import ROLES
from waqai.web import Settings, make_app
from waqai.web.adding import read_all
from waqai.web.pages.table import PAGES
from web_desk import BASE, add_people, client_of, csrf_of, ids, log_in, send

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def demo_file(tmp_path_factory: pytest.TempPathFactory, demo: Path) -> Path:
    path = tmp_path_factory.mktemp("arabic") / "record.waqai"
    with open_store(path) as made:
        store.add(made, gather([demo]), store.Adding(read_all))
        made.seal()
    return path


@pytest.fixture
def record(demo_file: Path, tmp_path: Path) -> Iterator[Store]:
    with open_store(shutil.copy(demo_file, tmp_path / "record.waqai")) as opened:
        yield opened


@pytest.fixture
def client(record: Store) -> Iterator[TestClient]:
    with client_of(record, Settings(me="رنا")) as made:
        made.cookies.set("waqai_lang", "ar")
        yield made


def left(client: TestClient, *paths: str) -> dict[str, list[str]]:
    """Path -> what of it is English."""
    found = {}
    for path in paths:
        answer = client.get(path)
        assert answer.headers["content-type"].startswith("text/html"), path
        if english := english_in(answer.text):
            found[path] = english
    return found


def told(client: TestClient) -> list[str]:
    """Every incident of the record."""
    return ids(client, "?limit=1000")


def reports_of(client: TestClient) -> dict[str, list[str]]:
    """Report -> its events."""
    found: dict[str, list[str]] = {}
    for incident in told(client):
        for each in client.get(f"/api/v1/incidents/{incident}").json()["item"]["sightings"]:
            found.setdefault(each["report"], []).append(each["event"]["id"])
    return found


def test_the_walk_finds_english() -> None:
    assert english_in("<p>3 by a source of AFP</p>") == ["3 by a source of AFP"]
    assert english_in('<p dir="auto">the latest report counts</p>') == ["the latest report counts"]
    assert english_in('<p title="Sources differ">خبر <bdi>Sumy Oblast</bdi> <code>focus.day</code></p>') == [
        "Sources differ"
    ]
    assert english_in('<script type="application/json">{"done": "Done"}</script>') == ["Done"]


def test_lists_and_tools(client: TestClient) -> None:
    asked = "?kind=drone_strike&family=violence&status=denied&review=machine&assigned=none&disputed=yes&located=no&order=deadliest"
    paths = [
        "/incidents",
        f"/incidents{asked}",
        "/incidents?from=2025-01-01&to=2025-12-31&weapon=drone&min_killed=2",
        "/review",
    ]
    paths += ["/search", "/search?words=قصف", "/add", "/coverage", "/decisions", "/mine", "/review?assigned=none"]
    assert left(client, *paths) == {}


def test_every_incident_with_its_figures_merges_and_history(client: TestClient) -> None:
    every = told(client)
    assert len(every) > 20
    assert left(client, *(f"/incidents/{name}{part}" for name in every for part in ("", "/card", "/sheet"))) == {}


def test_every_report_with_the_tree_of_every_event(client: TestClient) -> None:
    every = reports_of(client)
    pages = [f"/reports/{name}" for name in every]
    trees = [f"/reports/{name}/why/{event}" for name, events in every.items() for event in events]
    assert len(trees) > 30
    assert left(client, *pages, *trees) == {}


def decide(client: TestClient) -> tuple[str, str]:
    """One of each act; the two incidents that it was about."""
    one, other = told(client)[:2]
    merged = send(client, "/api/v1/merges", {"one": one, "other": other, "why": "ضربة واحدة"}).json()["item"][
        "incident"
    ]
    item = client.get(f"/api/v1/incidents/{merged}").json()["item"]
    first = item["sightings"][0]
    apart = send(client, "/api/v1/splits", {"incident": merged, "sightings": [first["id"]]}).json()["item"]["apart"]
    figure = {
        "text": first["event"]["text"][:3],
        "span": [first["event"]["span"][0], first["event"]["span"][0] + 3],
        "low": 4,
        "high": 4,
    }
    assert (
        send(client, "/api/v1/corrections", {"sighting": first["id"], "fields": {"killed": figure}}).status_code == 200
    )
    for body in ({"state": "reviewed"}, {"state": "rejected", "note": "ليس واقعة"}):
        seen = client.get(f"/api/v1/incidents/{merged}").json()["item"]["review"]["revision"]
        assert (
            send(client, "/api/v1/reviews", {"incidents": [{"incident": merged, "revision": seen}], **body}).status_code
            == 200
        )
    assert send(client, "/api/v1/undo", {}).status_code == 200
    seen = client.get(f"/api/v1/incidents/{merged}").json()["item"]["review"]["revision"]
    for who in ("سامي", ""):
        send(client, "/api/v1/assignments", {"incidents": [{"incident": merged, "revision": seen}], "who": who})
        seen += 1
    return merged, apart


def test_decisions_and_what_became_of_their_incidents(client: TestClient) -> None:
    merged, apart = decide(client)
    send(client, "/api/v1/undo", {})
    assert len(client.get("/api/v1/decisions").json()["items"]) >= 8
    assert (
        left(client, "/decisions", *(f"/incidents/{name}{part}" for name in (merged, apart) for part in ("", "/sheet")))
        == {}
    )


def refused(client: TestClient, path: str, body: object) -> str:
    answer = send(client, path, body)
    assert answer.status_code >= 400, (path, answer.text)
    return str(answer.json()["error"]["message"])


def test_refusals_of_acts(client: TestClient) -> None:
    one, other = told(client)[:2]
    sighting = client.get(f"/api/v1/incidents/{one}").json()["item"]["sightings"][0]["id"]
    seen = {"incident": one, "revision": 7}
    said = [
        refused(client, "/api/v1/merges", {"one": one, "other": one}),
        refused(client, "/api/v1/merges", {"one": one, "other": "inone"}),
        refused(client, "/api/v1/splits", {"incident": one, "sightings": ["r/e"]}),
        refused(client, "/api/v1/corrections", {"sighting": sighting, "fields": {"colour": 1}}),
        refused(client, "/api/v1/corrections", {"sighting": "r/e", "fields": {"kind": "attack"}}),
        refused(client, "/api/v1/reviews", {"incidents": [seen], "state": "reviewed"}),
        refused(client, "/api/v1/reviews", {"incidents": [seen | {"revision": 0}], "state": "rejected"}),
        refused(client, "/api/v1/reviews", {"incidents": [seen | {"revision": 0}], "state": "odd"}),
        refused(client, "/api/v1/undo", {}),
        refused(client, "/api/v1/undo", {"decision": 9}),
        refused(client, "/api/v1/reports", {"text": " "}),
        refused(client, "/api/v1/reports", {"url": "ftp://x"}),
        refused(client, "/api/v1/views", {"name": "", "query": ""}),
    ]
    plain = [re_ids(text, one, other, sighting, "inone", "r/e", "colour") for text in said]
    assert {text: english_said(text) for text in plain if english_said(text)} == {}
    assert send(client, "/api/v1/undo", {}).json()["error"]["code"] == "bad_request"


def re_ids(text: str, *names: str) -> str:
    """Without the ids in it."""
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, "")
    return text


def test_refusals_at_the_door_and_failures(record: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("waqai.store.coverage", lambda *_: 1 / 0)
    with TestClient(make_app(record), base_url=BASE, raise_server_exceptions=False) as client:
        client.cookies.set("waqai_lang", "ar")
        elsewhere = client.get("/incidents", headers={"host": "evil.example"})
        cross = client.post("/screen", headers={"origin": "https://evil.example"})
        said = [answer.json()["error"]["message"] for answer in (elsewhere, cross)]
        assert (elsewhere.status_code, cross.status_code) == (421, 403)
        said += [client.get("/coverage").text, client.get("/api/v1/coverage").json()["error"]["message"]]
        assert [english_said(text.replace("--allow-host", "")) for text in said] == [[]] * 4


def test_programs_that_ask_for_no_language_are_answered_in_english(record: Store) -> None:
    with client_of(record) as client:
        assert refused(client, "/api/v1/undo", {}) == "nothing to undo"


def test_pages_that_refuse(client: TestClient) -> None:
    paths = [
        "/nowhere",
        "/incidents/inone",
        "/incidents?colour=red",
        "/incidents?from=x",
        "/incidents?box=1",
        "/incidents?order=x",
    ]
    paths += [
        "/incidents?min_killed=x",
        "/incidents?disputed=x",
        "/incidents?from=2025-01-01&from=2025-01-02",
        "/export/none",
    ]
    assert left(client, *paths) == {}


BROKEN = {
    "empty.txt": b"",
    "picture.txt": b"\x89PNG\r\n",
    "table.csv": b"a,b\n1,2\n",
    "ragged.csv": "text,id\nقصف,1,2\n".encode(),
    "rows.jsonl": b'{"id": "x"}\n{"text": 3}\n[]\n{"text": ""}\nnot json\n',
    "list.json": b'[{"text": 1}]',
    "broken.pdf": b"%PDF-1.4 nothing",
    "page.html": b"<html><body><nav>x</nav></body></html>",
    "mail.eml": b"Subject: x\r\n\r\n",
    "feed.xml": b"<rss><channel></channel></rss>",
    "archive.warc": b"WARC/1.0\r\nbroken",
    "language.jsonl": b'{"id": "x", "text": "text", "lang": "zz"}',
}


def test_jobs_and_what_could_not_be_read(client: TestClient) -> None:
    files = [("files", (name, content)) for name, content in BROKEN.items()]
    sent = client.post("/add", data={"csrf": csrf_of(client)}, files=files)
    pasted = client.post("/add", data={"csrf": csrf_of(client), "text": "قصف مدينة درعا."})
    fetched = client.post("/add", data={"csrf": csrf_of(client), "url": "http://127.0.0.1:1/x"})
    client.app.state.site.jobs.close()  # type: ignore[attr-defined]
    paths = [answer.headers["location"] for answer in (sent, pasted, fetched)]
    failures: Any = client.get(paths[0].replace("/add/", "/api/v1/jobs/")).json()["item"]["failures"]
    assert len(failures) >= len(BROKEN)
    assert left(client, *paths, "/add", "/coverage") == {}
    client.post("/add", data={"csrf": csrf_of(client), "text": " "})
    for form in ({"text": " "}, {"url": "ftp://x"}, {"text": "x", "published": "x"}):
        answer = client.post("/add", data={"csrf": csrf_of(client)} | form)
        assert (answer.status_code, english_in(answer.text)) == (400, [])


def test_what_was_kept_in_words_alone_is_shown(record: Store) -> None:
    """A store of an earlier version has no data beside its words."""
    with record.writing() as conn:
        conn.exec_driver_sql(
            "INSERT INTO failure (address, line, name, reason, at, tries) VALUES ('x.txt', 0, '', 'an old reason', '2025-01-01', 1)"
        )
    with client_of(record) as client:
        client.cookies.set("waqai_lang", "ar")
        assert '<span lang="en" dir="ltr">an old reason</span>' in client.get("/coverage").text


def test_the_team_and_its_doors(record: Store) -> None:
    add_people(record)
    with client_of(record, Settings(team=True)) as client:
        client.cookies.set("waqai_lang", "ar")
        assert left(client, "/login", "/join/none") == {}
        wrong = log_in(client, "admin", "not the password")
        assert (wrong.status_code, english_in(wrong.text)) == (401, [])
        log_in(client, "admin")
        invited = client.post("/people", data={"csrf": csrf_of(client), "role": ROLES[0]})
        assert english_in(invited.text) == []
        withdrawn = re.search(r'action="(/invitations/\w+/withdraw)"', invited.text)
        assert withdrawn is not None
        client.post("/people", data={"csrf": csrf_of(client), "role": ROLES[1]})
        assert client.post(withdrawn[1], data={"csrf": csrf_of(client)}).status_code == 303
        assert english_in(client.post(withdrawn[1], data={"csrf": csrf_of(client)}).text) == []
        client.post("/people/reader", data={"csrf": csrf_of(client), "role": "reviewer"})
        token = {"csrf": csrf_of(client), "name": "x", "scope": ["read", "add"], "days": "9"}
        assert english_in(client.post("/tokens", data=token).text) == []
        assert left(client, "/people", "/mine", "/decisions") == {}
        for path, form in (
            ("/password", {"old": "x", "new": "y"}),
            ("/tokens", {"name": "x"}),
            ("/people/none", {"role": "admin"}),
            ("/people/admin", {"role": "reader"}),
        ):
            answer = client.post(path, data={"csrf": csrf_of(client)} | form)
            assert answer.status_code >= 400
            assert english_in(answer.text) == [], path
        assert english_in(client.post("/password", data={"csrf": "old"}).text) == []
        client.post("/logout", data={"csrf": csrf_of(client)})
        log_in(client, "reader")
        assert left(client, "/review", "/people", "/add") == {}


def test_the_public_view(record: Store) -> None:
    with client_of(record, Settings(public=True)) as client:
        client.cookies.set("waqai_lang", "ar")
        every = told(client)
        assert (
            left(client, "/incidents", "/incidents?words=x", "/search", *(f"/incidents/{name}" for name in every[:10]))
            == {}
        )


def test_no_page_was_left_out_of_the_walk() -> None:
    """A page that is new has to be walked above."""
    walked = {
        "/", "/incidents", "/incidents/{incident}", "/incidents/{incident}/card", "/incidents/{incident}/sheet",
        "/reports/{report}", "/reports/{report}/why/{event}", "/review", "/search", "/add", "/add/{job}", "/coverage",
        "/decisions", "/mine", "/people", "/login", "/join/{secret}",
    }  # fmt: skip
    files = {
        "/reports/{report}/original",
        "/export/{form}",
        "/gold/{file}",
        "/changed",
        "/incidents/{incident}/changed",
    }
    assert {path for method, path, _, _ in PAGES if method == "GET"} == walked | files
