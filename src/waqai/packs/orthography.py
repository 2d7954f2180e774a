"""The letters tables and evasion patterns of all packs, read once."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from waqai.errors import PackError

LANG = Path(__file__).resolve().parent.parent / "lang"


@dataclass(frozen=True, slots=True)
class Orthography:
    """``letters``: written character -> folded; ``evasions``: regular expressions of what is deleted inside words.

    ``signs``: without one of them, or a letter three times in a row, a text holds no evasion.
    """

    letters: dict[str, str]
    evasions: tuple[str, ...]
    signs: str


@cache
def load_orthography() -> Orthography:
    """The union of every ``lang/*/orthography.toml``. Raises PackError naming the file."""
    letters: dict[str, str] = {}
    evasions: list[str] = []
    signs = ""
    for path in sorted(LANG.glob("*/orthography.toml")):
        table = _toml(path)
        letters.update(table.get("letters", {}))
        evasion = table.get("evasion", {})
        evasions.extend(_checked(path, evasion.get("patterns", [])))
        signs += evasion.get("signs", "")
    return Orthography(letters, tuple(evasions), signs)


def _toml(path: Path) -> dict[str, dict[str, str]]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise PackError([f"{path}: {error}"]) from error


def _checked(path: Path, patterns: list[str] | str) -> list[str]:
    for pattern in patterns:
        try:
            re.compile(pattern)
        except re.error as error:
            raise PackError([f"{path}: evasion pattern {pattern!r}: {error}"]) from error
    return list(patterns)
