"""``waqai place``: the places that a name may mean, in order of likelihood, with the reasons."""

from __future__ import annotations

from typing import Annotated

import typer

from waqai.cli.options import NoColor

EPILOG = """\b
Examples:
  waqai place Kharkiv
  waqai place "Deir ez-Zor" --limit 3
"""


def place(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="A place name, in Arabic or Latin letters.")],
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="How many candidates to show.")] = 10,
    no_color: NoColor = False,
) -> None:
    """Show what a place name may mean, and why in that order."""
    from waqai.cli.places import print_places
    from waqai.cli.screen import console
    from waqai.gazetteer import explain_place

    found = explain_place(name)
    if not found:
        typer.echo(f"waqai: no place called {name!r} is known", err=True)
        raise typer.Exit(1)
    print_places(console(ctx), found[:limit], len(found))
