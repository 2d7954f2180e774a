"""Do two snatches of text name the same thing?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from waqai.packs.compare import load_heads
from waqai.packs.fold import fold

_WORD = re.compile(r"\w+")
_HALF = 0.5


def same(a: str, b: str) -> bool:
    """Half of the shorter one's words are in the other."""
    x, y = _words(a), _words(b)
    return bool(x and y) and len(x & y) / min(len(x), len(y)) >= _HALF


def names(items: list[str | Mapping[str, Any]] | None) -> list[str]:
    """The words of a list of things, whether it holds words or objects with a ``text`` or ``name``."""
    return [item if isinstance(item, str) else item.get("text") or item.get("name") or "" for item in items or []]


@lru_cache(maxsize=4096)
def _words(snatch: str | None) -> frozenset[str]:
    heads = load_heads()
    return frozenset(heads.without(word) for word in _WORD.findall(fold(snatch or "")))
