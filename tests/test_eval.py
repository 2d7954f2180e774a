"""The passages of eval/: well formed, and read no worse than the floors say."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from programs import load_program
from waqai import vocab

EVAL = Path(__file__).parent.parent / "eval"
REGISTERS = ("agency", "broadcaster", "bulletin", "local", "ministry", "mt", "post")
NOTHING = [{"any": True}]
LISTS = {"kind": "kinds", "status": "statuses", "weapon": "weapons", "target": "targets", "act": "acts"}


@cache
def runner() -> ModuleType:
    return load_program(EVAL / "run.py", "waqai_eval_run")


@cache
def passages() -> list[dict[str, Any]]:
    return list(runner().passages())


@cache
def counts() -> dict[str, dict[str, list[int]]]:
    outcomes = [outcome for passage in passages() for outcome in runner().judge(passage)]
    return dict(runner().tally(outcomes))


def floors() -> dict[str, dict[str, int]]:
    return dict(json.loads((EVAL / "floors.json").read_text("utf-8")))


def test_there_are_enough_and_each_is_one() -> None:
    assert len(passages()) >= 230
    assert len({p["id"] for p in passages()}) == len({p["text"] for p in passages()}) == len(passages())
    assert sum(p["must_not"] == NOTHING and not p["must"] for p in passages()) >= 60
    assert set(REGISTERS) == {p["register"] for p in passages()}


def test_every_value_asked_for_is_a_word_of_the_vocabulary_or_of_the_passage() -> None:
    assert not [fault for passage in passages() for fault in faults(passage)]


def faults(passage: dict[str, Any]) -> list[str]:
    found = []
    for wanted in passage["must"] + passage["must_not"]:
        for key, value in wanted.items():
            values = value if isinstance(value, list) else [value]
            if key in LISTS:
                found += [f"{passage['id']} {key} {v}" for v in values if v not in getattr(vocab.load(), LISTS[key])]
            if key in ("place", "perpetrator", "against", "source", "speaker"):
                found += [f"{passage['id']} {key} {v}" for v in values if not occurs(v, passage["text"])]
    return found


def occurs(name: str, text: str) -> bool:
    """Its words are in the passage, give or take what is written together with them and hashtags' underscores."""
    return all(word.removeprefix("ال") in text.replace("_", " ") for word in name.split())


@pytest.mark.parametrize("register", ["all", *REGISTERS])
@pytest.mark.parametrize("rule", ["must", "must_not"])
def test_no_count_is_below_its_floor(register: str, rule: str) -> None:
    held, asked = counts()[register][rule]
    assert held >= floors()[register][rule], f"{register} {rule}: {held} of {asked}; python eval/run.py says which"


def test_the_runner_prints_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert runner().main(["--only", "mt-07"]) == 0
    assert "must" in capsys.readouterr().out


def test_figures_are_read_as_written() -> None:
    is_range = runner()._is_range
    yes = [(3, 3, 3), ("3..", 3, None), ("1..30", 1, 30), (0, 0, 0)]
    no = [(3, 3, None), ("3..", 3, 3), (1, 0, 0)]
    assert all(is_range({"low": low, "high": high}, wanted) for wanted, low, high in yes)
    assert not any(is_range({"low": low, "high": high}, wanted) for wanted, low, high in no)
