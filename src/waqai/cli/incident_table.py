"""Incidents, hits, claims and outlets as tables for people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import typer
from rich import box
from rich.table import Table as Grid
from rich.text import Text

from waqai import vocab
from waqai.cli.screen import Cell, console
from waqai.store import Hit, Outlet, Row

_BARS = "▁▂▃▄▅▆▇█"
_WEEKS = 2


def grid(*columns: str) -> Grid:
    """An empty table with these columns."""
    made = Grid(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, show_edge=False, header_style="bold")
    for name in columns:
        made.add_column(name, overflow="fold")
    return made


def print_rows(ctx: typer.Context, rows: Sequence[Row]) -> None:
    """Print incidents, one a row."""
    table = grid("id", "when", "what", "where", "killed", "injured", "told by")
    for column in table.columns[:2]:
        column.no_wrap = True
    for row in rows:
        table.add_row(
            Text(row.incident, "dim"),
            days(row.start, row.end).replace(" to ", "\n"),
            what(row.kind, row.status),
            Cell(", ".join(part for part in (row.place, row.country) if part)),
            figures(row.killed_low, row.killed_high),
            figures(row.injured_low, row.injured_high),
            _told_by(row),
        )
    if rows:
        console(ctx).print(table)


def print_hits(ctx: typer.Context, hits: Iterable[Hit]) -> None:
    """Print reports found, with the words in their place."""
    out = console(ctx)
    for hit in hits:
        head = Text(hit.report, "bold")
        for part in (hit.published or "no date", hit.outlet, *hit.incidents):
            head.append(f"  {part}", "dim")
        out.print(head)
        if hit.title.strip():
            out.print(Cell(hit.title.strip()))
        out.print(Cell(_marked(hit), "green"))


def print_outlets(ctx: typer.Context, outlets: Sequence[Outlet]) -> None:
    """Print what was read of each outlet, day by day at the end, and its silences."""
    table = grid("outlet", "reports", "days", "first", "last", f"last {_WEEKS} weeks", "silent")
    end = max((day for outlet in outlets for day, _ in outlet.days), default=None)
    for outlet in outlets:
        told = [day for day, _ in outlet.days]
        silent = "\n".join(f"{s.first} to {s.last} ({s.days} days)" for s in outlet.silences)
        first, last = (told[0], told[-1]) if told else ("no date", "")
        counts = (str(outlet.reports), str(len(told)))
        table.add_row(Cell(outlet.name), *counts, first, last, _bars(outlet, end), Text(silent, "yellow"))
    console(ctx).print(table)


def _bars(outlet: Outlet, end: str | None) -> str:
    """A bar a day up to the last day of all, higher the more reports; a dot where there is none."""
    if end is None:
        return ""
    counts, last = dict(outlet.days), date.fromisoformat(end)
    numbers = [counts.get((last - timedelta(days=back)).isoformat(), 0) for back in range(7 * _WEEKS - 1, -1, -1)]
    most = max(numbers)
    return "".join(_BARS[-(-number * (len(_BARS) - 1) // most)] if number else "." for number in numbers)


def days(start: str | None, end: str | None) -> str:
    """A day, or two."""
    if start is None:
        return "no date"
    return start if end in (None, start) else f"{start} to {end}"


def what(kind: str, status: str) -> Text:
    """The kind of an incident, and its status where it is not that it happened."""
    said = Text(vocab.load().kinds[kind].en.lower())
    return said if status == "happened" else said.append(f" ({status})", "yellow")


def figures(low: int | None, high: int | None) -> str:
    """A range: "3", "3-5", "3+"; nothing when nobody says."""
    if low is None:
        return ""
    if high is None:
        return f"{low}+"
    return str(low) if low == high else f"{low}-{high}"


def _told_by(row: Row) -> str:
    """How many reports of how many outlets, and where the review stands."""
    told = str(row.reports) if row.reports == row.outlets else f"{row.reports} ({row.outlets} outlets)"
    return told if row.state == "machine" else f"{told}\n{row.state}"


def _marked(hit: Hit) -> str:
    text = hit.excerpt
    for start, end in reversed(hit.marks):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return " ".join(text.split())
