"""``waqai watch``: feeds into the store, pass after pass, politely."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit

import typer

from waqai.cli.add import keep
from waqai.cli.options import NoColor
from waqai.cli.read import Jobs
from waqai.cli.storing import Where
from waqai.cli.web_options import Private, fetching

if TYPE_CHECKING:
    from waqai.ingest.feeds import Feed
    from waqai.ingest.fetch import Fetch
    from waqai.ingest.fetching import Fetched, Known
    from waqai.ingest.watching import Watching
    from waqai.store import Store

_PAUSE = 2.0  # seconds between two requests to one site
_LONGEST = 600.0  # seconds of sleep at a time: a machine that was suspended notices soon
EPILOG = """\b
Examples:
  waqai watch feeds.toml
  waqai watch feeds.toml --once            (from cron)

A list of feeds:
  [[feed]]
  url = "https://example.org/rss.xml"
  outlet = "The agency"     # for items that do not say theirs; so is lang
  lang = "ar"
  every = "30m"             # 5m to 30d; else 1h
  follow = true             # keep the pages that it points at, not its items

What is due, seen and known of each feed is remembered in feeds.watching.json beside the list. A feed that fails is asked
ever more seldom; one that says when to come back is not asked before. May be stopped at any moment.
"""


def watch(
    feeds: Annotated[Path, typer.Argument(metavar="FEEDS", help="The list of feeds, a TOML file.")],
    store: Where = None,
    once: Annotated[bool, typer.Option("--once", help="One pass over the feeds that are due, then stop.")] = False,
    jobs: Jobs = 1,
    private: Private = None,
    no_color: NoColor = False,
) -> None:
    """Poll feeds and keep what is new."""
    from waqai.ingest.feeds import load_feeds
    from waqai.ingest.fetch import Fetcher
    from waqai.store import open_store

    listed = load_feeds(feeds)
    fetch = Paced(Fetcher(fetching(private)).get, _PAUSE)
    with open_store(store) as opened:
        remembered = _Remembered(feeds.with_suffix(".watching.json"), opened.url)
        failed = _pass(opened, listed, remembered, fetch, jobs)
        while not once:
            _sleep_until(remembered.watching.next_due(listed))
            _pass(opened, listed, remembered, fetch, jobs)
    raise typer.Exit(1 if failed else 0)


def _pass(store: Store, listed: tuple[Feed, ...], remembered: _Remembered, fetch: Fetch, jobs: int) -> int:
    """Keep what is new at the feeds that are due; how much failed."""
    from waqai.dating import visible_date
    from waqai.ingest.packing import utc_now
    from waqai.ingest.watch import poll

    now = utc_now()
    due = remembered.watching.due(listed, now)
    if not due:
        return 0
    found = poll(due, remembered.watching, now, fetch, visible_date)
    progress = keep(store, found, jobs, sources=tuple(feed.url for feed in due))
    remembered.save()  # after all is kept: what a kill cuts off is asked for again
    return progress.failed


class _Remembered:
    """The file that holds what is remembered of the feeds, as long as they go into the same store."""

    def __init__(self, path: Path, store: str) -> None:
        from waqai.ingest.watching import Watching, load_watching

        self._path = path
        there = load_watching(path)
        self.watching: Watching = there if there.store == store else Watching(store)

    def save(self) -> None:
        from waqai.ingest.watching import save_watching

        save_watching(self._path, self.watching)


class Paced:
    """Fetches with a pause between two requests to one host."""

    def __init__(self, fetch: Fetch, pause: float, sleep: Callable[[float], None] = time.sleep) -> None:
        self._fetch, self._pause, self._sleep = fetch, pause, sleep
        self._asked: dict[str, float] = {}

    def __call__(self, url: str, known: Known | None = None) -> Fetched:
        """The answer. Raises FetchError."""
        host = urlsplit(url).netloc
        wait = self._asked.get(host, float("-inf")) + self._pause - time.monotonic()
        if wait > 0:
            self._sleep(wait)
        try:
            return self._fetch(url, known)
        finally:
            self._asked[host] = time.monotonic()


def _sleep_until(moment: datetime) -> None:
    from waqai.ingest.packing import utc_now

    while (left := (moment - utc_now()).total_seconds()) > 0:
        time.sleep(min(left, _LONGEST))
