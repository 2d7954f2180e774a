"""The contract: what records look like in JSON, held against the page that describes it and against the schema."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import waqai
from waqai.model.record import ClaimFigures, Figure, Record
from waqai.schema import json_schema, to_json, to_line

# The shape of the contract's page: every field of every object, in its order.
EXAMPLE: dict[str, Any] = {
    "contract": "1",
    "id": "r1",
    "source": "agency",
    "title": "عنوان",
    "lang": "ar",
    "published": "2025-07-22",
    "flags": ["machine_translated", "mixed_script"],
    "events": [
        {
            "id": "e1",
            "kind": "drone_strike",
            "family": "violence",
            "status": "happened",
            "span": [10, 90],
            "text": "جملة",
            "when": {
                "text": "الليلة الماضية",
                "span": [10, 24],
                "start": "2025-07-21",
                "end": "2025-07-22",
                "precision": "night",
                "rule": "ar.date.overnight",
            },
            "places": [
                {
                    "text": "بوتيفل",
                    "span": [30, 36],
                    "name": "Putyvl",
                    "name_ar": "بوتيفل",
                    "country": "UA",
                    "admin1": "Sumy Oblast",
                    "lat": 51.33,
                    "lon": 33.87,
                    "level": "settlement",
                    "id": "geonames:696008",
                    "score": 0.97,
                    "why": "only place of that name",
                }
            ],
            "perpetrators": [{"text": "روسيا", "span": [0, 5], "name": "Russia", "id": "actor:russia", "stated": True}],
            "against": [],
            "weapons": [{"text": "طائرة بدون طيار", "span": [0, 15], "kind": "drone", "low": 1, "high": 1}],
            "targets": [
                {"text": "محطة وقود", "span": [0, 9], "kind": "fuel_station", "low": 1, "high": 1, "effect": "hit"}
            ],
            "killed": None,
            "injured": {"text": "أربعة أشخاص", "span": [0, 11], "low": 4, "high": 4},
            "harm": [
                {
                    "outcome": "injured",
                    "text": "صبي يبلغ من العمر 5 سنوات",
                    "span": [0, 25],
                    "low": 1,
                    "high": 1,
                    "group": "child",
                    "age": 5,
                    "sex": "m",
                    "part_of": "total",
                }
            ],
            "sources": [{"text": "الإدارة", "span": [0, 7], "name": None, "act": "say"}],
            "claims": [
                {
                    "source": 0,
                    "killed": {"text": "نحو 30", "span": [0, 6], "low": 30, "high": 30, "approximate": True},
                    "injured": None,
                }
            ],
            "rules": ["ar.attack.subject-hit-object"],
            "confidence": 0.93,
        }
    ],
    "statements": [
        {
            "speaker": "ديمتري بيسكوف",
            "span": [0, 13],
            "role": "المتحدث",
            "act": "say",
            "sentence": "جملة",
            "sentence_span": [0, 4],
            "quote": None,
            "about": ["e1"],
            "id": "person:dmitry-peskov",
        }
    ],
    "checks": [{"kind": "toll_adds_up", "says": "4 + 7 + 13 = 24", "events": ["e1"]}],
}


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema = json_schema()
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def test_the_schema_accepts_the_contracts_example(validator: Draft202012Validator) -> None:
    assert [error.message for error in validator.iter_errors(EXAMPLE)] == []


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("kind", "picnic"),
        ("status", "perhaps"),
        ("span", [1]),
        ("places", [{"text": "x"}]),
        ("killed", 3),
        ("when", None),
    ],
)
def test_the_schema_refuses_what_the_contract_does_not_know(
    validator: Draft202012Validator, key: str, value: Any
) -> None:
    event = EXAMPLE["events"][0] | {key: value}
    assert not validator.is_valid(EXAMPLE | {"events": [event]})


def test_the_schema_refuses_a_missing_and_an_unknown_field(validator: Draft202012Validator) -> None:
    assert not validator.is_valid({key: EXAMPLE[key] for key in EXAMPLE if key != "flags"})
    assert not validator.is_valid(EXAMPLE | {"mood": "grim"})


def order(value: Any, path: str = "") -> list[str]:
    """Every key of a page with where it stands, in order."""
    if isinstance(value, dict):
        return [line for key, inner in value.items() for line in (f"{path}.{key}", *order(inner, f"{path}.{key}"))]
    if isinstance(value, list | tuple) and value and isinstance(value[0], dict):
        return order(value[0], f"{path}[]")
    return []


def test_to_json_writes_the_contracts_names_in_their_order(validator: Draft202012Validator) -> None:
    page = to_json(full_record())
    assert order(page) == order(EXAMPLE)
    assert validator.is_valid(json.loads(json.dumps(page)))


def full_record() -> Record:
    """A record with something in every place."""
    from msgspec import convert

    return convert(EXAMPLE, Record)


def test_approximate_is_said_only_when_true() -> None:
    record = full_record()
    about = Figure("x", waqai.Span(0, 1), 30, 30, approximate=True)
    event = replace(record.events[0], killed=about, claims=(ClaimFigures(0, about),))
    page = to_json(replace(record, events=(event,)))["events"][0]
    assert page["killed"]["approximate"] is page["claims"][0]["killed"]["approximate"] is True
    assert "approximate" not in page["injured"]


def test_other_columns_are_kept_only_when_there_are_some() -> None:
    assert "extra" not in to_json(full_record(), {})
    assert json.loads(to_line(full_record(), {"city": "إدلب"}))["extra"] == {"city": "إدلب"}


def test_every_demo_record_is_as_the_schema_says(validator: Draft202012Validator, demo: Path) -> None:
    for report in waqai.reports([demo]):
        assert isinstance(report, waqai.Report)
        page = json.loads(to_line(waqai.read_report(report), report.extra))
        assert [f"{error.json_path}: {error.message}" for error in validator.iter_errors(page)] == []
