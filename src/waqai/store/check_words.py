"""The doctor's checks of words: originals, texts, the claims made of them, and the index by which they are found."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from waqai.claims import claims_of
from waqai.model.record import Record
from waqai.store.archive import unpack
from waqai.store.ids import digest_of, sighting_id
from waqai.store.lookup import claim_of_row, report_rows
from waqai.store.plain import from_text, in_chunks
from waqai.store.tables import claim, original, reading, report, version, wording
from waqai.store.terms import terms_of, words_of
from waqai.store.wording import indexed_terms

_SPANS = (("text", "span"), ("speaker", "span"), ("sentence", "sentence_span"))


def check_originals(conn: Connection) -> Iterator[str]:
    """Every archived original still has the bytes that its hash was taken of."""
    for row in conn.execute(select(original), execution_options={"yield_per": 20}):
        try:
            content = unpack(row.packing, row.content)
        except ValueError as error:
            yield f"original {row.sha256}: damaged ({error})"
            continue
        if hashlib.sha256(content).hexdigest() != row.sha256 or len(content) != row.size:
            yield f"original {row.sha256}: other bytes than were archived"


def check_versions(conn: Connection) -> Iterator[str]:
    """Every version still says what it said when its fingerprint was taken."""
    for row, digest in report_rows(conn):
        if digest_of(row.to_report()) != digest:
            yield f"report {row.id}: not as it was kept"


def check_claims(conn: Connection) -> Iterator[str]:
    """Every value's words stand in the text where it says, and the claims are exactly those of the record."""
    numbers = list(conn.scalars(select(reading.c.seq).order_by(reading.c.seq)))
    for chunk in in_chunks(numbers, 200):
        claims: dict[int, list[Any]] = {number: [] for number in chunk}
        for row in conn.execute(select(claim).where(claim.c.reading.in_(chunk))):
            claims[row.reading].append(row)
        query = (
            select(reading.c.seq, reading.c.record, version.c.id, version.c.report, version.c.title, version.c.text)
            .join(version, version.c.id == reading.c.version)
            .where(reading.c.seq.in_(chunk))
        )
        for row in conn.execute(query):
            yield from _check_reading(row, claims[row.seq])


def check_index(conn: Connection) -> Iterator[str]:
    """Every report is found by the words of the version that holds, and by no others."""
    query = (
        select(report.c.seq, version.c.id, version.c.title, version.c.text, wording.c.words)
        .join(version, version.c.id == report.c.version)
        .outerjoin(wording, wording.c.report == report.c.seq)
    )
    for row in conn.execute(query):
        words = words_of(f"{row.title}\n{row.text}")
        if row.words != f" {' '.join(words)} " or indexed_terms(conn, row.seq) != set(terms_of(words)):
            yield f"report {row.id}: not found by its words"


def _check_reading(row: Any, rows: list[Any]) -> Iterator[str]:
    text = f"{row.title}\n{row.text}"
    record = from_text(row.record, Record)
    for words, (start, end) in _spans(msgspec.json.decode(row.record)):
        if text[start:end] != words:
            yield f"report {row.id}, reading {row.seq}: characters {start} to {end} are not {words[:60]!r}"
    told = [each for event in record.events for each in claims_of(sighting_id(row.report, event.id), event)]
    kept = {each.id: claim_of_row(each) for each in rows}
    for each in told:
        if kept.pop(each.id, None) != each:
            yield f"report {row.id}, reading {row.seq}: claim {each.id} ({each.field}) is missing or is another"
    yield from (f"claim {name}: reading {row.seq} does not say so" for name in kept)


def _spans(node: Any) -> Iterator[tuple[str, tuple[int, int]]]:
    """Words and offsets wherever a record has both."""
    if isinstance(node, list):
        for item in node:
            yield from _spans(item)
    elif isinstance(node, dict):
        for words, span in _SPANS:
            if node.get(words) is not None and node.get(span) is not None:
                yield node[words], tuple(node[span])
        for item in node.values():
            yield from _spans(item)
