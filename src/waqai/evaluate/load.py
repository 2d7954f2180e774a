"""Annotations and records from files: a folder of JSON files, or one JSONL file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from waqai.errors import InputError


def load_records(path: Path) -> dict[str, dict[str, Any]]:
    """Every record under ``path`` by its id. Raises InputError naming file and line."""
    pages = _folder(path) if path.is_dir() else _lines(path)
    return {_id(page, where): page for where, page in pages}


def _folder(path: Path) -> Iterator[tuple[str, Any]]:
    for file in sorted(path.glob("*.json")):
        yield str(file), _json(file.read_bytes(), str(file))


def _lines(path: Path) -> Iterator[tuple[str, Any]]:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}") from error
    for number, line in enumerate(content.split(b"\n"), 1):
        if line.strip():
            yield f"{path}:{number}", _json(line, f"{path}:{number}")


def _json(content: bytes, where: str) -> Any:
    try:
        return msgspec.json.decode(content)
    except (msgspec.MsgspecError, ValueError) as error:
        raise InputError(f"{where}: not JSON: {error}") from error


def _id(page: Any, where: str) -> str:
    if not isinstance(page, dict) or "id" not in page:
        raise InputError(f"{where}: not a JSON object with an 'id'")
    return str(page["id"])
