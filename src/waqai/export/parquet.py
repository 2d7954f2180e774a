"""Incidents as GeoParquet 1.1: typed columns, and a point in WKB that is null where nobody says where."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from importlib import import_module
from itertools import islice
from typing import Any, BinaryIO

from waqai.errors import ExportError
from waqai.export.column import DAY, MOMENT, NUMBER, TEXT, TRUTH, WHOLE, Value
from waqai.export.dossier import Dossier
from waqai.export.incident_columns import INCIDENT_COLUMNS
from waqai.export.options import Options

_MANY = 2_000  # incidents of a row group
_POINT = struct.Struct("<BIdd")  # little-endian, a point, its two numbers
_GEO = {  # no crs: that is longitude and latitude on WGS84 (OGC:CRS84)
    "version": "1.1.0",
    "primary_column": "geometry",
    "columns": {"geometry": {"encoding": "WKB", "geometry_types": ["Point"]}},
}


def write_parquet(dossiers: Iterable[Dossier], stream: BinaryIO, options: Options) -> None:
    """Write the file. Raises ExportError where pyarrow is not installed."""
    arrow, parquet = _library("pyarrow"), _library("pyarrow.parquet")
    schema = _schema(arrow)
    incidents = iter(dossiers)
    with parquet.ParquetWriter(stream, schema, compression="zstd") as writer:
        while rows := list(map(_row, islice(incidents, _MANY))):
            writer.write_table(arrow.Table.from_pylist(rows, schema))


def _library(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        raise ExportError('Parquet needs pyarrow: pip install "waqai[parquet]"') from error


def _schema(arrow: Any) -> Any:
    types = {
        TEXT: arrow.string(),
        WHOLE: arrow.int64(),
        NUMBER: arrow.float64(),
        DAY: arrow.date32(),
        MOMENT: arrow.timestamp("s", "UTC"),
        TRUTH: arrow.bool_(),
    }
    fields = [
        arrow.field(c.name, types[c.type], metadata={"meaning": c.meaning} | ({"hxl": c.hxl} if c.hxl else {}))
        for c in INCIDENT_COLUMNS
    ]
    return arrow.schema([*fields, arrow.field("geometry", arrow.binary())], metadata={"geo": json.dumps(_GEO)})


def _row(dossier: Dossier) -> dict[str, Any]:
    return dict(_values(dossier)) | {"geometry": None if dossier.point is None else _POINT.pack(1, 1, *dossier.point)}


def _values(dossier: Dossier) -> Iterator[tuple[str, Any]]:
    for column in INCIDENT_COLUMNS:
        yield column.name, _typed(column.type, column.find(dossier))


def _typed(kind: str, value: Value) -> Any:
    if kind == DAY and isinstance(value, str):
        return date.fromisoformat(value)
    return datetime.fromisoformat(value) if kind == MOMENT and isinstance(value, str) else value
