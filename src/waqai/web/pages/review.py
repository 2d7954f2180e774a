"""The queue of what is to be reviewed, worked through with the keyboard."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy import Connection
from starlette.responses import Response

from waqai import store
from waqai.claims import FIELDS
from waqai.store.accounts import accounts
from waqai.store.told import told_by
from waqai.web.call import Call
from waqai.web.pages.asked import asked_of, chips, choices, in_arabic
from waqai.web.view.says import Says, says_of
from waqai.web.view.text import paragraphs
from waqai.web.view.voice import Voice

PAGE = 100
_WAITING = ("machine", "needs_work")
_TOLD = 12  # reports of an incident whose text a sheet shows


@dataclass(frozen=True, slots=True)
class Sheet:
    """A report of an incident under review. ``says``: of each sighting in it, its values."""

    row: store.ReportRow
    paragraphs: list[tuple[int, str]]
    says: list[tuple[str, list[Says]]]


def review(call: Call) -> Response:
    """The page: the queue, and the sheet of the incident at its head."""
    asked = asked_of(call)
    if not asked.filter.states and asked.filter.outdated is None:
        asked = replace(asked, filter=replace(asked.filter, states=_WAITING))
    order, after = asked.values.get("order", store.ORDERS[0]), asked.values.get("after")
    voice = Voice(call.prefs)
    with call.site.store.reading() as conn:
        page = store.incidents(conn, asked.filter, order=order, after=after, limit=PAGE)
        names = [row.incident for row in page.rows]
        return call.page(
            "review.html",
            nav="review",
            asked=asked,
            order=order,
            rows=in_arabic(conn, call, page.rows),
            next=asked.address(order=order, after=page.next) if page.next else None,
            counts=store.count(conn, asked.filter),
            reviews=store.reviews(conn, names),
            selected=asked.values.get("selected") or (names[0] if names else ""),
            choices=choices(conn, voice),
            chips=chips(asked, voice),
            people=[each.name for each in accounts(conn) if not each.disabled] or [call.who.name],
        )


def sheet(call: Call) -> Response:
    """All that is to be seen of one incident to decide about it."""
    with call.site.store.reading() as conn:
        made = store.incident_of(conn, call.path["incident"])
        row = store.row_of_incident(conn, made.id)
        stands = store.reviews(conn, [made.id])[made.id]
        return call.page(
            "_sheet.html",
            made=made,
            review=stands,
            since=[each for each in store.history(conn, made.id) if stands.at and each.at > stands.at and _news(each)],
            changed=row.changed if row else "",
            sheets=_sheets(conn, Voice(call.prefs), made.id, [each.report for each in made.sightings]),
            fields=FIELDS,
        )


def _news(event: store.HistoryEvent) -> bool:
    """Did it change what the incident says, and not only where its review stands?"""
    return event.said.code not in ("history.review", "history.assigned", "history.unassigned", "history.undone")


def _sheets(conn: Connection, voice: Voice, home: str, reports: list[str]) -> list[Sheet]:
    found = []
    for name in list(dict.fromkeys(reports))[:_TOLD]:
        row = store.report_of(conn, name)
        told = [each for each in told_by(conn, row.report) if each.incident == home]
        says = [(each.sighting.id, says_of(voice, each.sighting)) for each in told]
        found.append(Sheet(row, paragraphs(f"{row.title}\n{row.text}"), says))
    return found
