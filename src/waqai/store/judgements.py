"""Judgements in and out: the log that only grows, and of each pair the judgement that holds.

A person's judgement outranks every rule's, a later one an earlier one of its kind, and one that was undone does not count.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Row, bindparam, case, delete, literal, or_, select

from waqai.model.judgement import UNSURE, Judgement, Reason
from waqai.store.plain import from_text, in_chunks, now, to_text
from waqai.store.tables import judgement, standing

PERSON = "person:"
Pair = tuple[str, str]
_NO_LONGER = delete(standing).where(standing.c.left == bindparam("one"), standing.c.right == bindparam("other"))


@dataclass(frozen=True, slots=True)
class Filed:
    """A judgement as it stands in the log: its number, when, by which decision, and which one it undoes."""

    seq: int
    at: str
    judgement: Judgement
    decision: int | None = None
    undoes: int | None = None


def pair_of(one: str, other: str) -> Pair:
    """The two ids in the order in which the log has them."""
    return (one, other) if one < other else (other, one)


def file(conn: Connection, judgements: Sequence[Judgement], decision: int | None = None) -> None:
    """Append judgements and let them stand where they outrank what stood."""
    _append(conn, [_row(each, decision) for each in judgements])
    settle(conn, {pair_of(each.left, each.right) for each in judgements})


def undo(conn: Connection, filed: Sequence[Filed], decision: int, by: str) -> set[Pair]:
    """Take back judgements of the log and give the pairs they were about."""
    rows = [_row(each.judgement, decision) | {"verdict": "undone", "by": by, "undoes": each.seq} for each in filed]
    _append(conn, rows)
    pairs = {pair_of(each.judgement.left, each.judgement.right) for each in filed}
    settle(conn, pairs)
    return pairs


def settle(conn: Connection, pairs: Iterable[Pair]) -> None:
    """Set anew which judgement of each pair holds."""
    for chunk in in_chunks(sorted(pairs), 200):
        logs: dict[Pair, list[Filed]] = {pair: [] for pair in chunk}
        for filed in of_pairs(conn, chunk):
            logs[filed.judgement.left, filed.judgement.right].append(filed)
        conn.execute(_NO_LONGER, [{"one": left, "other": right} for left, right in chunk])
        holding = [(pair, best) for pair, log in logs.items() if (best := outranking(log)) is not None]
        if holding:
            rows = [{"left": left, "right": right, "judgement": best.seq} for (left, right), best in holding]
            conn.execute(standing.insert(), rows)


def outranking(log: Sequence[Filed]) -> Filed | None:
    """Of all that was judged of a pair, what holds."""
    undone = {filed.undoes for filed in log}
    counting = [filed for filed in log if filed.undoes is None and filed.seq not in undone]
    return max(counting, key=lambda filed: (filed.judgement.by.startswith(PERSON), filed.seq), default=None)


def of_pairs(conn: Connection, pairs: Sequence[Pair]) -> list[Filed]:
    """All that was ever judged of these pairs, oldest first."""
    wanted = frozenset(pairs)
    sides = judgement.c.left.in_({pair[0] for pair in wanted}), judgement.c.right.in_({pair[1] for pair in wanted})
    rows = conn.execute(select(judgement).where(*sides).order_by(judgement.c.seq))
    return [_filed(row) for row in rows if (row.left, row.right) in wanted]  # SQLite looks for pairs without an index


def of_decision(conn: Connection, decision: int) -> list[Filed]:
    """The judgements of one decision."""
    query = select(judgement).where(judgement.c.decision == decision).order_by(judgement.c.seq)
    return [_filed(row) for row in conn.execute(query)]


def holding(conn: Connection, ids: Iterable[str]) -> list[Filed]:
    """The judgements that hold and have at least one side among these sightings, in the order of their pairs."""
    found: dict[int, Filed] = {}
    for chunk in in_chunks(ids, 200):
        query = (
            select(judgement)
            .join(standing, standing.c.judgement == judgement.c.seq)
            .where(or_(standing.c.left.in_(chunk), standing.c.right.in_(chunk)))
        )
        found.update((row.seq, _filed(row)) for row in conn.execute(query))
    return sorted(found.values(), key=lambda filed: (filed.judgement.left, filed.judgement.right))


def among(conn: Connection, ids: Collection[str]) -> list[Judgement]:
    """The judgements that hold between two of these sightings, in the order of their pairs.

    Reasons are read only where a pair is unsure: whether something speaks against it decides what grouping makes of it.
    """
    inside, found = frozenset(ids), []
    told = case((judgement.c.verdict == UNSURE, judgement.c.reasons), else_=literal("[]")).label("reasons")
    columns = (judgement.c.left, judgement.c.right, judgement.c.verdict, judgement.c.score, told, judgement.c.by)
    for chunk in in_chunks(sorted(inside)):
        query = (
            select(*columns).join(standing, standing.c.judgement == judgement.c.seq).where(standing.c.left.in_(chunk))
        )
        for left, right, verdict, score, reasons, by in conn.execute(query):
            if right in inside:
                found.append(Judgement(left, right, verdict, score, from_text(reasons, tuple[Reason, ...]), by=by))
    return sorted(found, key=lambda made: (made.left, made.right))


def whole_log(conn: Connection) -> Iterator[Filed]:
    """Every judgement ever made, pair by pair, each pair's oldest first."""
    query = select(judgement).order_by(judgement.c.left, judgement.c.right, judgement.c.seq)
    for row in conn.execute(query, execution_options={"yield_per": 2000}):
        yield _filed(row)


def _append(conn: Connection, rows: list[dict[str, object]]) -> None:
    if rows:
        conn.execute(judgement.insert(), rows)


def _row(made: Judgement, decision: int | None) -> dict[str, object]:
    left, right = pair_of(made.left, made.right)
    reasons = made.reasons if (left, right) == (made.left, made.right) else tuple(map(_turned, made.reasons))
    return {
        "left": left,
        "right": right,
        "verdict": made.verdict,
        "score": made.score,
        "reasons": to_text(reasons),
        "by": made.by,
        "note": made.note,
        "at": now(),
        "decision": decision,
        "undoes": None,
    }


def _turned(reason: Reason) -> Reason:
    return Reason(reason.feature, reason.weight, reason.right, reason.left)


def _filed(row: Row[tuple[object, ...]]) -> Filed:
    reasons = from_text(row.reasons, tuple[Reason, ...])
    made = Judgement(row.left, row.right, row.verdict, row.score, reasons, row.by, row.note)
    return Filed(row.seq, row.at, made, row.decision, row.undoes)
