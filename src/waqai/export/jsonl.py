"""Contract records, one a line, with the reports that they were read in: what is exported so can be added again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, BinaryIO

from waqai.export.options import Options
from waqai.export.plain import plain, without_offsets, write_lines
from waqai.export.withhold import withhold_record, withhold_report
from waqai.model.record import Record
from waqai.schema import to_json
from waqai.store import ReportRow


def write_records(told: Iterable[tuple[ReportRow, Record]], stream: BinaryIO, options: Options) -> None:
    """Write a record a line. Under ``report`` stands what was read; a public record has none, and cannot be added again."""
    write_lines((_line(report, record, options) for report, record in told), stream)


def _line(report: ReportRow, record: Record, options: Options) -> dict[str, Any]:
    if not options.public:
        return to_json(record) | {"report": plain(report.to_report())}
    shown = withhold_report(report)
    page: dict[str, Any] = without_offsets(to_json(withhold_record(record, shown, options.step)))
    return page | {"withheld": True}
