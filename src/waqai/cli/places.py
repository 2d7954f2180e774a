"""Candidates for a place name as a table."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from waqai.cli.screen import Cell
from waqai.gazetteer import PlaceRow, Scored


def print_places(out: Console, candidates: Sequence[Scored], total: int) -> None:
    """Print the candidates, likeliest first, and how many there are in all."""
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, header_style="bold")
    for column in ("score", "place", "level", "where", "why"):
        table.add_column(column, overflow="fold")
    for candidate in candidates:
        row = candidate.place
        score, level, position = f"{candidate.score:.2f}", Text(row.level), Text(_position(row))
        table.add_row(score, Cell(_names(row)), level, position, Cell(candidate.why))
    out.print(table)
    if total > len(candidates):
        out.print(f"{total - len(candidates)} more")


def _names(row: PlaceRow) -> str:
    return "\n".join(part for part in (row.name, row.name_ar, row.id) if part)


def _position(row: PlaceRow) -> str:
    inside = ", ".join(part for part in (row.admin1, row.country) if part)
    return f"{inside}\n{row.lat:.3f}, {row.lon:.3f}".strip()
