"""Reports with the bytes they were read from, under an address that stays the same at a recapture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from waqai.ingest.outcome import Found, Item, Origin
from waqai.model.capture import Capture, Gathered
from waqai.model.record import Report

PLAIN, MARKDOWN, HTML, PDF, MAIL = "text/plain", "text/markdown", "text/html", "application/pdf", "message/rfc822"
JSON, CSV, FEED = "application/json", "text/csv", "application/xml"


def pack(items: Iterable[Item], origin: Origin, content: bytes, media_type: str, address: str) -> Iterator[Found]:
    """Each report with ``content`` as its capture; notices and failures as they are."""
    for item in items:
        yield gathered((item,), origin, content, media_type, address) if isinstance(item, Report) else item


def gathered(reports: tuple[Report, ...], origin: Origin, content: bytes, media_type: str, address: str) -> Gathered:
    """One capture with its reports."""
    return Gathered(Capture(address, content, media_type, origin.retrieved, dict(origin.headers)), reports)


def address_of(origin: Origin) -> str:
    """Of a whole document: its URL, or else its path."""
    return origin.url or origin.path


def row_address(row: Any, origin: Origin, number: int) -> str:
    """Of one row: its URL, else outlet and id, else its place in the file."""
    if not isinstance(row, Mapping):
        return f"{origin.path}#{number}"
    if row.get("url"):
        return str(row["url"])
    name = row.get("id")
    if name and row.get("outlet"):
        return f"{row['outlet']}:{name}"
    return f"{origin.path}#{name or number}"


def utc_now() -> datetime:
    """The clock."""
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """UTC as ISO 8601 with seconds: ``2025-07-22T08:00:00Z``."""
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
