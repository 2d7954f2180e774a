"""A report's text as paragraphs of one text node each, so that offsets in it are offsets in the page."""

from __future__ import annotations

from collections.abc import Iterator

_UNSHOWABLE = {0: 0xFFFD, ord("\r"): ord(" "), ord("\f"): ord(" ")}  # a parser of HTML would drop or change these


def paragraphs(text: str) -> list[tuple[int, str]]:
    """Each line with the code point at which it starts; as many code points as in the report."""
    return list(_lines(text))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, line.translate(_UNSHOWABLE)
        start += len(line) + 1
