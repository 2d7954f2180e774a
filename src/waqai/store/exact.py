"""A column type for text that comes out exactly as it went in, whatever characters it has, on every database."""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import Text
from sqlalchemy.types import TypeDecorator

_ESCAPE = "\x1a"  # U+001A SUBSTITUTE, which a text hardly ever has
_OUT = re.compile("[\x00\x1a]")
_IN = re.compile("\x1a([01])")


class Exact(TypeDecorator[str]):
    """Text. PostgreSQL has no U+0000, and real reports have: it is written as U+001A "0", and U+001A as U+001A "1"."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Any) -> str | None:
        """Into the database."""
        if value is None or not _OUT.search(value):
            return value
        return _OUT.sub(lambda found: _ESCAPE + ("0" if found[0] == "\x00" else "1"), value)

    def process_result_value(self, value: str | None, dialect: Any) -> str | None:
        """Out of it."""
        if value is None or _ESCAPE not in value:
            return value
        return _IN.sub(lambda found: "\x00" if found[1] == "0" else _ESCAPE, value)
