"""Keeps reports: original, version, reading, claims, sightings and incidents, all or nothing in the caller's transaction."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from urllib.parse import urlsplit

from sqlalchemy import Connection, func, select

from waqai import __version__
from waqai.messages import Message, say
from waqai.model.capture import Capture
from waqai.model.record import Record, Report
from waqai.store.archive import archive
from waqai.store.ids import digest_of, report_id, version_id
from waqai.store.merging import absorb
from waqai.store.plain import in_chunks, now, to_text
from waqai.store.readings import Touched, write_reading
from waqai.store.rules import RULES, Rules
from waqai.store.tables import report as reports
from waqai.store.tables import version as versions
from waqai.store.wording import index

_SURROGATE = re.compile("[\ud800-\udfff]")
ENGINE = f"waqai {__version__}"
NEW, CHANGED, SAME = "new", "changed", "same"


@dataclass(frozen=True, slots=True)
class Offer:
    """A report with the capture that it was read out of, and its record."""

    capture: Capture
    report: Report
    record: Record


@dataclass(slots=True)
class Kept:
    """Ids of the versions that are new to the store: of new reports, of known reports with other words; and how many were there."""

    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    same: int = 0


def states_of(conn: Connection, given: Iterable[Report]) -> dict[str, str]:
    """Name of each report -> the fingerprint of its version that holds; a report that was never kept is left out."""
    found: dict[str, str] = {}
    for chunk in in_chunks([report_id(report.id) for report in given]):
        query = select(versions.c.name, versions.c.digest).join(reports, reports.c.version == versions.c.id)
        found.update((row.name, row.digest) for row in conn.execute(query.where(reports.c.id.in_(chunk))))
    return found


def state_of(report: Report, known: Mapping[str, str]) -> str:
    """Is the report NEW to the store, CHANGED since it was kept, or kept as it is (SAME)? ``known``: of states_of."""
    if report.id not in known:
        return NEW
    return SAME if known[report.id] == digest_of(report) else CHANGED


def unkeepable(report: Report) -> Message | None:
    """Why no database can hold the report's words as they are; None when one can."""
    words = (report.id, report.title, report.text, report.source or "", *report.extra, *report.extra.values())
    for part in words:
        if found := _SURROGATE.search(part):
            return say("failure.half_pair", code=f"{ord(found[0]):04X}", at=found.start())
    return None


def keep(conn: Connection, offers: Sequence[Offer], rules: Rules = RULES) -> Kept:
    """Keep what is new among the offers and put it into incidents."""
    kept, touched = Kept(), Touched()
    captured: dict[int, int] = {}
    known = states_of(conn, (offer.report for offer in offers))
    for offer in offers:
        state = state_of(offer.report, known)
        if state == SAME:
            kept.same += 1
            continue
        known[offer.report.id] = digest_of(offer.report)
        if (number := captured.get(id(offer.capture))) is None:
            number = captured[id(offer.capture)] = archive(conn, offer.capture)
        version = _write_version(conn, offer, number)
        owner = version.rpartition(".")[0]
        touched.add(write_reading(conn, owner, version, offer.record, ENGINE))
        (kept.new if state == NEW else kept.changed).append(version)
    if touched.changed or touched.gone:
        absorb(conn, touched.changed, touched.gone, rules)
    return kept


def outlet_of(report: Report, address: str) -> str:
    """Who published it: the outlet it names, else the host it was fetched from, else its folder."""
    if named := report.extra.get("outlet", "").strip():
        return named
    source = (report.source or address).strip()
    if host := host_of(source):
        return host
    return source if source != address and source else str(PurePath(address).parent)


def host_of(source: str) -> str | None:
    """The host of a web address, without ``www.``; None for anything else."""
    if not source.startswith(("http://", "https://")):
        return None
    try:
        host = urlsplit(source).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _write_version(conn: Connection, offer: Offer, capture: int) -> str:
    """The version's id. The report itself is made when it is new; what is found by its words is set anew."""
    report = offer.report
    owner = report_id(report.id)
    last = (
        select(reports.c.seq, func.max(versions.c.number).label("number"))
        .join(versions, versions.c.report == reports.c.id)
        .where(reports.c.id == owner)
        .group_by(reports.c.seq)
    )
    before = conn.execute(last).one_or_none()
    seq, number = (before.seq, before.number + 1) if before is not None else (_write_report(conn, owner, offer), 1)
    row = _version_row(offer, owner, number, capture)
    conn.execute(versions.insert(), row)
    index(conn, seq, report.full_text, anew=before is not None)
    return str(row["id"])


def _write_report(conn: Connection, owner: str, offer: Offer) -> int:
    row = {"id": owner, "address": offer.capture.address, "name": offer.report.id}
    blank = {"version": "", "reading": 0, "engine": ""}
    key = conn.execute(reports.insert(), row | blank).inserted_primary_key
    return int(key[0]) if key else 0


def _version_row(offer: Offer, owner: str, number: int, capture: int) -> dict[str, object]:
    report = offer.report
    return {
        "id": version_id(owner, number),
        "report": owner,
        "number": number,
        "name": report.id,
        "title": report.title,
        "text": report.text,
        "published": report.published,
        "source": report.source,
        "outlet": outlet_of(report, offer.capture.address),
        "url": report.source if host_of(report.source or "") else None,
        "lang": report.lang,
        "extra": to_text(report.extra),
        "digest": digest_of(report),
        "capture": capture,
        "added": now(),
    }
