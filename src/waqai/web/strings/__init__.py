"""The interface's words, one TOML file a language; every language has the same keys."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

_FOLDER = Path(__file__).resolve().parent


@cache
def strings(lang: str) -> Mapping[str, str]:
    """Key -> words; the key of a nested table is joined to its own with dots."""
    table = tomllib.loads((_FOLDER / f"{lang}.toml").read_text("utf-8"))
    return MappingProxyType(dict(_flat("", table)))


@cache
def countries() -> Mapping[str, Mapping[str, str]]:
    """Two letters -> language -> what a country is called."""
    return MappingProxyType(tomllib.loads((_FOLDER / "countries.toml").read_text("utf-8")))


@cache
def lanes() -> Mapping[str, tuple[str, ...]]:
    """Lane -> its kinds of event: how maps and charts group and draw them."""
    table = tomllib.loads((_FOLDER / "lanes.toml").read_text("utf-8"))
    return MappingProxyType({name: tuple(lane["kinds"]) for name, lane in table.items()})


@cache
def lane_of(kind: str) -> str:
    """The lane of a kind."""
    return next((name for name, kinds in lanes().items() if kind in kinds), "other")


def _flat(head: str, table: Mapping[str, object]) -> list[tuple[str, str]]:
    found = []
    for key, value in table.items():
        if isinstance(value, dict):
            found += _flat(f"{head}{key}.", value)
        else:
            found.append((f"{head}{key}", str(value)))
    return found
