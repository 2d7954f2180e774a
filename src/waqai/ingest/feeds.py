"""``feeds.toml``: which feeds to watch, how often, and whether to fetch the pages that they point at."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from waqai.errors import InputError
from waqai.ingest.fetching import is_url

_TABLE = re.compile(r"^\s*\[\[\s*feed\s*\]\]", re.MULTILINE)
_EVERY = re.compile(r"(\d{1,4})\s*([mhd])")
_UNITS = {"m": "minutes", "h": "hours", "d": "days"}
_TYPES: dict[str, type] = {"url": str, "outlet": str, "lang": str, "every": str, "follow": bool}
_LANG = re.compile("[a-z]{2,3}")
_USUAL, _OFTENEST, _SELDOM = timedelta(hours=1), timedelta(minutes=5), timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed. ``outlet`` and ``lang`` hold for items that do not say theirs; ``follow``: fetch the pages, not the items."""

    url: str
    outlet: str | None = None
    lang: str | None = None
    every: timedelta = _USUAL
    follow: bool = False


def load_feeds(path: Path) -> tuple[Feed, ...]:
    """The feeds of a file. Raises InputError with every problem, a line each, as ``file:line: field: what is wrong``."""
    try:
        source = path.read_text("utf-8")
        document = tomllib.loads(source)
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: not TOML: {error}") from error
    problems = _strangers(document, path)
    places = _Places(path, source)
    tables = document.get("feed", [])
    tables = tables if isinstance(tables, list) else []
    for at, table in enumerate(tables):
        problems += [f"{places.of(at, name)}: {name}: {says}" for name, says in _faults(table)]
    problems += [f"{places.of(at, 'url')}: url: named before" for at in _repeated(tables)]
    if problems:
        raise InputError("\n".join(problems))
    return tuple(_feed(table) for table in tables)


def _strangers(document: dict[str, Any], path: Path) -> list[str]:
    """What is wrong with the file as a whole."""
    if not isinstance(document.get("feed"), list) or not document["feed"]:
        return [f"{path}: no [[feed]] in it"]
    return [f"{path}: {name}: not known here" for name in document if name != "feed"]


class _Places:
    """Where a field of the nth feed stands."""

    def __init__(self, path: Path, source: str) -> None:
        self._path = path
        self._lines = source.splitlines()
        self._starts = [source.count("\n", 0, found.end()) for found in _TABLE.finditer(source)]

    def of(self, at: int, name: str) -> str:
        if at >= len(self._starts):  # written in some other way, such as one long list
            return f"{self._path}"
        start = self._starts[at]
        stop = self._starts[at + 1] if at + 1 < len(self._starts) else len(self._lines)
        field = re.compile(rf"\s*{re.escape(name)}\s*=")
        found = next((number for number in range(start, stop) if field.match(self._lines[number])), start)
        return f"{self._path}:{found + 1}"


def _faults(table: Any) -> list[tuple[str, str]]:
    """The wrong fields of one feed, with what is wrong."""
    if not isinstance(table, dict):
        return [("feed", "not a table")]
    faults = [(name, f"not known (there is: {', '.join(_TYPES)})") for name in table if name not in _TYPES]
    wrong = {name for name, kind in _TYPES.items() if name in table and type(table[name]) is not kind}
    faults += [(name, "true or false" if _TYPES[name] is bool else "a text in quotes") for name in sorted(wrong)]
    if "url" not in wrong and not is_url(table.get("url", "")):
        faults.append(("url", "an address that begins with http:// or https://"))
    if "lang" in table and "lang" not in wrong and not _LANG.fullmatch(table["lang"]):
        faults.append(("lang", 'a language such as "ar"'))
    if "every" in table and "every" not in wrong and not _every(table["every"]):
        faults.append(("every", 'from "5m" to "30d", in minutes, hours or days'))
    return faults


def _every(said: str) -> timedelta | None:
    found = _EVERY.fullmatch(said.strip())
    length = timedelta(**{_UNITS[found[2]]: int(found[1])}) if found else timedelta(0)
    return length if _OFTENEST <= length <= _SELDOM else None


def _repeated(tables: list[Any]) -> list[int]:
    urls = [table.get("url") if isinstance(table, dict) else None for table in tables]
    return [at for at, url in enumerate(urls) if isinstance(url, str) and url in urls[:at]]


def _feed(table: dict[str, Any]) -> Feed:
    return Feed(**(table | {"every": _every(table.get("every", "")) or _USUAL}))
