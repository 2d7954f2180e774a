"""Paths to reports, in order: files by their kind, folders walked, ``-`` for standard input."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from waqai.ingest.jsonfile import MAX_LINE, read_json, read_jsonl
from waqai.ingest.outcome import Item, Origin
from waqai.ingest.textfile import read_text

STDIN = "-"
_MAX_BYTES = 64 * MAX_LINE  # of a JSON document, which may hold many reports
_LINES = frozenset({".jsonl", ".ndjson"})
_MARKDOWN = frozenset({".md", ".markdown"})
SUFFIXES = frozenset({".txt", ".text", ".json"}) | _LINES | _MARKDOWN


def reports(paths: Iterable[str | Path], published: str | None = None, lang: str | None = None) -> Iterator[Item]:
    """Every report under ``paths``; ``published`` and ``lang`` hold for those that do not say their own."""
    for path in paths:
        if str(path) == STDIN:
            yield from _standard_input(Origin("<stdin>", None, published, lang))
        else:
            yield from _path(Path(path), published, lang)


def _path(path: Path, published: str | None, lang: str | None) -> Iterator[Item]:
    origin = Origin(_shown(path), None, published, lang)
    if path.is_dir():
        yield from _folder(path, origin)
    elif path.is_file():
        yield from _file(path, origin)
    else:
        yield origin.failure("not a file or folder" if path.exists() else "no such file or folder")


def _shown(path: Path) -> str:
    """The path as text that can be printed, whatever bytes its name has."""
    return os.fsencode(path).decode("utf-8", "replace")


def _folder(path: Path, origin: Origin) -> Iterator[Item]:
    found = list(_readable(path))
    if not found:
        yield origin.failure(f"no report in this folder (looked for {' '.join(sorted(SUFFIXES))})")
    for file in found:
        yield from _file(file, Origin(_shown(file), None, origin.published, origin.lang))


def _readable(path: Path) -> Iterator[Path]:
    """Files of a known kind below ``path``, by name; hidden ones are left out."""
    for folder, folders, files in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (
            Path(folder, name)
            for name in sorted(files)
            if Path(name).suffix.lower() in SUFFIXES and not name.startswith(".")
        )


def _file(path: Path, origin: Origin) -> Iterator[Item]:
    try:
        with path.open("rb") as stream:
            yield from _stream(stream, path.suffix.lower(), origin)
    except OSError as error:
        yield origin.failure(error.strerror or str(error))


def _stream(stream: BinaryIO, suffix: str, origin: Origin) -> Iterator[Item]:
    if suffix in _LINES:
        yield from read_jsonl(stream.readline, origin)
        return
    content = stream.read(_MAX_BYTES + 1)
    if len(content) > _MAX_BYTES:
        yield origin.failure(f"over {_MAX_BYTES:,} bytes")
    else:
        yield from _whole(suffix)(content, origin)


def _whole(suffix: str) -> Callable[[bytes, Origin], Iterator[Item]]:
    if suffix == ".json":
        return read_json
    if suffix in _MARKDOWN:
        return lambda content, origin: read_text(content, origin, markdown=True)
    return read_text


def _standard_input(origin: Origin) -> Iterator[Item]:
    """A JSON object on the first line means JSONL, a bracket alone one JSON document, anything else a report's text."""
    stream = sys.stdin.buffer
    pending = [stream.readline(MAX_LINE + 1)]
    start = pending[0].lstrip(codecs.BOM_UTF8).strip()
    if start.startswith(b"{") and start != b"{":
        yield from read_jsonl(lambda size: pending.pop() if pending else stream.readline(size), origin)
    else:
        content = pending.pop() + stream.read(_MAX_BYTES)
        yield from (read_json if start[:1] in (b"{", b"[") else read_text)(content, origin)
