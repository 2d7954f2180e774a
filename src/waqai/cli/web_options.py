"""Options of the commands that fetch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from waqai.ingest import Fetching

Private = Annotated[
    list[str] | None,
    typer.Option("--allow-private", metavar="HOST", help="A host of your own network that may be asked; repeatable."),
]
Follow = Annotated[bool, typer.Option("--follow", help="Fetch the pages that a feed points at, not its items.")]


def fetching(private: list[str] | None, *, follow: bool = False) -> Fetching:
    """The limits of a run."""
    from waqai.ingest import Fetching

    return Fetching(private_hosts=frozenset(private or ()), follow=follow)
