"""The record as JSON: ``to_json`` writes it in the contract's names and order, ``json_schema`` describes what it writes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from waqai import vocab
from waqai.model.record import CONTRACT, Record

_RECORD = ("contract", "id", "source", "title", "lang", "published", "flags", "events", "statements", "checks")
_STATEMENT = ("speaker", "span", "role", "act", "sentence", "sentence_span", "quote", "about", "id")
_OPTIONAL = frozenset({"approximate", "extra"})
_WORDS = {  # the vocabulary that a field's values come from
    ("Record", "flags"): "flags",
    ("Event", "kind"): "kinds",
    ("Event", "status"): "statuses",
    ("Weapon", "kind"): "weapons",
    ("Target", "kind"): "targets",
    ("Target", "effect"): "effects",
    ("Harm", "outcome"): "outcomes",
    ("Harm", "group"): "groups",
    ("Place", "level"): "levels",
    ("Source", "act"): "acts",
    ("Statement", "act"): "acts",
}


def to_json(record: Record, extra: Mapping[str, str] | None = None) -> dict[str, Any]:
    """A record as JSON values. ``extra``: the input row's other columns, kept under that name when there are any."""
    plain = msgspec.json.decode(msgspec.json.encode(record))  # to_builtins would leave tuples
    page = {key: plain[key] for key in _RECORD}
    page["statements"] = [{key: row[key] for key in _STATEMENT} for row in plain["statements"]]
    for event in page["events"]:
        for holder in (event, *event["claims"]):
            _drop_unsaid(holder)
    if extra:
        page["extra"] = dict(extra)
    return page


def to_line(record: Record, extra: Mapping[str, str] | None = None) -> str:
    """A record as one line of JSON."""
    return msgspec.json.encode(to_json(record, extra)).decode()


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of what ``to_json`` gives."""
    schema: dict[str, Any] = msgspec.json.schema(Record)
    definitions = schema["$defs"]
    for name, definition in definitions.items():
        if definition["type"] == "object":
            _describe(name, definition)
    record: dict[str, Any] = definitions.pop("Record")
    record["properties"] = {key: record["properties"][key] for key in _RECORD}
    record["properties"]["contract"] = {"const": CONTRACT}
    record["properties"]["extra"] = {"type": "object", "additionalProperties": {"type": "string"}}
    record["properties"]["report"] = {"type": "object", "description": "In exports: the report as it came in."}
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:waqai:record:{CONTRACT}",
    }
    return head | record | {"required": list(_RECORD), "$defs": dict(sorted(definitions.items()))}


def _drop_unsaid(holder: dict[str, Any]) -> None:
    """A figure says ``approximate`` only when it is."""
    for outcome in ("killed", "injured"):
        figure = holder[outcome]
        if figure is not None and not figure["approximate"]:
            del figure["approximate"]


def _describe(name: str, definition: dict[str, Any]) -> None:
    """Every field is always there, none other is, and a vocabulary's field has only its words."""
    fields = definition["properties"]
    for key, field in fields.items():
        field.pop("default", None)
        if words := _WORDS.get((name, key)):
            _limit(field, list(getattr(vocab.load(), words)))
    definition["required"] = [key for key in fields if key not in _OPTIONAL]
    definition["additionalProperties"] = False


def _limit(field: dict[str, Any], words: list[str]) -> None:
    if field.get("type") == "array":
        field["items"]["enum"] = words
    elif field.get("type") == "string":
        field["enum"] = words
    else:
        field.pop("anyOf")
        field["enum"] = [*words, None]
