"""What the tests of the app share: an app over a small record, a client for it, people of a team."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from argon2 import PasswordHasher
from starlette.testclient import TestClient

from stores import put_reports, report, strike
from waqai.store import Store
from waqai.store.accounts import add_account
from waqai.web import Settings, make_app, passwords

BASE = "http://127.0.0.1:8765"
PASSWORD = "correct horse battery"
passwords._hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)  # the tests hash often
XSS = '<img src=x onerror="document.title=1"><script>document.title=2</script>'


def fill(store: Store) -> None:
    """Two strikes, one told by two outlets that differ over its toll; words that would be markup."""
    put_reports(
        store,
        report("a", strike("إدلب"), "first", title="غارة على إدلب"),
        report("b", strike("إدلب", "خمسة"), "second"),
        report("c", strike("حماة", "أربعة", "الأحد") + f"\n{XSS}", "first", title=f"قصف {XSS}"),
    )


@contextmanager
def client_of(store: Store, settings: Settings | None = None) -> Iterator[TestClient]:
    """A browser without a memory of its own before the app."""
    with TestClient(make_app(store, settings), base_url=BASE, follow_redirects=False) as client:
        yield client


def csrf_of(client: TestClient, path: str = "/incidents") -> str:
    """The mark that a page carries for its forms."""
    found = re.search(r'<meta name="csrf" content="(\w+)"', client.get(path).text)
    assert found is not None
    return found[1]


def add_people(store: Store) -> None:
    """One of each role, all with one password."""
    kept = passwords.hashed(PASSWORD)
    with store.writing() as conn:
        for name in ("reader", "reviewer", "admin"):
            add_account(conn, name, name, kept, "test")


def log_in(client: TestClient, name: str, password: str = PASSWORD) -> Any:
    """Log in as a browser does."""
    form = {"csrf": csrf_of(client, "/login"), "name": name, "password": password}
    return client.post("/login", data=form)


def send(client: TestClient, path: str, body: object, csrf: str | None = None) -> Any:
    """What a page's script sends."""
    headers = {"X-CSRF": csrf if csrf is not None else csrf_of(client), "Origin": BASE}
    return client.post(path, json=body, headers=headers)


def ids(client: TestClient, query: str = "") -> list[str]:
    """The incidents of the API's list."""
    return [row["incident"] for row in client.get(f"/api/v1/incidents{query}").json()["items"]]
