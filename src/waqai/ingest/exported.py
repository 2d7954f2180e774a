"""What waqai exported itself: a record with the report that it was read in, which comes back as it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from waqai.ingest.outcome import Item, Origin
from waqai.ingest.rows import day, text_fault
from waqai.messages import say
from waqai.model.record import Report


def is_exported(value: Any) -> bool:
    """Is it a record with its report, and no row of a table of reports?"""
    return isinstance(value, Mapping) and "contract" in value and isinstance(value.get("report"), Mapping)


def exported_name(value: Mapping[str, Any]) -> str:
    """The name that the report had, which is its address here."""
    return str(value["report"].get("id", ""))


def exported_report(value: Mapping[str, Any], origin: Origin) -> Iterator[Item]:
    """The report, or the reason why it is none. Its record is left aside: it is read anew."""
    try:
        report = msgspec.convert(value["report"], Report)
    except msgspec.ValidationError as error:
        yield origin.failure(say("failure.not_exported", detail=str(error)))
        return
    published, said = day(report.published, None)
    reason = say("failure.no_id") if not report.id else text_fault(report.title, report.text) or said
    if reason or published != report.published:
        yield origin.failure(reason or say("failure.no_day", written=str(report.published)))
    else:
        yield report
