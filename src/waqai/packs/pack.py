"""The settings of a language pack: pack.toml, folded and checked."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from waqai.errors import PackError
from waqai.packs.fold import fold
from waqai.packs.forms import NounTable, noun_table
from waqai.packs.orthography import LANG


@dataclass(frozen=True, slots=True)
class PackSettings:
    """``leads``: proclitic name -> letters; ``proclitics``: word class -> what may stand before a form."""

    id: str
    name: str
    name_native: str
    folder: Path
    leads: dict[str, str]
    proclitics: dict[str, frozenset[str]]
    every_proclitic: frozenset[str]
    cautious: frozenset[str]
    shortest_stem: int
    shortest_cautious_stem: int
    noun: NounTable
    written: dict[str, str]
    toponym_heads: frozenset[str]
    subject_pronouns: frozenset[str]
    object_pronouns: tuple[str, ...]
    third_person: tuple[str, ...]
    weak_ending: str
    plural_silent: str
    plural_bare: str


@cache
def load_settings(language: str = "ar") -> PackSettings:
    """pack.toml of ``lang/<language>``. Raises PackError when it is missing or a table is."""
    folder = LANG / language
    path = folder / "pack.toml"
    try:
        table = tomllib.loads(path.read_text("utf-8"))
        return _settings(_folded(table) | {"written": table["written"]}, folder)
    except (OSError, KeyError, TypeError, tomllib.TOMLDecodeError) as error:
        raise PackError([f"{path}: {error!r}"]) from error


def _settings(table: dict[str, Any], folder: Path) -> PackSettings:
    proclitics = {name: frozenset(["", *values]) for name, values in table["proclitics"].items()}
    return PackSettings(
        id=table["id"],
        name=table["name"],
        name_native=table["name_ar"],
        folder=folder,
        leads=table["leads"],
        proclitics=proclitics,
        every_proclitic=frozenset[str]().union(*proclitics.values()),
        cautious=frozenset(table["stems"]["cautious"]),
        shortest_stem=table["stems"]["shortest"],
        shortest_cautious_stem=table["stems"]["shortest_cautious"],
        noun=noun_table(table["noun"]),
        written=table["written"],
        toponym_heads=frozenset(table["toponym"]["heads"]),
        subject_pronouns=frozenset(table["verb"]["subject_pronouns"]),
        object_pronouns=tuple(table["verb"]["object_pronouns"]),
        third_person=tuple(table["verb"]["third_person"]),
        weak_ending=table["verb"]["weak_ending"],
        plural_silent=table["verb"]["plural_silent"],
        plural_bare=table["verb"]["plural_bare"],
    )


def _folded(value: Any) -> Any:
    if isinstance(value, str):
        return fold(value)
    if isinstance(value, list):
        return [_folded(item) for item in value]
    return {key: _folded(item) for key, item in value.items()} if isinstance(value, dict) else value
