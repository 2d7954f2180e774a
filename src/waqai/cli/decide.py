"""``waqai merge``, ``split``, ``undo`` and ``why``: what a person decides of incidents, and what was judged of them."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from waqai.cli.options import NoColor
from waqai.cli.search import AsJson
from waqai.cli.storing import By, Where, Why, open_existing, print_json, whoever

MERGE_EPILOG = """\b
Examples:
  waqai merge i4tcmzl32pf iyjqaxkymwt --why "same strike, two spellings of the town"

Your decision outranks the rules and stands whenever reports are read again. The other id leads to the one that is left.
"""
SPLIT_EPILOG = """\b
Examples:
  waqai split i4tcmzl32pf r3hfzajgbfuv2/e2 --why "the second strike, an hour later"
"""
UNDO_EPILOG = """\b
Examples:
  waqai undo
  waqai undo 12 --why "they were two after all"
"""
WHY_EPILOG = """\b
Examples:
  waqai why i4tcmzl32pf iyjqaxkymwt
  waqai why r3hfzajgbfuv2/e2 rpt64obaskbwi/e1
  waqai why i4tcmzl32pf
"""
Incident = Annotated[str, typer.Argument(metavar="ID", help="An incident's id.")]


def merge(
    one: Incident,
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The incident that is the same.")],
    store: Where = None,
    by: By = None,
    why: Why = "",
) -> None:
    """Decide that two incidents are one."""
    from waqai import store as kept

    with open_existing(store) as opened, opened.writing() as conn:
        left = kept.merge(conn, one, other, whoever(by), why)
    typer.echo(f"{one} and {other} are one incident: {left}")


def split(
    incident: Incident,
    sightings: Annotated[list[str], typer.Argument(metavar="SIGHTING", help="Sightings (report/event) to take out.")],
    store: Where = None,
    by: By = None,
    why: Why = "",
) -> None:
    """Decide that some sightings of an incident are another one."""
    from waqai import store as kept

    with open_existing(store) as opened, opened.writing() as conn:
        rest, taken = kept.split(conn, incident, list(dict.fromkeys(sightings)), whoever(by), why)
    typer.echo(f"{', '.join(sightings)} are now {taken}; the rest is {rest}")


def undo(
    number: Annotated[int | None, typer.Argument(metavar="DECISION", help="Its number; else the last one.")] = None,
    store: Where = None,
    by: By = None,
    why: Why = "",
) -> None:
    """Take back a merge, a split or a correction."""
    from waqai import store as kept

    with open_existing(store) as opened, opened.writing() as conn:
        taken = kept.undo(conn, whoever(by), number, why)
    typer.echo(f"undone: decision {taken.seq}, {taken.action} {taken.subject} by {taken.by} at {taken.at}")


def why(
    ctx: typer.Context,
    one: Annotated[str, typer.Argument(metavar="ID", help="An incident's or a sighting's id.")],
    other: Annotated[
        str | None, typer.Argument(metavar="OTHER", help="Another one; else what holds it together.")
    ] = None,
    store: Where = None,
    as_json: AsJson = False,
    no_color: NoColor = False,
) -> None:
    """Say why two incidents or sightings are one, or are not."""
    from waqai import store as kept
    from waqai.cli.judged import print_judgements

    with open_existing(store) as opened, opened.reading() as conn:
        found = kept.judgements_between(conn, one, other or one)
    if as_json:
        print_json([asdict(each) for each in found])
    elif found:
        print_judgements(ctx, found)
    else:
        typer.echo("never compared: they have no place, day, figure or party in common")
