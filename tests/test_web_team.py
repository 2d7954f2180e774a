"""A team: who comes in, what each role and each token may, and that nobody sees what is somebody else's."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from waqai.cli.serve import first_admin
from waqai.errors import Conflict, Missing
from waqai.store import Store, backup, open_store
from waqai.store.accounts import accounts, add_account, set_account
from waqai.web import Settings, make_app
from waqai.web.api.routes import OPERATIONS
from waqai.web.pages.table import PAGES
from waqai.web.passwords import hashed
from web_desk import BASE, PASSWORD, client_of, csrf_of, log_in, send

TEAM = Settings(team=True)


@pytest.fixture
def client(desk: Store) -> Iterator[TestClient]:
    with client_of(desk, TEAM) as made:
        yield made


def other(client: TestClient) -> TestClient:
    """Another browser before the same app."""
    return TestClient(client.app, base_url=BASE, follow_redirects=False)


def incident_of(client: TestClient) -> str:
    return str(client.get("/api/v1/incidents").json()["items"][0]["incident"])


def token_for(client: TestClient, *scopes: str) -> dict[str, str]:
    form = {"csrf": csrf_of(client, "/mine"), "name": "program", "scope": list(scopes), "days": "1"}
    found = re.search(r"waqai_[\w-]+", client.post("/tokens", data=form).text)
    assert found is not None
    return {"Authorization": f"Bearer {found[0]}"}


def test_who_is_not_known_gets_nothing(client: TestClient) -> None:
    closed = [(method, path) for method, path, act, _ in PAGES if act != "open"]
    for method, path in closed:
        address = re.sub(r"{\w+}", "x", path)
        answer = (
            client.get(address) if method == "GET" else client.post(address, data={"csrf": csrf_of(client, "/login")})
        )
        assert answer.status_code in (303, 401), address
        assert answer.headers.get("location", "/login").startswith("/login")
    for each in OPERATIONS:
        answer = client.request(
            each.method, "/api/v1" + re.sub(r"{\w+}", "x", each.path), headers={"X-CSRF": csrf_of(client, "/login")}
        )
        assert (answer.status_code, answer.json()["error"]["code"]) == (401, "unauthorized"), each.path
        assert answer.headers["www-authenticate"] == "Bearer"


def test_logging_in_leads_to_where_one_wanted_to_go(client: TestClient) -> None:
    asked = client.get("/incidents?kind=air_strike")
    assert asked.headers["location"] == "/login?next=%2Fincidents%3Fkind%3Dair_strike"
    answer = log_in(client, "reader")
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert client.get("/incidents").status_code == 200


def test_over_https_cookies_travel_over_nothing_else(desk: Store) -> None:
    with TestClient(make_app(desk, Settings(team=True, secure=True)), base_url=BASE, follow_redirects=False) as client:
        assert "Secure" in log_in(client, "reader").headers["set-cookie"]


def test_a_wrong_name_and_a_wrong_password_look_alike(client: TestClient) -> None:
    wrong = log_in(client, "reader", "wrong password!")
    nobody = log_in(client, "nobody", "wrong password!")
    assert wrong.status_code == nobody.status_code == 401
    assert [line for line in wrong.text.splitlines() if "notice" in line] == [
        line for line in nobody.text.splitlines() if "notice" in line
    ]


def test_guessing_is_braked(client: TestClient) -> None:  # BAY-01-007
    for _ in range(5):
        log_in(client, "reader", "wrong password!")
    answer = log_in(client, "reader")
    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) >= 1


@pytest.mark.parametrize(
    ("name", "may"),
    [("reader", {"look", "read", "export", "own"}), ("reviewer", {"look", "read", "export", "own", "review", "add"})],
)
def test_each_role_may_what_it_should_and_no_more(client: TestClient, name: str, may: set[str]) -> None:  # BAY-01-011
    log_in(client, name)
    for method, path, act, _ in PAGES:
        if method == "GET" and "{" not in path and act != "open":
            expected = 200 if act in may else 404 if act == "people" else 403
            assert client.get(path).status_code == expected, path
    for each in OPERATIONS:
        if each.act not in may and each.method == "POST":
            assert send(client, f"/api/v1{each.path}", {}).status_code == 403, each.path


def test_a_reader_cannot_review_merge_or_assign(client: TestClient) -> None:  # BAY-01-002, 022
    log_in(client, "reader")
    seen = [{"incident": incident_of(client), "revision": 0}]
    assert send(client, "/api/v1/reviews", {"incidents": seen, "state": "final"}).status_code == 403
    assert send(client, "/api/v1/assignments", {"incidents": seen, "who": "reader"}).status_code == 403
    assert client.get(f"/incidents/{seen[0]['incident']}/sheet").status_code == 403


def test_somebody_elses_views_jobs_and_tokens_do_not_exist(
    client: TestClient, desk: Store
) -> None:  # BAY-01-001, 003, 015, 026
    log_in(client, "reviewer")
    view = send(client, "/api/v1/views", {"name": "mine", "query": "kind=clash"}).json()["item"]["id"]
    job = send(client, "/api/v1/reports", {"text": "قصفت الطائرات الحربية مدينة درعا."}).json()["item"]["id"]
    token_for(client, "read")
    token = re.search(r"/tokens/(t[\w-]+)/revoke", client.get("/mine").text)
    assert token is not None
    with other(client) as second:
        log_in(second, "reader")
        mark = {"X-CSRF": csrf_of(second)}
        assert view not in second.get("/mine").text
        assert second.delete(f"/api/v1/views/{view}", headers=mark).status_code == 404
        assert second.post(f"/views/{view}/forget", headers=mark).status_code == 404
        assert second.post(f"/tokens/{token[1]}/revoke", headers=mark).status_code == 404
        log_in(second, "admin")
        assert second.get(f"/api/v1/jobs/{job}").status_code == 200
        with desk.writing() as conn:
            add_account(conn, "fourth", "reviewer", hashed(PASSWORD), "test")
        log_in(second, "fourth")
        theirs, none = (second.get(f"/api/v1/jobs/{name}") for name in (job, "none"))
        assert theirs.status_code == none.status_code == 404
    client.app.state.site.jobs.close()  # type: ignore[attr-defined]


def test_in_a_team_nobody_makes_final_what_nobody_else_has_read(client: TestClient) -> None:
    incident = incident_of(client) if log_in(client, "reviewer") else ""

    def decide(browser: TestClient, state: str, revision: int) -> int:
        body = {"incidents": [{"incident": incident, "revision": revision}], "state": state}
        return int(send(browser, "/api/v1/reviews", body).status_code)

    assert decide(client, "reviewed", 0) == 200
    assert decide(client, "final", 1) == 400
    with other(client) as second:
        log_in(second, "admin")
        assert decide(second, "second_read", 1) == 200
        assert decide(second, "final", 2) == 200


def test_a_token_may_only_what_its_scopes_say(client: TestClient) -> None:
    log_in(client, "admin")
    reading = token_for(client, "read")
    with other(client) as program:
        assert program.get("/api/v1/incidents", headers=reading).status_code == 200
        body = {"incidents": [{"incident": "x", "revision": 0}], "state": "final"}
        assert program.post("/api/v1/reviews", json=body, headers=reading).status_code == 403
        assert program.get("/api/v1/exports/csv", headers=reading).status_code == 403
        assert program.get("/people", headers=reading).status_code == 404
        assert program.get("/api/v1/views", headers=reading).status_code == 403
        for wrong in ("Bearer waqai_wrong", "Bearer ", "Basic x"):
            assert program.get("/api/v1/incidents", headers={"Authorization": wrong}).status_code == 401


def test_a_token_that_was_taken_back_ends_at_once(client: TestClient) -> None:
    log_in(client, "reviewer")
    token = token_for(client, "read")
    found = re.search(r"/tokens/(t[\w-]+)/revoke", client.get("/mine").text)
    assert found is not None
    with other(client) as program:
        assert program.get("/api/v1/incidents", headers=token).status_code == 200
        client.post(f"/tokens/{found[1]}/revoke", data={"csrf": csrf_of(client)})
        assert program.get("/api/v1/incidents", headers=token).status_code == 401


def test_a_token_needs_a_scope(client: TestClient) -> None:
    log_in(client, "reader")
    form = {"csrf": csrf_of(client, "/mine"), "name": "x", "days": "1"}
    assert client.post("/tokens", data=form).status_code == 400
    assert client.post("/tokens", data=form | {"scope": "everything"}).status_code == 400


def test_shutting_an_account_ends_its_sessions_and_tokens(client: TestClient, desk: Store) -> None:  # BAY-01-016
    log_in(client, "reviewer")
    token = token_for(client, "read")
    with desk.writing() as conn:
        set_account(conn, "reviewer", "admin", disabled=True)
    assert client.get("/incidents").status_code == 303
    with other(client) as program:
        assert program.get("/api/v1/incidents", headers=token).status_code == 401
        assert log_in(program, "reviewer").status_code == 401


def test_one_admin_has_to_stay(desk: Store) -> None:
    with desk.writing() as conn, pytest.raises(Conflict, match="only admin"):
        set_account(conn, "admin", "admin", role="reader")


def test_the_first_admin_joins_by_a_link_that_works_once(empty_file: Path, tmp_path: Path) -> None:  # BAY-01-005
    with open_store(shutil.copy(empty_file, tmp_path / "record.waqai")) as fresh:
        link = first_admin(fresh)
        with client_of(fresh, TEAM) as client:
            form = {"csrf": csrf_of(client, f"/join/{link}"), "name": "رنا", "password": "short"}
            assert client.post(f"/join/{link}", data=form).status_code == 400
            joined = client.post(f"/join/{link}", data=form | {"password": PASSWORD})
            assert (joined.status_code, joined.headers["location"]) == (303, "/")
            assert client.get("/people").status_code == 200
            assert client.get(f"/join/{link}").status_code == 404
        assert first_admin(fresh) is None
        with fresh.reading() as conn:
            assert [(each.name, each.role) for each in accounts(conn)] == [("رنا", "admin")]


def test_an_admin_lets_others_in_with_a_role(client: TestClient) -> None:
    log_in(client, "admin")
    page = client.post("/people", data={"csrf": csrf_of(client), "role": "reader"}).text
    found = re.search(r"/join/([\w-]+)", page)
    assert found is not None
    with other(client) as guest:
        form = {"csrf": csrf_of(guest, f"/join/{found[1]}"), "name": "new", "password": PASSWORD, "role": "admin"}
        guest.post(f"/join/{found[1]}", data=form)
        assert guest.get("/incidents").status_code == 200
        assert guest.get("/people").status_code == 404


def test_a_password_is_changed_by_who_knows_it_and_every_session_ends(client: TestClient) -> None:
    log_in(client, "reader")
    with other(client) as second:
        log_in(second, "reader")
        form = {"csrf": csrf_of(client), "old": "wrong", "new": "another long password"}
        assert client.post("/password", data=form).status_code == 403
        assert client.post("/password", data=form | {"old": PASSWORD}).status_code == 303
        assert client.get("/incidents").status_code == 200
        assert second.get("/incidents").status_code == 303


def test_no_secret_is_kept_in_clear(client: TestClient, desk: Store, tmp_path: Path) -> None:
    log_in(client, "reviewer")
    session = client.cookies["waqai_session"]
    token = token_for(client, "read")["Authorization"].removeprefix("Bearer ")
    backup(desk, tmp_path / "backup.waqai")
    for path in (desk.url, f"{desk.url}-wal", str(tmp_path / "backup.waqai")):
        content = Path(path).read_bytes()
        assert not [secret for secret in (session, token, PASSWORD) if secret.encode() in content]


def test_changes_of_accounts_are_in_the_book(client: TestClient) -> None:
    log_in(client, "admin")
    form = {"csrf": csrf_of(client), "role": "reviewer"}
    client.post("/people/reader", data=form)
    first = client.get("/api/v1/decisions").json()["items"][0]
    assert (first["by"], first["action"], first["subject"]) == ("admin", "account", "reader")
    assert (first["before"]["role"], first["after"]["role"]) == ("reader", "reviewer")


def test_where_nobody_logs_in_there_is_no_door(desk: Store) -> None:
    with client_of(desk) as client:
        assert client.get("/login").status_code == 404
        assert client.get("/join/x").status_code == 404


def test_an_unknown_invitation_is_missing(desk: Store) -> None:
    from waqai.store.accounts import invited

    with desk.reading() as conn, pytest.raises(Missing):
        invited(conn, "none")


def test_an_invitation_can_be_withdrawn_until_it_is_used(desk: Store) -> None:
    with client_of(desk, TEAM) as client, client_of(desk, TEAM) as guest:
        log_in(client, "admin")
        page = client.post("/people", data={"csrf": csrf_of(client), "role": "reader"}).text
        link = re.search(r"/join/([\w-]+)", page)
        withdraw = re.search(r'action="(/invitations/\w+/withdraw)"', page)
        assert link is not None
        assert withdraw is not None
        assert link[1] not in withdraw[1]
        assert guest.get(link[0]).status_code == 200
        assert client.post(withdraw[1], data={"csrf": csrf_of(client)}).status_code == 303
        assert guest.get(link[0]).status_code == 404
        assert client.post(withdraw[1], data={"csrf": csrf_of(client)}).status_code == 404
        assert "/withdraw" not in client.get("/people").text
        booked = [each["action"] for each in client.get("/api/v1/decisions").json()["items"]][:2]
        assert booked == ["withdraw", "invite"]


def test_only_admins_withdraw_invitations(desk: Store) -> None:
    with client_of(desk, TEAM) as client:
        log_in(client, "reviewer")
        assert client.post("/invitations/none/withdraw", data={"csrf": csrf_of(client)}).status_code == 404
