"""A number of people or things as a range: exact, at least, at most, about."""

from __future__ import annotations

from waqai.model.value import Value


class Count(Value, frozen=True):
    """``low``..``high`` inclusive; ``high`` None means no upper bound was said. ``approximate``: "about N"."""

    low: int
    high: int | None
    approximate: bool = False

    @property
    def exact(self) -> bool:
        """Is one number said, and not "about"?"""
        return self.low == self.high and not self.approximate


def exactly(number: int) -> Count:
    """The count of a plain number."""
    return Count(number, number)
