"""The OpenAPI 3.1 document of the API, made of the table of operations and the types of what it takes and gives."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import msgspec

from waqai import __version__
from waqai.web.api.operation import ROOT, Operation
from waqai.web.asking import Param

_REF = "#/components/schemas/{name}"
_KINDS: dict[str, dict[str, Any]] = {
    "text": {"type": "string"},
    "day": {"type": "string", "format": "date"},
    "number": {"type": "integer", "minimum": 0},
    "flag": {"type": "boolean"},
    "box": {"type": "string", "examples": ["35,31,37,34"]},
}
PROMISE = (
    "Stable: within version 1 fields and operations are added, never renamed or removed; unknown fields in answers are "
    "to be passed over. A version 2 would stand beside it for a year. Incident and report ids are permanent."
)
_ERROR = {
    "type": "object",
    "required": ["ok", "error"],
    "properties": {
        "ok": {"const": False},
        "error": {
            "type": "object",
            "required": ["code", "message"],
            "properties": {"code": {"type": "string"}, "message": {"type": "string"}, "detail": {}},
        },
    },
}


def document(operations: Iterable[Operation]) -> dict[str, Any]:
    """The document as plain values."""
    every = tuple(operations)
    types = [kind for each in every for kind in (each.takes, each.gives) if kind is not None]
    schemas, components = msgspec.json.schema_components(types, ref_template=_REF, schema_hook=_free)
    of = dict(zip(types, schemas, strict=True))
    paths: dict[str, dict[str, Any]] = {}
    for each in every:
        paths.setdefault(ROOT + each.path, {})[each.method.lower()] = _described(each, of)
    return {
        "openapi": "3.1.0",
        "info": {"title": "waqai", "version": "1", "description": PROMISE, "x-waqai-version": __version__},
        "paths": paths,
        "components": {
            "schemas": components | {"Error": _ERROR},
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
        "security": [{"token": []}, {}],
    }


def _free(_kind: type) -> dict[str, Any]:
    """Any value: what decisions were about is as they left it."""
    return {"description": "Any value."}


def _described(each: Operation, of: dict[Any, dict[str, Any]]) -> dict[str, Any]:
    parts = re.findall(r"{(\w+)}", each.path)
    inside = [{"name": n, "in": "path", "required": True, "schema": {"type": "string"}} for n in parts]
    found: dict[str, Any] = {
        "operationId": each.id,
        "summary": each.summary,
        "x-right": each.act,
        "parameters": inside + [_param(param) for param in each.query],
        "responses": {"200": _answer(each, of), "default": _refusal()},
    }
    if each.takes is not None:
        found["requestBody"] = {"required": True, "content": {"application/json": {"schema": of[each.takes]}}}
    return found


def _param(param: Param) -> dict[str, Any]:
    schema = _KINDS[param.kind]
    if param.many:
        schema = {"type": "array", "items": schema}
    return {"name": param.name, "in": "query", "description": param.help, "schema": schema}


def _answer(each: Operation, of: dict[Any, dict[str, Any]]) -> dict[str, Any]:
    if each.media != "application/json":
        return {"description": "The file.", "content": {each.media: {}}}
    thing = of[each.gives] if each.gives is not None else {"type": "object"}
    inside: dict[str, Any] = {"item": thing}
    if each.items:
        inside = {"items": {"type": "array", "items": thing}, "next": {"type": ["string", "null"]}}
    schema = {"type": "object", "required": ["ok", *inside], "properties": {"ok": {"const": True}} | inside}
    return {"description": "What was asked for.", "content": {"application/json": {"schema": schema}}}


def _refusal() -> dict[str, Any]:
    schema = {"$ref": _REF.format(name="Error")}
    return {"description": "Why not.", "content": {"application/json": {"schema": schema}}}
