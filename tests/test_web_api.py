"""The API for programs: one shape of answers, keyset pages, the document that tells of it, and what people decide through it."""

from __future__ import annotations

import dataclasses
import html
import json
import re
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest
from starlette.testclient import TestClient
from typer.testing import CliRunner

from stores import PLACES, put_reports, report, strike
from waqai.cli.filtering import OPTIONS
from waqai.cli.main import app
from waqai.store import Filter, Store, examine
from waqai.store.decide import act, book
from waqai.web.api.routes import OPERATIONS
from waqai.web.asking import FILTER
from waqai.web.pages.desk import SHOWN
from web_desk import client_of, ids, send


@pytest.fixture
def client(desk: Store) -> Iterator[TestClient]:
    with client_of(desk) as made:
        yield made


def seen(client: TestClient, incident: str) -> dict[str, object]:
    item = client.get(f"/api/v1/incidents/{incident}").json()["item"]
    return {"incident": incident, "revision": item["review"]["revision"], "changed": item["changed"]}


def review(client: TestClient, what: dict[str, object], state: str, note: str = "") -> tuple[int, dict[str, object]]:
    answer = send(client, "/api/v1/reviews", {"incidents": [what], "state": state, "note": note})
    return answer.status_code, answer.json()


def test_lists_come_in_one_envelope_and_go_on_from_a_mark(client: TestClient, desk: Store) -> None:
    put_reports(desk, *(report(f"m{at}", strike(place, day="الأحد")) for at, place in enumerate(PLACES)))
    first = client.get("/api/v1/incidents?limit=3").json()
    assert first.keys() == {"ok", "items", "next", "counts"}
    found, mark = list(first["items"]), first["next"]
    while mark:
        page = client.get(f"/api/v1/incidents?limit=3&after={mark}").json()
        found, mark = found + page["items"], page["next"]
    names = [row["incident"] for row in found]
    assert len(names) == len(set(names)) == first["counts"]["matching"]


def test_errors_come_in_one_shape(client: TestClient) -> None:
    for path in ("/api/v1/incidents/none", "/api/v1/nothing", "/api/v1/incidents?x=1", "/api/v1/search"):
        body = client.get(path).json()
        assert body["ok"] is False
        assert {"code", "message"} <= body["error"].keys()


def test_the_document_tells_of_every_operation_and_its_schemas_are_valid(client: TestClient) -> None:
    document = client.get("/api/v1/openapi.json").json()
    assert document["openapi"] == "3.1.0"
    told = {(method.upper(), path) for path, methods in document["paths"].items() for method in methods}
    assert told == {(each.method, f"/api/v1{each.path}") for each in OPERATIONS}
    for schema in document["components"]["schemas"].values():
        jsonschema.Draft202012Validator.check_schema(schema)
    names = [each["operationId"] for methods in document["paths"].values() for each in methods.values()]
    assert len(names) == len(set(names))


def test_answers_are_as_the_document_says(client: TestClient) -> None:
    document = client.get("/api/v1/openapi.json").json()
    incident = ids(client)[0]
    version = client.get(f"/api/v1/incidents/{incident}").json()["item"]["sightings"][0]["report"]
    for each in OPERATIONS:
        if each.method != "GET" or each.media != "application/json" or "{job}" in each.path:
            continue
        path = "/api/v1" + each.path.format(incident=incident, report=version)
        answer = client.get(path, params={"words": "إدلب"} if each.id == "search_reports" else {}).json()
        said = document["paths"]["/api/v1" + each.path]["get"]["responses"]["200"]["content"]["application/json"][
            "schema"
        ]
        jsonschema.validate(answer, said | {"components": document["components"]})


def test_the_map_counts_what_lies_together(client: TestClient) -> None:
    wide = client.get("/api/v1/map?cell=20").json()["items"]
    near = client.get("/api/v1/map?cell=0.1").json()["items"]
    assert [spot["number"] for spot in wide] == [2]
    assert [spot["number"] for spot in near] == [1, 1]
    assert {spot["incident"] for spot in near} == set(ids(client))


def test_reviewing_goes_from_state_to_state_and_the_second_reader_is_another(client: TestClient) -> None:
    incident = ids(client)[0]
    assert review(client, seen(client, incident), "reviewed")[0] == 200
    status, body = review(client, seen(client, incident), "second_read")
    assert (status, "somebody else" in str(body)) == (400, True)
    assert review(client, seen(client, incident), "final")[0] == 200


