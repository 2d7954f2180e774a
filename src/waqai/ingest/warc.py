"""A web archive (WARC) to reports: each captured page under its address, with the time and headers of its capture."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from waqai.errors import InputError
from waqai.ingest.fetching import fault_of
from waqai.ingest.inflate import read_capped
from waqai.ingest.kinds import kind_of_bytes, reader
from waqai.ingest.outcome import Failure, Found, Notice, Origin
from waqai.ingest.packing import stamp
from waqai.messages import say

MAX_RECORD = 20_000_000  # bytes
_READ = ("html", "text", "pdf")
_PIECE = 65_536
_TYPES = WarcRecordType.response | WarcRecordType.resource


def read_warc(stream: BinaryIO, origin: Origin) -> Iterator[Found]:
    """The reports of the pages, texts and PDF files in an archive; what else it holds is counted in a notice."""
    others = number = 0
    try:
        for record in ArchiveIterator(stream, record_types=_TYPES, parse_http=True):
            number += 1
            if _is_page(record):
                yield from _numbered(_record(record, origin), origin.at(number))
            else:
                others += 1
    except Exception as error:
        yield origin.failure(say("failure.bad_warc", number=number, detail=str(error)[:260]))
        return
    if others:
        yield origin.notice(say("failure.no_pages", others=others, records=number))
    elif not number:
        yield origin.failure(say("failure.empty_warc"))


def read_warc_bytes(content: bytes, origin: Origin) -> Iterator[Found]:
    """The same of bytes in memory."""
    return read_warc(io.BytesIO(content), origin)


def _numbered(found: Iterator[Found], here: Origin) -> Iterator[Found]:
    """What there is to say of a record names the archive and the record's number, so that it can be found again."""
    for each in found:
        if isinstance(each, Failure):
            same = each.path == here.path
            yield here.failure(each.said if same else say("failure.at", where=each.path[:200], why=each.said))
        elif isinstance(each, Notice):
            yield here.notice(say("failure.at", where=each.path[:200], why=each.says), damage=each.damage)
        else:
            yield each


def _is_page(record: WarcRecord) -> bool:
    if record.is_http and record.http_headers.status_code not in range(200, 300):
        return False
    return kind_of_bytes(b"", _media_type(record)) in _READ


def _media_type(record: WarcRecord) -> str:
    return (record.http_content_type if record.is_http else record.headers.get("Content-Type")) or ""


def _record(record: WarcRecord, origin: Origin) -> Iterator[Found]:
    url = record.headers.get("WARC-Target-URI") or ""
    if fault := fault_of(url):
        yield origin.failure(say("failure.at_url", why=fault, url=url[:200]))
        return
    headers = {name.lower(): value for name, value in record.http_headers.items()} if record.is_http else {}
    try:
        content = read_capped(_chunks(record, headers), headers.get("content-encoding", ""), MAX_RECORD)
    except InputError as error:
        yield origin.failure(say("failure.at", where=url[:200], why=error.said))
        return
    there = replace(
        origin,
        path=url,
        url=url,
        charset=record.http_charset if record.is_http else None,
        headers=headers,
        retrieved=_captured(record, origin),
    )
    kind = kind_of_bytes(content, _media_type(record)) or "text"
    if kind in _READ:
        yield from reader(kind)(content, there)
    else:
        yield there.failure(say("failure.no_page", kind=kind))


def _captured(record: WarcRecord, origin: Origin) -> str:
    return stamp(record.record_date) if record.headers.get("WARC-Date") else origin.retrieved


def _chunks(record: WarcRecord, headers: dict[str, str]) -> Iterator[bytes]:
    """The body. Archives keep the chunks of the transfer as they came, and some undo them but leave the header."""
    whole = record.reader.read(MAX_RECORD + 1)
    if "chunked" in headers.get("transfer-encoding", "").lower():
        whole = _unchunked(whole)
    for start in range(0, len(whole), _PIECE):
        yield whole[start : start + _PIECE]


def _unchunked(body: bytes) -> bytes:
    """The pieces of a chunked body joined; a body that is not in chunks stays as it is."""
    pieces: list[bytes] = []
    at = 0
    while (end := body.find(b"\r\n", at, at + 100)) >= 0:
        try:
            size = int(body[at:end].partition(b";")[0], 16)
        except ValueError:
            return body
        if size == 0:
            return b"".join(pieces)
        pieces.append(body[end + 2 : end + 2 + size])
        at = end + 2 + size + 2
    return b"".join(pieces) if pieces else body
