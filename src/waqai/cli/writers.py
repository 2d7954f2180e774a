"""How records leave ``waqai read``: a JSON list, a line each, or a table. Each writes as it goes."""

from __future__ import annotations

from typing import Protocol

import typer

from waqai.cli.batch import Done
from waqai.cli.options import Format
from waqai.schema import to_line


class Writer(Protocol):
    """Takes results one by one, then the summary."""

    def write(self, done: Done) -> None:
        """Print one record."""

    def close(self, summary: str) -> None:
        """Print what comes last."""


def writer(form: Format, ctx: typer.Context, *, explain: bool) -> Writer:
    """The writer for a format."""
    if form is Format.jsonl:
        return Lines()
    if form is Format.json:
        return List()
    from waqai.cli.table import Table

    return Table(ctx, explain=explain)


class Lines:
    """One record a line."""

    def write(self, done: Done) -> None:
        """Print one record."""
        typer.echo(to_line(done.record, done.report.extra))

    def close(self, summary: str) -> None:
        """Nothing comes last."""


class List:
    """One JSON list, a record a line."""

    def __init__(self) -> None:
        self._begun = False

    def write(self, done: Done) -> None:
        """Print one record."""
        typer.echo((",\n" if self._begun else "[\n") + to_line(done.record, done.report.extra), nl=False)
        self._begun = True

    def close(self, summary: str) -> None:
        """End the list."""
        typer.echo("\n]" if self._begun else "[]")
