"""A counter on the terminal while records go elsewhere: results in, the same results out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from waqai.cli.batch import Result


def watched(results: Iterable[Result]) -> Iterator[Result]:
    """Count results on standard error, if that is a terminal and standard output is not."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield from results
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed:,} reports"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as progress:
        yield from progress.track(results, total=None)
