"""Records to JSON text and back, and other small change between rows and records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import islice
from typing import TypeVar

import msgspec

_T = TypeVar("_T")
_MANY = 500  # ids in one IN (...)


def now() -> str:
    """The present moment, UTC, ISO 8601 with seconds."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def to_text(value: object) -> str:
    """JSON text of a record or of plain values."""
    return msgspec.json.encode(value).decode()


def from_text(text: str, kind: type[_T]) -> _T:
    """The record of that kind out of its JSON text."""
    return msgspec.json.decode(text, type=kind)


def in_chunks(values: Iterable[_T], size: int = _MANY) -> Iterator[list[_T]]:
    """Lists of at most ``size``."""
    iterator = iter(values)
    while chunk := list(islice(iterator, size)):
        yield chunk
