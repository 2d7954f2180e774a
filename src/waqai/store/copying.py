"""Backup and restore: every row of one store into an empty one. A backup is itself a store, one file of SQLite."""

from __future__ import annotations

import os
from pathlib import Path

from sqlalchemy import Connection, Table, func, insert, select, text

from waqai.errors import StoreError
from waqai.store.connect import Store, open_store
from waqai.store.desk import attempt, invitation, session
from waqai.store.plain import in_chunks
from waqai.store.tables import metadata, report, version, wording
from waqai.store.wording import index

_ROWS = 500
_LEFT = (wording, session, invitation, attempt)  # made anew; good for one place only


def backup(store: Store, file: Path) -> int:
    """Write all that the store holds, originals included, into a new file; returns the number of reports.

    The file appears whole or not at all. Raises StoreError when there is a file of that name already.
    """
    if file.exists():
        raise StoreError(f"{file}: there is such a file already")
    draft = file.with_name(f".{file.name}.{os.getpid()}.draft")
    try:
        with open_store(draft) as target:
            reports = copy(store, target)
            target.seal()
        draft.replace(file)
    finally:
        for left in (draft, *(draft.with_name(draft.name + end) for end in ("-wal", "-shm"))):
            left.unlink(missing_ok=True)
    return reports


def restore(file: Path, store: Store) -> int:
    """Fill an empty store from a backup; returns the number of reports. All or nothing.

    Raises StoreError when the file is no backup, or the store is not empty.
    """
    with open_store(file, create=False) as source:
        return copy(source, store)


def copy(source: Store, target: Store) -> int:
    """Every row of one store into another, empty one; returns the number of reports."""
    with source.reading() as giving, target.writing() as taking:
        if taking.execute(select(func.count()).select_from(report)).scalar():
            raise StoreError(f"{target.url}: not empty; restore into a new store")
        for table in metadata.sorted_tables:
            if table not in _LEFT:
                _copy_table(giving, taking, table)
        _index_all(taking)
        return int(taking.execute(select(func.count()).select_from(report)).scalar_one())


def _copy_table(giving: Connection, taking: Connection, table: Table) -> None:
    rows = giving.execute(select(table).order_by(*table.primary_key.columns), execution_options={"yield_per": _ROWS})
    for chunk in in_chunks(rows.mappings(), _ROWS):
        taking.execute(insert(table), [dict(row) for row in chunk])
    if taking.dialect.name == "postgresql" and "seq" in table.c:
        query = "SELECT setval(pg_get_serial_sequence('\"{0}\"', 'seq'), (SELECT max(seq) FROM \"{0}\"))"
        taking.execute(text(query.format(table.name)))


def _index_all(taking: Connection) -> None:
    query = select(report.c.seq, version.c.title, version.c.text).join(version, version.c.id == report.c.version)
    last = 0
    while rows := taking.execute(query.where(report.c.seq > last).order_by(report.c.seq).limit(_ROWS)).all():
        for row in rows:
            index(taking, row.seq, f"{row.title}\n{row.text}")
        last = rows[-1].seq
