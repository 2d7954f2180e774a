"""The page docs/reference/exports.md: every format with its columns, out of the code."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from waqai.export import FORMATS
from waqai.export.acled import ACLED_COLUMNS
from waqai.export.claim_columns import CLAIM_COLUMNS, REPORT_COLUMNS
from waqai.export.column import Column
from waqai.export.incident_columns import INCIDENT_COLUMNS
from waqai.export.ucdp import UCDP_COLUMNS

Table = Callable[[list[str], list[list[str]]], str]
INTRO = """Every format takes the filter of `waqai incidents`. Dates are ISO days, positions WGS84 degrees, several values in one cell are
divided by "; ", and an empty cell means that no source says. Text that begins like a formula has an apostrophe before it; numbers have none.
"""
TABLES: tuple[tuple[str, str, Sequence[Column[Any]]], ...] = (
    (
        "Incidents",
        "The columns of `csv`, of the sheet of `xlsx`, of `parquet`, and the properties of `geojson`.",
        INCIDENT_COLUMNS,
    ),
    ("Claims", "The columns of `claims-csv` and of the sheet of `xlsx`.", CLAIM_COLUMNS),
    ("Reports", "The columns of the sheet of `xlsx`.", REPORT_COLUMNS),
    (
        "ACLED",
        "The 31 columns of ACLED in its order, then ours. Incidents that did not happen and running totals are left out.",
        ACLED_COLUMNS,
    ),
    (
        "UCDP",
        "The 49 columns of UCDP GED in its order, then ours. Violence that happened and in which somebody died; all else is left out.",
        UCDP_COLUMNS,
    ),
)


def exports(note: str, table: Table) -> str:
    """The whole page."""
    formats = [
        [f"`{form.name}`", form.says, f"`{form.suffix}`", f"`{form.media_type}`", "yes" if form.comes_back else ""]
        for form in FORMATS.values()
    ]
    head = table(["format", "what it is", "file", "media type", "can be added again"], formats)
    parts = [f"## {name}\n\n{says}\n\n{columns(of, table)}" for name, says, of in TABLES]
    return f"# Exports\n\n{note}\n{INTRO}\n{head}\n" + "\n".join(parts)


def columns(of: Sequence[Column[Any]], table: Table) -> str:
    """One table's columns."""
    rows = [[f"`{column.name}`", column.type, column.meaning, f"`{column.hxl}`" if column.hxl else ""] for column in of]
    return table(["column", "type", "meaning", "HXL"], rows)
