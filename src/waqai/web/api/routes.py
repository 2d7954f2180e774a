"""Every operation of the API, in the order of its documentation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from starlette.responses import Response
from starlette.routing import BaseRoute

from waqai import store
from waqai.model.claim import Claim
from waqai.model.incident import Incident
from waqai.model.judgement import Judgement
from waqai.model.record import Record
from waqai.store.spots import Spot
from waqai.store.views import View
from waqai.web.acts import Outcome
from waqai.web.api import bodies, desk, record
from waqai.web.api.openapi import document
from waqai.web.api.operation import Asked, Operation
from waqai.web.asking import FILTER, Param

_PAGE = (
    Param("limit", "How many at most: 1 to 1,000.", "number"),
    Param("after", "Go on after this mark: `next` of the page before."),
)
_ORDER = Param("order", "newest, oldest, deadliest or changed.")
_WORDS = Param("words", "What to look for; words in double quotes stand side by side.")
_NAME = Param("name", "A place's name, in Arabic or Latin letters.")
_CELL = Param("cell", "The size of a spot's cell in degrees, 1 unless said.")
_SUBJECT = Param("subject", "About this incident or sighting.")
_EXPORT = (
    Param("hxl", "A row of HXL tags under the names of columns.", "flag"),
    Param("language", "en or ar, of what is written in words."),
)
_DAYS = (
    Param("from", "Published on this day or later.", "day"),
    Param("to", "Published on this day or earlier.", "day"),
)


def _get(path: str, act: str, work: Any, *query: Param, gives: Any = None, items: bool = False) -> Operation:
    return Operation("GET", path, act, _summary(work), work, query, None, gives, items)


def _post(path: str, act: str, work: Any, takes: Any, gives: Any = None, *, items: bool = False) -> Operation:
    return Operation("POST", path, act, _summary(work), work, (), takes, gives, items)


def _summary(work: Any) -> str:
    return str(work.__doc__ or "").strip()


OPERATIONS = (
    _get("/incidents", "look", record.list_incidents, *FILTER, _ORDER, *_PAGE, gives=store.Row, items=True),
    _get("/incidents/{incident}", "look", record.get_incident, gives=Incident),
    _get("/incidents/{incident}/claims", "read", record.get_claims, gives=Claim, items=True),
    _get("/incidents/{incident}/history", "read", record.get_history, gives=store.HistoryEvent, items=True),
    _get("/incidents/{incident}/judgements", "read", record.get_judgements, gives=Judgement, items=True),
    _get("/chart", "look", record.get_chart, *FILTER, gives=store.Day, items=True),
    _get("/map", "look", record.get_map, *FILTER, _CELL, gives=Spot, items=True),
    _get("/reports/{report}", "read", record.get_report, gives=store.ReportRow),
    _get("/reports/{report}/record", "read", record.get_record, gives=Record),
    Operation(
        "GET", "/reports/{report}/original", "read", _summary(record.get_original), record.get_original,
        media="application/octet-stream",
    ),
    _post("/reports", "add", desk.add_report, bodies.Adding),
    _get("/jobs/{job}", "add", desk.get_job),
    _get("/search", "read", record.search_reports, _WORDS, *_PAGE, gives=store.Hit, items=True),
    Operation(
        "GET", "/exports/{form}", "export", _summary(record.export_incidents), record.export_incidents, (*FILTER, *_EXPORT),
        media="application/octet-stream",
    ),
    Operation(
        "GET", "/gold/{file}", "export", _summary(record.export_gold), record.export_gold, media="application/x-ndjson"
    ),
    _get("/places", "read", record.find_places, _NAME, items=True),
    _get("/coverage", "read", record.get_coverage, *_DAYS, gives=store.Outlet, items=True),
    _get("/decisions", "read", record.list_decisions, _SUBJECT, *_PAGE, gives=store.Decision, items=True),
    _post("/reviews", "review", desk.review_incidents, bodies.Reviewing, Outcome, items=True),
    _post("/assignments", "review", desk.assign_incidents, bodies.Assigning, Outcome, items=True),
    _post("/merges", "review", desk.merge_incidents, bodies.Merging),
    _post("/splits", "review", desk.split_incident, bodies.Splitting),
    _post("/corrections", "review", desk.correct_sighting, bodies.Correcting),
    _post("/undo", "review", desk.undo_decision, bodies.Undoing, store.Decision),
    _get("/views", "own", desk.list_views, gives=View, items=True),
    _post("/views", "own", desk.add_view, bodies.Saving, View),
    Operation("DELETE", "/views/{view}", "own", _summary(desk.delete_view), desk.delete_view),
)  # fmt: skip


def openapi(_asked: Asked) -> Response:
    """The document that tells of all this, without the envelope."""
    return Response(msgspec.json.encode(document(OPERATIONS)), media_type="application/json")


def api_routes() -> Iterator[BaseRoute]:
    """The routes of all operations and of the document that tells of them."""
    yield from (operation.route() for operation in OPERATIONS)
    yield Operation("GET", "/openapi.json", "open", _summary(openapi), openapi).route()
