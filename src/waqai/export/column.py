"""A column of a table: its name, its HXL tag, what it means, its type, and how its value is found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
Value = str | int | float | bool | None
TEXT, WHOLE, NUMBER, DAY, MOMENT, TRUTH = "text", "whole number", "number", "day", "moment", "true or false"
BETWEEN = "; "  # several values in one cell


@dataclass(frozen=True)  # without slots: a generic class writes its parameters on what it makes
class Column(Generic[T]):
    """``type``: TEXT, WHOLE, NUMBER, DAY (ISO), MOMENT (ISO, UTC) or TRUTH. ``find`` gives None for what is not known."""

    name: str
    meaning: str
    find: Callable[[T], Value]
    type: str = TEXT
    hxl: str = ""


@dataclass(frozen=True)
class Table(Generic[T]):
    """A table: its name, its columns, and the things of which each is a row."""

    name: str
    columns: Sequence[Column[T]]
    rows: Iterable[T]

    def head(self) -> list[str]:
        """The names of the columns."""
        return [column.name for column in self.columns]

    def tags(self) -> list[str]:
        """The HXL tags of the columns; "" where none fits."""
        return [column.hxl for column in self.columns]

    def cells(self) -> Iterator[list[Value]]:
        """The values, row by row."""
        for row in self.rows:
            yield [column.find(row) for column in self.columns]


def joined(values: Iterable[str | None]) -> str | None:
    """Several values in one cell, each once; None when there is none."""
    return BETWEEN.join(dict.fromkeys(value for value in values if value)) or None
