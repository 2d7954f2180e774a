"""``waqai report``: a summary of the incidents that meet a filter, as one page that prints well."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from waqai.cli.export import Language, Out, Public
from waqai.cli.filtering import with_filter
from waqai.cli.output import is_terminal, output
from waqai.cli.storing import Where, open_existing

if TYPE_CHECKING:
    from waqai.store import Filter

EPILOG = """\b
Examples:
  waqai report --since 2025-07-01 --until 2025-07-31 --out july.html
  waqai report --place Idlib --language ar --public --out idlib.html

Tolls with their ranges, incidents over time, on a map, by place, by who is said to have done it, and one by one with their
sources and permanent ids. One file: no script, nothing fetched from anywhere; print it from a browser (A4).
"""


@with_filter
def report(
    asked: Filter,
    out: Out = None,
    store: Where = None,
    language: Language = "en",
    public: Public = False,
) -> None:
    """Write a summary of the incidents that meet every condition, as a page of HTML."""
    from datetime import UTC, datetime

    from waqai.export import Options
    from waqai.export.report import write_report

    if is_terminal(out):
        raise typer.BadParameter("the page is nothing for a terminal; name a file", param_hint="--out")
    made = datetime.now(UTC).date().isoformat()
    with open_existing(store) as opened, opened.reading() as conn, output(out) as stream:
        told = write_report(conn, asked, stream, Options(public=public, language=language), made=made)
    said = f"{told.all:,} incidents of {told.reports:,} reports, {told.without_place:,} without a place"
    typer.echo(f"waqai: {said}", err=True)
