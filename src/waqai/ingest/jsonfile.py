"""JSON files to reports: one object, a list of them, or a line each (JSONL); a bad line is named and the rest is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import Any

import msgspec

from waqai.ingest.decode import decode
from waqai.ingest.outcome import Failure, Item, Origin
from waqai.ingest.rows import MAX_CHARACTERS, rows_to_reports

MAX_LINE = 8 * MAX_CHARACTERS  # bytes: a character may be written as \uXXXX, twice in a pair


def read_jsonl(readline: Callable[[int], bytes], origin: Origin) -> Iterator[Item]:
    """One item or more for each line that is not blank."""
    stem = PurePath(origin.path).stem
    empty = True
    for number, line in _lines(readline):
        here = origin.at(number)
        if len(line) > MAX_LINE:
            yield here.failure(
                f"the line is over {MAX_LINE:,} bytes; one report may have {MAX_CHARACTERS:,} characters"
            )
        elif line.strip():
            yield from read_line(line, here, f"{stem}:{number}")
        empty = empty and not line.strip()
    if empty:
        yield origin.failure("empty")


def read_json(content: bytes, origin: Origin) -> Iterator[Item]:
    """The reports of one JSON document: an object, or a list whose rows are numbered from 1 in complaints."""
    stem = PurePath(origin.path).stem
    value, notices = _parse(content, origin)
    yield from notices
    if isinstance(value, list):
        for number, row in enumerate(value, 1):
            yield from _numbered(rows_to_reports(row, origin, f"{stem}:{number}"), number)
    elif not any(isinstance(item, Failure) for item in notices):
        yield from rows_to_reports(value, origin, stem)


def read_line(line: bytes, origin: Origin, name: str) -> Iterator[Item]:
    """The report of one JSON object."""
    value, notices = _parse(line, origin)
    yield from notices
    if not any(isinstance(item, Failure) for item in notices):
        yield from rows_to_reports(value, origin, name)


def _lines(readline: Callable[[int], bytes]) -> Iterator[tuple[int, bytes]]:
    """Numbered lines; of an endless one only the beginning is kept."""
    number = 0
    while line := readline(MAX_LINE + 1):
        number += 1
        yield number, line
        while len(line) > MAX_LINE and not line.endswith(b"\n"):
            line = readline(MAX_LINE + 1)


def _parse(content: bytes, origin: Origin) -> tuple[Any, list[Item]]:
    """The value, and what there is to say; a Failure among it means that there is no value."""
    decoded = decode(content)
    if decoded.refused:
        return None, [origin.failure(decoded.says)]
    said: list[Item] = []
    if decoded.says:
        said.append(origin.notice(decoded.says, damage=decoded.damaged_at is not None))
    try:
        return msgspec.json.decode(decoded.text), said
    except RecursionError:
        return None, [origin.failure("not read: JSON nested too deeply")]
    except (msgspec.MsgspecError, ValueError) as error:
        return None, [origin.failure(f"not JSON: {error}")]


def _numbered(items: Iterator[Item], number: int) -> Iterator[Item]:
    for item in items:
        yield Failure(item.path, item.line, f"row {number}: {item.reason}") if isinstance(item, Failure) else item
