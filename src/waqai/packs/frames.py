"""Frames: which trigger words make which kind of event, with the sentences that prove each frame."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from waqai.errors import PackError
from waqai.packs.orthography import LANG
from waqai.packs.tables import read_tables

ENGINE = "engine"
_HEADER = re.compile(r"^[ \t]*\[\[frame\]\][ \t]*$", re.MULTILINE)
ROLES = (
    "incident",
    "light",
    "harm",
    "cause",
    "suffer",
    "damage",
    "deal",
    "toll",
    "reach",
    "drop",
    "fall",
    "recover",
    "defuse",
    "fly",
)


@dataclass(frozen=True, slots=True)
class Frame:
    """``trigger`` is "class=value" of the lexicon; ``role`` how the clause is read; ``kind`` the event it makes, or ""."""

    id: str
    trigger: str
    role: str
    kind: str
    object: str
    examples: tuple[tuple[str, str], ...]
    never: tuple[str, ...]
    why: str
    where: str


@cache
def load_frames(language: str = "ar") -> dict[str, Frame]:
    """Trigger -> frame. Raises PackError with every problem as "file: message"."""
    frames: dict[str, Frame] = {}
    problems: list[str] = []
    for where, table in _tables(language):
        _add(frames, table, where, problems)
    if problems:
        raise PackError(problems)
    return frames


def _tables(language: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every frame of a pack with "frames/file:line", the line where it begins."""
    for path in sorted((LANG / language / "frames").glob("*.toml")):
        yield from read_tables(path, "frame", _HEADER)


@cache
def all_frames(language: str = "ar") -> list[Frame]:
    """Each frame once, with those that prove rules of the engine itself (role "engine", no triggers)."""
    frames: dict[str, Frame] = {}
    for where, table in _tables(language):
        trigger = next(iter(table.get("triggers", [])), "")
        frames.setdefault(table.get("id", where), _frame(table, trigger, where))
    return list(frames.values())


def _add(frames: dict[str, Frame], table: dict[str, Any], where: str, problems: list[str]) -> None:
    if table.get("role") == ENGINE:
        return
    for trigger in table.get("triggers", []):
        frame = _frame(table, trigger, where)
        if frame.role not in ROLES:
            problems.append(f"{where}: unknown role {frame.role!r}")
        if trigger in frames:
            problems.append(f"{where}: {trigger} already belongs to {frames[trigger].id}")
        frames[trigger] = frame
    if not table.get("triggers") or "id" not in table:
        problems.append(f"{where}: a frame needs an id and triggers")


def _frame(table: dict[str, Any], trigger: str, where: str) -> Frame:
    return Frame(
        id=table.get("id", ""),
        trigger=trigger,
        role=table.get("role", ""),
        kind=table.get("kind", ""),
        object=table.get("object", ""),
        examples=tuple((e[0], e[1]) for e in table.get("examples", [])),
        never=tuple(table.get("never", [])),
        why=table.get("why", ""),
        where=where,
    )
