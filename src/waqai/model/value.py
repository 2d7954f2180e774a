"""Values: what the stages of the reading hand to one another."""

from __future__ import annotations

from msgspec import Struct


class Value(Struct, frozen=True, gc=False):
    """A frozen record of the reading, equal to another of the same fields.

    A struct, because a report is thousands of them: built in a seventh of a named tuple's time, read in a third. No value
    refers to a later one, so there are no rings of them for the garbage collector to find.
    """
