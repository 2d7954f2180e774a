"""Opens a store: a file of SQLite or a database of PostgreSQL, its tables brought up to date, one writer at a time."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, select, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import QueuePool

from waqai.errors import StoreError
from waqai.store.migrations import HEAD

_LOCK = 0x77617161  # the key of PostgreSQL's advisory lock that writers take
_BUSY_SECONDS = 120


class Store:
    """An open store. ``url`` names it; ``reading()`` and ``writing()`` give connections with a transaction around them."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.url = named(engine.url)
        self.dialect = engine.dialect.name

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection on which everything is seen as it was at the first look; what is written is not kept."""
        with self._engine.connect() as plain:
            conn = plain.execution_options(**_reading_options(self.dialect))
            with conn.begin() as transaction:
                yield conn
                transaction.rollback()

    @contextmanager
    def writing(self, *, trial: bool = False) -> Iterator[Connection]:
        """A connection that no other writer stands beside; all is kept at the end, or nothing if an error ends it.

        ``trial``: nothing is kept in any case; what would be can be looked at through the connection.
        """
        with self._engine.connect() as plain:
            conn = plain.execution_options(waqai_writes=True)
            with conn.begin() as transaction:
                if self.dialect == "postgresql":
                    conn.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
                yield conn
                if trial:
                    transaction.rollback()

    def seal(self) -> None:
        """Put everything into the one file, so that it can be moved (SQLite)."""
        if self.dialect == "sqlite":
            with self._engine.connect() as conn:
                raw = conn.connection.driver_connection
                if raw is not None:
                    raw.execute("PRAGMA journal_mode=DELETE")

    def close(self) -> None:
        """Let go of every connection."""
        self._engine.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def default_path() -> Path:
    """Where the store is when nobody says: ``record.waqai`` in the user's data directory."""
    if sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    elif sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "waqai" / "record.waqai"


def open_store(where: str | Path | None = None, *, create: bool = True) -> Store:
    """Open the store at a path or a ``postgresql://`` address; without one, ``$WAQAI_STORE`` or the default path.

    Tables are made or brought up to date first. Raises StoreError when there is no store and ``create`` is off, when it
    was written by a later waqai, or when the database cannot be reached.
    """
    url = _url(str(where or os.environ.get("WAQAI_STORE") or default_path()))
    store = Store(_engine(url, create=create))
    try:
        _prepare(store)
    except DBAPIError as error:
        store.close()
        raise StoreError(f"{named(url)}: {_first_line(error.orig)}") from error
    except BaseException:
        store.close()
        raise
    return store


def named(url: URL) -> str:
    """The store as people name it: the path of a file, or the address without its password."""
    if url.get_backend_name() == "sqlite":
        return url.database or ""
    return url.set(drivername=url.get_backend_name()).render_as_string(hide_password=True)


def _url(where: str) -> URL:
    if "://" not in where:
        return URL.create("sqlite", database=where)
    try:
        url = make_url(where)
    except ArgumentError as error:
        raise StoreError(f"{where!r} is neither a path nor the address of a database") from error
    if url.get_backend_name() == "postgresql":
        return url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() == "sqlite":
        return url
    raise StoreError(f"{url.drivername}: a store is a file (SQLite) or a postgresql:// address")


def _engine(url: URL, *, create: bool) -> Engine:
    if url.get_backend_name() == "sqlite":
        path = Path(url.database or "")
        if not create and not path.is_file():
            raise StoreError(f"{path}: there is no store here yet (waqai add makes one)")
        _make_file(path)
        engine = create_engine(url, poolclass=QueuePool, connect_args={"timeout": _BUSY_SECONDS})
        event.listen(engine, "connect", _settle_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    try:
        return create_engine(url)
    except (ImportError, NoSuchModuleError) as error:
        raise StoreError("PostgreSQL needs its driver: pip install 'waqai[postgres]'") from error


def _make_file(path: Path) -> None:
    """The file and its folder, where there is none; nobody but its owner may read it: it holds names of people."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
    except OSError as error:
        raise StoreError(f"{path}: {error.strerror}") from error


def _settle_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # transactions begin where we say, not where the driver guesses
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "cache_size=-64000"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(conn: Connection) -> None:
    writes = conn.get_execution_options().get("waqai_writes")
    conn.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _reading_options(dialect: str) -> dict[str, Any]:
    if dialect == "postgresql":
        return {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    return {}


def _prepare(store: Store) -> None:
    with store.reading() as conn:
        at = _revision(conn)
    if at == HEAD:
        return
    if at is not None and at > HEAD:
        raise StoreError(f"{store.url}: written by a later waqai (shape {at}, this one knows {HEAD})")
    with store.writing() as conn:
        import_module("waqai.store.migrate").migrate(conn)  # Alembic takes a while to load, and is seldom needed


def _revision(conn: Connection) -> str | None:
    tables = inspect(conn).get_table_names()
    if "alembic_version" in tables:
        return conn.execute(select(text("version_num")).select_from(text("alembic_version"))).scalar()
    if tables:
        raise StoreError(f"{named(conn.engine.url)}: a database of something else, not a store of waqai")
    return None


def _first_line(error: BaseException | None) -> str:
    return str(error).strip().splitlines()[0] if error else "no answer"
