"""The part of an address behind the question mark, and the filter that it asks for; the same names as on the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any
from urllib.parse import urlencode

from starlette.datastructures import ImmutableMultiDict

from waqai.messages import say
from waqai.store import Box, Filter
from waqai.web.refusal import Refusal

Query = ImmutableMultiDict[str, str]


@dataclass(frozen=True, slots=True)
class Param:
    """``field``: of the filter; ``kind``: "text", "day", "number", "flag" or "box"; ``many``: it may be given again."""

    name: str
    help: str
    kind: str = "text"
    many: bool = False
    field: str = ""


FILTER = (
    Param("from", "What happened on this day or later.", "day", field="since"),
    Param("to", "What happened on this day or earlier.", "day", field="until"),
    Param("published_from", "Reported on this day or later.", "day", field="published_since"),
    Param("published_to", "Reported on this day or earlier.", "day", field="published_until"),
    Param("place", "At a place, in any spelling, or in that province.", many=True, field="places"),
    Param("country", "In a country, two letters.", many=True, field="countries"),
    Param("box", "Inside these degrees: west,south,east,north.", "box", field="box"),
    Param("kind", "Of a kind of the vocabulary.", many=True, field="kinds"),
    Param("family", "Of a family of kinds.", many=True, field="families"),
    Param("actor", "By or against somebody, name or id.", many=True, field="actors"),
    Param("weapon", "With a weapon of the vocabulary.", many=True, field="weapons"),
    Param("target", "On a target of the vocabulary.", many=True, field="targets"),
    Param("group", "Harm to a group of the vocabulary.", many=True, field="groups"),
    Param("source", "Told by an outlet.", many=True, field="sources"),
    Param("status", "happened, denied, planned …", many=True, field="statuses"),
    Param("review", "machine, reviewed, second_read, final, needs_work, rejected.", many=True, field="states"),
    Param("min_killed", "At least so many killed.", "number", field="min_killed"),
    Param("max_killed", "At most so many killed.", "number", field="max_killed"),
    Param("min_injured", "At least so many injured.", "number", field="min_injured"),
    Param("max_injured", "At most so many injured.", "number", field="max_injured"),
    Param("min_outlets", "Told by at least so many outlets.", "number", field="min_outlets"),
    Param("disputed", "Sources differ over its figures, or do not.", "flag", field="disputed"),
    Param("located", "With a position, or without.", "flag", field="located"),
    Param("words", "With a report that has all these words.", field="words"),
    Param("changed_from", "Changed at this moment or later (ISO 8601).", field="changed_since"),
    Param("outdated", "What it says changed after its last review, or did not.", "flag", field="outdated"),
    Param("assigned", "Given to somebody to review; none for nobody.", field="assigned"),
)
NOBODY = "none"
FLAGS = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}


def read_query(query: Query, params: Iterable[Param]) -> dict[str, Any]:
    """Values by the names of their parameters; those that are empty are left out.

    Raises Refusal (400) for a parameter that is not among ``params``, is given twice, or has no value of its kind.
    """
    known = {param.name: param for param in params}
    if strange := sorted(set(query) - known.keys()):
        raise Refusal(
            400, "unknown_parameter", say("error.unknown_parameter", name=strange[0]), {"parameter": strange[0]}
        )
    found: dict[str, Any] = {}
    for name, param in known.items():
        given = [value.strip() for value in query.getlist(name) if value.strip()]
        if len(given) > 1 and not param.many:
            raise _wrong(param, "once")
        values = tuple(_value(param, value) for value in given)
        if values:
            found[name] = values if param.many else values[0]
    return found


def filter_of(values: Mapping[str, Any]) -> Filter:
    """The filter that these values ask for; other values are left alone."""
    said = {param.field: values[param.name] for param in FILTER if param.name in values}
    if said.get("assigned") == NOBODY:
        said["assigned"] = ""
    return Filter(**said)


def query_of(asked: Filter) -> list[tuple[str, str]]:
    """The parameters that ask for a filter."""
    plain = {each.name: getattr(asked, each.name) for each in fields(Filter)}
    found = []
    for param in FILTER:
        value = plain[param.field]
        if value is None or value == ():
            continue
        values = value if param.many else (value,)
        found += [(param.name, _spelled(param, each)) for each in values]
    return found


def address_of(path: str, pairs: Iterable[tuple[str, str]]) -> str:
    """A path with parameters."""
    said = urlencode([pair for pair in pairs if pair[1]])
    return f"{path}?{said}" if said else path


def _value(param: Param, text: str) -> Any:
    try:
        return _READERS[param.kind](text)
    except (ValueError, KeyError) as error:
        raise _wrong(param, param.kind) from error


def _wrong(param: Param, why: str) -> Refusal:
    return Refusal(400, "bad_parameter", say(f"error.asked_{why}", name=param.name), {"parameter": param.name})


def _day(text: str) -> str:
    return date.fromisoformat(text).isoformat()


def _number(text: str) -> int:
    if not text.isdecimal() or len(text) > 9:
        raise ValueError(text)
    return int(text)


def _box(text: str) -> Box:
    west, south, east, north = (float(part) for part in text.split(","))
    if not (-180 <= west <= 180 and -180 <= east <= 180 and -90 <= south <= north <= 90):
        raise ValueError(text)
    return west, south, east, north


def _text(text: str) -> str:
    if "\x00" in text or len(text) > 1000:
        raise ValueError(text)
    return text


_READERS: dict[str, Callable[[str], Any]] = {
    "text": _text,
    "day": _day,
    "number": _number,
    "box": _box,
    "flag": lambda text: FLAGS[text.lower()],
}


def _spelled(param: Param, value: Any) -> str:
    if param.kind == "flag":
        return "yes" if value else "no"
    if param.kind == "box":
        return ",".join(f"{part:g}" for part in value)
    return NOBODY if param.name == "assigned" and value == "" else str(value)
