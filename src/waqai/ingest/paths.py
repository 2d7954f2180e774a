"""Paths to what they hold, in order: files by their kind, folders walked, ``-`` for standard input."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from waqai.ingest.jsonfile import MAX_LINE, read_json, read_jsonl
from waqai.ingest.kinds import LIMITS, SUFFIXES, kind_of_bytes, kind_of_name, load, reader
from waqai.ingest.outcome import Found, Origin
from waqai.messages import say

STDIN = "-"
_MAX_BYTES = 64 * MAX_LINE  # of a JSON document, which may hold many reports


def read_path(path: Path, origin: Origin) -> Iterator[Found]:
    """What a file or a folder holds; ``origin`` says what holds for all."""
    here = replace(origin, path=_shown(path))
    if path.is_dir():
        yield from _folder(path, here)
    elif path.is_file():
        yield from _file(path, here)
    else:
        yield here.failure(say("failure.no_file" if path.exists() else "failure.nothing_there"))


def _shown(path: Path) -> str:
    """The path as text that can be printed, whatever bytes its name has."""
    return os.fsencode(path).decode("utf-8", "replace")


def _folder(path: Path, origin: Origin) -> Iterator[Found]:
    found = list(_readable(path))
    if not found:
        yield origin.failure(say("failure.empty_folder", suffixes=" ".join(sorted(SUFFIXES))))
    for file in found:
        yield from _file(file, replace(origin, path=_shown(file)))


def _readable(path: Path) -> Iterator[Path]:
    """Files of a known kind below ``path``, by name; hidden ones are left out."""
    for folder, folders, files in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(folder, name) for name in sorted(files) if kind_of_name(name) and not name.startswith("."))


def _file(path: Path, origin: Origin) -> Iterator[Found]:
    try:
        with path.open("rb") as stream:
            yield from _stream(stream, kind_of_name(path.name) or "text", origin)
    except OSError as error:
        yield origin.failure(say("failure.system", detail=error.strerror or str(error)))


def _stream(stream: BinaryIO, kind: str, origin: Origin) -> Iterator[Found]:
    if kind == "jsonl":
        yield from read_jsonl(stream.readline, origin)
    elif kind == "warc":
        yield from load("warc.read_warc")(stream, origin)
    else:
        yield from _content(stream.read(LIMITS.get(kind, _MAX_BYTES) + 1), kind, origin)


def _content(content: bytes, kind: str, origin: Origin) -> Iterator[Found]:
    if len(content) > _MAX_BYTES:
        yield origin.failure(say("failure.over", most=_MAX_BYTES))
    else:
        yield from reader(kind)(content, origin)


def read_standard_input(origin: Origin) -> Iterator[Found]:
    """A JSON object on the first line means JSONL, a bracket alone one JSON document, else it is as it begins."""
    stream = sys.stdin.buffer
    pending = [stream.readline(MAX_LINE + 1)]
    start = pending[0].lstrip(codecs.BOM_UTF8).strip()
    if start.startswith(b"{") and start != b"{":
        yield from read_jsonl(lambda size: pending.pop() if pending else stream.readline(size), origin)
        return
    content = pending.pop() + stream.read(_MAX_BYTES)
    if start[:1] in (b"{", b"["):
        yield from read_json(content, origin)
    else:
        yield from reader(kind_of_bytes(content) or "text")(content, origin)
