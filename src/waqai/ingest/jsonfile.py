"""JSON files to reports: one object, a list of them, or a line each (JSONL); a bad line is named and the rest is read."""

from __future__ import annotations

import codecs
import io
from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import Any

import msgspec

from waqai.ingest.decode import decode
from waqai.ingest.exported import exported_name, exported_report, is_exported
from waqai.ingest.outcome import Failure, Found, Origin, failure
from waqai.ingest.packing import JSON, address_of, pack, row_address
from waqai.ingest.rows import MAX_CHARACTERS, rows_to_reports
from waqai.messages import say

_BEFORE = codecs.BOM_UTF8 + b" \t\r\n"
MAX_LINE = 8 * MAX_CHARACTERS  # bytes: a character may be written as \uXXXX, twice in a pair


def read_jsonl(readline: Callable[[int], bytes], origin: Origin) -> Iterator[Found]:
    """One item or more for each line that is not blank."""
    stem = PurePath(origin.path).stem
    empty = True
    for number, line in _lines(readline):
        here = origin.at(number)
        if len(line) > MAX_LINE:
            yield here.failure(say("failure.long_line", bytes=MAX_LINE, most=MAX_CHARACTERS))
        elif line.strip():
            yield from _line(line, here, f"{stem}:{number}")
        empty = empty and not line.strip()
    if empty:
        yield origin.failure(say("failure.empty"))


def read_jsonl_bytes(content: bytes, origin: Origin) -> Iterator[Found]:
    """The same of bytes in memory."""
    return read_jsonl(io.BytesIO(content).readline, origin)


def read_json(content: bytes, origin: Origin) -> Iterator[Found]:
    """The reports of one JSON document: an object, or a list whose rows are numbered from 1 in complaints."""
    stem = PurePath(origin.path).stem
    value, notices = _parse(content, origin, list[msgspec.Raw] if content.lstrip(_BEFORE)[:1] == b"[" else Any)
    yield from notices
    if isinstance(value, list):
        for number, raw in enumerate(value, 1):
            yield from _numbered(_row(bytes(raw), origin, f"{stem}:{number}", number), number)
    elif not any(isinstance(item, Failure) for item in notices):
        address = row_address(value, origin, 0) if isinstance(value, dict) and value.get("url") else address_of(origin)
        yield from _packed(value, content, origin, stem, address)


def _line(line: bytes, origin: Origin, name: str) -> Iterator[Found]:
    """The report of one JSON object."""
    value, notices = _parse(line, origin, Any)
    yield from notices
    if not any(isinstance(item, Failure) for item in notices):
        yield from _packed(value, line.strip(), origin, name, row_address(value, origin, origin.line or 1))


def _row(raw: bytes, origin: Origin, name: str, number: int) -> Iterator[Found]:
    row = msgspec.json.decode(raw)
    return _packed(row, raw, origin, name, row_address(row, origin, number))


def _packed(value: Any, content: bytes, origin: Origin, name: str, address: str) -> Iterator[Found]:
    """The report of an object; one that waqai exported keeps the name that it had."""
    if is_exported(value):
        return pack(exported_report(value, origin), origin, content, JSON, exported_name(value) or address)
    return pack(rows_to_reports(value, origin, name), origin, content, JSON, address)


def _lines(readline: Callable[[int], bytes]) -> Iterator[tuple[int, bytes]]:
    """Numbered lines; of an endless one only the beginning is kept."""
    number = 0
    while line := readline(MAX_LINE + 1):
        number += 1
        yield number, line
        while len(line) > MAX_LINE and not line.endswith(b"\n"):
            line = readline(MAX_LINE + 1)


def _parse(content: bytes, origin: Origin, form: Any) -> tuple[Any, list[Found]]:
    """The value, and what there is to say; a Failure among it means that there is no value."""
    decoded = decode(content)
    if decoded.refused:
        return None, [origin.failure(decoded.refusal)]
    said: list[Found] = []
    if decoded.says:
        said.append(origin.notice(decoded.says, damage=decoded.damaged_at is not None))
    try:
        return msgspec.json.decode(decoded.text, type=form), said
    except RecursionError:
        return None, [origin.failure(say("failure.nested"))]
    except (msgspec.MsgspecError, ValueError) as error:
        return None, [origin.failure(say("failure.no_json", detail=str(error)))]


def _numbered(items: Iterator[Found], number: int) -> Iterator[Found]:
    for item in items:
        if isinstance(item, Failure):
            yield failure(item.path, item.line, say("failure.row", row=number, why=item.said))
        else:
            yield item
