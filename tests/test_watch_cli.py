"""``waqai watch`` and ``waqai add`` from the web into a store, end to end against a site on this machine."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from loopback import HOST, Answer, Site, serve
from test_gather import RSS, page
from waqai.cli.main import app
from waqai.cli.watch import Paced
from waqai.ingest.fetching import Fetched, Known

HTML = {"Content-Type": "text/html; charset=utf-8"}


@pytest.fixture
def site() -> Iterator[Site]:
    with serve() as made:
        made.answers |= {
            "/feed": Answer(RSS.replace("https://a.example", made.address).encode(), headers={"ETag": '"1"'}),
            "/1": Answer(page("<time datetime='2025-07-22'></time>").encode(), headers=HTML),
        }
        yield made


@pytest.fixture(autouse=True)
def no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("waqai.cli.watch._PAUSE", 0.0)


@pytest.fixture
def feeds(site: Site, tmp_path: Path) -> Path:
    path = tmp_path / "feeds.toml"
    path.write_text(f'[[feed]]\nurl = "{site.address}/feed"\nfollow = true\n')
    return path


def waqai(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(each) for each in arguments])


def watch(feeds: Path) -> Result:
    return waqai("watch", feeds, "--once", "--store", feeds.with_name("record"), "--allow-private", HOST)


def memory(feeds: Path) -> Path:
    return feeds.with_name("feeds.watching.json")


def forget_when(feeds: Path) -> None:
    """As if the hour were over."""
    said = json.loads(memory(feeds).read_text())
    for each in said["feeds"].values():
        each["due"] = None
    memory(feeds).write_text(json.dumps(said))


def test_a_pass_keeps_what_is_new_and_the_next_asks_for_nothing(site: Site, feeds: Path) -> None:
    first = watch(feeds)
    assert (first.exit_code, first.stdout.split("  ")[0]) == (0, "1 read, 1 new, 0 changed, 0 same, 0 failed")
    asked = len(site.asked)
    assert watch(feeds).stdout == ""
    assert len(site.asked) == asked
    shown = waqai("search", "إدلب", "--store", feeds.with_name("record"))
    assert f"{site.address}/1" in shown.stdout or "إدلب" in shown.stdout


def test_a_page_that_was_fetched_is_not_fetched_again(site: Site, feeds: Path) -> None:
    watch(feeds)
    forget_when(feeds)
    watch(feeds)
    assert site.paths().count("/feed") == 2
    assert site.paths().count("/1") == 1
    assert site.asked[-1][1]["if-none-match"] == '"1"'


def test_another_store_has_seen_nothing(feeds: Path) -> None:
    watch(feeds)
    again = waqai("watch", feeds, "--once", "--store", feeds.with_name("other"), "--allow-private", HOST)
    assert again.stdout.startswith("1 read, 1 new")


def test_a_feed_that_fails_is_listed_and_settled_when_it_answers(site: Site, feeds: Path) -> None:
    answer, site.answers["/feed"] = site.answers["/feed"], Answer(status=503)
    failed = watch(feeds)
    assert failed.exit_code == 1
    assert f"{site.address}/feed: the server answered 503" in failed.stderr
    site.answers["/feed"] = answer
    forget_when(feeds)
    assert watch(feeds).exit_code == 0
    assert "nothing is waiting" in waqai("retry", "--store", feeds.with_name("record")).stderr


def test_private_addresses_are_refused_unless_allowed(site: Site, feeds: Path) -> None:
    refused = waqai("watch", feeds, "--once", "--store", feeds.with_name("record"))
    assert "not a public address" in refused.stderr
    assert site.asked == []


def test_a_list_of_feeds_with_problems_stops_before_anything_is_fetched(feeds: Path) -> None:
    feeds.write_text('[[feed]]\nurl = 3\n[[feed]]\nevery = "2s"\n')
    result = watch(feeds)
    assert result.exit_code == 1
    assert f"{feeds}:2: url: a text in quotes" in str(result.exception)
    assert not feeds.with_name("record").exists()


def test_add_follows_a_feed_when_asked_and_items_and_pages_do_not_replace_each_other(
    site: Site, tmp_path: Path
) -> None:
    store = ("--store", tmp_path / "record", "--allow-private", HOST)
    assert waqai("add", f"{site.address}/feed", *store).stdout.startswith("2 read, 2 new")
    assert waqai("add", f"{site.address}/feed", "--follow", *store).stdout.startswith("1 read, 1 new")
    assert waqai("add", f"{site.address}/feed", *store).stdout.startswith("2 read, 0 new, 0 changed, 2 same")


def test_between_two_requests_to_one_host_there_is_a_pause() -> None:
    slept: list[float] = []

    def fetch(url: str, known: Known | None = None) -> Fetched:
        return Fetched(url, url, 200, {}, b"", "")

    paced = Paced(fetch, 1000.0, slept.append)
    for url in ("https://a.example/1", "https://b.example/1", "https://a.example/2"):
        paced(url)
    assert [round(each, -1) for each in slept] == [1000.0]
