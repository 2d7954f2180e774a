"""A kept report on the terminal: where it came from, its versions, and what is read in it."""

from __future__ import annotations

import typer
from rich.text import Text
from sqlalchemy import Connection

from waqai.cli.batch import Done
from waqai.cli.screen import console
from waqai.cli.table import Table
from waqai.store import record_of, report_of, versions_of


def print_report(ctx: typer.Context, conn: Connection, name: str) -> None:
    """Print a report's version and its record."""
    out, row = console(ctx), report_of(conn, name)
    head = Text(row.id, "bold")
    for part in (row.outlet, row.url or row.source or "", f"kept {row.added}"):
        head.append(f"  {part}", "not bold dim")
    out.print(head)
    versions = versions_of(conn, row.report)
    if len(versions) > 1:
        out.print("versions: " + ", ".join(f"{v.id} ({v.added})" for v in versions), style="dim")
    Table(ctx, explain=False).write(Done(row.to_report(), record_of(conn, row.id)))
