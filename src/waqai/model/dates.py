"""A span of days with the precision at which it was said."""

from __future__ import annotations

from datetime import date

from waqai.model.value import Value


class DateSpan(Value, frozen=True):
    """``start``..``end`` are inclusive days; both None when the words cannot be resolved.

    ``precision``: "day", "night", "part_of_day", "week", "month", "year", "range" or "unresolved".
    """

    start: date | None
    end: date | None
    precision: str

    @property
    def resolved(self) -> bool:
        """Do the words name days?"""
        return self.start is not None


UNRESOLVED = DateSpan(None, None, "unresolved")
