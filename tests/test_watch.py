"""Watching feeds: what is asked and when, what is remembered, and what feeds.toml may say. No clock runs, nothing sleeps."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from test_gather import RSS, page
from waqai.errors import InputError
from waqai.ingest import Failure, FetchError, Found
from waqai.ingest.feeds import Feed, load_feeds
from waqai.ingest.fetching import Fetched, Known
from waqai.ingest.watch import PAGES, poll
from waqai.ingest.watching import Watching, load_watching, save_watching
from waqai.model.capture import Gathered

NOW = datetime(2025, 7, 22, 8, tzinfo=UTC)
URL = "https://a.example/feed"
HOUR = timedelta(hours=1)


class Web:
    """Answers by address, or errors; keeps what it was asked."""

    def __init__(self, **answers: str | FetchError) -> None:
        self.answers: dict[str, str | FetchError] = dict(answers)
        self.asked: list[str] = []
        self.known: list[Known | None] = []
        self.unchanged = False

    def __call__(self, url: str, known: Known | None = None) -> Fetched:
        self.asked.append(url)
        self.known.append(known)
        answer = self.answers.get(url, FetchError("the server answered 404", 404))
        if isinstance(answer, FetchError):
            raise answer
        status = 304 if self.unchanged and known == Known('"1"') else 200
        return Fetched(
            url, url, status, {"etag": '"1"'}, answer.encode() if status == 200 else b"", "2025-07-22T08:00:00Z"
        )


def web(**more: str | FetchError) -> Web:
    made = Web()
    made.answers |= {URL: RSS, "https://a.example/1": page(), **more}
    return made


def run(feed: Feed, watching: Watching, fetch: Web, now: datetime = NOW) -> list[Found]:
    return list(poll((feed,), watching, now, fetch))


def names(found: list[Found]) -> list[str]:
    return [report.id for each in found if isinstance(each, Gathered) for report in each.reports]


def feed_of(count: int) -> str:
    items = "".join(f"<item><title>x</title><link>https://a.example/{n}</link></item>" for n in range(count))
    return f'<rss version="2.0"><channel><title>x</title>{items}</channel></rss>'


def test_a_feed_is_asked_when_it_is_due_and_not_before() -> None:
    watching, fetch, feed = Watching(), web(), Feed(URL, every=HOUR)
    assert len(run(feed, watching, fetch)) == 1
    assert run(feed, watching, fetch, NOW + HOUR - timedelta(seconds=1)) == []
    assert watching.next_due((feed,)) == NOW + HOUR
    run(feed, watching, fetch, NOW + HOUR)
    assert fetch.asked == [URL, URL]


def test_a_feed_that_has_not_changed_gives_nothing() -> None:
    watching, fetch, feed = Watching(), web(), Feed(URL, every=HOUR)
    run(feed, watching, fetch)
    fetch.unchanged = True
    assert run(feed, watching, fetch, NOW + HOUR) == []
    assert run(feed, watching, fetch, NOW + 2 * HOUR) == []
    assert fetch.known == [Known(), Known('"1"'), Known('"1"')]


def test_what_feeds_toml_says_of_outlet_and_language_holds_for_the_items() -> None:
    (found,) = run(Feed(URL, outlet="وكالتنا", lang="ar"), Watching(), web())
    assert isinstance(found, Gathered)
    assert {report.extra.get("outlet", report.source) for report in found.reports} == {"وكالتنا"}


def test_pages_are_followed_once() -> None:
    watching, fetch, feed = Watching(), web(), Feed(URL, follow=True, every=HOUR)
    assert names(run(feed, watching, fetch)) == ["https://a.example/1"]
    assert names(run(feed, watching, fetch, NOW + HOUR)) == []
    assert fetch.asked == [URL, "https://a.example/1", URL]


def test_a_page_that_cannot_be_had_does_not_stop_the_others() -> None:
    fetch = web(**{URL: feed_of(3), "https://a.example/2": page()})
    found = run(Feed(URL, follow=True), Watching(), fetch)
    assert [type(each) for each in found] == [Failure, Gathered, Gathered]
    assert str(found[0]) == "https://a.example/0: the server answered 404"


def test_a_pass_takes_so_many_pages_and_the_next_one_the_rest() -> None:
    fetch = web(**{URL: feed_of(PAGES + 5)}, **{f"https://a.example/{n}": page() for n in range(PAGES + 5)})
    fetch.unchanged = True
    watching, feed = Watching(), Feed(URL, follow=True, every=HOUR)
    assert len(run(feed, watching, fetch)) == PAGES
    assert watching.next_due((feed,)) == NOW + timedelta(minutes=5)
    assert len(run(feed, watching, fetch, NOW + HOUR)) == 5


def test_a_busy_site_is_left_alone_for_as_long_as_it_asks() -> None:
    fetch = web(**{"https://a.example/1": FetchError("the server answered 429", 429, 7200)})
    watching, feed = Watching(), Feed(URL, follow=True, every=HOUR)
    (failure,) = run(feed, watching, fetch)
    assert str(failure) == f"{URL}: the server answered 429"
    assert watching.next_due((feed,)) == NOW + 2 * HOUR
    fetch.answers["https://a.example/1"] = page()
    assert names(run(feed, watching, fetch, NOW + 2 * HOUR)) == ["https://a.example/1"]


def test_a_feed_that_fails_is_asked_ever_more_seldom_and_as_usual_once_it_answers() -> None:
    watching, fetch, feed = Watching(), web(**{URL: FetchError("no answer in time")}), Feed(URL, every=HOUR)
    now, waits = NOW, []
    for _ in range(6):
        run(feed, watching, fetch, now)
        due = watching.next_due((feed,))
        waits.append((due - now) // HOUR)
        now = due
    assert waits == [2, 4, 8, 16, 24, 24]
    fetch.answers[URL] = RSS
    run(feed, watching, fetch, now)
    assert watching.next_due((feed,)) == now + HOUR


@pytest.mark.parametrize(("asked", "waits"), [(10**9, timedelta(days=7)), (0, 2 * HOUR), (None, 2 * HOUR)])
def test_a_server_cannot_send_the_watcher_away_for_ever(asked: int | None, waits: timedelta) -> None:
    watching, feed = Watching(), Feed(URL, every=HOUR)
    run(feed, watching, web(**{URL: FetchError("busy", 503, asked)}))
    assert watching.next_due((feed,)) == NOW + waits


def test_a_pass_that_breaks_off_is_begun_again() -> None:
    watching, fetch, feed = (
        Watching(),
        web(**{URL: feed_of(2)}, **{f"https://a.example/{n}": page() for n in range(2)}),
        Feed(URL, follow=True),
    )
    fetch.unchanged = True
    broken = poll((feed,), watching, NOW, fetch)
    next(broken)
    next(broken)
    broken.close()  # type: ignore[attr-defined]
    assert names(run(feed, watching, fetch)) == ["https://a.example/1"]


def test_what_is_remembered_is_written_and_read_again(tmp_path: Path) -> None:
    watching, feed = Watching(), Feed(URL, follow=True)
    run(feed, watching, web())
    save_watching(tmp_path / "deep" / "watching.json", watching)
    assert load_watching(tmp_path / "deep" / "watching.json") == watching
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["watching.json"]


def test_nothing_is_remembered_at_first_and_a_damaged_memory_is_said(tmp_path: Path) -> None:
    assert load_watching(tmp_path / "none.json") == Watching()
    (tmp_path / "bad.json").write_text("{")
    with pytest.raises(InputError, match=r"bad.json: not what `waqai watch` remembers"):
        load_watching(tmp_path / "bad.json")


def test_feeds_toml(tmp_path: Path) -> None:
    path = tmp_path / "feeds.toml"
    path.write_text(
        f'# ours\n[[feed]]\nurl = "{URL}"\noutlet = "وكالة"\nlang = "ar"\nevery = "30m"\nfollow = true\n[[feed]]\nurl = "http://b.example"\n',
        "utf-8",
    )
    assert load_feeds(path) == (
        Feed(URL, "وكالة", "ar", timedelta(minutes=30), True),
        Feed("http://b.example", None, None, HOUR, False),
    )


def test_every_problem_of_feeds_toml_is_named_with_its_line_and_field(tmp_path: Path) -> None:
    path = tmp_path / "feeds.toml"
    path.write_text(
        '[[feed]]\nurl = "a.example"\nevery = "1m"\n\n[[feed]]\noutlet = 3\nfollow = "yes"\ncolour = 1\n'
        '[[feed]]\nurl = "http://b.example"\nlang = "Arabic"\n[[feed]]\nurl = "http://b.example"\n'
    )
    with pytest.raises(InputError) as caught:
        load_feeds(path)
    assert str(caught.value).replace(str(path), "feeds.toml").splitlines() == [
        "feeds.toml:2: url: an address that begins with http:// or https://",
        'feeds.toml:3: every: from "5m" to "30d", in minutes, hours or days',
        "feeds.toml:8: colour: not known (there is: url, outlet, lang, every, follow)",
        "feeds.toml:7: follow: true or false",
        "feeds.toml:6: outlet: a text in quotes",
        "feeds.toml:5: url: an address that begins with http:// or https://",
        'feeds.toml:11: lang: a language such as "ar"',
        "feeds.toml:13: url: named before",
    ]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "no [[feed]] in it"),
        ("feed = 3", "no [[feed]] in it"),
        ("feed = [3]", "feed: not a table"),
        ("[[feed]\n", "not TOML"),
        ('[[feed]]\nurl = "http://a.example"\n[other]\n', "other: not known here"),
    ],
)
def test_what_is_no_list_of_feeds_is_said(tmp_path: Path, content: str, says: str) -> None:
    path = tmp_path / "feeds.toml"
    path.write_text(content)
    with pytest.raises(InputError) as caught:
        load_feeds(path)
    assert says in str(caught.value)


def test_a_list_of_feeds_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        load_feeds(tmp_path / "none.toml")
