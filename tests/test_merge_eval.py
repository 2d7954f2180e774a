"""The annotated reports of eval/merge: well formed, and merged no worse than the floors say."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from programs import load_program
from waqai import vocab
from waqai.evaluate.clusters import b_cubed

MERGE = Path(__file__).parent.parent / "eval" / "merge"
WAYS, HALVES = ("written", "read"), ("tune", "test", "all")


@cache
def runner() -> ModuleType:
    return load_program(MERGE / "run.py", "waqai_eval_merge_run")


@cache
def figures() -> dict[str, dict[str, float]]:
    return {way: {half: one.f1 for half, one in row.items()} for way, row in runner().figures().items()}


def test_there_are_enough_reports_and_incidents_and_a_third_is_held_out() -> None:
    pages, tellings = runner().pages(), runner().tellings()
    incidents = {half: set(runner().gold(half).values()) for half in ("tune", "test")}
    assert len({page["text"] for page in pages}) == len({page["id"] for page in pages}) == len(pages) >= 120
    assert len(incidents["tune"] | incidents["test"]) >= 45
    assert not incidents["tune"] & incidents["test"]
    assert len(incidents["test"]) >= len(incidents["tune"] | incidents["test"]) / 3
    assert max(Counter(telling["incident"] for telling in tellings).values()) >= 5


def test_every_telling_is_of_words_of_its_report_and_of_the_vocabulary() -> None:
    texts = {page["id"]: f"{page['title']}\n{page['text']}" for page in runner().pages()}
    lists = vocab.load()
    for telling in runner().tellings():
        assert telling["words"] in texts[telling["report"]], telling["id"]
        assert telling["kind"] in lists.kinds, telling["id"]
        assert set(telling.get("weapons", ())) <= set(lists.weapons), telling["id"]
        assert set(telling.get("targets", ())) <= set(lists.targets), telling["id"]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("half", HALVES)
def test_no_figure_is_below_its_floor(way: str, half: str) -> None:
    floor = json.loads((MERGE / "floors.json").read_text("utf-8"))[way][half]
    assert figures()[way][half] >= floor, f"python eval/merge/run.py --errors {half} says which"


def test_the_runner_prints_figures_and_errors(capsys: pytest.CaptureFixture[str]) -> None:
    assert runner().main(["--errors", "tune"]) == 0
    assert "B3 p" in capsys.readouterr().out


def test_a_faultless_grouping_scores_one() -> None:
    gold = {"a": "1", "b": "1", "c": "2"}
    assert b_cubed(gold, {"a": "x", "b": "x", "c": "y"}).f1 == 1.0


def test_one_group_for_all_costs_precision_and_none_costs_recall() -> None:
    gold = {"a": "1", "b": "1", "c": "2", "d": "2"}
    assert (b_cubed(gold, dict.fromkeys(gold, "x")).p, b_cubed(gold, dict.fromkeys(gold, "x")).r) == (0.5, 1.0)
    assert (b_cubed(gold, {}).p, b_cubed(gold, {}).r) == (1.0, 0.5)
