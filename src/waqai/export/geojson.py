"""Incidents as GeoJSON (RFC 7946): a feature each, its geometry null when nobody says where."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, BinaryIO

import msgspec

from waqai.export.dossier import Dossier
from waqai.export.incident_columns import INCIDENT_COLUMNS
from waqai.export.options import Options


def write_geojson(dossiers: Iterable[Dossier], stream: BinaryIO, options: Options) -> None:
    """Write one FeatureCollection, a feature a line."""
    stream.write(b'{"type":"FeatureCollection","features":[')
    stream.writelines(
        (b"," if number else b"") + b"\n" + msgspec.json.encode(feature(dossier))
        for number, dossier in enumerate(dossiers)
    )
    stream.write(b"\n]}\n")


def feature(dossier: Dossier) -> dict[str, Any]:
    """One incident: a point as [longitude, latitude], and as properties the columns of the table of incidents."""
    point = dossier.point
    geometry = None if point is None else {"type": "Point", "coordinates": list(point)}
    properties = {column.name: column.find(dossier) for column in INCIDENT_COLUMNS}
    return {"type": "Feature", "id": dossier.incident.id, "geometry": geometry, "properties": properties}
