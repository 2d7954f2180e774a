"""What was read and what was decided: coverage by outlet, the book of decisions."""

from __future__ import annotations

from starlette.responses import Response

from waqai import store
from waqai.store import Day
from waqai.store.deeds import taken_back
from waqai.web.asking import Param, read_query
from waqai.web.call import Call
from waqai.web.view.timeline import timeline

_SHOWN = 200


def coverage(call: Call) -> Response:
    """Which outlets were read on which days, where one fell silent, and what could not be read."""
    values = read_query(call.request.query_params, (Param("from", "", "day"), Param("to", "", "day")))
    with call.site.store.reading() as conn:
        outlets = store.coverage(conn, values.get("from"), values.get("to"))
        failed = store.failures(conn)
    charts = [timeline([Day(day, number, 0, 0) for day, number in outlet.days]) for outlet in outlets]
    shown = list(zip(outlets, charts, strict=True))
    return call.page("coverage.html", nav="coverage", outlets=shown, failed=failed, values=values)


def decisions(call: Call) -> Response:
    """Who changed what, when, why; what it was before and what it was after."""
    subject = read_query(call.request.query_params, (Param("subject", ""),)).get("subject")
    with call.site.store.reading() as conn:
        found = store.decisions(conn, [subject] if subject else None, limit=_SHOWN)
    undone = {taken_back(each) for each in found}
    return call.page(
        "decisions.html", nav="decisions", decisions=found, subject=subject or "", undone=undone, taken_back=taken_back
    )
