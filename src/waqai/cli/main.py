"""The command line: ``waqai read``, ``explain``, ``schema``, ``eval``, ``packs``, ``place``, ``about``."""

from __future__ import annotations

import typer

app = typer.Typer(name="waqai", no_args_is_help=True)


@app.command()
def about() -> None:
    """Version, licences and the attribution that the data's licences ask for."""


def main() -> None:
    """The entry point of the ``waqai`` command."""
    app()
