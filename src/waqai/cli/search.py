"""``waqai search`` and ``waqai coverage``: which reports have these words; what was read of whom."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from waqai.cli.incidents import After, Limit
from waqai.cli.options import NoColor, day
from waqai.cli.storing import Where, open_existing, print_json

EPILOG = """\b
Examples:
  waqai search drone Kharkiv
  waqai search '"air defence"' --format json

A report is found when it has every word, in any spelling (hamzas, marks, letter forms) and whatever is written onto its
front (and, in, for, the); words in double quotes have to stand side by side. The last published comes first.
"""
COVERAGE_EPILOG = """\b
Examples:
  waqai coverage
  waqai coverage --from 2025-07-01 --json
"""
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
From = Annotated[
    str | None, typer.Option("--from", metavar="DATE", help="Published on this day or later.", callback=day)
]
To = Annotated[str | None, typer.Option("--to", metavar="DATE", help="Published on this day or earlier.", callback=day)]


def search(
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="What to look for.")],
    store: Where = None,
    limit: Limit = 20,
    after: After = None,
    as_json: AsJson = False,
    no_color: NoColor = False,
) -> None:
    """Find the reports that have all these words."""
    from waqai import store as kept
    from waqai.cli.incident_table import print_hits

    asked = " ".join(words)
    with open_existing(store) as opened, opened.reading() as conn:
        found = kept.search(conn, asked, after=after, limit=limit)
        if as_json:
            print_json([asdict(hit) for hit in found.hits], following=found.next)
            return
        print_hits(ctx, found.hits)
        more = f"; more with --after {found.next}" if found.next else ""
        typer.echo(f"{len(found.hits):,} shown of {kept.count_hits(conn, asked):,} reports{more}")


def coverage(
    ctx: typer.Context,
    store: Where = None,
    since: From = None,
    until: To = None,
    as_json: AsJson = False,
    no_color: NoColor = False,
) -> None:
    """Say what was read, of which outlets, on which days, and where one fell silent."""
    from waqai import store as kept
    from waqai.cli.incident_table import print_outlets

    with open_existing(store) as opened, opened.reading() as conn:
        found = kept.coverage(conn, since, until)
    if as_json:
        print_json({"ok": True, "items": [asdict(outlet) for outlet in found], "rule": kept.SILENCE_RULE})
        return
    print_outlets(ctx, found)
    typer.echo(kept.SILENCE_RULE)
