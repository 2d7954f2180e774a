"""What all tests share: where the project's files are, and a Hypothesis that says the same thing twice."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from postgres import NoServer, create, drop, server
from stores import make_empty
from waqai.store import Store, open_store
from web_desk import add_people, fill

settings.register_profile(
    "waqai", deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("waqai")

_NUMBERS = count(1)
ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def demo(root: Path) -> Path:
    """The folder of demo reports."""
    return root / "demo"


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL server; skips, saying why, where there is none."""
    with ExitStack() as stack:
        try:
            yield stack.enter_context(server())
        except NoServer as error:
            pytest.skip(f"PostgreSQL tests: {error}")


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty store, to be copied: making the tables takes a while."""
    path = tmp_path_factory.mktemp("empty") / "record.waqai"
    with open_store(path) as made:
        made.seal()
    return path


@pytest.fixture(scope="session")
def desk_file(tmp_path_factory: pytest.TempPathFactory, empty_file: Path) -> Path:
    """A small record with a team, to be copied for the tests of the app."""
    path = Path(shutil.copy(empty_file, tmp_path_factory.mktemp("desk") / "record.waqai"))
    with open_store(path) as made:
        fill(made)
        add_people(made)
        made.seal()
    return path


@pytest.fixture
def desk(desk_file: Path, tmp_path: Path) -> Iterator[Store]:
    """A small record with a team."""
    with open_store(shutil.copy(desk_file, tmp_path / "desk.waqai")) as opened:
        yield opened


@pytest.fixture(scope="session")
def empty_database(postgres: str) -> str:
    """The name of a database with an empty store in it, to be copied."""
    create(postgres, "empty", "template0")
    open_store(f"{postgres}/empty").close()
    return "empty"


@pytest.fixture
def database(postgres: str, empty_database: str) -> Iterator[str]:
    """The address of a database with an empty store in it."""
    name = f"store{next(_NUMBERS)}"
    yield create(postgres, name, empty_database)
    drop(postgres, name)


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path, empty_file: Path) -> str:
    """Where an empty store is, on each kind of database."""
    if request.param == "sqlite":
        return str(shutil.copy(empty_file, tmp_path / "record.waqai"))
    return str(request.getfixturevalue("database"))


@pytest.fixture(scope="session")
def sqlite_store(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One store for many tests: what SQLAlchemy has compiled once it knows."""
    with open_store(shutil.copy(empty_file, tmp_path_factory.mktemp("shared") / "record.waqai")) as opened:
        yield opened


@pytest.fixture(scope="session")
def postgresql_store(postgres: str, empty_database: str) -> Iterator[Store]:
    """The same on PostgreSQL."""
    with open_store(create(postgres, "shared", empty_database)) as opened:
        yield opened


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, empty_file: Path) -> Store:
    """An empty store on each kind of database."""
    opened: Store = request.getfixturevalue(f"{request.param}_store")
    make_empty(opened, empty_file)
    return opened
