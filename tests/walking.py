"""Walking a record's JSON: shared by the tests that hold every text to its span."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def spans(value: Any) -> Iterator[tuple[str, Any]]:
    """Every text with the span that stands beside it."""
    if isinstance(value, dict):
        for words, span in (("text", "span"), ("speaker", "span"), ("sentence", "sentence_span")):
            if value.get(span) is not None and words in value:
                yield value[words], value[span]
        value = list(value.values())
    if isinstance(value, list | tuple):
        for inner in value:
            yield from spans(inner)
