"""Rule files of a language pack: lang/<language>/rules/*.rules.toml to checked Rule records, with file and line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from waqai.errors import PackError
from waqai.packs.orthography import LANG
from waqai.packs.tables import read_tables

_FIELDS = {"id", "gives", "pattern", "make", "examples", "never", "why"}
_ID = re.compile(r'^\s*id\s*=\s*"([^"]*)"', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule as written: ``gives`` is the mention kind, ``make`` names a production, ``where`` is "file:line"."""

    id: str
    gives: str
    patterns: tuple[str, ...]
    make: str
    examples: tuple[tuple[str, str], ...]
    never: tuple[str, ...]
    why: str
    where: str


@cache
def load_rules(language: str = "ar") -> tuple[Rule, ...]:
    """Every rule of a pack in file order. Raises PackError with all problems, each "file:line: message"."""
    problems: list[str] = []
    rules: list[Rule] = []
    for path in sorted((LANG / language / "rules").glob("*.rules.toml")):
        rules.extend(read_rule_file(path, problems))
    problems.extend(_twice(rules))
    if problems:
        raise PackError(problems)
    return tuple(rules)


def read_rule_file(path: Path, problems: list[str]) -> list[Rule]:
    """The rules of one file; what is wrong goes to ``problems``."""
    try:
        tables = read_tables(path, "rule", _ID)
    except PackError as error:
        problems.extend(error.problems)
        return []
    found = [_rule(row, where, problems) for where, row in tables]
    return [rule for rule in found if rule is not None]


def _rule(row: dict[str, Any], where: str, problems: list[str]) -> Rule | None:
    faults = _faults(row)
    problems.extend(f"{where}: rule {row.get('id', '?')}: {fault}" for fault in faults)
    if faults:
        return None
    patterns = row["pattern"] if isinstance(row["pattern"], list) else [row["pattern"]]
    examples = tuple((sentence, value) for sentence, value in row["examples"])
    never, why = tuple(row["never"]), row.get("why", "")
    return Rule(row["id"], row["gives"], tuple(patterns), row["make"], examples, never, why, where)


def _faults(row: dict[str, Any]) -> list[str]:
    faults = [f"unknown field {key!r}" for key in row.keys() - _FIELDS]
    faults += [f"{key!r} must be text" for key in ("id", "gives", "make") if not isinstance(row.get(key), str)]
    if not isinstance(row.get("pattern"), (str, list)):
        faults.append("'pattern' must be text or a list of texts")
    examples = row.get("examples")
    if not isinstance(examples, list) or len(examples) < 2:
        faults.append("needs at least two examples")
    elif any(not _example(pair) for pair in examples):
        faults.append('an example is ["sentence with {the words}", "value"]')
    if not isinstance(row.get("never"), list) or not row["never"]:
        faults.append("needs at least one 'never' sentence")
    return faults


def _example(pair: Any) -> bool:
    if not isinstance(pair, list) or len(pair) != 2 or not all(isinstance(part, str) for part in pair):
        return False
    return bool(pair[0].count("{") == pair[0].count("}") == 1)


def _twice(rules: list[Rule]) -> list[str]:
    seen: dict[str, str] = {}
    return [
        f"{rule.where}: rule {rule.id} is already defined at {seen[rule.id]}"
        for rule in rules
        if seen.setdefault(rule.id, rule.where) != rule.where
    ]
