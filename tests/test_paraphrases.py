"""Three reports of a night of war that are not the seed's: other words, towns, figures and parties, read as well."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from waqai.engine import read_report
from waqai.evaluate import Score, load_records, score
from waqai.model.record import Record, Report
from waqai.schema import to_json

HERE = Path(__file__).parent / "paraphrases"
FLOORS = {"events": 0.95, "facts": 0.92, "strict": 0.80, "statements": 0.85}
NAMES = ("para-ukraine", "para-lebanon", "para-sudan")
TWO_SCRIPTS = {
    "para-ukraine": ("زيلينسكي", "Zelensky"),
    "para-lebanon": ("سلامة", "Salameh"),
    "para-sudan": ("عثمان", "Osman"),
}
TOTALS = {"para-ukraine": "31", "para-lebanon": "40", "para-sudan": "37"}


@cache
def reports() -> dict[str, Report]:
    rows = [json.loads(line) for line in (HERE / "docs.jsonl").read_text("utf-8").splitlines()]
    return {row["id"]: Report(row["id"], row["text"], row["title"], row["date"], None, "ar") for row in rows}


@cache
def gold() -> dict[str, dict[str, Any]]:
    return load_records(HERE / "ann")


@cache
def record(name: str) -> Record:
    return read_report(reports()[name])


@cache
def figures(*names: str) -> Score:
    texts = {name: reports()[name].full_text for name in names}
    return score(texts, gold(), {name: to_json(record(name)) for name in names})


def texts_of(value: Any) -> list[str]:
    """Every snatch of the report that an annotation copies."""
    if isinstance(value, dict):
        kept = [v for k, v in value.items() if k in ("text", "sentence", "speaker", "role") and v is not None]
        return kept + [t for v in value.values() for t in texts_of(v)]
    if isinstance(value, list):
        return [t for v in value for t in ([v] if isinstance(v, str) else texts_of(v))]
    return []


@pytest.mark.parametrize("name", NAMES)
def test_annotations_copy_the_report(name: str) -> None:
    missing = [text for text in texts_of(gold()[name]) if text not in reports()[name].full_text]
    assert not missing


@pytest.mark.parametrize("measure", FLOORS)
@pytest.mark.parametrize("name", NAMES)
def test_reads_as_well_as_the_seed(name: str, measure: str) -> None:
    result = getattr(figures(name), measure)
    assert result.f1 >= FLOORS[measure], f"{name} {measure}: {result}"


@pytest.mark.parametrize("name", NAMES)
def test_one_person_in_two_scripts(name: str) -> None:
    arabic, latin = TWO_SCRIPTS[name]
    said = record(name).statements
    ids = {s.id for s in said if arabic in s.speaker or latin in s.speaker}
    assert any(arabic in s.speaker for s in said)
    assert any(latin in s.speaker for s in said)
    assert len(ids) == 1, ids
    assert None not in ids


@pytest.mark.parametrize("name", NAMES)
def test_parts_add_up_to_the_total(name: str) -> None:
    sums = [check.says for check in record(name).checks if check.kind == "toll_adds_up"]
    assert any(f"= {TOTALS[name]}," in says for says in sums), sums


@pytest.mark.parametrize("name", NAMES)
def test_without_a_date_only_relative_days_are_lost(name: str) -> None:
    report = reports()[name]
    undated = read_report(Report(report.id, report.text, report.title, None, None, "ar"))
    assert [e.kind for e in undated.events] == [e.kind for e in record(name).events]
    assert all(e.when is None or e.when.start is None for e in undated.events)
