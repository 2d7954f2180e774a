"""The formats, as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any, BinaryIO

from waqai.export.acled import ACLED_COLUMNS, is_for_acled
from waqai.export.claim_columns import CLAIM_COLUMNS, said
from waqai.export.column import Column, Table
from waqai.export.csv_table import write_csv
from waqai.export.dossier import Dossier
from waqai.export.ftm import write_ftm
from waqai.export.geojson import write_geojson
from waqai.export.incident_columns import INCIDENT_COLUMNS
from waqai.export.jsonl import write_records
from waqai.export.jsonld import write_jsonld
from waqai.export.options import Options
from waqai.export.parquet import write_parquet
from waqai.export.ucdp import UCDP_COLUMNS, is_for_ucdp
from waqai.export.views import write_views
from waqai.export.xlsx import write_xlsx

Writer = Callable[[Iterable[Any], BinaryIO, Options], None]
CSV_TYPE, LINES_TYPE = "text/csv; charset=utf-8", "application/x-ndjson"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PARQUET_TYPE = "application/vnd.apache.parquet"


@dataclass(frozen=True, slots=True)
class Format:
    """One format. ``write`` takes dossiers, or with ``of_reports`` reports with their records.

    ``comes_back``: what is exported can be added again. ``binary``: it is nothing for a terminal. ``takes_hxl``: it has a
    row of tags where one is asked for. ``of_claims``: it writes them. ``takes``: which incidents it has room for.
    """

    name: str
    media_type: str
    suffix: str
    says: str
    write: Writer
    comes_back: bool = False
    binary: bool = False
    of_reports: bool = False
    of_claims: bool = False
    takes_hxl: bool = False
    takes: Callable[[Dossier], bool] = lambda _dossier: True


def _tabled(columns: tuple[Column[Dossier], ...], dossiers: Iterable[Dossier], stream: BinaryIO, how: Options) -> None:
    write_csv(Table("incidents", columns, dossiers), stream, how)


def _write_claims(dossiers: Iterable[Dossier], stream: BinaryIO, options: Options) -> None:
    write_csv(Table("claims", CLAIM_COLUMNS, said(dossiers)), stream, options)


_ALL = (
    Format(
        "jsonl",
        LINES_TYPE,
        ".jsonl",
        "the reports with their records, one a line",
        write_records,
        comes_back=True,
        of_reports=True,
    ),
    Format(
        "incidents-jsonl",
        LINES_TYPE,
        ".jsonl",
        "incidents with claims and words, one a line",
        write_views,
        of_claims=True,
    ),
    Format("csv", CSV_TYPE, ".csv", "a table of incidents", partial(_tabled, INCIDENT_COLUMNS), takes_hxl=True),
    Format(
        "claims-csv",
        CSV_TYPE,
        ".csv",
        "a table of claims: every value with its words",
        _write_claims,
        takes_hxl=True,
        of_claims=True,
    ),
    Format(
        "xlsx",
        XLSX_TYPE,
        ".xlsx",
        "Excel: incidents, claims, reports",
        write_xlsx,
        binary=True,
        takes_hxl=True,
        of_claims=True,
    ),
    Format("geojson", "application/geo+json", ".geojson", "incidents as points on a map", write_geojson),
    Format("parquet", PARQUET_TYPE, ".parquet", "GeoParquet 1.1, for analysis", write_parquet, binary=True),
    Format(
        "acled",
        CSV_TYPE,
        ".csv",
        "in the columns of ACLED",
        partial(_tabled, ACLED_COLUMNS),
        takes_hxl=True,
        takes=is_for_acled,
    ),
    Format(
        "ucdp",
        CSV_TYPE,
        ".csv",
        "in the columns of UCDP GED",
        partial(_tabled, UCDP_COLUMNS),
        takes_hxl=True,
        takes=is_for_ucdp,
    ),
    Format("ftm", LINES_TYPE, ".ftm.jsonl", "FollowTheMoney entities, one a line", write_ftm),
    Format(
        "jsonld", "application/ld+json", ".jsonld", "linked data with annotated words", write_jsonld, of_claims=True
    ),
)
FORMATS = {form.name: form for form in _ALL}
