"""What the tests of the store share: reports of strikes, and ways to put them into a store."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from sqlalchemy import text

from waqai.engine import read_report
from waqai.ingest import Failure, Notice
from waqai.model.capture import Capture, Gathered
from waqai.model.record import Record, Report
from waqai.store import Adding, Progress, Store, add
from waqai.store.tables import metadata

WHEN = "2025-07-22T09:00:00+00:00"
PLACES = ("إدلب", "حماة", "درعا", "الرقة", "تدمر", "حمص")


def strike(place: str, killed: str = "ثلاثة", day: str = "الاثنين") -> str:
    """One air strike on a town, with so many civilians killed."""
    return f"قصفت الطائرات الحربية مدينة {place} يوم {day} وقتل {killed} مدنيين."


def report(
    name: str, text: str, outlet: str = "first", published: str | None = "2025-07-22", title: str = ""
) -> Report:
    return Report(name, text, title, published, None, "ar", {"outlet": outlet})


def gathered(*reports: Report, address: str | None = None) -> Gathered:
    """Reports as the source at one address."""
    content = "\n".join(each.full_text for each in reports).encode("utf-8", "surrogatepass")
    return Gathered(Capture(address or reports[0].id, content, "text/plain", WHEN, {"etag": "1"}), reports)


def read(reports: Iterator[Report]) -> Iterator[Record | Failure]:
    return map(read_report, reports)


def put(store: Store, items: Iterable[Gathered | Failure | Notice], **how: object) -> Progress:
    """Add to the store in this process."""
    return add(store, items, Adding(read, **how))  # type: ignore[arg-type]


def put_reports(store: Store, *reports: Report, **how: object) -> Progress:
    """Add each report as a source of its own."""
    return put(store, [gathered(each) for each in reports], **how)


def make_empty(store: Store, empty_file: Path) -> None:
    """Take everything out of a store, as if it were new. ``empty_file``: an empty store of SQLite."""
    if store.dialect == "sqlite":
        with store._engine.connect() as conn, closing(sqlite3.connect(empty_file)) as empty:
            empty.backup(conn.connection.driver_connection)  # type: ignore[arg-type]
        return
    with store.writing() as conn:
        conn.execute(text(f"TRUNCATE {', '.join(metadata.tables)} RESTART IDENTITY CASCADE"))
