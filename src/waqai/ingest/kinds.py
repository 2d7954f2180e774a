"""What kind of thing bytes are: by the file's name, by what the server says, or by how they begin; and who reads it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

from waqai.ingest.outcome import Found, Origin
from waqai.messages import Message, say

Reader = Callable[[bytes, Origin], Iterator[Found]]

_BY_SUFFIX = {
    "text": ".txt .text",
    "markdown": ".md .markdown",
    "json": ".json",
    "jsonl": ".jsonl .ndjson",
    "csv": ".csv .tsv",
    "html": ".html .htm .xhtml",
    "pdf": ".pdf",
    "mail": ".eml",
    "feed": ".xml .rss .atom",
    "warc": ".warc .warc.gz",
}
_KINDS = {suffix: kind for kind, suffixes in _BY_SUFFIX.items() for suffix in suffixes.split()}
SUFFIXES = frozenset(_KINDS)
# A reader and its libraries are loaded when the first file of its kind comes: a text needs none of them.
_READERS = {
    "text": "textfile.read_text",
    "markdown": "textfile.read_markdown",
    "json": "jsonfile.read_json",
    "jsonl": "jsonfile.read_jsonl_bytes",
    "csv": "table.read_table",
    "html": "page.read_page",
    "pdf": "pdf.read_pdf",
    "mail": "mail.read_mail",
    "feed": "feed.read_feed",
    "warc": "warc.read_warc_bytes",
}
# Bytes of one file or answer: more is no page of news and no feed.
LIMITS = {"html": 8_000_000, "feed": 10_000_000, "mail": 50_000_000, "pdf": 100_000_000}
_BY_TYPE = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/pdf": "pdf",
    "message/rfc822": "mail",
    "text/csv": "csv",
    "text/markdown": "markdown",
    "application/json": "json",
    "application/x-ndjson": "jsonl",
    "application/jsonl": "jsonl",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "application/warc": "warc",
    "text/plain": "text",
}
_BEGINS = (
    (re.compile(rb"%PDF-"), "pdf"),
    (re.compile(rb"WARC/[01]\."), "warc"),
    (re.compile(rb"\s*(<\?xml[^>]*>\s*)?(<!--.{0,2000}?-->\s*)*<(rss|feed|rdf:RDF)\b", re.DOTALL), "feed"),
    (
        re.compile(
            rb"\s*(<\?xml[^>]*>\s*)?(<!--.{0,2000}?-->\s*)*<(!doctype\s+html|html|head|body)\b",
            re.DOTALL | re.IGNORECASE,
        ),
        "html",
    ),
)
_HEAD = 4_096
_MARK = b"\xef\xbb\xbf"


def kind_of_name(name: str) -> str | None:
    """``"pdf"`` for ``Report.PDF``; None for a name whose ending says nothing."""
    low = name.lower()
    return next((_KINDS[suffix] for suffix in SUFFIXES if low.endswith(suffix)), None)


def kind_of_bytes(content: bytes, media_type: str = "") -> str | None:
    """The kind by how the bytes begin; where that says nothing, by the media type."""
    head = content[:_HEAD].removeprefix(_MARK)
    begins = next((kind for pattern, kind in _BEGINS if pattern.match(head)), None)
    return begins or _BY_TYPE.get(media_type.partition(";")[0].strip().lower())


def too_large(content: bytes, kind: str) -> Message | None:
    """The reason why so many bytes of that kind are refused; None if they are not."""
    return say("failure.over", most=LIMITS[kind]) if len(content) > LIMITS[kind] else None


def reader(kind: str) -> Reader:
    """The function that turns bytes of that kind into reports."""
    found: Reader = load(_READERS[kind])
    return found


def load(name: str) -> Any:
    """``"page.read_page"``: a function of this package whose libraries are not loaded before they are needed."""
    module, _, function = name.partition(".")
    return getattr(import_module(f"waqai.ingest.{module}"), function)
