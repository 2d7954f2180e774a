"""What became of an incident: reports that came in, versions, judgements, decisions, in the order in which it happened."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import Connection, select

import waqai.store.judgements as log
from waqai.model.judgement import SAME
from waqai.store.decide import decisions
from waqai.store.lookup import names_of, resolve
from waqai.store.sightings import members
from waqai.store.tables import incident, reading, sighting, version

RULE = "rule"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to the record. ``by``: a person's name, "rule", or "" for what came in by itself."""

    at: str
    what: str
    by: str = ""
    why: str = ""


def history(conn: Connection, name: str) -> list[Event]:
    """Everything that made an incident what it is, oldest first."""
    home = resolve(conn, name)
    held, names = members(conn, [home]), names_of(conn, home)
    found = [*_came_in(conn, held), *_led_here(conn, names), *_joined(conn, held), *_decided(conn, [*names, *held])]
    return sorted(found, key=lambda event: event.at)


def _came_in(conn: Connection, held: dict[str, str]) -> list[Event]:
    reports = select(sighting.c.report).where(sighting.c.id.in_(list(held)))
    query = select(version.c.id, version.c.outlet, version.c.number, version.c.added)
    found = [
        Event(row.added, f"report {row.id} of {row.outlet} {'came in' if row.number == 1 else 'came in anew'}")
        for row in conn.execute(query.where(version.c.report.in_(reports)))
    ]
    again = select(reading.c.at, reading.c.version, reading.c.engine).join(version, version.c.id == reading.c.version)
    later = again.where(version.c.report.in_(reports), reading.c.at > version.c.added)
    return found + [
        Event(row.at, f"report {row.version} was read again by {row.engine}") for row in conn.execute(later)
    ]


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
            found.append(Event(filed.at, f"{made.left} and {made.right} were judged the same", made.by, made.note))
    return found + [Event(at, f"{number} pairs were judged the same", RULE) for at, number in by_rule.items()]


def _led_here(conn: Connection, names: list[str]) -> list[Event]:
    query = select(incident.c.id, incident.c.opened).where(incident.c.id.in_(names)).order_by(incident.c.seq)
    return [
        Event(row.opened, f"incident {row.id} was opened{'' if row.id == names[0] else ' (it leads here now)'}")
        for row in conn.execute(query)
    ]


def _decided(conn: Connection, subjects: list[str]) -> list[Event]:
    found = reversed(decisions(conn, subjects))
    return [Event(each.at, f"{each.action} {each.subject}", each.by, each.why) for each in found]
