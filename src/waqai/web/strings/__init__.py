"""The interface's words, one TOML file a language; every language has the same keys. What the layers say has tables of its own."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from waqai.messages import english, read_table

_FOLDER = Path(__file__).resolve().parent
ENGLISH = "en"


@cache
def strings(lang: str) -> Mapping[str, str]:
    """Key -> words; the key of a nested table is joined to its own with dots."""
    return read_table(_FOLDER / f"{lang}.toml")


@cache
def said(lang: str) -> Mapping[str, str]:
    """Code of a message -> its words. In English the interface has labels where the command line has ids."""
    own = read_table(_FOLDER / f"messages.{lang}.toml")
    return MappingProxyType({**english(), **own}) if lang == ENGLISH else own


@cache
def labels(lang: str) -> Mapping[str, str]:
    """What ids in messages are called, by list and id; English calls them by themselves."""
    return MappingProxyType({}) if lang == ENGLISH else read_table(_FOLDER / f"labels.{lang}.toml")


@cache
def rules(lang: str) -> Mapping[str, str]:
    """Id of a rule -> what it is for; English has it from the rule itself."""
    return MappingProxyType({}) if lang == ENGLISH else read_table(_FOLDER / f"rules.{lang}.toml")


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
