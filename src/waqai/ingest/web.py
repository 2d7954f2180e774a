"""An address of the web to the reports found there: a page, a feed, a file; a feed's links if asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from email.message import Message

from waqai.errors import InputError
from waqai.ingest.feed import links
from waqai.ingest.fetch import Fetch, Fetcher
from waqai.ingest.fetching import Fetched, FetchError, Fetching
from waqai.ingest.kinds import kind_of_bytes, kind_of_name, reader
from waqai.ingest.outcome import Found, Origin
from waqai.ingest.rows import day
from waqai.messages import say


class Web:
    """What is on the web, asked under one set of limits; what a site's robots.txt says is asked once a run."""

    def __init__(self, fetching: Fetching) -> None:
        self._fetching = fetching
        self._fetch = Fetcher(fetching).get

    def read(self, url: str, origin: Origin) -> Iterator[Found]:
        """What is at ``url``; if asked to follow, the pages that a feed points at instead of its items."""
        try:
            answer = self._fetch(url)
        except FetchError as error:
            yield replace(origin, path=url).failure(error.said)
            return
        if self._fetching.follow and kind_of(answer) == "feed":
            yield from _follow(answer, origin, self._fetch, self._fetching.max_followed)
        else:
            yield from read_answer(answer, origin)


def read_answer(answer: Fetched, origin: Origin) -> Iterator[Found]:
    """The reports in an answer, under the address that was asked for."""
    kind = kind_of(answer)
    here = answered(answer, origin)
    if not answer.content:
        yield here.failure(say("failure.empty_page"))
    elif kind is None:
        yield here.failure(say("failure.no_kind", type=answer.headers.get("content-type", "no type")[:80]))
    else:
        yield from reader(kind)(answer.content, here)


def answered(answer: Fetched, origin: Origin) -> Origin:
    """``origin`` with what the answer says of itself."""
    headers = dict(answer.headers) | ({":url": answer.final} if answer.final != answer.url else {})
    return replace(
        origin,
        path=answer.url,
        url=answer.url,
        charset=_charset(answer.headers),
        headers=headers,
        retrieved=answer.retrieved,
    )


def kind_of(answer: Fetched) -> str | None:
    """By how it begins, by what the server says, by the end of its address."""
    name = answer.final.partition("?")[0]
    return kind_of_bytes(answer.content, answer.headers.get("content-type", "")) or kind_of_name(name)


def _follow(answer: Fetched, origin: Origin, fetch: Fetch, at_most: int) -> Iterator[Found]:
    try:
        found = links(answer.content, answered(answer, origin))
    except InputError as error:
        yield answered(answer, origin).failure(error.said)
        return
    if len(found) > at_most:
        yield replace(origin, path=answer.url).notice(say("failure.many_pages", number=len(found), most=at_most))
    for link in found[:at_most]:
        yield from _page(link, origin, fetch)


def _page(link: Mapping[str, str], origin: Origin, fetch: Fetch) -> Iterator[Found]:
    """The page that an item points at. Where the page has no date, the item's holds."""
    here = replace(origin, path=link["url"], published=day(link.get("published"), origin.published)[0])
    try:
        answer = fetch(link["url"])
    except FetchError as error:
        yield here.failure(error.said)
        return
    yield from read_answer(answer, here)


def _charset(headers: Mapping[str, str]) -> str | None:
    message = Message()
    message["content-type"] = headers.get("content-type", "")
    found = message.get_param("charset")
    return found if isinstance(found, str) else None
