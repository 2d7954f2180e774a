"""``waqai show``: one incident, or one report, with every claim beside its words and whoever says it."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from waqai.cli.options import NoColor
from waqai.cli.search import AsJson
from waqai.cli.storing import Where, open_existing, print_json

if TYPE_CHECKING:
    from sqlalchemy import Connection

EPILOG = """\b
Examples:
  waqai show i4tcmzl32pf
  waqai show i4tcmzl32pf --history
  waqai show r3hfzajgbfuv2 --json

An incident's id (i...) always leads somewhere, through every merge since; a report's id (r...) may name a version (.2).
"""

Name = Annotated[str, typer.Argument(metavar="ID", help="An incident's or a report's id.")]


def show(
    ctx: typer.Context,
    name: Name,
    store: Where = None,
    history: Annotated[bool, typer.Option("--history", help="Show what became of it, too.")] = False,
    as_json: AsJson = False,
    no_color: NoColor = False,
) -> None:
    """Show an incident (claims side by side, sources, words) or a report (its versions and record)."""
    from waqai.cli.show_incident import print_history, print_incident
    from waqai.cli.show_report import print_report
    from waqai.store import history as history_of

    with open_existing(store) as opened, opened.reading() as conn:
        if as_json:
            print_json(_as_json(conn, name, history=history))
        elif name.startswith("r"):
            print_report(ctx, conn, name)
        else:
            print_incident(ctx, conn, name)
            if history:
                print_history(ctx, history_of(conn, name))


def _as_json(conn: Connection, name: str, *, history: bool) -> dict[str, Any]:
    from waqai import store as kept
    from waqai.schema import to_json

    if name.startswith("r"):
        row = kept.report_of(conn, name)
        record = to_json(kept.record_of(conn, row.id))
        versions = [version.id for version in kept.versions_of(conn, row.report)]
        return {"ok": True, "report": asdict(row), "record": record, "versions": versions}
    made = kept.incident_of(conn, name)
    claims = kept.claims_of_sightings(conn, [each.id for each in made.sightings])
    page = {
        "ok": True,
        "incident": asdict(made),
        "claims": {key: list(map(asdict, each)) for key, each in claims.items()},
    }
    page["review"] = asdict(kept.reviews(conn, [made.id])[made.id])
    return page | ({"history": [asdict(event) for event in kept.history(conn, made.id)]} if history else {})
