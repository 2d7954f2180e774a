"""Incidents as JSON, one a line: what they say, every sighting with its claims and words, and the reports behind them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, BinaryIO

import msgspec

from waqai.export.dossier import Dossier
from waqai.export.options import Options
from waqai.export.plain import plain, write_lines

_REPORT = ("id", "title", "published", "outlet", "url", "lang", "added")


def write_views(dossiers: Iterable[Dossier], stream: BinaryIO, options: Options) -> None:
    """Write an incident a line."""
    write_lines((view(dossier, public=options.public) for dossier in dossiers), stream)


def view(dossier: Dossier, *, public: bool = False) -> dict[str, Any]:
    """An incident as JSON values. Each sighting has its ``claims``; ``value`` of a claim is JSON itself."""
    page: dict[str, Any] = plain(dossier.incident, public=public)
    for sighting in page["sightings"]:
        claims = dossier.claims[sighting["id"]]
        sighting["claims"] = [plain(claim, public=public) | {"value": _value(claim.value)} for claim in claims]
    reports = [{name: getattr(report, name) for name in _REPORT} for report in dossier.told_by()]
    return page | {"reports": reports, "review": dossier.state, "changed": dossier.changed, "rounded_to": dossier.step}


def _value(text: str) -> Any:
    return msgspec.json.decode(text)
