"""``waqai read``: reports in, their records out as a table or JSON; what could not be read is listed on standard error."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from typing import Annotated

import typer

from waqai.cli.options import Format, Lang, NoColor, Paths, Published
from waqai.ingest import Failure, Notice, reports

EPILOG = """\b
Examples:
  waqai read report.txt --published 2025-07-22
  waqai read reports/ more.jsonl --format jsonl --jobs 4 > records.jsonl
  cat report.txt | waqai read - --format json
  waqai read page.html paper.pdf mail.eml rows.csv
  waqai read report.txt --explain

Reads text, Markdown, HTML, PDF, e-mail (.eml), JSON, JSONL, CSV, RSS and Atom feeds, web archives (.warc, .warc.gz), and
the addresses of such. A row has a "text", and if it likes an "id", "title", "date", "url", "outlet" and "lang"; other columns are kept
under "extra". A text file may begin with such fields between two lines "---". One report may have 2,000,000 characters.
Exit codes: 0 every report was read whole; 1 some could not be, or lost characters (they are listed); 2 usage.
"""

Jobs = Annotated[int, typer.Option("--jobs", "-j", metavar="N", min=0, help="Processes to read with; 0: one a core.")]
Explain = Annotated[bool, typer.Option("--explain", help="Print under each event what its values stand on.")]


@dataclass(slots=True)
class Tally:
    """What there is to say at the end. ``troubled``: reports that failed or lost characters."""

    reports: int = 0
    events: int = 0
    statements: int = 0
    troubles: list[str] = field(default_factory=list)

    def summary(self) -> str:
        """One line."""
        counted = (
            f"{_many(self.reports, 'report')}, {_many(self.events, 'event')}, {_many(self.statements, 'statement')}"
        )
        return counted + (f"; {_many(len(self.troubles), 'problem')}, listed above" if self.troubles else "")


def read(
    ctx: typer.Context,
    paths: Paths,
    published: Published = None,
    lang: Lang = None,
    form: Annotated[Format, typer.Option("--format", "-f", help="How to print the records.")] = Format.table,
    explain: Explain = False,
    jobs: Jobs = 1,
    no_color: NoColor = False,
) -> None:
    """Read reports and print their records."""
    from waqai.cli.batch import read_all
    from waqai.cli.progress import watched
    from waqai.cli.writers import writer
    from waqai.dating import visible_date

    if explain and form is not Format.table:
        raise typer.BadParameter(
            "it goes with --format table; JSON always carries rules and spans", param_hint="--explain"
        )
    items = reports(paths, published, lang, read_date=visible_date)
    tally, out = Tally(), writer(form, ctx, explain=explain)
    for result in watched(read_all(items, jobs or os.cpu_count() or 1)):
        if isinstance(result, Failure | Notice):
            _say(result, tally)
            continue
        tally.reports += 1
        tally.events += len(result.record.events)
        tally.statements += len(result.record.statements)
        out.write(result)
    out.close(tally.summary())
    raise typer.Exit(1 if tally.troubles else 0)


def _say(result: Failure | Notice, tally: Tally) -> None:
    sys.stderr.write(f"waqai: {result}\n")  # the stream of the moment: above the counter, if there is one
    if isinstance(result, Failure) or result.damage:
        tally.troubles.append(str(result))


def _many(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
