"""What comes of reading: a report, a failure, or a notice about a report that was read all the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from waqai.messages import Message, plain
from waqai.model.capture import Gathered
from waqai.model.record import Report

DateReader = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Failure:
    """A report that cannot be read: where it stands and why. ``line`` counts from 1; None means the whole file.

    ``reason`` says why in English, ``message`` as data.
    """

    path: str
    line: int | None
    reason: str
    message: Message | None = None

    @property
    def said(self) -> Message:
        """Why, as data."""
        return self.message or plain(self.reason)

    def __str__(self) -> str:
        return f"{_place(self.path, self.line)}: {self.reason}"


def failure(path: str, line: int | None, reason: Message) -> Failure:
    """A failure for that reason."""
    return Failure(path, line, str(reason), reason)


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to know about a report that was read. ``damage``: part of it was lost on the way."""

    path: str
    line: int | None
    says: str
    damage: bool = False

    def __str__(self) -> str:
        return f"{_place(self.path, self.line)}: {self.says}"


Item = Report | Failure | Notice
Found = Gathered | Failure | Notice


@dataclass(frozen=True, slots=True)
class Origin:
    """Where bytes come from, and what holds for their report unless it says otherwise itself.

    ``url``: the address they were fetched from. ``charset``: what the server said of them. ``retrieved``: UTC, ISO 8601.
    ``read_date`` finds the day in a report's first lines.
    """

    path: str
    line: int | None = None
    published: str | None = None
    lang: str | None = None
    url: str | None = None
    outlet: str | None = None
    charset: str | None = None
    retrieved: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    read_date: DateReader | None = None

    def at(self, line: int | None) -> Origin:
        """The same file, another line."""
        return replace(self, line=line)

    def failure(self, reason: Message) -> Failure:
        """A failure at this place."""
        return failure(self.path, self.line, reason)

    def notice(self, says: Message, *, damage: bool = False) -> Notice:
        """A notice about this place."""
        return Notice(self.path, self.line, str(says), damage)


def _place(path: str, line: int | None) -> str:
    return path if line is None else f"{path}:{line}"
