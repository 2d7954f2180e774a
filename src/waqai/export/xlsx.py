"""Incidents, claims and reports as the three sheets of one Excel workbook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO, Generic

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from waqai.export.claim_columns import CLAIM_COLUMNS, REPORT_COLUMNS, Said, said
from waqai.export.column import Column, T, Value
from waqai.export.dossier import Dossier
from waqai.export.incident_columns import INCIDENT_COLUMNS
from waqai.export.options import Options
from waqai.store import ReportRow

_LONGEST = 32_767  # characters of a cell
_MOST = 1_048_575  # rows of a sheet under its head
_SETTINGS = {  # every row is written to disk as it is done; no text becomes a formula, a link or a number
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": True,
}


def write_xlsx(dossiers: Iterable[Dossier], stream: BinaryIO, options: Options) -> None:
    """Write the workbook. A cell has room for 32,767 characters: what is longer ends with "…"."""
    book = xlsxwriter.Workbook(stream, _SETTINGS)
    sheets = _Sheets(book, options)
    for dossier in dossiers:
        sheets.take(dossier)
    try:
        book.close()
    except FileCreateError as error:  # the library's wrapping of a full disk, a broken pipe
        raise error.args[0] from None


class _Sheets:
    """The three sheets, written side by side, an incident at a time."""

    def __init__(self, book: xlsxwriter.Workbook, options: Options) -> None:
        self._incidents: _Sheet[Dossier] = _Sheet(book, "incidents", INCIDENT_COLUMNS, options)
        self._claims: _Sheet[Said] = _Sheet(book, "claims", CLAIM_COLUMNS, options)
        self._reports: _Sheet[ReportRow] = _Sheet(book, "reports", REPORT_COLUMNS, options)
        self._seen: set[str] = set()

    def take(self, dossier: Dossier) -> None:
        self._incidents.write(dossier)
        for claim in said([dossier]):
            self._claims.write(claim)
        for report in self._fresh(dossier):
            self._reports.write(report)

    def _fresh(self, dossier: Dossier) -> Iterator[ReportRow]:
        for report in dossier.told_by():
            if report.id not in self._seen:
                self._seen.add(report.id)
                yield report


class _Sheet(Generic[T]):
    """One sheet; a second one of the same columns goes on where a sheet is full."""

    def __init__(self, book: xlsxwriter.Workbook, name: str, columns: Sequence[Column[T]], options: Options) -> None:
        self._book, self._name, self._columns, self._options = book, name, columns, options
        self._bold = book.add_format({"bold": True})
        self._begin()

    def write(self, thing: T) -> None:
        """The row of a thing."""
        if self._row > _MOST:
            self._name += " more"
            self._begin()
        self._put([column.find(thing) for column in self._columns])

    def _begin(self) -> None:
        self._sheet: Worksheet = self._book.add_worksheet(self._name)
        self._row = 0
        self._put([column.name for column in self._columns], self._bold)
        if self._options.hxl:
            self._put([column.hxl for column in self._columns])
        self._sheet.freeze_panes(self._row, 1)

    def _put(self, values: Sequence[Value], form: Format | None = None) -> None:
        for number, value in enumerate(values):
            _put_cell(self._sheet, self._row, number, value, form)
        self._row += 1


def _put_cell(sheet: Worksheet, row: int, column: int, value: Value, form: Format | None) -> None:
    """A value in its own type: text stays text, whatever it begins with."""
    if isinstance(value, str) and value:
        sheet.write_string(row, column, value if len(value) <= _LONGEST else value[: _LONGEST - 1] + "…", form)
    elif isinstance(value, bool):
        sheet.write_boolean(row, column, value, form)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value, form)
