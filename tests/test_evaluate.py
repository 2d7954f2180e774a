"""The measures of `waqai eval`, on small sets whose figures can be worked out by hand, and against the project's scorer."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from waqai.errors import InputError
from waqai.evaluate import Figures, load_records, score
from waqai.evaluate.kinship import kinship
from waqai.evaluate.words import same

TEXT = "\nقصفت روسيا مدينة سومي. وأصيب أربعة أشخاص.\nوقال المتحدث إن الهجوم انتهى."
EVENT: dict[str, Any] = {
    "kind": "shelling",
    "status": "happened",
    "sentence": "قصفت روسيا مدينة",
    "when": {"text": None, "start": "2025-07-21", "end": None},
    "places": [{"text": "مدينة سومي"}],
    "perpetrators": ["روسيا"],
    "killed": None,
    "injured": {"low": 4, "high": 4},
    "weapons": [{"kind": "artillery"}],
    "sources": [],
}
SAID = {"speaker": "المتحدث", "act": "say", "sentence": "وقال المتحدث إن"}


def measure(found: list[dict[str, Any]], said: list[dict[str, Any]] | None = None) -> Any:
    gold = {"r": {"id": "r", "events": [EVENT], "statements": [SAID]}}
    return score({"r": TEXT}, gold, {"r": {"id": "r", "events": found, "statements": said or []}})


def test_a_record_that_agrees_in_all_scores_one() -> None:
    result = measure([EVENT], [SAID])
    assert {result.events.f1, result.facts.f1, result.strict.f1, result.statements.f1, result.act_accuracy} == {1.0}


def test_nothing_found_scores_nothing() -> None:
    result = measure([])
    assert (result.events, result.relevance) == (Figures(0.0, 0.0, 0.0, 1, 0), 0.0)


def test_a_wrong_figure_costs_a_fact_and_the_strict_event() -> None:
    result = measure([EVENT | {"injured": {"low": 5, "high": 5}}])
    assert (result.events.f1, result.strict.f1) == (1.0, 0.0)
    assert result.slots["injured"] == Figures(0.0, 0.0, 0.0, 1, 1)
    assert (result.facts.gold, result.facts.p) == (7, round(6 / 7, 3))


def test_an_event_of_another_kind_and_sentence_is_not_paired() -> None:
    assert measure([{"kind": "talks", "span": [40, 60], "places": []}]).events.f1 == 0.0


def test_a_second_telling_is_one_too_many() -> None:
    assert measure([EVENT, EVENT]).events == Figures(0.5, 1.0, 0.667, 1, 2)


@pytest.mark.parametrize(
    ("a", "b", "value"),
    [
        ("talks", "talks", 1.0),
        ("shelling", "air_strike", 0.6),
        ("attack", "clash", 0.5),
        ("explosion", "clash", 0.4),
        ("territory_change", "clash", 0.6),
        ("territory_change", "attack", 0.5),
        ("aid", "talks", 0.0),
    ],
)
def test_kinds_are_kin(a: str, b: str, value: float) -> None:
    assert kinship(a, b) == kinship(b, a) == value


def test_words_are_the_same_whatever_stands_before_them() -> None:
    assert same("بالمدينة", "مدينة سومي")
    assert not same("سومي", "كييف")
    assert not same("", "")


def test_a_bad_annotation_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "x"}\n{bad\n', "utf-8")
    with pytest.raises(InputError, match=r"a\.jsonl:2: not JSON"):
        load_records(tmp_path / "a.jsonl")
    with pytest.raises(InputError, match="No such file"):
        load_records(tmp_path / "none.jsonl")


KINDS = ("attack", "shelling", "air_strike", "clash", "talks", "exchange", "explosion", "toll", "detention")
WORDS = ("روسيا", "مدينة سومي", "كييف", "الجيش", "وبالحدود", "حزب الله", "للجيش", "حيّ السلام")


def synthetic(dice: random.Random, text: str, spans: bool) -> dict[str, Any]:
    """A record by chance, as an annotation or as the program writes one."""
    events = [_event(dice, text, spans) for _ in range(dice.randint(0, 5))]
    sentences = [line for line in text.split("\n") if line]
    said = [
        {"speaker": dice.choice(WORDS), "act": dice.choice(["say", "deny"]), "sentence": dice.choice(sentences)}
        for _ in range(3)
    ]
    return {"events": events, "statements": said}


def _event(dice: random.Random, text: str, spans: bool) -> dict[str, Any]:
    start = dice.randrange(len(text) - 5)
    day = dice.choice([None, "2025-07-21", "2025-07-22"])
    where = {"span": [start, start + dice.randint(1, 60)]} if spans else {"sentence": text[start : start + 9]}
    return where | {
        "kind": dice.choice(KINDS),
        "status": dice.choice([None, "happened", "planned"]),
        "when": {"start": day, "end": dice.choice([None, day])},
        "places": [{"text": word} for word in dice.sample(WORDS, dice.randint(0, 2))],
        "perpetrators": dice.sample(WORDS, dice.randint(0, 2)),
        "sources": [{"text": word, "name": None} for word in dice.sample(WORDS, dice.randint(0, 2))],
        "against": dice.sample(WORDS, dice.randint(0, 1)),
        "weapons": [{"kind": kind} for kind in dice.sample(["drone", "missile"], dice.randint(0, 2))],
        "targets": [{"kind": "house"}] * dice.randint(0, 2),
        "killed": _figure(dice),
        "injured": _figure(dice),
    }


def _figure(dice: random.Random) -> dict[str, Any] | None:
    return dice.choice([None, {"low": dice.randint(0, 2), "high": dice.choice([None, 2])}])


SCORER = Path(__file__).resolve().parent.parent.parent / "shared" / "tools" / "score.py"


@pytest.mark.skipif(not SCORER.exists(), reason="the project's scorer is not beside this checkout")
@pytest.mark.parametrize("seed", range(3))
def test_the_figures_are_those_of_the_projects_scorer(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    ids = [f"r{number}" for number in range(12)]
    text = "\n".join("، ".join(dice.sample(WORDS, 3)) + dice.choice([". ", " ", "؟ "]) for _ in range(6))
    gold = {i: {"id": i} | synthetic(dice, text, spans=False) for i in ids}
    found = {i: {"id": i} | synthetic(dice, text, spans=True) for i in ids[1:]}
    for name, rows in (
        ("docs", [{"id": i, "text": text} for i in ids]),
        ("gold", gold.values()),
        ("found", found.values()),
    ):
        (tmp_path / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    files = [str(tmp_path / f"{name}.jsonl") for name in ("docs", "gold", "found")]
    theirs = json.loads(
        subprocess.run([sys.executable, SCORER, *files, "--json"], capture_output=True, check=True).stdout
    )
    ours = score(dict.fromkeys(ids, "\n" + text), gold, found)
    assert summary(ours) == pytest.approx(
        {name: theirs[name] if isinstance(theirs[name], float) else theirs[name]["f1"] for name in summary(ours)}
    )
    assert {slot: row.f1 for slot, row in ours.slots.items()} == {
        slot: row["f1"] for slot, row in theirs["slots"].items()
    }


def summary(result: Any) -> dict[str, float]:
    figures = {name: getattr(result, name).f1 for name in ("events", "facts", "strict", "statements")}
    return figures | {"relevance": result.relevance, "act_accuracy": result.act_accuracy}
