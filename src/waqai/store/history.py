"""What became of an incident: reports that came in, versions, judgements, decisions, in the order in which it happened."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

import waqai.store.judgements as log
from waqai.messages import Message, say
from waqai.model.judgement import SAME
from waqai.store.decide import decisions
from waqai.store.deeds import decided, taken_back
from waqai.store.lookup import names_of, resolve
from waqai.store.sightings import members
from waqai.store.tables import incident, reading, sighting, version

RULE = "rule"
NOTHING = say("none")


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to the record. ``by``: a person's name, "rule", or "" for what came in by itself.

    ``what`` says it in English, ``said`` as data.
    """

    at: str
    what: str
    by: str = ""
    why: str = ""
    said: Message = NOTHING


def history(conn: Connection, name: str) -> list[Event]:
    """Everything that made an incident what it is, oldest first."""
    home = resolve(conn, name)
    held, names = members(conn, [home]), names_of(conn, home)
    found = [*_came_in(conn, held), *_led_here(conn, names), *_joined(conn, held), *_decided(conn, [*names, *held])]
    return sorted(found, key=lambda event: event.at)


def _came_in(conn: Connection, held: dict[str, str]) -> list[Event]:
    reports = select(sighting.c.report).where(sighting.c.id.in_(list(held)))
    query = select(version.c.id, version.c.outlet, version.c.number, version.c.added)
    found = [_came(row) for row in conn.execute(query.where(version.c.report.in_(reports)))]
    again = select(reading.c.at, reading.c.version, reading.c.engine).join(version, version.c.id == reading.c.version)
    later = again.where(version.c.report.in_(reports), reading.c.at > version.c.added)
    return found + [
        _event(row.at, say("history.read_again", report=row.version, engine=row.engine)) for row in conn.execute(later)
    ]


def _came(row: Any) -> Event:
    code = "history.came_in" if row.number == 1 else "history.came_anew"
    return _event(row.added, say(code, report=row.id, outlet=row.outlet))


def _joined(conn: Connection, held: dict[str, str]) -> list[Event]:
    """People's judgements one by one; of the rules' only how many there were at each moment."""
    found, by_rule = [], Counter[str]()
    for filed in log.holding(conn, held):
        made = filed.judgement
        if made.verdict != SAME or made.left not in held or made.right not in held:
            continue
        if made.by == RULE:
            by_rule[filed.at] += 1
        else:
            said = say("history.judged_pair", left=made.left, right=made.right)
            found.append(_event(filed.at, said, made.by, made.note))
    return found + [_event(at, say("history.judged", n=number), RULE) for at, number in by_rule.items()]


def _led_here(conn: Connection, names: list[str]) -> list[Event]:
    query = select(incident.c.id, incident.c.opened).where(incident.c.id.in_(names)).order_by(incident.c.seq)
    return [
        _event(row.opened, say("history.opened" if row.id == names[0] else "history.opened_led", incident=row.id))
        for row in conn.execute(query)
    ]


def _decided(conn: Connection, subjects: list[str]) -> list[Event]:
    return [
        _event(each.at, decided(each), each.by, "" if taken_back(each) else each.why)
        for each in reversed(decisions(conn, subjects))
    ]


def _event(at: str, said: Message, by: str = "", why: str = "") -> Event:
    return Event(at, str(said), by, why, said)
