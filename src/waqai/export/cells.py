"""Cells of CSV that no spreadsheet takes for a formula, and back to what they were."""

from __future__ import annotations

import re
from functools import singledispatch

from waqai.export.column import Value

# An apostrophe before the text is the sign by which spreadsheets know text. It is added to what begins like a formula, and
# to what begins like such a text with its apostrophe, so that taking one away gives back what was there.
_FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
_GUARDED = re.compile("''*[=+\\-@\t\r\n＝＋－＠]")


@singledispatch
def cell(value: Value) -> str:
    """A value as the text of a cell. Numbers are never changed: a negative one begins with its sign."""
    return "" if value is None else str(value)


@cell.register
def _(value: bool) -> str:
    return "true" if value else "false"


@cell.register
def _(value: str) -> str:
    return f"'{value}" if _FORMULA.match(value) else value


def uncell(text: str) -> str:
    """The text that ``cell`` made this of."""
    return text[1:] if _GUARDED.match(text) else text
