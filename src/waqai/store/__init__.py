"""The store: what came in, what was read in it, what was judged, what is known. SQLite by default, PostgreSQL by address.

    from waqai import store

    with store.open_store("record.waqai") as kept:               # or postgresql://user@host/name
        store.add(kept, gathered, store.Adding(reader))          # gathered: what `waqai.ingest.gather` gives
        with kept.reading() as conn:
            asked = store.Filter(since="2025-07-01", kinds=("drone_strike",), min_killed=1)
            page = store.incidents(conn, asked, limit=50)        # page.rows, page.next
            store.count(conn, asked)                             # matching, without_place
            store.chart(conn, asked)                             # a Day a day: incidents, killed, injured
            incident = store.incident_of(conn, page.rows[0].incident)
            store.claims_of_sightings(conn, [s.id for s in incident.sightings])
            store.report_of(conn, incident.sightings[0].report)  # its text, outlet, address
            store.search(conn, "words")                          # reports with excerpts
            store.decisions(conn)                                # who did what, when, why
        with kept.writing() as conn:                             # all or nothing; one writer at a time
            store.merge(conn, one, other, by="name")

Every function takes a connection from ``reading()`` (which sees one state throughout) or ``writing()``. What was kept is
never changed: captures, versions, readings, claims, judgements and decisions only grow; incidents are views of them whose
ids lead somewhere for ever. SQL is spoken in this package alone.
"""

from waqai.store.adding import Adding, Progress, add
from waqai.store.archive import Original, original_of
from waqai.store.connect import Store, default_path, open_store
from waqai.store.copying import backup, restore
from waqai.store.coverage import RULE as SILENCE_RULE
from waqai.store.coverage import Outlet, Silence, coverage
from waqai.store.decide import Decision, correct, decisions, merge, split, undo
from waqai.store.doctor import Complaint, examine
from waqai.store.failures import Failed, failures
from waqai.store.filters import STATES, Box, Filter
from waqai.store.history import Event as HistoryEvent
from waqai.store.history import history
from waqai.store.keep import Kept, Offer, keep
from waqai.store.lookup import (
    ReportRow,
    claims_of_sightings,
    current_reports,
    incident_of,
    incidents_of,
    record_of,
    report_of,
    reports_of,
    resolve,
    versions_of,
)
from waqai.store.query import ORDERS, Counts, Day, Page, Row, chart, count, every_incident, incidents, row_of_incident
from waqai.store.reread import Change, Reread, reread
from waqai.store.reviews import Review, assign, reviews, set_review
from waqai.store.search import Hit, Hits, count_hits, search
from waqai.store.why import judgements_between

__all__ = [
    "ORDERS",
    "SILENCE_RULE",
    "STATES",
    "Adding",
    "Box",
    "Change",
    "Complaint",
    "Counts",
    "Day",
    "Decision",
    "Failed",
    "Filter",
    "HistoryEvent",
    "Hit",
    "Hits",
    "Kept",
    "Offer",
    "Original",
    "Outlet",
    "Page",
    "Progress",
    "ReportRow",
    "Reread",
    "Review",
    "Row",
    "Silence",
    "Store",
    "add",
    "assign",
    "backup",
    "chart",
    "claims_of_sightings",
    "correct",
    "count",
    "count_hits",
    "coverage",
    "current_reports",
    "decisions",
    "default_path",
    "every_incident",
    "examine",
    "failures",
    "history",
    "incident_of",
    "incidents",
    "incidents_of",
    "judgements_between",
    "keep",
    "merge",
    "open_store",
    "original_of",
    "record_of",
    "report_of",
    "reports_of",
    "reread",
    "resolve",
    "restore",
    "reviews",
    "row_of_incident",
    "search",
    "set_review",
    "split",
    "undo",
    "versions_of",
]
