"""A table as CSV (RFC 4180, UTF-8), row by row."""

from __future__ import annotations

import csv
import io
from typing import Any, BinaryIO

from waqai.export.cells import cell
from waqai.export.column import Table
from waqai.export.options import Options

_BOM = "\ufeff"


def write_csv(table: Table[Any], stream: BinaryIO, options: Options) -> None:
    """Write the table: names, with ``hxl`` their tags, and the rows."""
    text = io.TextIOWrapper(stream, "utf-8", newline="", write_through=True)
    try:
        if options.bom:
            text.write(_BOM)
        out = csv.writer(text)
        out.writerow(table.head())
        if options.hxl:
            out.writerow(table.tags())
        out.writerows(map(cell, row) for row in table.cells())
    finally:
        text.detach()  # the stream stays the caller's to close
