"""What the commands that use a store share: which store, who decides, and how its contents are printed as JSON."""

from __future__ import annotations

import getpass
import os
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from waqai.store import Store


class Form(StrEnum):
    """How lists are printed."""

    table = "table"
    json = "json"
    csv = "csv"


def whoever(by: str | None) -> str:
    """Who decides: the name given, else ``$WAQAI_USER``, else the name of the account."""
    if by:
        return by
    try:
        return os.environ.get("WAQAI_USER") or getpass.getuser()
    except (KeyError, OSError):
        return "somebody"


Where = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="STORE",
        help="A file, or postgresql://…; else $WAQAI_STORE, else record.waqai in your data folder.",
    ),
]
By = Annotated[
    str | None, typer.Option("--by", metavar="NAME", help="Who decides; else $WAQAI_USER, else your account.")
]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason, kept with the decision.")]


def open_existing(where: str | None) -> Store:
    """The store that is there already. Raises StoreError when there is none."""
    from waqai.store import open_store

    return open_store(where, create=False)


def print_json(items: list[Any] | dict[str, Any], *, following: str | None = None) -> None:
    """Items in the one envelope that every list comes in."""
    import msgspec

    page = {"ok": True, "items": items, "next": following} if isinstance(items, list) else items
    typer.echo(msgspec.json.format(msgspec.json.encode(page), indent=2).decode())
