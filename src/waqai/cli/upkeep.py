"""``waqai doctor``, ``backup``, ``restore`` and ``reread``: the store looked after."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from waqai.cli.options import NoColor
from waqai.cli.read import Jobs
from waqai.cli.storing import Where, open_existing

if TYPE_CHECKING:
    from waqai.model.record import Record
    from waqai.store import ReportRow, Reread, Store

DOCTOR_EPILOG = """\b
Checks that every value's words stand in their report where it says, that originals have the bytes of their hash, that
the index and the lists show what the reports say, that nothing points nowhere, and that what was kept cannot be changed.
Exit codes: 0 nothing is wrong; 1 something is, and is listed.
"""
BACKUP_EPILOG = """\b
Examples:
  waqai backup record-2025-07-22.waqai
  waqai restore record-2025-07-22.waqai --store postgresql://desk@localhost/record

A backup is one file with the originals in it, and itself a store: `waqai incidents --store FILE` works.
"""
REREAD_EPILOG = """\b
Examples:
  waqai reread
  waqai reread --apply --jobs 4

Without --apply nothing is changed. What people decided and corrected stands in either case.
"""
Backup = Annotated[Path, typer.Argument(metavar="FILE", help="The backup.")]
_SHOWN = 200


def doctor(store: Where = None) -> None:
    """Check everything in the store; list what is wrong."""
    from waqai import store as kept

    found = 0
    with open_existing(store) as opened, opened.reading() as conn:
        for complaint in kept.examine(conn):
            typer.echo(str(complaint))
            found += 1
        typer.echo(f"{found:,} problems in {opened.url}" if found else f"nothing wrong in {opened.url}")
    raise typer.Exit(1 if found else 0)


def backup(file: Backup, store: Where = None) -> None:
    """Write everything in the store into one new file."""
    from waqai import store as kept

    with open_existing(store) as opened:
        number = kept.backup(opened, file)
    typer.echo(f"{number:,} reports in {file}")


def restore(file: Backup, store: Where = None) -> None:
    """Fill a new store from a backup."""
    from waqai import store as kept

    with kept.open_store(store) as opened:
        number = kept.restore(file, opened)
        typer.echo(f"{number:,} reports in {opened.url}")


def reread(
    ctx: typer.Context,
    store: Where = None,
    apply: Annotated[
        bool, typer.Option("--apply", help="Change the store, do not only show what would change.")
    ] = False,
    jobs: Jobs = 1,
    no_color: NoColor = False,
) -> None:
    """Read everything again with today's engine and show what changes."""
    from waqai import store as kept

    with open_existing(store) as opened:
        again = list(_read_again(opened, jobs))
        with opened.writing(trial=not apply) as conn:
            found = kept.reread(conn, again)
    _print(found, apply=apply)


def _read_again(store: Store, jobs: int) -> Iterator[tuple[ReportRow, Record, Record]]:
    """Each report that can be read, with its record as kept and as read now; the others are said and left as they are."""
    from waqai.cli.batch import Done, read_all
    from waqai.store import current_reports

    with store.reading() as conn:
        there = list(current_reports(conn))
    reports = (row.to_report() for row, _ in there)
    for (row, old), result in zip(there, read_all(reports, jobs or os.cpu_count() or 1), strict=True):
        if isinstance(result, Done):
            yield row, old, result.record
        else:
            typer.echo(f"waqai: {row.id}: left as it is: {result}", err=True)


def _print(found: Reread, *, apply: bool) -> None:
    for change in found.changes[:_SHOWN]:
        typer.echo(f"{change.sighting}  {change.field}: {_short(change.before)} -> {_short(change.after)}")
    for before, after in found.incidents[:_SHOWN]:
        typer.echo(f"incident  {_line(before)} -> {_line(after)}")
    counted = f"{found.reports:,} reports are read otherwise, {len(found.changes):,} values, {len(found.incidents):,} incidents"
    typer.echo(f"{counted}; {'changed' if apply else 'nothing was changed yet: say --apply'}")


def _line(row: tuple[object, ...] | None) -> str:
    return "none" if row is None else " ".join(str(part) for part in row if part is not None)


def _short(value: object) -> str:
    import msgspec

    line = msgspec.json.encode(value).decode()
    return line if len(line) <= 100 else line[:99] + "…"
