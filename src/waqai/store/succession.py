"""Who is who when a report is read again: events of the new record take the names of the events they were before.

Pure. A name (``e3``) belongs to one event of a report for ever; an event that was not there before gets a new one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from waqai.model.record import Event, Figure, Record

_LIKE_ENOUGH = 2.5


def succeed(record: Record, before: Sequence[Event], taken: Iterable[str]) -> Record:
    """``record`` with its events renamed; ``taken``: every name that an event of this report ever had."""
    names = _pair(before, record.events)
    fresh = _fresh(taken)
    renamed = {event.id: names.get(event.id) or next(fresh) for event in record.events}
    if all(old == new for old, new in renamed.items()):
        return record
    return replace(
        record,
        events=tuple(replace(event, id=renamed[event.id]) for event in record.events),
        statements=tuple(replace(s, about=tuple(renamed[name] for name in s.about)) for s in record.statements),
        checks=tuple(replace(c, events=tuple(renamed[name] for name in c.events)) for c in record.checks),
    )


def _pair(before: Sequence[Event], after: Sequence[Event]) -> dict[str, str]:
    """New event's own name -> the old event's, one to one, the likest first."""
    scored = sorted(
        (-likeness(old, new), old.id != new.id, at, to) for at, old in enumerate(before) for to, new in enumerate(after)
    )
    pairs: dict[int, int] = {}
    for unlikeness, _, at, to in scored:
        if -unlikeness >= _LIKE_ENOUGH and to not in pairs and at not in pairs.values():
            pairs[to] = at
    return {after[to].id: before[at].id for to, at in pairs.items()}


def likeness(old: Event, new: Event) -> float:
    """How much two events of one report look like the same one told anew: 0 to 7."""
    kind = 1.5 if old.kind == new.kind else 0.5 if old.family == new.family else 0.0
    words = 2.5 * _shared_words(old.text, new.text)
    place = 1.5 * bool(_places(old) & _places(new))
    figures = _same_figure(old.killed, new.killed) + _same_figure(old.injured, new.injured)
    return kind + words + place + 0.5 * figures + 0.5 * (old.when.start == new.when.start)


def _same_figure(old: Figure | None, new: Figure | None) -> bool:
    return old is not None and new is not None and old.low == new.low


def _shared_words(old: str, new: str) -> float:
    left, right = set(old.split()), set(new.split())
    return len(left & right) / len(left | right) if left or right else 1.0


def _places(event: Event) -> set[str]:
    return {place.id or place.text for place in event.places}


def _fresh(taken: Iterable[str]) -> Iterator[str]:
    last = max((int(name[1:]) for name in taken if name[1:].isdecimal()), default=0)
    return (f"e{number}" for number in range(last + 1, last + 1_000_000))
