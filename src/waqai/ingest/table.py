"""A CSV or TSV file to reports, one a row, by the names in its first row; a bad row is named and the rest is read."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath
from typing import Protocol

from waqai.ingest.charset import decode_as
from waqai.ingest.outcome import Found, Origin
from waqai.ingest.packing import CSV, pack, row_address
from waqai.ingest.rows import MAX_CHARACTERS, rows_to_reports
from waqai.messages import Message, say

_DELIMITERS = ",;\t|"
_FIRST = 20_000  # characters of a first row
_SHOWN = 200
csv.field_size_limit(MAX_CHARACTERS)  # the module's own limit is 131,072


class _Rows(Protocol):
    """What ``csv.reader`` gives: rows, and how many lines they took."""

    line_num: int

    def __iter__(self) -> Iterator[list[str]]: ...

    def __next__(self) -> list[str]: ...


class _Lines:
    """The lines of a text, remembering those that the reader took for its last row."""

    def __init__(self, text: str) -> None:
        self._lines = io.StringIO(text, newline="")
        self._taken: list[str] = []

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self._taken.append(line)
            yield line

    def take(self) -> bytes:
        taken, self._taken = "".join(self._taken), []
        return taken.rstrip("\r\n").encode()


def read_table(content: bytes, origin: Origin) -> Iterator[Found]:
    """The reports of a table whose first row names its columns."""
    decoded = decode_as(content, origin.charset)
    if decoded.refused or not decoded.text.strip():
        yield origin.failure(decoded.refusal)
        return
    if decoded.says:
        yield origin.notice(decoded.says, damage=decoded.damaged_at is not None)
    taken = _Lines(decoded.text)
    rows = csv.reader(taken, delimiter=_delimiter(decoded.text), strict=True)
    header, fault = _header(rows)
    if fault:
        yield origin.failure(fault)
        return
    taken.take()
    yield from _rows(rows, taken, header, replace(origin, headers={**origin.headers, "columns": ",".join(header)}))


def _delimiter(text: str) -> str:
    """The one that divides the first row into most columns; a comma if none does."""
    first = text.lstrip()[:_FIRST].splitlines()[0]
    return max(_DELIMITERS, key=first.count)


def _header(rows: _Rows) -> tuple[list[str], Message | None]:
    """The names of the columns in lower case, or what is wrong with them."""
    try:
        names = [cell.strip().lower() for cell in next(rows)]
    except csv.Error as error:
        return [], say("failure.no_csv", detail=str(error))
    if "text" not in names:
        return [], say("failure.no_column", names=", ".join(names)[:_SHOWN])
    twice = sorted({name for name in names if names.count(name) > 1} - {""})
    return names, say("failure.column_twice", names=", ".join(twice)[:_SHOWN]) if twice else None


def _rows(rows: _Rows, taken: _Lines, header: list[str], origin: Origin) -> Iterator[Found]:
    stem = PurePath(origin.path).stem
    cells: list[str] | None = []
    while cells is not None:
        here = origin.at(rows.line_num + 1)
        try:
            cells = next(rows, None)
        except csv.Error as error:
            cells = []
            yield here.failure(say("failure.no_csv", detail=str(error)))
        content = taken.take()
        if cells and len(cells) != len(header):
            yield here.failure(say("failure.ragged", cells=len(cells), columns=len(header)))
        elif cells and any(cells):
            row = {name: cell for name, cell in zip(header, cells, strict=True) if name and cell.strip()}
            items = rows_to_reports(row, here, f"{stem}:{here.line}")
            yield from pack(items, here, content, CSV, row_address(row, here, here.line or 0))
