"""Incidents as linked data (JSON-LD 1.1): schema.org Event, NewsArticle and Claim, and the words as Web Annotations.

A claim's words are annotated in its article by TextPositionSelector, in Unicode code points of title, line feed and text, half-open,
and by TextQuoteSelector with what stands around them. We extract claims and rate none: there is no ClaimReview.
The context stands in the file: nothing has to be fetched to read it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

import msgspec

from waqai.export.dossier import Dossier
from waqai.export.jsonld_parts import CONTEXT, article, claim, event
from waqai.export.options import Options

Node = dict[str, Any]


def write_jsonld(dossiers: Iterable[Dossier], stream: BinaryIO, options: Options) -> None:
    """Write one document: its context, and a graph with a node a line."""
    stream.write(b'{"@context":' + msgspec.json.encode(CONTEXT) + b',"@graph":[')
    comma = b""
    for node in _each_once(dossiers, options):
        stream.write(comma + b"\n" + msgspec.json.encode(node))
        comma = b","
    stream.write(b"\n]}\n")


def nodes(dossier: Dossier, language: str = "en") -> Iterator[Node]:
    """An incident's nodes: the event, its articles, its claims with their words."""
    yield event(dossier, language)
    yield from map(article, dossier.told_by())
    for sighting in dossier.incident.sightings:
        report = dossier.reports[sighting.report]
        for each in dossier.claims[sighting.id]:
            yield from claim(dossier.incident.id, each, report)


def _each_once(dossiers: Iterable[Dossier], options: Options) -> Iterator[Node]:
    seen: set[str] = set()
    for dossier in dossiers:
        for node in nodes(dossier, options.language):
            if not (node["@type"] == "NewsArticle" and node["@id"] in seen):
                if node["@type"] == "NewsArticle":
                    seen.add(node["@id"])
                yield node
