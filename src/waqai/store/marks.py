"""Marks of pages: where a page ended, as text that fits into an address."""

from __future__ import annotations

import base64
import binascii

import msgspec

from waqai.errors import StoreError
from waqai.messages import say


def write_mark(value: str | int, name: str) -> str:
    """The mark of a row: what it is sorted by, and its id."""
    return base64.urlsafe_b64encode(msgspec.json.encode([value, name])).decode().rstrip("=")


def read_mark(mark: str) -> tuple[str | int, str]:
    """What a mark holds. Raises StoreError when it is none."""
    try:
        padded = mark + "=" * (-len(mark) % 4)
        return msgspec.json.decode(base64.urlsafe_b64decode(padded), type=tuple[str | int, str])
    except (binascii.Error, ValueError, msgspec.MsgspecError) as error:
        raise StoreError(say("error.no_mark", mark=mark)) from error
