"""Sentences as data: a code that never changes and the values in it. Its words come from a table, one a language.

What the layers say of their work (why a place, a figure, a merge; what went wrong) is a Message. ``str()`` gives it in
English, for the command line and for the record; the web app has the tables of its own languages.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from string import Formatter
from types import MappingProxyType
from typing import Any

Show = Callable[[Any, str], str]
_NUMERIC = re.compile(r"[-+,.\dfg]*")
PLAIN = "plain"  # words that are data already: kept from an earlier version, or another program's


@dataclass(frozen=True, slots=True)
class Message:
    """``parts``: numbers, words, ids, other messages, and tuples of these; never changed once it is made."""

    code: str
    parts: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        simple = _simple().get(self.code)
        return fill(english(), self, "en", _show) if simple is None else simple.format_map(self.parts)


def say(code: str, /, **parts: Any) -> Message:
    """A message."""
    return Message(code, parts)


def plain(words: str) -> Message:
    """Words that have no code."""
    return Message(PLAIN, {"words": words})


def several(*messages: Message) -> Message:
    """One after the other."""
    return messages[0] if len(messages) == 1 else Message("several", {"items": messages})


def fill(table: Mapping[str, str], message: Message, language: str, show: Show) -> str:
    """The words of a message; ``show(value, how)`` gives those of a value. ``n`` among the parts decides the number."""
    code = message.code if message.code in table else _form(table, message, language)
    return "".join(
        before if name is None else before + show(message.parts[name], how)
        for before, name, how in _pieces(table[code])
    )


def plural(language: str, number: int) -> str:
    """The form that a number asks for: one, two, few, many or other (CLDR)."""
    if language == "ar":
        if number in (0, 1, 2):
            return ("zero", "one", "two")[number]
        return "few" if 3 <= number % 100 <= 10 else "many" if number % 100 >= 11 else "other"
    return "one" if number == 1 else "other"


@cache
def english() -> Mapping[str, str]:
    """The table of English."""
    return read_table(Path(__file__).resolve().with_name("en.toml"))


@cache
def _simple() -> dict[str, str]:
    """Of English, the templates that are filled as they stand: most of them, and what merging says for each pair."""
    return {
        code: words for code, words in english().items() if all(_NUMERIC.fullmatch(how) for *_, how in _pieces(words))
    }


def read_table(path: Path) -> Mapping[str, str]:
    """A table of a file: the keys of nested ones joined with dots."""
    return MappingProxyType(dict(_flat("", tomllib.loads(path.read_text("utf-8")))))


def _form(table: Mapping[str, str], message: Message, language: str) -> str:
    wanted = f"{message.code}.{plural(language, int(message.parts.get('n', 0)))}"
    return wanted if wanted in table else f"{message.code}.other"


@cache
def _pieces(template: str) -> tuple[tuple[str, str | None, str], ...]:
    return tuple((before, name, how or "") for before, name, how, _ in Formatter().parse(template))


def _show(value: Any, how: str) -> str:
    if isinstance(value, tuple | list):
        return listed([_show(each, "") for each in value], _BETWEEN.get(how, ", "), " and " if how == "and" else "")
    if isinstance(value, int | float):
        return format(value, how)
    return repr(value) if how == "quoted" else str(value)


_BETWEEN = {"also": "; ", "or": " / "}


def listed(items: list[str], between: str, last: str = "") -> str:
    """Items in a row, before the last one ``last``."""
    if last and len(items) > 1:
        return f"{between.join(items[:-1])}{last}{items[-1]}"
    return between.join(items)


def _flat(head: str, table: Mapping[str, object]) -> list[tuple[str, str]]:
    found = []
    for key, value in table.items():
        if isinstance(value, dict):
            found += _flat(f"{head}{key}.", value)
        else:
            found.append((f"{head}{key}", str(value)))
    return found
