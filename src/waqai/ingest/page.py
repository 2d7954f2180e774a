"""A web page to a report: the article's paragraphs, its title, outlet, address, and the day it says it was published."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any
from urllib.parse import urlsplit

from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document

from waqai.errors import InputError
from waqai.ingest.charset import declared, decode_as
from waqai.ingest.fetching import fault_of
from waqai.ingest.kinds import too_large
from waqai.ingest.markup import lines, parse
from waqai.ingest.outcome import Found, Item, Origin
from waqai.ingest.packing import HTML, address_of, pack
from waqai.ingest.rows import rows_to_reports
from waqai.messages import say

# Its extensive search takes any date on the page for the page's, a footer's year too.
_DATES = {"extensive_search": False, "original_date": True}
_DATED = re.compile(r"date|time|publish|byline|posted|meta", re.IGNORECASE)
_LONGEST = 200  # characters of a line that may be a byline
_AFTER_TITLE = 8
_STRAY = 100  # bytes to a zero byte at least
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it cannot read, we say
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


def read_page(content: bytes, origin: Origin) -> Iterator[Found]:
    """The report of one page. A page without an article is a failure."""
    if fault := too_large(content, "html"):
        yield origin.failure(fault)
        return
    decoded = decode_as(_without_nul(content), origin.charset or declared(content))
    if decoded.refused:
        yield origin.failure(decoded.refusal)
        return
    if decoded.says:
        yield origin.notice(decoded.says, damage=decoded.damaged_at is not None)
    try:
        tree = parse(decoded.text)
        page = _extract(tree, origin)
    except InputError as error:
        yield origin.failure(error.said)
        return
    row = _row(page, tree, origin)
    address = row["url"] or address_of(origin)
    yield from pack(_items(row, tree, origin), origin, content, HTML, address)


def _without_nul(content: bytes) -> bytes:
    """Stray zero bytes make no page a binary file; browsers pass over them."""
    return content.replace(b"\0", b"") if 0 < content.count(b"\0") * _STRAY < len(content) else content


def _extract(tree: HtmlElement, origin: Origin) -> Document:
    try:
        page = bare_extraction(
            tree, url=origin.url, with_metadata=True, include_comments=False, date_extraction_params=_DATES
        )
    except Exception as error:  # whatever a library of heuristics trips over is this page's failure, not the run's
        raise InputError(say("failure.not_read", detail=f"{type(error).__name__}: {error}")) from error
    if not isinstance(page, Document) or not (page.text or "").strip():
        raise InputError(say("failure.no_article"))
    return page


def _row(page: Document, tree: HtmlElement, origin: Origin) -> dict[str, Any]:
    title = " ".join((page.title or "").split())
    return {
        "title": title,
        "text": _body(page.text or "", title),
        "published": page.date,
        "url": origin.url or _canonical(page.url),
        "outlet": origin.outlet or page.sitename,
        "lang": _language(tree),
        "author": page.author,
    }


def _body(text: str, title: str) -> str:
    """The paragraphs, a blank line between them; the title, if it leads them, is not said twice."""
    paragraphs = [line for line in text.split("\n") if line.strip()]
    if paragraphs and " ".join(paragraphs[0].split()) == title and len(paragraphs) > 1:
        del paragraphs[0]
    return "\n\n".join(paragraphs)


def _canonical(url: str | None) -> str | None:
    """The address that a saved page gives itself, unless it is only its site's."""
    return url if url and not fault_of(url) and urlsplit(url).path.strip("/") else None


def _language(tree: HtmlElement) -> str | None:
    tag = (tree.get("lang") or "").strip().lower().replace("_", "-").split("-")[0]
    return tag if re.fullmatch("[a-z]{2,3}", tag) else None


def _items(row: dict[str, Any], tree: HtmlElement, origin: Origin) -> Iterator[Item]:
    name = row["url"] or PurePath(origin.path).stem
    head = "\n".join(_head(tree, row["title"])) if origin.read_date and not row["published"] else ""
    return rows_to_reports(row, origin, name, head)


def _head(tree: HtmlElement, title: str) -> Iterator[str]:
    """Lines that may show the day of publication: those marked as dates, then those under the title."""
    for element in tree.iter():
        marks = f"{element.get('class')} {element.get('id')} {element.get('itemprop')}" if element.attrib else ""
        if element.tag == "time" or (isinstance(element.tag, str) and _DATED.search(marks)):
            yield from _short(lines(element))[:1]
    shown = lines(tree)
    under = next((at for at, line in enumerate(shown) if title and line.startswith(title[:40])), 0)
    heading = next((at for at, line in enumerate(shown) if at > under and line == title), under)
    yield from _short(shown[heading : heading + _AFTER_TITLE])


def _short(found: list[str]) -> list[str]:
    return [line for line in found if len(line) <= _LONGEST and any(char.isdigit() for char in line)]
