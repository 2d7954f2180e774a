"""``waqai export``: the incidents that meet a filter, in a format that other programs read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from waqai.cli.filtering import with_filter
from waqai.cli.output import is_terminal, output
from waqai.cli.storing import Where, open_existing

if TYPE_CHECKING:
    from waqai.export import Format, Written
    from waqai.store import Filter

EPILOG = """\b
Formats:
  jsonl            the reports with their records, one a line; can be added again
  incidents-jsonl  incidents with their claims and words, one a line
  csv              a table of incidents
  claims-csv       a table of claims: every value with its words, offsets, rule and source
  xlsx             Excel: incidents, claims, reports
  geojson          incidents as points; those without a place are kept
  parquet          GeoParquet 1.1 (pip install "waqai[parquet]")
  acled, ucdp      in the columns of ACLED and of UCDP GED, what we cannot know left empty
  ftm              FollowTheMoney entities, one a line
  jsonld           schema.org and Web Annotation

\b
Examples:
  waqai export csv --out july.csv --from 2025-07-01 --to 2025-07-31
  waqai export geojson --place Idlib --public --out idlib.geojson
  waqai export jsonl > reports.jsonl && waqai add reports.jsonl --store other.waqai

--public withholds the names of victims, witnesses and private persons with all quoted words, and rounds positions.
The columns of every table: docs/reference/exports.md.
"""


def _known(value: str) -> str:
    if value not in ("ar", "en"):
        raise typer.BadParameter(f"{value!r} is neither ar nor en")
    return value


Out = Annotated[str | None, typer.Option("--out", "-o", metavar="FILE", help="Write to a file, whole or not at all.")]
Public = Annotated[bool, typer.Option("--public", help="Withhold what names or finds private persons; quote nothing.")]
Language = Annotated[str, typer.Option("--language", metavar="ar|en", help="Language of labels.", callback=_known)]
Hxl = Annotated[bool, typer.Option("--hxl", help="Put a row of HXL tags under the names of the columns.")]
Bom = Annotated[bool, typer.Option("--bom", help="Begin CSV with the mark by which Excel knows UTF-8.")]


@with_filter
def export(
    name: Annotated[str, typer.Argument(metavar="FORMAT", help="One of the formats below.")],
    asked: Filter,
    out: Out = None,
    store: Where = None,
    public: Public = False,
    hxl: Hxl = False,
    bom: Bom = False,
    language: Language = "en",
) -> None:
    """Write the incidents that meet every condition, in a format of other programs."""
    from waqai.export import Options, format_of, write

    form = format_of(name)
    _refuse(form, out, hxl=hxl, bom=bom)
    with open_existing(store) as opened, opened.reading() as conn, output(out) as stream:
        done = write(name, conn, asked, stream, Options(public, hxl, language, bom))
    typer.echo(f"waqai: {summary(form, done)}", err=True)


def _refuse(form: Format, out: str | None, *, hxl: bool, bom: bool) -> None:
    """What makes no sense for a format is said, and not passed over."""
    if form.binary and is_terminal(out):
        raise typer.BadParameter(f"{form.name} is nothing for a terminal; name a file with --out", param_hint="FORMAT")
    if hxl and not form.takes_hxl:
        raise typer.BadParameter(f"{form.name} has no row of tags", param_hint="--hxl")
    if bom and form.suffix != ".csv":
        raise typer.BadParameter(f"{form.name} is no CSV", param_hint="--bom")


def summary(form: Format, done: Written) -> str:
    """How much was written, and of what something is missing."""
    if form.of_reports:
        return f"{done.reports:,} reports written with their records"
    said = f"{done.incidents:,} incidents written, {done.without_place:,} of them without a place"
    return f"{said}; {done.left_out:,} left out that {form.name} has no room for" if done.left_out else said
