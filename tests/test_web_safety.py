"""What must not happen, one test a danger; the items are those of a public pentest of a comparable platform (BAY-01)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.testclient import TestClient

from stores import put_reports, report, strike
from waqai.store import Store
from waqai.web import Settings, make_app
from waqai.web.call import local
from waqai.web.passwords import Throttle
from waqai.web.refusal import Refusal
from web_desk import XSS, client_of, csrf_of, ids, send


@pytest.fixture
def client(desk: Store) -> Iterator[TestClient]:
    with client_of(desk) as made:
        yield made


def test_a_name_that_is_not_ours_is_refused_so_that_dns_cannot_be_rebound(client: TestClient) -> None:
    for host in ("evil.example", "127.0.0.1.evil.example", "evil.example:8765", ""):
        assert client.get("/incidents", headers={"Host": host}).status_code == 421
    for host in ("localhost", "LOCALHOST:1", "127.0.0.1:9", "[::1]:8765"):
        assert client.get("/incidents", headers={"Host": host}).status_code == 200


def test_another_site_changes_nothing(client: TestClient) -> None:
    one, other = ids(client)
    csrf = csrf_of(client)
    for headers in (
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ):
        answer = client.post("/api/v1/merges", json={"one": one, "other": other}, headers={"X-CSRF": csrf} | headers)
        assert (answer.status_code, answer.json()["error"]["code"]) == (403, "cross_site")
    assert len(ids(client)) == 2


def test_a_browser_without_the_mark_of_a_page_changes_nothing(client: TestClient) -> None:
    one, other = ids(client)
    for csrf in ("", "0" * 64):
        answer = send(client, "/api/v1/merges", {"one": one, "other": other}, csrf=csrf)
        assert (answer.status_code, answer.json()["error"]["code"]) == (403, "no_csrf")
    assert client.post("/add", data={"text": "x"}).status_code == 403


def test_a_plain_form_cannot_speak_json(client: TestClient) -> None:
    body = b'{"one": "a", "other": "b"}'
    assert client.post("/api/v1/merges", content=body, headers={"Content-Type": "text/plain"}).status_code == 403


def test_a_program_on_this_machine_needs_no_mark(client: TestClient) -> None:
    one, other = ids(client)
    assert client.post("/api/v1/merges", json={"one": one, "other": other}).status_code == 200


def test_every_answer_shuts_the_browser_in(client: TestClient) -> None:
    for path in ("/incidents", "/api/v1/incidents", "/static/app.css", "/nowhere", "/api/v1/nowhere"):
        headers = client.get(path).headers
        assert "default-src 'self'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
    assert client.get("/incidents").headers["cache-control"] == "no-store"


def test_markup_in_reports_stays_text_on_every_page(client: TestClient, desk: Store) -> None:  # BAY-01-008, 034, 039
    incident = ids(client, "?place=Hama")[0]
    version = client.get(f"/api/v1/incidents/{incident}").json()["item"]["sightings"][0]["report"]
    seen = {"incident": incident, "revision": 0}
    assert send(client, "/api/v1/reviews", {"incidents": [seen], "state": "needs_work", "note": XSS}).status_code == 200
    paths = ("/incidents", f"/incidents/{incident}", f"/incidents/{incident}/sheet", f"/reports/{version}", "/review")
    for path in (*paths, "/search?words=script", "/decisions"):
        text = client.get(path).text
        assert "<img" not in text
        assert "document.title=2</script>" not in text.replace("&lt;/script&gt;", "")


def test_formulas_are_no_formulas_in_a_spreadsheet(desk: Store) -> None:  # BAY-01-024
    put_reports(desk, report("a", strike("إدلب"), outlet="=HYPERLINK(1)"))
    with client_of(desk) as client:
        rows = list(csv.reader(io.StringIO(client.get("/export/claims-csv").text)))
    cells = [cell for row in rows for cell in row]
    assert any("HYPERLINK" in cell for cell in cells)
    assert not [
        cell
        for cell in cells
        if cell.startswith(("=", "+", "-", "@")) and not cell.lstrip("+-").replace(".", "").isdigit()
    ]


@pytest.mark.parametrize("name", ["../../../etc/passwd", "..\\..\\x.txt", "/etc/passwd", "a\x00.txt", ".", ""])
def test_the_name_of_a_file_that_is_sent_leads_nowhere(client: TestClient, name: str) -> None:  # BAY-01-004, 020
    files = {"files": (name or "x", "قصفت الطائرات الحربية مدينة درعا.".encode())}
    answer = client.post("/add", data={"csrf": csrf_of(client)}, files=files)
    assert answer.status_code == 303
    client.app.state.site.jobs.close()  # type: ignore[attr-defined]
    job = client.get(answer.headers["location"].replace("/add/", "/api/v1/jobs/")).json()["item"]
    assert job["state"] == "done"
    assert "passwd" not in str(job["failures"]) or "upload:" in str(job["failures"])


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://x", "//127.0.0.1", "C:\\x"])
def test_only_addresses_of_the_web_are_fetched(client: TestClient, url: str) -> None:  # BAY-01-014, 025
    answer = send(client, "/api/v1/reports", {"url": url})
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "bad_url")


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:1/", "http://localhost/", "http://[::1]/", "http://169.254.169.254/"]
)
def test_nothing_inside_the_network_is_fetched(client: TestClient, url: str) -> None:
    job = send(client, "/api/v1/reports", {"url": url}).json()["item"]["id"]
    client.app.state.site.jobs.close()  # type: ignore[attr-defined]
    done = client.get(f"/api/v1/jobs/{job}").json()["item"]
    assert (done["new"], len(done["failures"])) == (0, 1)


def test_too_much_is_refused_before_it_is_read(desk: Store) -> None:
    with client_of(desk, Settings(upload=5000)) as client:
        csrf = csrf_of(client)
        large = client.post("/add", data={"csrf": csrf, "text": "x" * 6000})
        assert large.status_code == 413

        def endless() -> Iterator[bytes]:
            yield from (b"x" * 1000 for _ in range(20))

        headers = {"X-CSRF": csrf, "Content-Type": "application/json"}
        assert client.post("/api/v1/reports", content=endless(), headers=headers).status_code == 413


@pytest.mark.parametrize(
    "query",
    [
        "from=yesterday", "min_killed=-1", "min_killed=1e3", "min_killed=true", "box=1,2,3", "box=a,b,c,d", "box=1,nan,3,4",
        "disputed=maybe", "from=2025-01-01&from=2025-01-02", "words=%00", "limit=0", "limit=1001", "order=random", "after=!",
        f"words={'x' * 1001}", "__proto__=1",
    ],
)  # fmt: skip
def test_parameters_are_what_they_should_be_or_refused(client: TestClient, query: str) -> None:  # BAY-01-035..042
    answer = client.get(f"/api/v1/incidents?{query}")
    assert answer.status_code == 400, answer.text
    assert answer.json()["ok"] is False


@pytest.mark.parametrize(
    "body",
    [
        b"{", b"[]", b'{"one": 1, "other": "b"}', b'{"one": "a"}', b'{"one": "a", "other": "b", "more": 1}', b"\xff",
        b'{"one": "a", "other": "b", "why": "' + b"x" * 3000 + b'"}',
    ],
)  # fmt: skip
def test_bodies_are_what_they_should_be_or_refused(client: TestClient, body: bytes) -> None:
    answer = client.post("/api/v1/merges", content=body, headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "bad_body")


def test_a_number_is_no_yes(client: TestClient) -> None:  # BAY-01-040: a flag taken for a number
    body = {"incidents": [{"incident": ids(client)[0], "revision": True}], "state": "reviewed"}
    assert send(client, "/api/v1/reviews", body).status_code == 400


def test_sql_in_a_filter_is_only_words(client: TestClient) -> None:
    for query in ("place=' OR 1=1 --", "kind=x') UNION SELECT 1", 'words="; DROP TABLE claim; --'):
        answer = client.get(f"/api/v1/incidents?{query}")
        assert (answer.status_code, answer.json()["items"]) == (200, [])


@pytest.mark.parametrize(
    "address", ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:x", "/a\nb", ""]
)
def test_nobody_is_sent_away(client: TestClient, address: str) -> None:
    assert local(address) == "/"
    answer = client.post("/screen", data={"csrf": csrf_of(client), "back": address})
    assert answer.headers["location"] == "/"


def test_pages_and_api_have_no_way_to_take_away_what_was_kept(client: TestClient) -> None:
    incident = ids(client)[0]
    for path in (f"/api/v1/incidents/{incident}", f"/incidents/{incident}", "/api/v1/decisions"):
        for method in ("DELETE", "PUT", "PATCH"):
            assert client.request(method, path, headers={"X-CSRF": csrf_of(client)}).status_code in (404, 405)


def test_who_guesses_waits_longer_each_time(desk: Store) -> None:  # BAY-01-007
    now = [0.0]
    brake, of_another_process = Throttle(desk, lambda: now[0]), Throttle(desk, lambda: now[0])

    def wait() -> int:
        """Seconds until the next try, which fails."""
        try:
            of_another_process.begin("name:x", "from:y")
        except Refusal as error:
            seconds = int(error.detail["retry_after"])  # type: ignore[index]
        else:
            return 0
        now[0] += seconds
        brake.begin("name:x")
        return seconds

    waits = [wait() for _ in range(9)]
    assert waits[:5] == [0] * 5
    assert waits[5:] == sorted(waits[5:])
    assert waits[-1] >= 4 * waits[5]
    brake.succeeded("name:x")
    of_another_process.begin("name:x")


def test_many_guesses_at_once_are_counted_one_by_one(desk: Store) -> None:
    brake = Throttle(desk, lambda: 0.0)

    def guess(_: int) -> bool:
        try:
            brake.begin("name:x")
        except Refusal:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(guess, range(24))) == 5


def test_a_failure_of_the_app_tells_nothing_of_itself(desk: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("secret/path")

    monkeypatch.setattr("waqai.store.chart", fail)
    with TestClient(make_app(desk), base_url="http://127.0.0.1", raise_server_exceptions=False) as client:
        answer = client.get("/api/v1/chart")
        assert (answer.status_code, answer.json()["error"]["code"]) == (500, "internal")
        page = client.get("/incidents")
        assert page.status_code == 500
        assert "secret" not in answer.text + page.text
