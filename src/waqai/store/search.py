"""Full-text search: the reports that have all words asked for, the last published first, on both databases alike."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, and_, func, or_, select

from waqai.store.marks import read_mark, write_mark
from waqai.store.tables import report, sighting, version
from waqai.store.terms import wanted, words_of
from waqai.store.wording import holds
from waqai.text.text import make_text

_AROUND = 60


@dataclass(frozen=True, slots=True)
class Hit:
    """A report found: ``excerpt`` is a stretch of it about the first word found, ``marks`` half-open offsets inside it."""

    report: str
    title: str
    outlet: str
    published: str | None
    excerpt: str
    marks: tuple[tuple[int, int], ...]
    incidents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hits:
    """Some hits in order, and the mark from which the next page goes on (None: this was the last)."""

    hits: tuple[Hit, ...]
    next: str | None


def search(conn: Connection, asked: str, *, after: str | None = None, limit: int = 20) -> Hits:
    """The reports that have every word of ``asked``, in any spelling and with any proclitics; in quotes, side by side."""
    day = func.coalesce(version.c.published, "")
    query = (
        select(report.c.id, version.c.id.label("version"), version.c.title, version.c.text)
        .add_columns(version.c.outlet, version.c.published, day.label("day"))
        .join(version, version.c.id == report.c.version)
        .where(holds(conn.dialect.name, asked))
        .order_by(day.desc(), report.c.id.desc())
        .limit(limit + 1)
    )
    if after is not None:
        value, last = read_mark(after)
        query = query.where(or_(day < value, and_(day == value, report.c.id < last)))
    rows = conn.execute(query).all()
    found, terms = [], frozenset(term for word in words_of(asked) for term in wanted(word))
    told = _incidents(conn, [row.id for row in rows[:limit]])
    for row in rows[:limit]:
        excerpt, marks = excerpt_of(f"{row.title}\n{row.text}", terms)
        homes = tuple(told.get(row.id, ()))
        found.append(Hit(row.version, row.title, row.outlet, row.published, excerpt, marks, homes))
    return Hits(tuple(found), write_mark(rows[limit - 1].day, rows[limit - 1].id) if len(rows) > limit else None)


def count_hits(conn: Connection, asked: str) -> int:
    """How many reports have all the words."""
    return int(
        conn.execute(select(func.count()).select_from(report).where(holds(conn.dialect.name, asked))).scalar_one()
    )


def excerpt_of(text: str, terms: frozenset[str]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A stretch of the text about the first word that has one of the terms, and where such words stand in it."""
    read = make_text(text)
    spans = [
        read.span(at, at + 1)
        for at, token in enumerate(read.tokens)
        if token.kind != "punct" and not terms.isdisjoint(wanted(token.text))
    ]
    first = spans[0].start if spans else 0
    start, end = max(0, first - _AROUND), min(len(text), first + 2 * _AROUND)
    return text[start:end], tuple((s.start - start, s.end - start) for s in spans if start <= s.start and s.end <= end)


def _incidents(conn: Connection, reports: list[str]) -> dict[str, list[str]]:
    query = (
        select(sighting.c.report, sighting.c.incident)
        .where(sighting.c.report.in_(reports), sighting.c.current)
        .order_by(sighting.c.seq)
    )
    found: dict[str, dict[str, None]] = {}
    for row in conn.execute(query):
        found.setdefault(row.report, {})[row.incident] = None
    return {name: list(homes) for name, homes in found.items()}
