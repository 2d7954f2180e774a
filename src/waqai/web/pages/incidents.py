"""The incidents: map, chart and list over one filter and one selection, all of it in the address."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from waqai import store
from waqai.store.views import views_of
from waqai.web.call import Call
from waqai.web.pages.asked import Asked, asked_of, chips, choices, in_arabic
from waqai.web.pages.exports import exports
from waqai.web.view.timeline import timeline
from waqai.web.view.voice import Voice
from waqai.web.withholding import public_rows

PAGE = 50


def incidents(call: Call) -> Response:
    """The page."""
    asked = asked_of(call)
    return call.page("incidents.html", nav="incidents", **_found(call, asked))


def _found(call: Call, asked: Asked) -> dict[str, Any]:
    voice = Voice(call.prefs)
    order, after = asked.values.get("order", store.ORDERS[0]), asked.values.get("after")
    with call.site.store.reading() as conn:
        page = store.incidents(conn, asked.filter, order=order, after=after, limit=PAGE)
        rows = public_rows(call.who, in_arabic(conn, call, page.rows))
        return {
            "asked": asked,
            "order": order,
            "selected": asked.values.get("selected", ""),
            "rows": rows,
            "next": asked.address(order=order, after=page.next) if page.next else None,
            "counts": store.count(conn, asked.filter),
            "timeline": timeline(store.chart(conn, asked.filter), rows),
            "choices": choices(conn, voice),
            "chips": chips(asked, voice),
            "exports": exports(),
            "views": views_of(conn, call.who.name) if call.may("own") else [],
        }
