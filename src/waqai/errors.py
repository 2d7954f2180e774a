"""The error tree.

WaqaiError
├── PackError       a language pack cannot be loaded; carries every problem as "file:line: message"
├── InputError      a report cannot be read; names the file, and the line or field
├── GazetteerError  the place index is missing or damaged
├── StoreError      the store cannot be opened, or does not hold what is asked for
│   ├── Missing     there is no such thing in the store
│   └── Conflict    somebody else has changed in the meantime what was to be changed
└── ExportError     a format is not known, or what it needs is not there
"""

from __future__ import annotations

from waqai.messages import Message, plain


class WaqaiError(Exception):
    """Base of every error that waqai raises on purpose. It is made of a message, or of words alone."""

    @property
    def said(self) -> Message:
        """What it says, as data."""
        what = self.args[0] if self.args else ""
        return what if isinstance(what, Message) else plain(str(self))


class PackError(WaqaiError):
    """A language pack is not valid; ``problems`` holds one "file:line: message" each."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class InputError(WaqaiError):
    """A report cannot be read; the message names the file, and the line or field."""


class GazetteerError(WaqaiError):
    """The place index is missing or damaged."""


class StoreError(WaqaiError):
    """The store cannot be opened, or does not hold what is asked for; the message names it."""


class Missing(StoreError):
    """There is no incident, report, sighting or decision of that name in the store."""


class Conflict(StoreError):
    """What was to be changed is no longer as it was seen: somebody else was faster, or it is so already."""


class ExportError(WaqaiError):
    """A format is not known, or what it needs is not there; the message says which."""
