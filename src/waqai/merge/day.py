"""An ISO day as a number, so that days can be taken from one another."""

from __future__ import annotations

from datetime import date


def ordinal(day: str | None) -> int | None:
    """The number of a day (``2025-03-18``, or a time on it); None for what is no day."""
    try:
        return date.fromisoformat(day[:10]).toordinal() if day else None
    except ValueError:
        return None
