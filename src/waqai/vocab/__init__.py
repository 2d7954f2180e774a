"""The record's vocabulary: one TOML file a list, read once into frozen terms in the order of the file."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from waqai.errors import PackError

_FOLDER = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Term:
    """One id of a list: its English and Arabic labels and a one-line definition."""

    id: str
    en: str
    ar: str
    definition: str


@dataclass(frozen=True, slots=True)
class Kind(Term):
    """A kind of event, with its family and its ACLED and PLOVER equivalents ("" where none fits)."""

    family: str
    acled: str
    plover_event: str
    plover_mode: str


_T = TypeVar("_T", bound=Term)


@dataclass(frozen=True, slots=True)
class Vocab:
    """Every list by name; each maps ids to terms in the order of its file."""

    kinds: Mapping[str, Kind]
    weapons: Mapping[str, Term]
    targets: Mapping[str, Term]
    groups: Mapping[str, Term]
    acts: Mapping[str, Term]
    statuses: Mapping[str, Term]
    outcomes: Mapping[str, Term]
    levels: Mapping[str, Term]
    flags: Mapping[str, Term]
    effects: Mapping[str, Term]
    relations: Mapping[str, Term]
    roles: Mapping[str, Term]
    titles: Mapping[str, Term]
    forces: Mapping[str, Term]
    source_kinds: Mapping[str, Term]

    def families(self) -> tuple[str, ...]:
        """The families of kinds, in the order of the kinds."""
        return tuple(dict.fromkeys(kind.family for kind in self.kinds.values()))


@cache
def load() -> Vocab:
    """The vocabulary. Raises PackError with every problem of every file."""
    problems: list[str] = []
    kinds = _terms("kinds", Kind, problems)
    others = {name: _terms(name, Term, problems) for name in Vocab.__slots__ if name != "kinds"}
    if problems:
        raise PackError(problems)
    return Vocab(kinds=kinds, **others)


def _terms(name: str, make: type[_T], problems: list[str]) -> Mapping[str, _T]:
    path = _FOLDER / f"{name}.toml"
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        problems.append(f"{path}: {error}")
        return {}
    return MappingProxyType(
        {key: term for key, row in table.items() if (term := _term(path, key, row, make, problems))}
    )


def _term(path: Path, key: str, row: dict[str, str], make: type[_T], problems: list[str]) -> _T | None:
    try:
        return make(id=key, **row)
    except TypeError as error:
        problems.append(f"{path}: [{key}] {error}")
        return None
