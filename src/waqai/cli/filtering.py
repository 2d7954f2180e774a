"""The options that ask for incidents, the same for every command that takes them; together they make one Filter.

A command declares a parameter ``asked: Filter``; ``with_filter`` puts the options in its place.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

import typer

from waqai.cli.options import day

if TYPE_CHECKING:
    from waqai.store import Filter

_MANY = "may be given more than once"
_NOBODY = "none"


@dataclass(frozen=True, slots=True)
class _Option:
    """One option: the field of the filter, its flags with a space between, its type, what it stands for, its help."""

    field: str
    flag: str
    kind: Any
    metavar: str
    help: str


def _box(text: str | None) -> Any:
    if text is None:
        return None
    try:
        west, south, east, north = (float(part) for part in text.split(","))
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is not four numbers WEST,SOUTH,EAST,NORTH") from error
    return west, south, east, north


_DAY, _NUMBER, _TEXT, _TEXTS, _FLAG = str | None, int | None, str | None, list[str] | None, bool | None
OPTIONS = (
    _Option("since", "--from --since", _DAY, "DATE", "What happened on this day or later."),
    _Option("until", "--to --until", _DAY, "DATE", "What happened on this day or earlier."),
    _Option("published_since", "--published-from", _DAY, "DATE", "Reported on this day or later."),
    _Option("published_until", "--published-to", _DAY, "DATE", "Reported on this day or earlier."),
    _Option("places", "--place", _TEXTS, "NAME", f"At a place, in any spelling, or in that province; {_MANY}."),
    _Option("countries", "--country", _TEXTS, "CODE", f"In a country, two letters; {_MANY}."),
    _Option("box", "--box", _TEXT, "W,S,E,N", "Inside these degrees."),
    _Option("kinds", "--kind", _TEXTS, "KIND", f"Of a kind (docs/reference/vocabulary.md); {_MANY}."),
    _Option("families", "--family", _TEXTS, "FAMILY", f"Of a family of kinds: violence, harm, dealings; {_MANY}."),
    _Option("actors", "--actor", _TEXTS, "NAME", f"By or against somebody, name or id; {_MANY}."),
    _Option("weapons", "--weapon", _TEXTS, "KIND", f"With a weapon; {_MANY}."),
    _Option("targets", "--target", _TEXTS, "KIND", f"On a target; {_MANY}."),
    _Option("groups", "--group", _TEXTS, "GROUP", f"Harm to a group of people; {_MANY}."),
    _Option("min_killed", "--min-killed", _NUMBER, "N", "At least so many killed."),
    _Option("max_killed", "--max-killed", _NUMBER, "N", "At most so many killed."),
    _Option("min_injured", "--min-injured", _NUMBER, "N", "At least so many injured."),
    _Option("max_injured", "--max-injured", _NUMBER, "N", "At most so many injured."),
    _Option("min_outlets", "--min-outlets", _NUMBER, "N", "Told by at least so many outlets."),
    _Option("disputed", "--disputed/--undisputed", _FLAG, "", "Sources differ over its figures, or do not."),
    _Option("located", "--located/--unlocated", _FLAG, "", "With a position, or without."),
    _Option("sources", "--source", _TEXTS, "OUTLET", f"Told by an outlet; {_MANY}."),
    _Option("statuses", "--status", _TEXTS, "STATUS", f"happened, denied, planned ...; {_MANY}."),
    _Option("states", "--review", _TEXTS, "STATE", f"machine, reviewed, second_read, final ...; {_MANY}."),
    _Option("words", "--words", _TEXT, "WORDS", "With a report that has all these words."),
    _Option("changed_since", "--changed-from", _TEXT, "MOMENT", "Changed at this moment or later (ISO 8601)."),
    _Option(
        "outdated", "--outdated/--up-to-date", _FLAG, "", "What it says changed after its last review, or did not."
    ),
    _Option("assigned", "--assigned", _TEXT, "WHO", "Given to somebody to review; none for nobody."),
)


def with_filter(command: Callable[..., None]) -> Callable[..., None]:
    """The command with the options in place of its parameter ``asked``."""

    @functools.wraps(command)
    def wrapped(**given: Any) -> None:
        command(asked=_filter({option.field: given.pop(option.field) for option in OPTIONS}), **given)

    del command.__annotations__["asked"]  # its type is for the checker: the store loads when the command runs
    own = [p for p in inspect.signature(command, eval_str=True).parameters.values() if p.name != "asked"]
    added = [_parameter(option) for option in OPTIONS]
    wrapped.__signature__ = inspect.Signature([*own, *added])  # type: ignore[attr-defined]
    wrapped.__annotations__ = {p.name: p.annotation for p in (*own, *added)}
    return wrapped


def _parameter(option: _Option) -> inspect.Parameter:
    callback = day if option.metavar == "DATE" else None
    info = typer.Option(*option.flag.split(), metavar=option.metavar or None, help=option.help, callback=callback)
    annotation: Any = Annotated.__class_getitem__((option.kind, info))  # type: ignore[attr-defined]
    return inspect.Parameter(option.field, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=annotation)


def _filter(given: dict[str, Any]) -> Filter:
    from waqai.store import Filter

    given["box"] = _box(given["box"])
    if given["assigned"] == _NOBODY:
        given["assigned"] = ""
    said: Any = {}
    for field, value in given.items():
        if value is not None:
            said[field] = tuple(value) if isinstance(value, list) else value
    return Filter(**said)
