"""Writes incidents in a format to a stream, and says how many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from sqlalchemy import Connection

from waqai.errors import ExportError
from waqai.export.dossier import Dossier, dossiers, records
from waqai.export.formats import FORMATS, Format
from waqai.export.options import DEFAULT, Options
from waqai.export.withhold import withhold
from waqai.model.record import Record
from waqai.store import Filter, ReportRow


@dataclass(slots=True)
class Written:
    """What was written: incidents, of them without a position, and reports where the format is of reports.

    ``left_out``: incidents that met the filter and that the format has no room for.
    """

    incidents: int = 0
    without_place: int = 0
    reports: int = 0
    left_out: int = 0


def write(name: str, conn: Connection, asked: Filter, stream: BinaryIO, options: Options = DEFAULT) -> Written:
    """Write the incidents that meet the filter, in the format of that name, as they come: memory stays bounded.

    The stream stays open. Raises ExportError for a name that is no format, and for a format whose library is not there.
    """
    form = format_of(name)
    done = Written()
    if form.of_reports:
        form.write(_reports(records(conn, asked), done), stream, options)
    else:
        form.write(_incidents(conn, asked, form, options, done), stream, options)
    return done


def format_of(name: str) -> Format:
    """The format of that name. Raises ExportError when there is none."""
    if name not in FORMATS:
        raise ExportError(f"no format {name!r} (there is: {', '.join(FORMATS)})")
    return FORMATS[name]


def _reports(told: Iterable[tuple[ReportRow, Record]], done: Written) -> Iterator[tuple[ReportRow, Record]]:
    for each in told:
        done.reports += 1
        yield each


def _incidents(conn: Connection, asked: Filter, form: Format, options: Options, done: Written) -> Iterator[Dossier]:
    for dossier in dossiers(conn, asked, claims=form.of_claims):
        if not form.takes(dossier):
            done.left_out += 1
            continue
        done.incidents += 1
        done.without_place += dossier.point is None
        yield withhold(dossier, options.step) if options.public else dossier
