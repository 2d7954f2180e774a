"""A record as a table for people: one row an event, one under it for each claimant's own figures."""

from __future__ import annotations

from collections.abc import Iterable

import typer
from rich import box
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from waqai import vocab
from waqai.cli.batch import Done
from waqai.cli.screen import Cell, console, isolated
from waqai.cli.tree import print_event
from waqai.explain import evidence_of, figure
from waqai.model.record import ClaimFigures, Event, Place, Record, Statement

_STATUS = {"happened": "", "denied": "red", "planned": "cyan", "threatened": "magenta", "demanded": "yellow"}
_MOST = 3
_SHORTEST = 20
_TOLL = "killed /\ninjured"
_COLUMNS = (  # name, width on a line of 80 characters, most it grows to
    ("", 3, 4),
    ("when", 10, 10),
    ("what", 12, 18),
    ("where", 11, 28),
    ("by whom", 10, 24),
    ("with", 10, 12),
    (_TOLL, 8, 10),
    ("source", 9, 32),
)
_LINE = 80
_GROWTH = sum(most - width for _, width, most in _COLUMNS)


class Table:
    """Prints each record as it comes: a heading, the events, who said what, the checks."""

    def __init__(self, ctx: typer.Context, *, explain: bool) -> None:
        self._console = console(ctx)
        self._explain = explain

    def write(self, done: Done) -> None:
        """Print one record."""
        out, record = self._console, done.record
        _heading(out, record)
        if record.events:
            out.print(_grid(record, out))
        for statement in record.statements:
            out.print(_statement(statement, out))
        for check in record.checks:
            out.print(f"check: {check.says} ({', '.join(check.events)})", style="dim")
        if self._explain:
            evidence = evidence_of(done.report, record)
            for event in record.events:
                print_event(out, done.report, record, event, evidence)
        out.print()

    def close(self, summary: str) -> None:
        """Print the summary line."""
        self._console.print(summary, style="bold")


def _heading(out: Console, record: Record) -> None:
    line = Text(record.id, "bold")
    for part in (record.published or "no date", record.lang, *record.flags):
        line.append(f"  {part}", "dim")
    out.print(line)
    if record.title.strip():
        out.print(Cell(record.title.strip()))
    if not record.events:
        out.print("no event", style="dim")


def _grid(record: Record, out: Console) -> Grid:
    grid = Grid(box=box.SIMPLE_HEAD, padding=0, pad_edge=False, show_edge=False, header_style="bold")
    share = min(1.0, (out.width - _LINE) / _GROWTH)
    for name, width, most in _COLUMNS:
        grid.add_column(name, width=width + int((most - width) * share), overflow="fold")
    for event in record.events:
        grid.add_row(*_row(event))
        for claim in event.claims:
            grid.add_row(*_claim(event, claim))
    return grid


def _row(event: Event) -> list[Text | Cell]:
    return [
        Text(event.id, "dim"),
        Cell(_when(event)),
        _what(event),
        Cell(_where(event.places)),
        Cell(_list(actor.text for actor in event.perpetrators)),
        Text(_list(dict.fromkeys(vocab.load().weapons[w.kind].en.lower() for w in event.weapons))),
        Text(_toll(event)),
        Cell(_list(source.text for source in event.sources)),
    ]


def _claim(event: Event, claim: ClaimFigures) -> list[Text | Cell]:
    blank = [Text("") for _ in range(6)]
    return [*blank, Text(_toll(claim), "dim"), Cell(f"claim: {event.sources[claim.source].text}", "dim")]


def _what(event: Event) -> Text:
    what = Text(vocab.load().kinds[event.kind].en.lower())
    if event.status != "happened":
        what.append(f"\n({event.status})", _STATUS.get(event.status, "blue"))
    return what


def _when(event: Event) -> str:
    when = event.when
    if when.start is None:
        return when.text or ""
    return when.start if when.end in (None, when.start) else f"{when.start}\n{when.end}"


def _where(places: tuple[Place, ...]) -> str:
    return _list(
        f"{place.text}\n{place.name}" if place.name not in (None, place.text) else place.text for place in places
    )


def _toll(told: Event | ClaimFigures) -> str:
    """Killed and injured; a dash for the one that is not said, nothing when neither is."""
    if told.killed is None and told.injured is None:
        return ""
    return f"{figure(told.killed) or '-'} / {figure(told.injured) or '-'}"


def _list(words: Iterable[str]) -> str:
    """The first few, a line each, and how many more there are."""
    every = list(words)
    more = [f"+{len(every) - _MOST} more"] if len(every) > _MOST else []
    return "\n".join(every[:_MOST] + more)


def _statement(statement: Statement, out: Console) -> Text:
    """Who said it, of what, and as much of the sentence as the line has room for."""
    line = Text(f"{vocab.load().acts[statement.act].en.lower()}: ", "dim")
    line.append(isolated(statement.speaker, out), "bold")
    if statement.role:
        line.append(", ").append(isolated(statement.role, out))
    line.append(f" [{', '.join(statement.about)}]: " if statement.about else ": ")
    sentence = Text(" ".join((statement.quote or statement.sentence).split()))
    sentence.truncate(max(_SHORTEST, out.width - line.cell_len), overflow="ellipsis")
    return line.append(isolated(sentence.plain, out))
