"""The store looked after: what the doctor finds, backup and restore, rereading, opening, migrations."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text

from postgres import create
from simple_rules import SIMPLE
from stores import gathered, put, put_reports, report, strike
from waqai.engine import read_report
from waqai.errors import StoreError
from waqai.model.record import Record
from waqai.store import (
    ReportRow,
    Store,
    backup,
    current_reports,
    decisions,
    default_path,
    examine,
    incident_of,
    incidents,
    merge,
    open_store,
    reread,
    restore,
    search,
)
from waqai.store.migrations import HEAD
from waqai.store.tables import metadata


def fill(store: Store) -> None:
    put_reports(
        store,
        report("a", strike("إدلب"), outlet="a"),
        report("b", strike("إدلب", killed="خمسة"), outlet="b"),
        report("c", strike("حماة"), outlet="c"),
        rules=SIMPLE,
    )
    put(store, [gathered(report("d", strike("حمص") + " \x00 🔴", outlet="d"), address="x.jsonl")], rules=SIMPLE)
    with store.writing() as conn:
        one, two, *_ = incidents(conn).rows
        merge(conn, one.incident, two.incident, "nour", "one strike", SIMPLE)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def full(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store that is filled once; tests try things in it and keep nothing."""
    if request.param == "sqlite":
        where = str(tmp_path_factory.mktemp("full") / "record.waqai")
    else:
        where = create(request.getfixturevalue("postgres"), "upkeep", request.getfixturevalue("empty_database"))
    with open_store(where) as opened:
        fill(opened)
        yield opened


def found(store: Store) -> list[str]:
    with store.reading() as conn:
        return [complaint.check for complaint in examine(conn, SIMPLE)]


def rows(store: Store) -> dict[str, list[tuple[object, ...]]]:
    with store.reading() as conn:
        return {
            t.name: [tuple(row) for row in conn.execute(t.select().order_by(*t.primary_key))]
            for t in metadata.sorted_tables
        }


def unguard(store: Store, table: str) -> str:
    end = f' ON "{table}"' if store.dialect == "postgresql" else ""
    return f"DROP TRIGGER {table}_no_update{end}"


@pytest.mark.parametrize(
    ("damage", "check"),
    [
        ("UPDATE version SET text = 'other words' WHERE name = 'a'", "versions"),
        ("UPDATE version SET text = 'other words' WHERE name = 'a'", "claims"),
        ("UPDATE claim SET words = 'other words' WHERE words IS NOT NULL", "claims"),
        ('UPDATE claim SET "start" = "start" + 1 WHERE field = \'place\'', "claims"),
        ("UPDATE original SET size = size + 1", "originals"),
        ("UPDATE wording SET words = ' other '", "index"),
        ("UPDATE overview SET killed_low = 99", "views"),
        ("DELETE FROM facet WHERE name = 'kind'", "views"),
        ("DELETE FROM standing", "standing"),
        ("UPDATE sighting SET incident = NULL", "incidents"),
        ("DELETE FROM overview", "incidents"),
        ("UPDATE sighting SET current = false", "holding"),
        ("UPDATE report SET version = 'x.9'", "holding"),
    ],
)
def test_the_doctor_finds_what_is_damaged(full: Store, damage: str, check: str) -> None:
    table = damage.removeprefix("UPDATE ").removeprefix("DELETE FROM ").split()[0]
    with full.writing(trial=True) as conn:
        if table in ("version", "claim", "original"):
            conn.execute(text(unguard(full, table)))
        conn.execute(text(damage))
        checks = {complaint.check for complaint in examine(conn, SIMPLE)}
    assert check in checks
    assert ("guards" in checks) == (table in ("version", "claim", "original"))


def test_the_doctor_finds_bytes_that_are_others(full: Store) -> None:
    with full.writing(trial=True) as conn:
        conn.execute(text(unguard(full, "original")))
        conn.execute(text("UPDATE original SET content = :b"), {"b": b"damaged"})
        assert "originals" in {complaint.check for complaint in examine(conn, SIMPLE)}
    assert found(full) == []


def test_a_backup_is_one_file_that_holds_everything(store: Store, tmp_path: Path) -> None:
    fill(store)
    before = rows(store)
    assert backup(store, tmp_path / "backup.waqai") == 4
    assert [path.name for path in tmp_path.iterdir() if "backup" in path.name] == ["backup.waqai"]
    with open_store(tmp_path / "backup.waqai", create=False) as copied:
        assert rows(copied) == before
        assert found(copied) == []


def test_a_backup_of_each_kind_restores_into_the_other(store: Store, tmp_path: Path, database: str) -> None:
    fill(store)
    backup(store, tmp_path / "backup.waqai")
    other = database if store.dialect == "sqlite" else str(tmp_path / "restored.waqai")
    with open_store(other) as restored:
        assert restore(tmp_path / "backup.waqai", restored) == 4
        assert rows(restored) == rows(store)
        assert found(restored) == []
        put_reports(restored, report("e", strike("درعا")), rules=SIMPLE)
        with restored.reading() as conn:
            assert len(search(conn, "الطائرات").hits) == 5
        with pytest.raises(StoreError, match="not empty"):
            restore(tmp_path / "backup.waqai", restored)


def test_a_backup_does_not_overwrite_a_file(store: Store, tmp_path: Path) -> None:
    (tmp_path / "there").write_text("mine")
    with pytest.raises(StoreError, match="such a file already"):
        backup(store, tmp_path / "there")
    assert (tmp_path / "there").read_text() == "mine"


