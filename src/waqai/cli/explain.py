"""``waqai explain``: one event of one report as a tree of values, rules and words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from waqai.cli.options import Lang, NoColor, Published
from waqai.ingest import Failure, Item, reports
from waqai.model.record import Report

if TYPE_CHECKING:
    from waqai.cli.batch import Done

EPILOG = """\b
Examples:
  waqai explain report.txt e1 --published 2025-07-22
  waqai explain reports.jsonl e3 --report ukr-0412
"""


def explain(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="The file that holds the report.")],
    event: Annotated[str, typer.Argument(metavar="EVENT", help="The event's id in the record: e1, e2 ...")],
    report: Annotated[str | None, typer.Option(metavar="ID", help="Which report of the file; else the first.")] = None,
    published: Published = None,
    lang: Lang = None,
    no_color: NoColor = False,
) -> None:
    """Show where an event's values come from: value, rule, words."""
    from waqai.cli.screen import console
    from waqai.cli.tree import print_event
    from waqai.dating import visible_date
    from waqai.explain import evidence_of, find_event

    done = _read(_find(reports([file], published, lang, read_date=visible_date), file, report))
    found = find_event(done.record, event)
    if found is None:
        names = ", ".join(each.id for each in done.record.events) or "none"
        _refuse(f"{done.report.id} has no event {event!r}; its events: {names}")
    print_event(console(ctx), done.report, done.record, found, evidence_of(done.report, done.record))


def _find(items: Iterable[Item], file: str, wanted: str | None) -> Report:
    """The report asked for, or the first one that can be read."""
    for item in items:
        if isinstance(item, Report) and wanted in (None, item.id):
            return item
        if isinstance(item, Failure):
            typer.echo(f"waqai: {item}", err=True)
    return _refuse(f"{file}: no report {wanted!r} in it" if wanted else f"{file}: no report in it")


def _read(report: Report) -> Done:
    from waqai.cli.batch import read_one

    result = read_one(report)
    if isinstance(result, Failure):
        _refuse(str(result))
    return result


def _refuse(reason: str) -> NoReturn:
    typer.echo(f"waqai: {reason}", err=True)
    raise typer.Exit(1)
