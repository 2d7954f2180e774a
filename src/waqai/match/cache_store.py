"""A folder of compiled artefacts; whoever cannot write it only starts more slowly."""

from __future__ import annotations

import os
from pathlib import Path

_FILES = ("automaton.bin", "tables.msgpack")


def folder() -> Path:
    """``$WAQAI_CACHE``, else ``$XDG_CACHE_HOME/waqai``, else ``~/.cache/waqai``."""
    if own := os.environ.get("WAQAI_CACHE"):
        return Path(own)
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "waqai"


def read(name: str) -> tuple[bytes, bytes] | None:
    """The two parts kept under ``name``, or None."""
    try:
        automaton, tables = ((folder() / name / file).read_bytes() for file in _FILES)
    except (OSError, RuntimeError):
        return None
    return automaton, tables


def write(name: str, *parts: bytes) -> None:
    """Keep the parts under ``name``; each appears whole or not at all."""
    try:
        target = folder() / name
        target.mkdir(parents=True, exist_ok=True)
        for file, content in zip(_FILES, parts, strict=True):
            draft = target / f"{file}.{os.getpid()}"
            draft.write_bytes(content)
            draft.replace(target / file)
    except (OSError, RuntimeError):
        return