def test_rejecting_needs_a_reason(client: TestClient) -> None:
    what = seen(client, ids(client)[0])
    assert review(client, what, "rejected", " ")[0] == 400
    assert review(client, what, "rejected", "told twice")[0] == 200


def test_a_decision_on_an_old_sight_is_refused_with_what_changed(client: TestClient) -> None:
    incident = ids(client)[0]
    old = seen(client, incident)
    review(client, old, "needs_work", "where is it?")
    status, body = review(client, old, "reviewed")
    assert status == 409
    error = body["error"]
    assert isinstance(error, dict)
    assert error["code"] == "stale"
    assert error["detail"]["review"]["state"] == "needs_work"
    assert error["detail"]["since"][0]["why"] == "where is it?"


def test_a_report_that_came_in_meanwhile_makes_a_decision_old(client: TestClient, desk: Store) -> None:
    incident = ids(client, "?disputed=yes")[0]
    old = seen(client, incident) | {"changed": "2020-01-01T00:00:00+00:00"}
    assert review(client, old, "reviewed")[0] == 409
    assert review(client, seen(client, incident), "reviewed")[0] == 200


def test_of_many_each_says_how_it_went(client: TestClient) -> None:
    one, other = ids(client)
    old = seen(client, one)
    review(client, old, "needs_work")
    body = {"incidents": [old, seen(client, other)], "state": "reviewed"}
    items = send(client, "/api/v1/reviews", body).json()["items"]
    assert [item["ok"] for item in items] == [False, True]
    assert items[0]["detail"]["review"]["state"] == "needs_work"


def test_every_kind_of_decision_can_be_undone_once(client: TestClient, desk: Store) -> None:
    one, other = ids(client)
    before = client.get("/api/v1/incidents").json()["items"]
    what = seen(client, one)
    review(client, what, "reviewed")
    send(client, "/api/v1/assignments", {"incidents": [seen(client, one)], "who": "Rana"})
    send(client, "/api/v1/merges", {"one": one, "other": other})
    undone = [send(client, "/api/v1/undo", {}).json()["item"]["action"] for _ in range(3)]
    assert undone == ["merge", "assign", "review"]
    after = client.get("/api/v1/incidents").json()["items"]
    assert [(r["incident"], r["state"]) for r in after] == [(r["incident"], r["state"]) for r in before]
    assert send(client, "/api/v1/undo", {}).status_code == 400
    with desk.reading() as conn:
        assert list(examine(conn)) == []


def test_what_was_undone_cannot_be_undone_again(client: TestClient) -> None:
    one, other = ids(client)
    send(client, "/api/v1/merges", {"one": one, "other": other})
    number = client.get("/api/v1/decisions").json()["items"][0]["seq"]
    assert send(client, "/api/v1/undo", {"decision": number}).status_code == 200
    assert send(client, "/api/v1/undo", {"decision": number}).status_code == 409


def test_splitting_takes_reports_out_and_undoing_brings_them_back(client: TestClient) -> None:
    incident = ids(client, "?disputed=yes")[0]
    sightings = [each["id"] for each in client.get(f"/api/v1/incidents/{incident}").json()["item"]["sightings"]]
    done = send(client, "/api/v1/splits", {"incident": incident, "sightings": sightings[:1]}).json()["item"]
    assert len(ids(client)) == 3
    assert done["incident"] != done["apart"]
    send(client, "/api/v1/undo", {})
    assert len(ids(client)) == 2


def test_a_correction_changes_the_figure_and_stands_in_the_book(client: TestClient) -> None:
    incident = ids(client, "?place=Hama")[0]
    sighting = client.get(f"/api/v1/incidents/{incident}").json()["item"]["sightings"][0]
    figure = sighting["event"]["killed"] | {"low": 6, "high": 6}
    body = {"sighting": sighting["id"], "fields": {"killed": figure}, "why": "the ministry said six"}
    assert send(client, "/api/v1/corrections", body).status_code == 200
    assert client.get(f"/api/v1/incidents/{incident}").json()["item"]["killed"]["low"] == 6
    first = client.get("/api/v1/decisions").json()["items"][0]
    assert (first["action"], first["why"], first["before"]["killed"]["low"]) == ("correct", "the ministry said six", 4)
    wrong = send(client, "/api/v1/corrections", {"sighting": sighting["id"], "fields": {"killed": {"low": "many"}}})
    assert wrong.status_code == 400


