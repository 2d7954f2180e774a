"""Sources to captures with their reports, until `waqai.ingest` gathers them itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from waqai.ingest import SUFFIXES, Failure, Notice, reports
from waqai.model.capture import Capture, Gathered
from waqai.model.record import Report


def gather(
    sources: Iterable[str | Path], published: str | None = None, lang: str | None = None
) -> Iterator[Gathered | Failure | Notice]:
    """What files and folders hold."""
    for path in map(Path, sources):
        for file in sorted(_files(path)) if path.is_dir() else [path]:
            yield from _file(file.resolve(), published, lang)


def _files(folder: Path) -> Iterator[Path]:
    return (p for p in folder.rglob("*") if p.suffix.lower() in SUFFIXES and not p.name.startswith("."))


def _file(file: Path, published: str | None, lang: str | None) -> Iterator[Gathered | Failure | Notice]:
    found = []
    for item in reports([file], published, lang):
        if isinstance(item, Report):
            found.append(replace(item, id=item.id if item.source != str(file) else f"{file.parent}/{item.id}"))
        else:
            yield item
    if found:
        when = datetime.now(UTC).isoformat(timespec="seconds")
        yield Gathered(Capture(str(file), file.read_bytes(), "application/octet-stream", when), tuple(found))
