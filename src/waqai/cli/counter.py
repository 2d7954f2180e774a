"""A bar on the terminal that counts what is read, new, changed, the same and failed while sources are added."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from waqai.store import Progress


class Counter:
    """Shows progress on standard error, if that is a terminal; otherwise it is silent."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import Progress as Bar
        from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

        columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
        screen = Console(stderr=True)
        self._bar = Bar(*columns, console=screen, transient=True, disable=not sys.stderr.isatty())
        self._task = self._bar.add_task("starting")
        self.last: Progress | None = None  # what was shown last

    def show(self, progress: Progress) -> None:
        """Show these counts."""
        self.last = progress
        counts = f"{progress.read:,} read  {progress.new:,} new  {progress.changed:,} changed"
        self._bar.update(self._task, description=f"{counts}  {progress.same:,} same  {progress.failed:,} failed")

    def __enter__(self) -> Counter:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()