def test_assigned_incidents_are_found_by_whom_they_were_given_to(client: TestClient) -> None:
    one, other = ids(client)
    send(client, "/api/v1/assignments", {"incidents": [seen(client, one)], "who": "Rana"})
    assert ids(client, "?assigned=Rana") == [one]
    assert ids(client, "?assigned=none") == [other]


def test_places_are_found_by_name_as_a_record_writes_them(client: TestClient) -> None:
    first = client.get("/api/v1/places?name=إدلب").json()["items"][0]
    assert (first["name"], first["country"], first["level"]) == ("Idlib", "SY", "settlement")
    assert client.get("/api/v1/places?name=").json()["items"] == []


def test_what_was_checked_is_a_gold_set_with_its_corrections(client: TestClient, tmp_path: Path) -> None:
    assert client.get("/gold/gold.jsonl").text == ""
    incident = ids(client, "?place=Hama")[0]
    sighting = client.get(f"/api/v1/incidents/{incident}").json()["item"]["sightings"][0]
    figure = sighting["event"]["killed"] | {"low": 6, "high": 6}
    send(client, "/api/v1/corrections", {"sighting": sighting["id"], "fields": {"killed": figure}})
    review(client, seen(client, incident), "reviewed")
    for name in ("docs.jsonl", "gold.jsonl"):
        (tmp_path / name).write_bytes(client.get(f"/api/v1/gold/{name}").content)
    lines = (tmp_path / "gold.jsonl").read_text("utf-8").splitlines()
    assert [event["killed"]["low"] for event in json.loads(lines[0])["events"]] == [6]
    done = CliRunner().invoke(app, ["eval", str(tmp_path / "docs.jsonl"), str(tmp_path / "gold.jsonl"), "--json"])
    assert done.exit_code == 0, done.output
    assert json.loads(done.stdout)["reports"] == 1


def test_the_filters_are_those_of_the_command_line() -> None:
    fields = {field.name for field in dataclasses.fields(Filter)}
    assert {param.field for param in FILTER} == {option.field for option in OPTIONS} == fields
    named = {flag.lstrip("-").replace("-", "_") for option in OPTIONS for flag in option.flag.replace("/", " ").split()}
    assert {param.name for param in FILTER} - named == set()


def decide_often(client: TestClient, times: int) -> str:
    """So many decisions about one incident."""
    incident = ids(client)[0]
    for number in range(times):
        what = {"incident": incident, "revision": number}
        assert review(client, what, ("reviewed", "needs_work")[number % 2])[0] == 200
    return incident


def test_the_book_of_decisions_goes_on_from_a_mark(client: TestClient) -> None:
    incident = decide_often(client, 5)
    every = [each["seq"] for each in client.get(f"/api/v1/decisions?subject={incident}").json()["items"]]
    found, after = [], ""
    while after is not None:
        page = client.get(f"/api/v1/decisions?limit=2&subject={incident}" + (f"&after={after}" if after else "")).json()
        found += [each["seq"] for each in page["items"]]
        after = page["next"]
    assert found == every == sorted(every, reverse=True)
    assert client.get("/api/v1/decisions?after=x").status_code == 400


def test_the_page_of_decisions_leads_to_the_earlier_ones(client: TestClient) -> None:
    incident = decide_often(client, SHOWN + 1)
    first = client.get(f"/decisions?subject={incident}").text
    following = re.search(r'rel="next" href="([^"]+)"', first)
    assert first.count("<details><summary>") == SHOWN
    assert following is not None
    second = client.get(html.unescape(following[1])).text
    assert second.count("<details><summary>") == 1
    assert 'rel="next"' not in second
    assert f'href="/decisions?subject={incident}"' in second


def test_what_was_decided_long_ago_can_be_taken_back(client: TestClient) -> None:
    one, other = ids(client)
    send(client, "/api/v1/merges", {"one": one, "other": other})
    number = client.get("/api/v1/decisions").json()["items"][0]["seq"]
    with client.app.state.site.store.writing() as conn:  # type: ignore[attr-defined]
        for _ in range(600):
            book(conn, act("account", "x", "test", ""))
    assert send(client, "/api/v1/undo", {"decision": number}).status_code == 200
    assert send(client, "/api/v1/undo", {"decision": number}).status_code == 409
    assert len(ids(client)) == 2
