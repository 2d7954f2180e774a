"""The full-text index: the same terms in SQLite's FTS5 and in PostgreSQL's tsvector, so that both find the same reports."""

from __future__ import annotations

import re

from sqlalchemy import ColumnElement, Connection, and_, bindparam, delete, literal, text

from waqai.store.tables import report, wording
from waqai.store.terms import terms_of, wanted, words_of

_PHRASE = re.compile(r'"([^"]*)"?')


def index(conn: Connection, seq: int, title_and_text: str, *, anew: bool = True) -> None:
    """Make report number ``seq`` findable by these words, and by no others. ``anew``: it may be findable already."""
    if anew:
        unindex(conn, seq)
    words = words_of(title_and_text)
    terms = terms_of(words)
    spaced = f" {' '.join(words)} "
    if conn.dialect.name == "postgresql":
        row = {
            "report": seq,
            "words": spaced,
            "terms": [term.encode()[:2000].decode(errors="ignore") for term in terms],
        }
        conn.execute(text("INSERT INTO wording VALUES (:report, :words, array_to_tsvector(:terms))"), row)
        return
    conn.execute(wording.insert(), {"report": seq, "words": spaced})
    row = {"seq": seq, "terms": " ".join(terms)}
    conn.execute(text("INSERT INTO wording_index (rowid, tokens) VALUES (:seq, :terms)"), row)


def unindex(conn: Connection, seq: int) -> None:
    """Take a report out of the index."""
    conn.execute(delete(wording).where(wording.c.report == seq))
    if conn.dialect.name != "postgresql":
        conn.execute(text("DELETE FROM wording_index WHERE rowid = :seq"), {"seq": seq})


def indexed_terms(conn: Connection, seq: int) -> set[str]:
    """The terms under which a report is found (what `doctor` compares)."""
    if conn.dialect.name == "postgresql":
        query = "SELECT unnest(tsvector_to_array(tokens)) FROM wording WHERE report = :seq"
        return set(conn.scalars(text(query), {"seq": seq}))
    found = conn.execute(text("SELECT tokens FROM wording_index WHERE rowid = :seq"), {"seq": seq}).scalar()
    return set((found or "").split())


def holds(dialect: str, asked: str) -> ColumnElement[bool]:
    """The condition on ``report`` that its text has every word asked for; words in quotes stand together, in order.

    A question without any word is met by no report.
    """
    phrases = [words for match in _PHRASE.finditer(asked) if len(words := words_of(match[1])) > 1]
    words = list(dict.fromkeys(words_of(asked)))
    if not words:
        return literal(False)
    return and_(_has_terms(dialect, words), *(_has_phrase(phrase) for phrase in phrases))


def _has_terms(dialect: str, words: list[str]) -> ColumnElement[bool]:
    sets = [wanted(word) for word in words]
    if dialect == "postgresql":
        query = " & ".join("(" + " | ".join(f"'{term}'" for term in terms) + ")" for terms in sets)
        found = text("SELECT report FROM wording WHERE tokens @@ CAST(:asked AS tsquery)")
    else:
        query = " AND ".join("(" + " OR ".join(f'"{term}"' for term in terms) + ")" for terms in sets)
        found = text("SELECT rowid FROM wording_index WHERE wording_index MATCH :asked")
    return report.c.seq.in_(
        found.bindparams(bindparam("asked", query, unique=True)).columns(report.c.seq).scalar_subquery()
    )


def _has_phrase(words: list[str]) -> ColumnElement[bool]:
    """The words side by side; only the first may have proclitics before it. Words are letters and digits only."""
    like = f"%{' '.join(words)} %"
    return report.c.seq.in_(wording.select().with_only_columns(wording.c.report).where(wording.c.words.like(like)))
