"""One report: its text as it came, the words behind every value, its versions, and the file that it was read out of."""

from __future__ import annotations

from sqlalchemy import Connection
from starlette.responses import Response

from waqai import explain, store
from waqai.model.record import Record
from waqai.model.sighting import Sighting
from waqai.store.told import Told, told_by
from waqai.web.call import Call
from waqai.web.view.says import says_of
from waqai.web.view.text import paragraphs
from waqai.web.view.voice import Voice

_KINDS = {"text/html": "html", "application/pdf": "pdf", "message/rfc822": "eml", "text/plain": "txt"}


def report(call: Call) -> Response:
    """The page."""
    with call.site.store.reading() as conn:
        row = store.report_of(conn, call.path["report"])
        record = store.record_of(conn, row.id)
        told = told_by(conn, row.report) if row.current else _of_record(row, record)
        return call.page(
            "report.html",
            nav="incidents",
            row=row,
            record=record,
            told=[(each, says_of(Voice(call.prefs), each.sighting)) for each in told],
            paragraphs=paragraphs(f"{row.title}\n{row.text}"),
            versions=store.versions_of(conn, row.report),
            digest=_digest(conn, row),
            checks=[explain.check_said(record, each) for each in record.checks],
        )


def why(call: Call) -> Response:
    """How one event came about, as a tree of rules and words."""
    with call.site.store.reading() as conn:
        row = store.report_of(conn, call.path["report"])
        record = store.record_of(conn, row.id)
    event = explain.find_event(record, call.path["event"])
    tree = None if event is None else explain.explain(record, event, explain.evidence_of(row.to_report(), record))
    return call.page("_why.html", tree=tree)


def original(call: Call) -> Response:
    """The archived bytes, to be kept as a file: no browser shows them as a page of ours."""
    with call.site.store.reading() as conn:
        row = store.report_of(conn, call.path["report"])
        kept = store.original_of(conn, row.capture)
    kind = _KINDS.get(kept.media_type.partition(";")[0], "bin")
    headers = {
        "Content-Disposition": f'attachment; filename="{row.id}.{kind}"',
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "X-Waqai-SHA256": kept.sha256,
    }
    return Response(kept.content, media_type="application/octet-stream", headers=headers)


def _of_record(row: store.ReportRow, record: Record) -> list[Told]:
    """The events of a version that no longer holds; no incident holds them."""
    return [Told(Sighting(f"{row.report}/{event.id}", row.id, event), "") for event in record.events]


def _digest(conn: Connection, row: store.ReportRow) -> str:
    return store.original_of(conn, row.capture).sha256
