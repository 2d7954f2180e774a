"""Lists of a pack, tab-separated or TOML: rows with their file and line, so that every complaint can name both."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

from waqai.errors import PackError


class Row(NamedTuple):
    """One line of a list: its cells by column name, and where it stands."""

    cells: dict[str, str]
    where: str


def read_rows(path: Path, columns: tuple[str, ...], problems: list[str]) -> list[Row]:
    """The rows of ``path``; lines that do not fit ``columns`` go to ``problems`` as "file:line: message"."""
    rows: list[Row] = []
    header: list[str] | None = None
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        where = f"{path.parent.name}/{path.name}:{number}"
        cells = [cell.strip() for cell in line.split("\t")]
        if header is None:
            header = _header(cells, columns, where, problems)
        elif len(cells) > len(header):
            problems.append(f"{where}: {len(cells)} columns, expected {len(header)}")
        else:
            rows.append(Row(dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True)), where))
    return rows


def _header(cells: list[str], columns: tuple[str, ...], where: str, problems: list[str]) -> list[str]:
    if tuple(cells) != columns:
        problems.append(f"{where}: the first line must be the columns {' '.join(columns)}")
        return list(columns)
    return cells


def read_tables(path: Path, key: str, line: re.Pattern[str]) -> list[tuple[str, dict[str, Any]]]:
    """The ``[[key]]`` tables of a TOML file, each with "folder/file:line", the line that ``line`` finds in it.

    Raises PackError when the file is no TOML.
    """
    source, name = path.read_text("utf-8"), f"{path.parent.name}/{path.name}"
    try:
        tables: list[dict[str, Any]] = tomllib.loads(source).get(key, [])
    except tomllib.TOMLDecodeError as error:
        raise PackError([f"{name}: {error}"]) from error
    numbers = [source.count("\n", 0, match.end()) + 1 for match in line.finditer(source)]
    return [(f"{name}:{numbers[at] if at < len(numbers) else 1}", table) for at, table in enumerate(tables)]


def attributes(cell: str) -> dict[str, str]:
    """ "a=1;b=x" -> {"a": "1", "b": "x"}; a bare word means "1"."""
    pairs = (part.partition("=") for part in cell.split(";") if part.strip())
    return {key.strip(): value.strip() or "1" for key, _, value in pairs}


def alternatives(cell: str) -> list[str]:
    """The " | "-separated alternatives of a cell, without empty ones."""
    return [part.strip() for part in cell.split("|") if part.strip()]
