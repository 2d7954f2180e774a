"""Watching feeds: one pass over those that are due. Nothing sleeps here; who calls it decides when the next pass is."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from waqai.errors import InputError
from waqai.ingest.feed import links
from waqai.ingest.feeds import Feed
from waqai.ingest.fetch import Fetch
from waqai.ingest.fetching import Fetched, FetchError, Known
from waqai.ingest.naming import Names
from waqai.ingest.outcome import DateReader, Found, Origin
from waqai.ingest.rows import day
from waqai.ingest.watching import Memory, Watching
from waqai.ingest.web import answered, kind_of, read_answer
from waqai.model.capture import Gathered

PAGES = 20  # that one pass fetches for one feed; what is left is for the next
_SOON = timedelta(minutes=5)
_LONGEST = timedelta(days=1)
_PATIENCE = timedelta(days=7)  # that a server may ask for
_GONE = timedelta(days=30)
_BUSY = frozenset({429, 503})


def poll(
    feeds: tuple[Feed, ...], watching: Watching, now: datetime, fetch: Fetch, read_date: DateReader | None = None
) -> Iterator[Found]:
    """What is new at the feeds that are due. ``watching`` learns of a feed when all that it gave has been taken.

    A feed that fails waits twice as long each time, a day at most; one that says when to come back is not asked before.
    """
    names = Names()
    for feed in watching.due(feeds, now):
        for found in _poll(feed, watching.of(feed), now, fetch, read_date):
            yield from names.name(found) if isinstance(found, Gathered) else (found,)


def _poll(feed: Feed, memory: Memory, now: datetime, fetch: Fetch, read_date: DateReader | None) -> Iterator[Found]:
    origin = Origin(feed.url, lang=feed.lang, outlet=feed.outlet, read_date=read_date)
    try:
        answer = fetch(feed.url, memory.known)
        if feed.follow and kind_of(answer) == "feed":
            left = yield from _pages(answer, feed, origin, memory, fetch)
        else:
            left = False
            yield from () if answer.unchanged else read_answer(answer, origin)
    except FetchError as error:
        yield origin.failure(error.said)
        _wait(memory, feed, now, error)
        return
    memory.failures = 0
    memory.due = now + (min(_SOON, feed.every) if left else feed.every)
    if not answer.unchanged:
        memory.known = Known() if left else answer.known


def _pages(answer: Fetched, feed: Feed, origin: Origin, memory: Memory, fetch: Fetch) -> Generator[Found, None, bool]:
    """The pages that were not fetched before. Were there more than one pass takes? Raises FetchError of a busy site."""
    memory.known = Known()  # until all is taken: a pass that breaks off must see the feed again
    try:
        seen = frozenset(memory.seen)
        fresh = [link for link in links(answer.content, answered(answer, origin)) if link["url"] not in seen]
    except InputError as error:
        yield origin.failure(error.said)
        return False
    for link in fresh[:PAGES]:
        here = replace(origin, path=link["url"], published=day(link.get("published"), None)[0])
        try:
            yield from read_answer(fetch(link["url"]), here)
        except FetchError as error:
            if error.status in _BUSY:
                raise
            yield here.failure(error.said)
        memory.saw(link["url"])
    return len(fresh) > PAGES


def _wait(memory: Memory, feed: Feed, now: datetime, error: FetchError) -> None:
    """Back off, and for as long as the server asks."""
    memory.failures += 1
    backed = min(feed.every * 2 ** min(memory.failures, 10), max(_LONGEST, feed.every))
    asked = min(timedelta(seconds=error.retry_after or 0), _PATIENCE)
    memory.due = now + (_GONE if error.status == 410 else max(backed, asked))
