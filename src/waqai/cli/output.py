"""Files that commands write: whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

import typer

from waqai.errors import ExportError

STANDARD = "-"


@contextmanager
def output(where: str | None) -> Iterator[BinaryIO]:
    """A stream to write to: standard output, or a file that appears under its name once all is written.

    Whatever goes wrong before that, a file that was there stays as it was.
    """
    if where is None or where == STANDARD:
        yield sys.stdout.buffer
        sys.stdout.flush()
        return
    target = Path(where)
    _refuse_folder(target)
    try:
        with _beside(target) as made:
            yield made
    except OSError as error:
        raise ExportError(f"{target}: {error.strerror or error}") from error


@contextmanager
def _beside(target: Path) -> Iterator[BinaryIO]:
    """A temporary file in the same folder, which takes the name at the end."""
    with tempfile.NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as made:
        try:
            yield cast(BinaryIO, made)
            made.flush()
            os.fsync(made.fileno())
        except BaseException:
            Path(made.name).unlink(missing_ok=True)
            raise
    Path(made.name).chmod(_mode(target))
    Path(made.name).replace(target)


def is_terminal(where: str | None) -> bool:
    """Would it be printed on a screen?"""
    return where in (None, STANDARD) and sys.stdout.isatty()


def _refuse_folder(target: Path) -> None:
    if target.is_dir():
        raise typer.BadParameter(f"{target} is a folder", param_hint="--out")
    if not target.parent.is_dir():
        raise typer.BadParameter(f"no folder {target.parent}", param_hint="--out")


def _mode(target: Path) -> int:
    """The mode of the file that is replaced, else what a new file gets here: a temporary one is its owner's alone."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
