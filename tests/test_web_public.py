"""The public view: nothing can be changed, names and words are withheld, and no question finds an exact place."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from stores import put_reports, report
from waqai.store import Store
from waqai.web import Settings
from waqai.web.api.routes import OPERATIONS
from waqai.web.pages.table import PAGES
from waqai.web.withholding import GRID
from web_desk import client_of, csrf_of, ids

NAME, TOWN = "سلمى الدرويش", "إدلب"
LAT, LON = 35.93, 36.63  # of the town, to two digits


@pytest.fixture
def client(desk: Store) -> Iterator[TestClient]:
    text = f"قصفت الطائرات الحربية مدينة {TOWN} يوم الأحد وقُتلت المعلمة {NAME} وأصيب تسعة مدنيين."
    put_reports(desk, report("named", text, "third", title=f"مقتل {NAME}"))
    with client_of(desk, Settings(public=True)) as made:
        yield made


def pages(client: TestClient) -> Iterator[str]:
    """Everything that the public can get."""
    for incident in ids(client):
        yield client.get(f"/incidents/{incident}").text
        yield client.get(f"/incidents/{incident}/card").text
        yield client.get(f"/api/v1/incidents/{incident}").text
    for path in ("/incidents", "/api/v1/incidents", "/api/v1/map?cell=0.001", "/api/v1/chart"):
        yield client.get(path).text


def test_no_name_and_no_words_of_a_report_come_out(client: TestClient) -> None:  # BAY-01-021
    every = list(pages(client))
    assert len(every) > 10
    for word in ("سلمى", "الدرويش", "المعلمة", "الطائرات", "third", "مدنيين"):
        assert not [text[:80] for text in every if word in text], word


def test_no_place_is_more_exact_than_the_grid(client: TestClient) -> None:
    for row in client.get("/api/v1/incidents").json()["items"]:
        assert (row["lat"] + 90) % GRID == pytest.approx(GRID / 2)
        assert row["place"] not in ("Idlib", "Hama")
        assert row["level"] == "province"
    for text in pages(client):
        assert str(LAT) not in text
        assert "إدلب" not in text


def test_boxes_are_widened_so_that_asking_again_finds_no_place(client: TestClient) -> None:
    everything = len(ids(client))
    corner = client.get("/api/v1/incidents").json()["items"][0]
    west, south = corner["lon"] - GRID / 2, corner["lat"] - GRID / 2
    slices = [
        ids(client, f"?box={west + at},{south + at},{west + at + 0.01},{south + at + 0.01}") for at in (0.01, 0.2, 0.45)
    ]
    assert slices[0] == slices[1] == slices[2]
    assert 0 < len(slices[0]) <= everything


@pytest.mark.parametrize("cell", ["0.0001", "0.01", "0.37", "0.5", "0.73", "1", "3", "7.3", "60"])
def test_maps_of_every_cell_are_made_of_middles_of_the_grid(client: TestClient, cell: str) -> None:
    rows = client.get("/api/v1/incidents").json()["items"]
    spots = client.get(f"/api/v1/map?cell={cell}").json()["items"]
    assert sum(spot["number"] for spot in spots) == len(rows)
    for name in ("lat", "lon"):
        middle = sum(row[name] for row in rows)
        assert sum(spot[name] * spot["number"] for spot in spots) == pytest.approx(middle)
    for spot in spots:
        assert spot["tier"] == "area"
        assert spot["place"] is None
        assert spot["number"] > 1 or (spot["lat"] + 90) % GRID == pytest.approx(GRID / 2)


@pytest.mark.parametrize(
    "query", ["place=Idlib", "actor=x", "words=x", "source=third", "group=child", "changed_from=2025", "assigned=x"]
)
def test_what_would_tell_by_its_answer_cannot_be_asked(client: TestClient, query: str) -> None:
    for path in ("/incidents", "/api/v1/incidents", "/api/v1/map", "/api/v1/chart"):
        assert client.get(f"{path}?{query}").status_code == 400


def test_the_public_can_do_nothing_else(client: TestClient) -> None:
    mark = {"X-CSRF": csrf_of(client)}
    for method, path, act, _ in PAGES:
        if act not in ("look", "open"):
            assert client.request(method, path.replace("{", "").replace("}", ""), headers=mark).status_code == 404, path
    for each in OPERATIONS:
        if each.act != "look":
            path = "/api/v1" + each.path.replace("{", "").replace("}", "")
            assert client.request(each.method, path, headers=mark, json={}).status_code == 404, path


def test_the_page_says_that_something_is_withheld(client: TestClient) -> None:
    page = client.get("/incidents").text
    assert "names and words are withheld" in page
    assert 'href="/review"' not in page
    assert 'name="words"' not in page
