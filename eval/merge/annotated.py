"""The annotated set: reports, which incident each sentence of theirs tells, and the events as a person writes them down."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from waqai.gazetteer import Context, load, rank
from waqai.model.record import Actor, Event, Figure, Place, Report, Source, Target, Weapon, When
from waqai.model.sighting import Sighting
from waqai.model.span import Span
from waqai.vocab import load as load_vocab

HERE = Path(__file__).parent
HALVES = ("tune", "test")
_END = re.compile(r"[.!?\u061f\n]\s|\n|$")
Telling = Mapping[str, Any]
Page = Mapping[str, Any]


def pages() -> Sequence[Page]:
    """Every report as its row."""
    return _rows("reports.jsonl")


def tellings() -> Sequence[Telling]:
    """Every telling: which incident some words of a report tell, and the values that they give."""
    return [{**row, "id": f"{row['report']}/{at}"} for at, row in enumerate(_rows("tellings.jsonl"), 1)]


def report(page: Page) -> Report:
    """A row as the report that the engine reads."""
    return Report(page["id"], page["text"], page["title"], page["date"], page["outlet"])


def sighting(page: Page, telling: Telling) -> Sighting:
    """A telling as the sighting that a faultless engine would give."""
    return Sighting(telling["id"], page["id"], _event(page, telling), page["outlet"], page["title"], page["date"])


def _rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / name).read_text("utf-8").splitlines()]


def _event(page: Page, telling: Telling) -> Event:
    full = f"{page['title']}\n{page['text']}"
    span, text = _sentence(full, telling["words"])
    kind = telling["kind"]
    return Event(
        id=telling["id"].split("/")[1],
        kind=kind,
        family=load_vocab().kinds[kind].family,
        status=telling.get("status", "happened"),
        span=span,
        text=text,
        when=When(telling.get("when"), span, telling["start"], telling["end"], "day", "gold"),
        places=tuple(_place(name, country, span) for name, country in telling.get("places", ())),
        perpetrators=tuple(Actor(name, span, name, name) for name in telling.get("by", ())),
        against=tuple(Actor(name, span, name) for name in telling.get("against", ())),
        weapons=tuple(Weapon(name, span, name) for name in telling.get("weapons", ())),
        targets=tuple(Target(name, span, name) for name in telling.get("targets", ())),
        killed=_figure(telling.get("killed"), span),
        injured=_figure(telling.get("injured"), span),
        sources=tuple(Source(name, span, None, "say") for name in telling.get("sources", ())),
        confidence=1.0,
    )


def _sentence(full: str, words: str) -> tuple[Span, str]:
    """The sentence that the words stand in, and its span."""
    at = full.index(words)
    start = max((found.end() for found in _END.finditer(full) if found.end() <= at), default=0)
    end = next(found.start() for found in _END.finditer(full, at))
    return Span(start, end), full[start:end]


def _place(name: str, country: str, span: Span) -> Place:
    """The place that a person means by a name in a country; a name that no list holds stays a name."""
    rows = next((rows for start in (name, name.partition(" ")[2]) if (rows := load().lookup(start))), ())
    if not rows:
        return Place(name, span, level="settlement")
    row = rank(rows, Context(countries={country: 9}))[0].place
    return Place(name, span, row.name, row.name_ar, row.country, row.admin1, row.lat, row.lon, row.level, row.id)


def _figure(range_: list[int | None] | None, span: Span) -> Figure | None:
    if range_ is None or range_[0] is None:
        return None
    return Figure(str(range_[0]), span, range_[0], range_[1])
