"""Kinds of event: what a weapon makes of an attack, and which kinds can be two names of one thing."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from waqai.packs.orthography import LANG

_CLOSE, _NEAR = 0.6, 0.5


@dataclass(frozen=True, slots=True)
class Kinds:
    """``by_weapon``: weapon kind -> event kind; ``groups``: event kind -> the group it belongs to."""

    by_weapon: dict[str, str]
    groups: dict[str, str]
    generic: dict[str, frozenset[str]]

    def group(self, kind: str) -> str:
        """The group of a kind; a kind of no group is its own."""
        return self.groups.get(kind, kind)

    def kinship(self, one: str, other: str) -> float:
        """1 for the same kind, 0.6 in one group, 0.5 for a bare attack or explosion beside strikes and force, else 0."""
        if one == other:
            return 1.0
        groups = {self.group(one), self.group(other)}
        if len(groups) == 1:
            return _CLOSE
        vague = bool({one, other} & {"attack", "explosion"})
        return _NEAR if vague and groups <= {"strike", "force"} else 0.0


@cache
def load_kinds() -> Kinds:
    """From lang/common/kinds.toml."""
    table = tomllib.loads((LANG / "common" / "kinds.toml").read_text("utf-8"))
    groups = {kind: group for group, kinds in table["group"].items() for kind in kinds}
    return Kinds(table["by_weapon"], groups, {kind: frozenset(exact) for kind, exact in table["generic"].items()})
