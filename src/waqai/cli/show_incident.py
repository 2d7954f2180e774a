"""An incident on the terminal: what it comes to, each value by source with its words, the reports, what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
import typer
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text
from sqlalchemy import Connection

from waqai.claims import FIELDS
from waqai.cli.incident_table import days, figures, grid, what
from waqai.cli.screen import Cell, console
from waqai.model.claim import Claim
from waqai.model.incident import Incident, Toll
from waqai.model.sighting import Sighting
from waqai.store import HistoryEvent, claims_of_sightings, incident_of, reviews

_NAMES = ("name", "kind", "group", "start")  # of a value's fields, the first that says what it is
_LEFT_OUT = frozenset({"source"})


def print_incident(ctx: typer.Context, conn: Connection, name: str) -> None:
    """Print all that is known of an incident."""
    out, made = console(ctx), incident_of(conn, name)
    review = reviews(conn, [made.id])[made.id]
    _head(out, made, name, review.state)
    for outcome in ("killed", "injured"):
        toll: Toll | None = getattr(made, outcome)
        if toll is not None:
            out.print(Text(f"{outcome} {figures(toll.low, toll.high)}", "bold").append(f"  {toll.why}", "not bold dim"))
    out.print(_side_by_side(made, claims_of_sightings(conn, [each.id for each in made.sightings])))
    for revision in made.revisions:
        day = revision.published or "no date"
        out.print(f"{day}: {revision.outcome} from {revision.before} to {revision.after}", style="yellow")
    out.print(_reports(made))


def print_history(ctx: typer.Context, events: Iterable[HistoryEvent]) -> None:
    """Print what became of it."""
    table = grid("when", "what", "who", "why")
    for event in events:
        table.add_row(Text(event.at, "dim"), event.what, event.by, Cell(event.why))
    console(ctx).print(table)


def _head(out: Console, made: Incident, asked: str, state: str) -> None:
    line = Text(made.id, "bold").append("  ").append_text(what(made.kind, made.status))
    place = ", ".join(dict.fromkeys(place.name or place.text for place in made.places))
    for part in (days(made.when.start, made.when.end), place or "no place", f"review: {state}"):
        line.append(f"  {part}", "not bold")
    out.print(line)
    if asked != made.id:
        out.print(f"{asked} leads here since it was merged", style="dim")


def _side_by_side(made: Incident, claims: dict[str, list[Claim]]) -> Grid:
    """A row a value: the field, who says so in which report, the value, its words."""
    told = {each.id: each for each in made.sightings}
    table = grid("field", "outlet", "says", "value", "words")
    every = [claim for each in made.sightings for claim in claims.get(each.id, ()) if claim.field not in _LEFT_OUT]
    last = ""
    for claim in sorted(every, key=lambda claim: FIELDS.index(claim.field)):
        sighting = told[claim.sighting]
        field = Text(claim.field if claim.field != last else "", "bold")
        words = Cell("" if claim.field == "status" else _short(claim.words or ""), "green")
        outlet, says = Cell(sighting.source or sighting.report), Cell(_says(claim, sighting))
        table.add_row(field, outlet, says, Cell(value_of(claim)), words)
        last = claim.field
    return table


def _says(claim: Claim, sighting: Sighting) -> str:
    """Whose figure it is: its claimant's, else those whom the report names for the event."""
    if claim.field not in ("killed", "injured"):
        return ""
    return claim.claimant or ", ".join(dict.fromkeys(s.name or s.text for s in sighting.event.sources))


def value_of(claim: Claim) -> str:
    """A claim's value in a few words."""
    value = msgspec.json.decode(claim.value)
    if not isinstance(value, dict):
        return str(value)
    named = next((str(value[key]) for key in _NAMES if value.get(key)), "")
    if claim.field == "when":
        return days(value.get("start"), value.get("end"))
    figure = figures(value.get("low"), value.get("high")) if "low" in value else ""
    extra = (value.get("outcome"), value.get("effect"), value.get("country"))
    return " ".join(str(part) for part in (figure, named, *extra) if part)


def _reports(made: Incident) -> Grid:
    table = grid("sighting", "published", "outlet", "title")
    for each in made.sightings:
        row: Sequence[Text | Cell] = (
            Text(each.id, "dim"),
            Text(each.published or "no date"),
            Cell(each.source or ""),
            Cell(_short(each.title)),
        )
        table.add_row(*row)
    return table


def _short(words: str, most: int = 120) -> str:
    line = " ".join(words.split())
    return line if len(line) <= most else line[: most - 1] + "…"
