"""An RSS or Atom feed to reports, one an item: its content, or else its summary.

An item is not the page that it points at, which mostly says more: it is called by its link with ``#item``, so that neither
takes the other for an older version of itself.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Container, Iterator
from contextlib import suppress
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

import feedparser

from waqai.errors import InputError
from waqai.ingest.charset import declared, decode_as
from waqai.ingest.fetching import fault_of
from waqai.ingest.kinds import too_large
from waqai.ingest.markup import text_of
from waqai.ingest.outcome import Found, Item, Origin
from waqai.ingest.packing import FEED, address_of, gathered
from waqai.ingest.rows import rows_to_reports
from waqai.messages import say
from waqai.model.record import Report

MAX_ITEMS = 2_000
_DECLARATION = re.compile(r"\A\ufeff?\s*<\?xml[^>]*>")
_MAX_TAGS = 100_000


def read_feed(content: bytes, origin: Origin) -> Iterator[Found]:
    """One capture with the report of every item; items without words of their own are failures."""
    try:
        feed = _parse(content, origin)
    except InputError as error:
        yield origin.failure(error.said)
        return
    if len(feed.entries) > MAX_ITEMS:
        yield origin.notice(say("failure.many_items", number=len(feed.entries), most=MAX_ITEMS), damage=True)
    reports: list[Report] = []
    shared = {link for link, number in Counter(entry.get("link") for entry in feed.entries).items() if number > 1}
    for number, entry in enumerate(feed.entries[:MAX_ITEMS], 1):
        for item in _item(entry, feed.feed, origin.at(number), shared):
            if isinstance(item, Report):
                reports.append(item)
            else:
                yield item
    if not feed.entries:
        yield origin.notice(say("failure.no_items"))
    if reports:
        yield gathered(tuple(_unique(reports)), origin, content, FEED, address_of(origin))


def links(content: bytes, origin: Origin) -> list[dict[str, str]]:
    """What the items point at: ``url``, ``title`` and, where it is said, ``published``. Raises InputError."""
    rows = [_row(entry, "") for entry in _parse(content, origin).entries[:MAX_ITEMS]]
    return [{key: row[key] for key in ("url", "title", "published") if row[key]} for row in rows if row["url"]]


def _parse(content: bytes, origin: Origin) -> Any:
    if fault := too_large(content, "feed"):
        raise InputError(fault)
    if content.count(b"<") > _MAX_TAGS:
        raise InputError(say("failure.many_tags", most=_MAX_TAGS))
    if b"<!ENTITY" in content:
        raise InputError(say("failure.entities"))
    headers = {"content-type": "application/xml; charset=utf-8", "content-location": origin.url or ""}
    try:
        # A stream, never the bytes themselves: those could name a file or an address to fetch.
        feed = feedparser.parse(io.BytesIO(_utf8(content, origin)), response_headers=headers)
    except Exception as error:
        raise InputError(say("failure.bad_feed", detail=f"{type(error).__name__}: {error}"[:280])) from error
    if not feed.get("version") and not feed.entries:
        raise InputError(say("failure.no_feed"))
    return feed


def _utf8(content: bytes, origin: Origin) -> bytes:
    """The same in UTF-8, whatever server and document say of it. Raises InputError when it is no text."""
    decoded = decode_as(content, origin.charset or declared(content))
    if decoded.refused:
        raise InputError(decoded.refusal)
    return _DECLARATION.sub("", decoded.text).encode("utf-8", "replace")


def _item(entry: Any, feed: Any, origin: Origin, shared: Container[str | None]) -> Iterator[Item]:
    outlet = origin.outlet or feed.get("title")
    try:
        row = _row(entry, _words(entry)) | {"outlet": outlet, "lang": _language(entry, feed)}
    except InputError as error:
        yield origin.failure(error.said)
        return
    own = "item" if row["url"] and row["url"] not in shared else entry.get("id") or _plain(entry.get("title", ""))
    yield from rows_to_reports(row, origin, f"{row['url'] or origin.url or outlet or origin.path}#{own}")


def _row(entry: Any, text: str) -> dict[str, Any]:
    link = entry.get("link") or ""
    return {
        "title": _plain(entry.get("title", "")),
        "text": text,
        "published": _day(entry.get("published") or entry.get("updated")),
        "url": None if fault_of(link) else link,
        "author": entry.get("author"),
    }


def _words(entry: Any) -> str:
    """The fullest text that the item carries itself."""
    contents = [part.get("value", "") for part in entry.get("content", ())] + [entry.get("summary", "")]
    return max((text_of(each) for each in contents), key=len)


def _plain(title: str) -> str:
    with suppress(InputError):
        return " ".join(text_of(title).split())
    return ""


def _day(written: str | None) -> str | None:
    """The day as the outlet wrote it, in its own time zone."""
    if not written:
        return None
    with suppress(ValueError, TypeError, IndexError, OverflowError):
        return parsedate_to_datetime(written).date().isoformat()
    with suppress(ValueError):
        return datetime.fromisoformat(written.strip()).date().isoformat()
    return None


def _language(entry: Any, feed: Any) -> str | None:
    tag = str(entry.get("language") or feed.get("language") or "").lower().replace("_", "-").split("-")[0]
    return tag if tag.isalpha() and len(tag) in (2, 3) else None


def _unique(reports: list[Report]) -> list[Report]:
    """The first of those that have one name."""
    return list({report.id: report for report in reversed(reports)}.values())[::-1]
