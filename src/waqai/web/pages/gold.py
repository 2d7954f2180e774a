"""What the desk has checked, as a gold set: ``waqai eval docs.jsonl gold.jsonl`` measures the program against it."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from starlette.responses import Response

from waqai.model.record import Record
from waqai.schema import to_json
from waqai.store import ReportRow
from waqai.store.checked import checked_records
from waqai.web.call import Call
from waqai.web.refusal import not_found

Line = Callable[[ReportRow, Record], object]


def gold(call: Call) -> Response:
    """One of the two files, a line a report."""
    name = call.path["file"]
    if name not in _FILES:
        raise not_found()
    with call.site.store.reading() as conn:
        lines = [msgspec.json.encode(_FILES[name](row, record)) for row, record in checked_records(conn)]
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(b"".join(line + b"\n" for line in lines), media_type="application/x-ndjson", headers=headers)


def _doc(row: ReportRow, _record: Record) -> object:
    said = {"title": row.title, "text": row.text, "published": row.published, "outlet": row.outlet, "lang": row.lang}
    return {"id": row.name} | {key: value for key, value in said.items() if value}


def _annotation(row: ReportRow, record: Record) -> object:
    return to_json(record) | {"id": row.name}


_FILES: dict[str, Line] = {"docs.jsonl": _doc, "gold.jsonl": _annotation}
