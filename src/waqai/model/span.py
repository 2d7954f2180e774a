"""A half-open stretch of a report's text, in Unicode code points."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Half-open ``[start, end)`` in code points of ``title + "\\n" + text``."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Do the two stretches share a code point?"""
        return self.start < other.end and other.start < self.end

    def hull(self, other: Span) -> Span:
        """The smallest stretch that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))
