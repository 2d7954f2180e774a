"""Killed at any statement, then resumed: nothing that was reported is lost, nothing is there twice, the doctor is content.

Children are forks of this process (whose packs are loaded), killed by their own hand with SIGKILL at a statement chosen
by a seed: no waiting, no chance. WAQAI_KILLS says how often on each kind of database (`make crash` says 200).
"""

from __future__ import annotations

import gc
import os
import random
import shutil
import signal
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import event, select
from sqlalchemy.engine import Engine

from postgres import create, drop
from stores import PLACES, gathered, report, strike
from waqai.engine import read_report
from waqai.ingest import Failure
from waqai.model.record import Record, Report
from waqai.store import Adding, Progress, Store, add, decisions, examine, incidents, merge, open_store, split, undo
from waqai.store.lookup import incident_of
from waqai.store.tables import claim, incident, reading, sighting, standing, version

KILLS = int(os.environ.get("WAQAI_KILLS", "24")) // 2
REPORTS = (
    *(
        report(f"r{n}", strike(place), outlet=outlet)
        for n, (place, outlet) in enumerate(zip(PLACES[:3], "aba", strict=True))
    ),
    report("again", strike(PLACES[0], killed="خمسة"), outlet="c"),
    report("r1", strike(PLACES[1], killed="ستة"), outlet="b"),  # r1 anew, with another figure
)
Tick = Callable[[], None]


def read(given: Iterator[Report]) -> Iterator[Record | Failure]:
    return map(read_once, given)


def read_once(one: Report) -> Record:
    """Each is read once in all, before the first fork."""
    return _READ[one.id, one.text]


_READ: dict[tuple[str, str], Record] = {}


@pytest.fixture(scope="module", autouse=True)
def _read_all(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    _READ.update({(one.id, one.text): read_report(one) for one in REPORTS})
    with open_store(tmp_path_factory.mktemp("warm") / "record.waqai") as store:
        work(store)  # loads all that is loaded when it is first needed
    gc.collect()
    gc.freeze()  # what is loaded is of no concern to the collectors of the children, who would copy every page
    yield
    gc.unfreeze()


def work(store: Store, told: Callable[[Progress], None] = lambda _progress: None) -> None:
    """All there is to do, from wherever the last run was stopped: add everything, decide four things."""
    for one in REPORTS[:-1], REPORTS[-1:]:
        add(store, [gathered(each) for each in one], Adding(read, told, batch=2)) if to_do(store, one) else None
    for number, act in enumerate((merge_two, split_one, undo_last, merge_two)):
        with store.writing() as conn:
            if len(decisions(conn)) == number:
                act(conn)


def to_do(store: Store, given: tuple[Report, ...]) -> bool:
    """Are some of these versions not there yet? (To add them after a later version would be to go back.)"""
    with store.reading() as conn:
        there = {(row.name, row.text) for row in conn.execute(select(version.c.name, version.c.text))}
    return not {(one.id, one.text) for one in given} <= there


def merge_two(conn: object) -> None:
    rows = incidents(conn, order="oldest").rows  # type: ignore[arg-type]
    merge(conn, rows[0].incident, rows[1].incident, "nour")  # type: ignore[arg-type]


def split_one(conn: object) -> None:
    home = max(incidents(conn).rows, key=lambda row: (row.reports, row.incident)).incident  # type: ignore[arg-type]
    split(conn, home, [incident_of(conn, home).sightings[0].id], "sami")  # type: ignore[arg-type]


def undo_last(conn: object) -> None:
    undo(conn, "sami")  # type: ignore[arg-type]


def run(where: str, said: Path, tick: Tick) -> None:
    """In a child: do the work, and write down what is reported as kept as soon as it is."""
    for name in ("before_cursor_execute", "after_cursor_execute", "commit"):
        event.listen(Engine, name, lambda *_: tick())
    with said.open("a") as report_, open_store(where) as store:

        def told(progress: Progress) -> None:
            tick()
            report_.write("".join(f"{name}\n" for name in progress.versions))
            report_.flush()

        work(store, told)


def killed_at(where: str, said: Path, moment: int) -> bool:
    """Fork a child that kills itself at its nth tick; was it killed before it was done?"""
    child = os.fork()
    if child == 0:
        ticks = count(1)
        try:
            run(where, said, lambda: os.kill(os.getpid(), signal.SIGKILL) if next(ticks) == moment else None)
        except BaseException:
            os._exit(1)
        os._exit(0)
    status = os.waitpid(child, 0)[1]
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
    return os.WIFSIGNALED(status)


def ticks_of(where: str, said: Path) -> int:
    """How many moments there are to kill a child that does all the work."""
    made, writing = os.pipe()
    child = os.fork()
    if child == 0:
        ticks = count(1)
        last = [0]
        run(where, said, lambda: last.__setitem__(0, next(ticks)))
        os.write(writing, str(last[0]).encode())
        os._exit(0)
    os.waitpid(child, 0)
    os.close(writing)
    return int(os.read(made, 100))


def state(store: Store) -> dict[str, object]:
    """What the store knows, without times and numbers of rows."""
    with store.reading() as conn:
        columns = {
            "versions": (version.c.id, version.c.name, version.c.text),
            "claims": (claim.c.id, claim.c.sighting, claim.c.field, claim.c.value),
            "readings": (reading.c.version, reading.c.record),
            "sightings": (sighting.c.id, sighting.c.current, sighting.c.incident),
            "standing": (standing.c.left, standing.c.right),
            "incidents": (incident.c.id, incident.c.leads_to),
        }
        found: dict[str, object] = {
            name: sorted(tuple(map(str, row)) for row in conn.execute(select(*each))) for name, each in columns.items()
        }
        found["decisions"] = [(entry.action, entry.by, entry.subject) for entry in decisions(conn)]
    return found


def wrong(store: Store) -> list[str]:
    with store.reading() as conn:
        return [str(each) for each in examine(conn)]


@pytest.fixture(params=["sqlite", "postgresql"])
def fresh(request: pytest.FixtureRequest, tmp_path: Path, empty_file: Path) -> Iterator[Callable[[], str]]:
    """Makes empty stores, one after the other."""
    numbers = count()
    if request.param == "sqlite":
        yield lambda: str(shutil.copy(empty_file, tmp_path / f"{next(numbers)}.waqai"))
        return
    server, template = request.getfixturevalue("postgres"), request.getfixturevalue("empty_database")
    last: list[str] = []

    def made() -> str:
        for name in last:
            drop(server, name)
        last[:] = [f"crash{next(numbers)}"]
        return create(server, last[0], template)

    yield made
    for name in last:
        drop(server, name)


def test_killed_at_any_moment_and_resumed_the_store_is_as_if_never_killed(
    fresh: Callable[[], str], tmp_path: Path
) -> None:
    chance, kills = random.Random(2025), 0
    where = fresh()
    moments = ticks_of(where, tmp_path / "whole")
    with open_store(where) as store:
        whole = state(store)
        assert wrong(store) == []
    assert len(whole["decisions"]) == 4  # type: ignore[arg-type]
    while kills < KILLS:
        where, said = fresh(), tmp_path / f"said{kills}"
        said.touch()
        while kills < KILLS and killed_at(where, said, chance.randrange(1, moments)):
            kills += 1
            with open_store(where) as store:
                assert set(said.read_text().split()) <= {name for name, *_ in state(store)["versions"]}  # type: ignore[attr-defined]
                assert wrong(store) == []
        with open_store(where) as store:
            work(store)
            assert state(store) == whole
