"""The summary page: one HTML file, in Arabic from right to left or in English, with nothing fetched and no script."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from typing import Any, BinaryIO

from jinja2 import Environment, PackageLoader, StrictUndefined
from sqlalchemy import Connection

from waqai import __version__
from waqai.export.dossier import Dossier, dossiers
from waqai.export.options import DEFAULT, Options
from waqai.export.report.charts import charts
from waqai.export.report.map import map_of
from waqai.export.report.summary import Summary, Tally, summarise
from waqai.export.withhold import withhold
from waqai.export.words import MARK, label
from waqai.store import Filter

_MOST = 15  # places, actors
_LISTS = {"kinds": "kinds", "statuses": "statuses", "weapons": "weapons", "targets": "targets", "groups": "groups"}


def write_report(
    conn: Connection, asked: Filter, stream: BinaryIO, options: Options = DEFAULT, *, made: str = ""
) -> Summary:
    """Write the page of the incidents that meet the filter, and give what it says. ``made``: when, to be printed on it."""
    summary = summarise(_told(conn, asked, options), options.language)
    page = _templates().get_template("report.html")
    said = {"asked": list(_asked(asked, options.language)), "made": made, "version": __version__}
    page.stream(**_parts(summary), **said, options=options, withheld_mark=MARK).dump(stream, "utf-8")
    return summary


def _told(conn: Connection, asked: Filter, options: Options) -> Iterator[Dossier]:
    for dossier in dossiers(conn, asked):
        yield withhold(dossier, options.step) if options.public else dossier


def _parts(summary: Summary) -> dict[str, Any]:
    """What the template prints."""
    kinds = [(label("kinds", kind, summary.language), tally) for kind, tally in _largest(summary.kinds)]
    statuses = [(label("statuses", name, summary.language), number) for name, number in summary.statuses.most_common()]
    return {
        "s": summary,
        "kinds": kinds,
        "statuses": statuses,
        "places": _largest(summary.places)[:_MOST],
        "actors": _largest(summary.actors)[:_MOST],
        "outlets": summary.outlets.most_common(),
        "charts": charts(summary.days),
        "map": map_of(summary.spots.values()),
    }


def _largest(tallies: dict[str, Tally]) -> list[tuple[str, Tally]]:
    """Most incidents first, then most dead, then by name."""
    return sorted(tallies.items(), key=lambda item: (-item[1].incidents, -item[1].killed.low, item[0]))


def _asked(asked: Filter, language: str) -> Iterator[tuple[str, str]]:
    """The conditions that are set: name of the field, and its value in words."""
    for field in fields(Filter):
        value = getattr(asked, field.name)
        if value is None or value == ():
            continue
        values = value if isinstance(value, tuple) else (value,)
        yield field.name, ", ".join(label(_LISTS.get(field.name, ""), str(each), language) or "" for each in values)


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("waqai.export.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
