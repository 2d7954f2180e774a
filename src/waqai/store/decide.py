"""What people decide about incidents: merge, split, correct, and undo. Every act is in the book of decisions, for ever.

Each function runs in the caller's writing transaction and raises Conflict when what it would do is done already.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, select

import waqai.store.judgements as log
from waqai import merge as rules_of_merging
from waqai.errors import Conflict, Missing, StoreError
from waqai.messages import say
from waqai.model.judgement import Judgement
from waqai.store.lookup import resolve
from waqai.store.merging import absorb, regroup
from waqai.store.plain import now, to_text
from waqai.store.rules import RULES, Rules
from waqai.store.sightings import corrected, members, sightings
from waqai.store.tables import correction, decision, sighting

MERGE, SPLIT, CORRECT, UNDO, REVIEW, ASSIGN = "merge", "split", "correct", "undo", "review", "assign"
_UNDOABLE = (MERGE, SPLIT, CORRECT)


@dataclass(frozen=True, slots=True)
class Decision:
    """One act: who, when, what, about which incident or sighting, what was before and after (plain values), and why."""

    seq: int
    at: str
    by: str
    action: str
    subject: str
    before: object
    after: object
    why: str
    undoes: int | None = None


def merge(conn: Connection, one: str, other: str, by: str, why: str = "", rules: Rules = RULES) -> str:
    """Make one incident of two and return its id; the other id leads there from now on."""
    homes = resolve(conn, one), resolve(conn, other)
    if homes[0] == homes[1]:
        raise Conflict(say("error.one_already", one=one, other=other, home=homes[0]))
    held = members(conn, homes)
    for name in homes:
        if name not in held.values():
            raise Missing(say("error.untold", name=name))
    made = rules_of_merging.together(held, by, why)
    _carry_out(conn, act(MERGE, homes[0], by, why, held, {"one": list(homes)}), made, rules)
    return resolve(conn, homes[0])


def split(
    conn: Connection, name: str, parts: Collection[str], by: str, why: str = "", rules: Rules = RULES
) -> tuple[str, str]:
    """Take sightings out of an incident; returns the id that the rest keeps and the id that they have now."""
    home = resolve(conn, name)
    held = members(conn, [home])
    if strange := sorted(set(parts) - held.keys()):
        raise Conflict(say("error.not_held", home=home, strange=tuple(strange), held=tuple(held)))
    rest = [each for each in held if each not in parts]
    if not rest or not parts:
        raise StoreError(say("error.split_all" if parts else "error.split_none", home=home, held=tuple(held)))
    together = [*rules_of_merging.together(parts, by, why), *rules_of_merging.together(rest, by, why)]
    made = [*together, *rules_of_merging.apart(parts, rest, by, why)]
    _carry_out(conn, act(SPLIT, home, by, why, held, {"apart": sorted(parts)}), made, rules)
    after = _homes(conn, held)
    return after[rest[0]], after[next(iter(parts))]


def correct(
    conn: Connection, name: str, fields: dict[str, object], by: str, why: str = "", rules: Rules = RULES
) -> None:
    """Give fields of a sighting's event (names of the record) a person's values; they stand through every later reading.

    Raises StoreError when there is no such sighting or a value is none that the field can have.
    """
    known = sightings(conn, [name]).get(name)
    if known is None:
        raise Missing(say("error.no_sighting", name=name))
    spelled = {field: to_text(value) for field, value in fields.items()}
    plain = msgspec.to_builtins(known.event)
    if strange := sorted(spelled.keys() - plain.keys() | ({"id"} & spelled.keys())):
        raise StoreError(say("error.no_field", field=strange[0]))
    corrected(known.event, spelled)
    before = {field: plain[field] for field in fields}
    number = book(conn, act(CORRECT, name, by, why, before, fields))
    rows = [{"sighting": name, "field": key, "value": value, "decision": number} for key, value in spelled.items()]
    conn.execute(correction.insert(), rows)
    absorb(conn, [name], [], rules)


def undo(conn: Connection, by: str, number: int | None = None, why: str = "", rules: Rules = RULES) -> Decision:
    """Take back a decision, or the last one that was not taken back yet, and return it."""
    found = _to_undo(conn, number)
    row = book(conn, replace(act(UNDO, found.subject, by, why, found.after, found.before), undoes=found.seq))
    if found.action == CORRECT:
        _undo_correction(conn, found.seq, row, rules)
        return found
    pairs = log.undo(conn, log.of_decision(conn, found.seq), row, f"{log.PERSON}{by}")
    regroup(conn, {side for pair in pairs for side in pair}, rules)
    return found


def decisions(
    conn: Connection,
    subjects: Collection[str] | None = None,
    *,
    limit: int = 100,
    before: int | None = None,
    by: str | None = None,
) -> list[Decision]:
    """The book of decisions, the latest first: all of it, or what is about these incidents and sightings.

    ``before``: older than the decision of that number. ``by``: somebody's own.
    """
    query = select(decision).order_by(decision.c.seq.desc()).limit(limit)
    if subjects is not None:
        query = query.where(decision.c.subject.in_(list(subjects)))
    if before is not None:
        query = query.where(decision.c.seq < before)
    if by is not None:
        query = query.where(decision.c.by == by)
    return [_decision(row) for row in conn.execute(query)]


def book(conn: Connection, entry: Decision) -> int:
    """Write an act into the book of decisions and return its number; ``seq`` and ``at`` of the entry do not matter."""
    row = {name: getattr(entry, name) for name in ("by", "action", "subject", "why", "undoes")}
    row |= {"at": now(), "before": to_text(entry.before), "after": to_text(entry.after)}
    key = conn.execute(decision.insert().values(row)).inserted_primary_key
    return int(key[0]) if key else 0


def act(action: str, subject: str, by: str, why: str, before: object = None, after: object = None) -> Decision:
    """An entry for the book."""
    return Decision(0, "", by, action, subject, before, after, why)


def _carry_out(conn: Connection, entry: Decision, made: Sequence[Judgement], rules: Rules) -> None:
    """Book the decision, file its judgements and group anew what they are about."""
    number = book(conn, entry)
    log.file(conn, made, number)
    regroup(conn, {side for each in made for side in (each.left, each.right)}, rules)


def _to_undo(conn: Connection, number: int | None) -> Decision:
    undone = select(decision.c.undoes).where(decision.c.undoes.is_not(None))
    query = select(decision).where(decision.c.action.in_(_UNDOABLE)).order_by(decision.c.seq.desc()).limit(1)
    query = query.where(decision.c.seq.not_in(undone) if number is None else decision.c.seq == number)
    row = conn.execute(query).one_or_none()
    if row is None:
        raise StoreError(say("error.nothing_to_undo" if number is None else "error.no_decision", number=number))
    if number is not None and conn.execute(undone.where(decision.c.undoes == number)).first() is not None:
        raise Conflict(say("error.undone_already", number=number))
    return _decision(row)


def _undo_correction(conn: Connection, number: int, by_decision: int, rules: Rules) -> None:
    rows = conn.execute(select(correction).where(correction.c.decision == number)).all()
    back = [
        {"sighting": row.sighting, "field": row.field, "value": row.value, "decision": by_decision, "undoes": row.seq}
        for row in rows
    ]
    conn.execute(correction.insert(), back)
    absorb(conn, sorted({row.sighting for row in rows}), [], rules)


def _decision(row: Row[Any]) -> Decision:
    before, after = (msgspec.json.decode(part) for part in (row.before, row.after))
    return Decision(row.seq, row.at, row.by, row.action, row.subject, before, after, row.why, row.undoes)


def _homes(conn: Connection, names: Collection[str]) -> dict[str, str]:
    query = select(sighting.c.id, sighting.c.incident).where(sighting.c.id.in_(list(names)))
    return {row.id: row.incident for row in conn.execute(query)}