def again(store: Store, change: object = None) -> list[tuple[ReportRow, Record, Record]]:
    """Every report as read by an engine that is like today's but for ``change``, from record to record."""
    with store.reading() as conn:
        kept = list(current_reports(conn))
    return [(row, old, change(fresh(row)) if callable(change) else fresh(row)) for row, old in kept]


def fresh(row: ReportRow) -> Record:
    return read_report(row.to_report())


def deadlier(record: Record) -> Record:
    """As an engine would have it that counts two more killed."""
    return replace(
        record,
        events=tuple(
            replace(event, killed=event.killed and replace(event.killed, low=event.killed.low + 2))
            for event in record.events
        ),
    )


def test_rereading_with_the_same_engine_changes_nothing(store: Store) -> None:
    fill(store)
    before = rows(store)
    with store.writing() as conn:
        seen = reread(conn, again(store), SIMPLE)
    assert (seen.reports, seen.changes, seen.incidents) == (0, (), ())
    assert rows(store) == before


def test_rereading_shows_what_would_change_and_changes_it_only_then(store: Store) -> None:
    fill(store)
    before = rows(store)
    better = again(store, deadlier)
    with store.writing(trial=True) as conn:
        tried = reread(conn, better, SIMPLE)
    assert rows(store) == before
    assert tried.reports == 4
    assert {change.field for change in tried.changes} == {"killed"}
    with store.writing() as conn:
        assert reread(conn, better, SIMPLE) == tried
    with store.reading() as conn:
        assert sorted(row.killed_low or 0 for row in incidents(conn).rows) == [5, 5]
        assert len(decisions(conn)) == 1
    assert found(store) == []


def test_rereading_keeps_what_people_decided(store: Store) -> None:
    fill(store)
    with store.reading() as conn:
        before = {
            row.incident: {s.id for s in incident_of(conn, row.incident).sightings} for row in incidents(conn).rows
        }

    def other_order(record: Record) -> Record:
        """The same event under another name of its own, with one more before it."""
        (event,) = record.events
        extra = replace(event, id="e1", kind="talks", family="dealings", places=(), killed=None)
        return replace(record, events=(extra, replace(event, id="e2")))

    with store.writing() as conn:
        reread(conn, again(store, other_order), SIMPLE)
    with store.reading() as conn:
        after = {
            row.incident: {s.id for s in incident_of(conn, row.incident).sightings} for row in incidents(conn).rows
        }
    assert {name: after[name] for name in before} == before
    assert found(store) == []


@pytest.fixture(params=["sqlite", "postgresql"])
def nowhere(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where nothing has been made yet."""
    if request.param == "sqlite":
        return str(tmp_path / "new" / "record.waqai")
    name = f"new_{hashlib.sha256(str(tmp_path).encode()).hexdigest()[:12]}"
    return create(request.getfixturevalue("postgres"), name, "template0")


def test_migrations_make_from_nothing_the_tables_that_the_code_knows(nowhere: str) -> None:
    with open_store(nowhere) as made, made.reading() as conn:
        context = MigrationContext.configure(conn, opts={"compare_type": True})
        assert context.get_current_revision() == HEAD
        there = inspect(conn).get_table_names()
        assert metadata.tables.keys() <= set(there)
        ours = [diff for diff in compare_metadata(context, metadata) if "wording" not in str(diff)]
    assert ours == []


def test_a_store_of_a_later_version_is_refused(nowhere: str) -> None:
    with open_store(nowhere) as made, made.writing() as conn:
        conn.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match="later waqai"):
        open_store(nowhere)


def test_a_database_of_something_else_is_refused(nowhere: str) -> None:
    with open_store(nowhere) as made, made.writing() as conn:
        conn.execute(text("DROP TABLE alembic_version"))
    with pytest.raises(StoreError, match="something else"):
        open_store(nowhere)


@pytest.mark.parametrize(
    ("where", "why"),
    [
        ("mysql://x/y", "a store is a file"),
        ("postgresql://nobody@127.0.0.1:1/none", "127.0.0.1"),
        ("://", "neither a path nor"),
        ("/dev/null/x/y", "Not a directory"),
    ],
)
def test_what_cannot_be_opened_is_said(where: str, why: str) -> None:
    with pytest.raises(StoreError, match=why):
        open_store(where)


def test_a_store_that_is_not_there_is_not_made_by_asking(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store here yet"):
        open_store(tmp_path / "x", create=False)
    assert list(tmp_path.iterdir()) == []


def test_only_its_owner_may_read_a_new_store_and_its_backup(tmp_path: Path) -> None:
    with open_store(tmp_path / "x") as made:
        backup(made, tmp_path / "y")
    assert [(tmp_path / name).stat().st_mode & 0o077 for name in ("x", "y")] == [0, 0]


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("not a database" * 100)
    with pytest.raises(StoreError, match="not a database"):
        open_store(tmp_path / "x")


def test_the_default_path_is_in_the_users_data_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_path() == tmp_path / "waqai" / "record.waqai"
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert default_path() == tmp_path / ".local" / "share" / "waqai" / "record.waqai"
    monkeypatch.setattr("sys.platform", "darwin")
    assert default_path() == tmp_path / "Library" / "Application Support" / "waqai" / "record.waqai"


def test_a_password_is_never_shown() -> None:
    with pytest.raises(StoreError) as refused:
        open_store("postgresql://nobody:secret@127.0.0.1:1/none")
    assert "secret" not in str(refused.value)
