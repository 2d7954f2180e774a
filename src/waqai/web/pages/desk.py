"""What was read and what was decided: coverage by outlet, the book of decisions."""

from __future__ import annotations

from starlette.responses import Response

from waqai import store
from waqai.store import Day
from waqai.store.deeds import taken_back, undone_among
from waqai.web.asking import Param, address_of, read_query
from waqai.web.call import Call
from waqai.web.view.timeline import timeline

SHOWN = 100


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
    values = read_query(call.request.query_params, (Param("subject", ""), Param("after", "", "number")))
    subject, after = values.get("subject", ""), values.get("after")
    with call.site.store.reading() as conn:
        found = store.decisions(conn, [subject] if subject else None, limit=SHOWN + 1, before=after)
        shown = found[:SHOWN]
        undone = undone_among(conn, [each.seq for each in shown])
    older = [("subject", subject), ("after", str(shown[-1].seq))] if len(found) > SHOWN else []
    return call.page(
        "decisions.html",
        nav="decisions",
        decisions=shown,
        subject=subject,
        undone=undone,
        taken_back=taken_back,
        latest=address_of("/decisions", [("subject", subject)]) if after else None,
        next=address_of("/decisions", older) if older else None,
    )
