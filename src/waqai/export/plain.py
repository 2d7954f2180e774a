"""Records to JSON values and lines; of withheld ones without the offsets, which would say where the words stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, BinaryIO

import msgspec

_OFFSETS = frozenset({"span", "sentence_span"})


def plain(value: object, *, public: bool = False) -> Any:
    """JSON values of a record: lists, dicts, strings, numbers."""
    made = msgspec.json.decode(msgspec.json.encode(value))
    return without_offsets(made) if public else made


def without_offsets(value: Any) -> Any:
    """The same values without the keys that hold offsets."""
    if isinstance(value, dict):
        return {key: without_offsets(part) for key, part in value.items() if key not in _OFFSETS}
    return [without_offsets(part) for part in value] if isinstance(value, list) else value


def write_lines(values: Iterable[Any], stream: BinaryIO) -> None:
    """One JSON value a line."""
    stream.writelines(msgspec.json.encode(value) + b"\n" for value in values)
