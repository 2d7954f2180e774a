"""The command line: reading (``waqai read`` ...), the store (``waqai add``, ``incidents``, ``merge`` ...), and what is in the box."""

from __future__ import annotations

import gc
import io
import sys
from typing import Annotated

import typer

from waqai import __version__
from waqai.cli import (
    about,
    add,
    decide,
    evaluate,
    explain,
    export,
    incidents,
    packs,
    place,
    read,
    report,
    schema,
    search,
    serve,
    show,
    upkeep,
    watch,
)
from waqai.cli.options import NoColor
from waqai.errors import WaqaiError

_EPILOG = """\b
Examples:
  waqai read report.txt --published 2025-07-22
  waqai read reports.jsonl --format jsonl > records.jsonl
  waqai explain report.txt e1
  waqai add reports/ && waqai incidents --min-killed 1

Exit codes: 0 all went well, 1 some reports could not be read or a check failed, 2 the command was not understood.
"""

app = typer.Typer(
    name="waqai",
    help="Reads Arabic news reports and writes down who did what to whom, where, when and with what - each value with its words.",
    epilog=_EPILOG,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("read", epilog=read.EPILOG, no_args_is_help=True)(read.read)
app.command("explain", epilog=explain.EPILOG, no_args_is_help=True)(explain.explain)
app.command("schema")(schema.schema)
app.command("eval", epilog=evaluate.EPILOG, no_args_is_help=True)(evaluate.evaluate)
app.add_typer(packs.app, name="packs")
app.command("place", epilog=place.EPILOG, no_args_is_help=True)(place.place)
app.command("add", epilog=add.EPILOG, no_args_is_help=True)(add.add)
app.command("retry")(add.retry)
app.command("watch", epilog=watch.EPILOG, no_args_is_help=True)(watch.watch)
app.command("incidents", epilog=incidents.EPILOG)(incidents.incidents)
app.command("show", epilog=show.EPILOG, no_args_is_help=True)(show.show)
app.command("search", epilog=search.EPILOG, no_args_is_help=True)(search.search)
app.command("coverage", epilog=search.COVERAGE_EPILOG)(search.coverage)
app.command("export", epilog=export.EPILOG, no_args_is_help=True)(export.export)
app.command("report", epilog=report.EPILOG)(report.report)
app.command("merge", epilog=decide.MERGE_EPILOG, no_args_is_help=True)(decide.merge)
app.command("split", epilog=decide.SPLIT_EPILOG, no_args_is_help=True)(decide.split)
app.command("undo", epilog=decide.UNDO_EPILOG)(decide.undo)
app.command("why", epilog=decide.WHY_EPILOG, no_args_is_help=True)(decide.why)
app.command("reread", epilog=upkeep.REREAD_EPILOG)(upkeep.reread)
app.command("doctor", epilog=upkeep.DOCTOR_EPILOG)(upkeep.doctor)
app.command("backup", epilog=upkeep.BACKUP_EPILOG, no_args_is_help=True)(upkeep.backup)
app.command("restore", epilog=upkeep.BACKUP_EPILOG, no_args_is_help=True)(upkeep.restore)
app.command("serve", epilog=serve.EPILOG)(serve.serve)
app.command("about")(about.about)


def _version(value: bool) -> None:
    if value:
        typer.echo(f"waqai {__version__}")
        raise typer.Exit


Version = Annotated[bool, typer.Option("--version", help="Print the version.", callback=_version, is_eager=True)]


@app.callback()
def _options(version: Version = False, no_color: NoColor = False) -> None:
    """Options that hold for every command."""


def main() -> None:
    """The entry point of the ``waqai`` command."""
    gc.disable()  # until `batch.settle`: nothing that a short command makes is worth looking for
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app()
    except WaqaiError as error:
        typer.echo(f"waqai: {error}", err=True)
        sys.exit(1)
