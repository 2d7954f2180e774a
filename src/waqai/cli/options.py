"""Options that several commands share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

import typer

from waqai.packs.catalogue import language_of, languages


@dataclass(slots=True)
class Settings:
    """What the whole command line agrees on."""

    no_color: bool = False


class Format(StrEnum):
    """How records are printed."""

    table = "table"
    json = "json"
    jsonl = "jsonl"


def settings(ctx: typer.Context) -> Settings:
    """The settings of this run."""
    found: Settings = ctx.find_root().ensure_object(Settings)
    return found


def _remember(ctx: typer.Context, value: bool) -> bool:
    settings(ctx).no_color |= value
    return value


def day(value: str | None) -> str | None:
    """The day that an option gives, as ISO; refused when it is none."""
    try:
        return date.fromisoformat(value).isoformat() if value else None
    except ValueError as error:
        raise typer.BadParameter(f"{value!r} is not a day such as 2025-07-22") from error


def _language(value: str | None) -> str | None:
    if value and language_of(value) not in languages():
        raise typer.BadParameter(f"no language pack for {value!r} (there is: {', '.join(languages())})")
    return value


NoColor = Annotated[
    bool, typer.Option("--no-color", help="Print without colour (as NO_COLOR does).", callback=_remember)
]
Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="When reports that carry no date were published: YYYY-MM-DD.", callback=day),
]
Lang = Annotated[
    str | None, typer.Option(metavar="TAG", help="Language of reports that do not say theirs.", callback=_language)
]
Paths = Annotated[
    list[str],
    typer.Argument(metavar="SOURCE", help="Files, folders, addresses (https://...), or - for standard input."),
]
