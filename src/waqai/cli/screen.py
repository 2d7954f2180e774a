"""The terminal: consoles that know whether colour is wanted, and Arabic that stays legible in a line of other things.

Letters are printed as they are, in the order they are read, never turned round or reshaped: terminals that know the
bidirectional algorithm show them right to left. On a terminal each run of the report's words is wrapped in FIRST STRONG
ISOLATE .. POP DIRECTIONAL ISOLATE, so that neighbouring cells keep their places; what is piped holds no such marks.
See docs/decisions/0003-arabic-in-a-terminal.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import typer
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from waqai.cli.options import settings

_FSI, _PDI = "\u2068", "\u2069"
_NARROWEST = 80


def console(ctx: typer.Context, *, stderr: bool = False) -> Console:
    """A console on standard output or standard error, at least 80 columns wide: a table narrower than that loses words."""
    color: Literal["auto"] | None = None if settings(ctx).no_color else "auto"
    made = Console(stderr=stderr, color_system=color, highlight=False, markup=False, emoji=False)
    made.width = max(made.width, _NARROWEST)
    return made


def isolated(words: str, on: Console) -> str:
    """``words`` on one line, isolated when they are shown on a terminal."""
    line = " ".join(words.split())
    return f"{_FSI}{line}{_PDI}" if on.is_terminal and line else line


@dataclass(frozen=True, slots=True)
class Cell:
    """Words that wrap like any others, each line isolated by itself."""

    words: str
    style: str = ""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        lines = Text(self.words, self.style).wrap(console, options.max_width, overflow="fold")
        yield from self._lines(console, [line.plain for line in lines])

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return Measurement.get(console, options, Text(self.words))

    def _lines(self, console: Console, lines: list[str]) -> Iterator[Text]:
        for line in lines:
            yield Text(isolated(line, console), self.style, no_wrap=True)
