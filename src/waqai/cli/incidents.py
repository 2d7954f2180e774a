"""``waqai incidents``: the incidents that meet a filter, as a table, JSON or CSV."""

from __future__ import annotations

import csv
import sys
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Annotated

import typer

from waqai.cli.filtering import with_filter
from waqai.cli.options import NoColor
from waqai.cli.storing import Form, Where, open_existing, print_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from waqai.store import Counts, Filter, Row

EPILOG = """\b
Examples:
  waqai incidents --from 2025-07-01 --to 2025-07-31 --kind drone_strike --min-killed 1
  waqai incidents --place Idlib --order deadliest --format csv > idlib.csv
  waqai incidents --box 35,31,37,34 --words "hospital" --format json

A page of --limit incidents; --after goes on where the page before ended ("next" in JSON). CSV gives all of them.
"""

Order = Annotated[str, typer.Option("--order", metavar="ORDER", help="newest, oldest, deadliest or changed.")]
Limit = Annotated[int, typer.Option("--limit", metavar="N", min=1, max=1000, help="How many.")]
After = Annotated[str | None, typer.Option("--after", metavar="MARK", help="Go on after this mark.")]
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@with_filter
def incidents(
    ctx: typer.Context,
    asked: Filter,
    store: Where = None,
    form: Annotated[Form, typer.Option("--format", "-f", help="How to print them.")] = Form.table,
    order: Order = "newest",
    limit: Limit = 50,
    after: After = None,
    no_color: NoColor = False,
) -> None:
    """List the incidents that meet every condition."""
    from waqai import store as kept
    from waqai.cli.incident_table import print_rows

    with open_existing(store) as opened, opened.reading() as conn:
        if form is Form.csv:
            _print_csv(kept.every_incident(conn, asked, order=order))
            return
        page = kept.incidents(conn, asked, order=order, after=after, limit=limit)
        if form is Form.json:
            print_json([asdict(row) for row in page.rows], following=page.next)
            return
        print_rows(ctx, page.rows)
        _print_counts(kept.count(conn, asked), len(page.rows), page.next)


def _print_csv(rows: Iterable[Row]) -> None:
    from waqai.store import Row

    out = csv.writer(sys.stdout)
    out.writerow([field.name for field in fields(Row)])
    for row in rows:
        out.writerow([_cell(value) for value in asdict(row).values()])


def _cell(value: object) -> object:
    """No cell of text begins a formula when the file is opened in a spreadsheet."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _print_counts(counts: Counts, shown: int, following: str | None) -> None:
    more = f"; more with --after {following}" if following else ""
    typer.echo(f"{shown:,} shown of {counts.matching:,} matching, {counts.without_place:,} without a place{more}")
