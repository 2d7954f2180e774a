"""A PostgreSQL of the tests' own: found or installed, started in a temporary folder on a loopback port, gone afterwards."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

USER = "postgres"  # whom the server runs as when we are root, which it refuses
TOOLS = "/usr/lib/postgresql"


class NoServer(Exception):
    """There is no PostgreSQL here, and none could be installed; the message says why."""


@contextmanager
def server() -> Iterator[str]:
    """The address of a running server, without a database's name at its end."""
    tools = _tools() or _install()
    folder = Path(tempfile.mkdtemp(prefix="waqai-postgres-"))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, USER)
        _run(tools / "initdb", "-D", folder / "data", "-A", "trust", "-U", "waqai", "-E", "UTF8", "--locale=C")
        port = _free_port()
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
        _run(tools / "pg_ctl", "-D", folder / "data", "-o", options, "-l", folder / "log", "-w", "start")
        try:
            yield f"postgresql://waqai@127.0.0.1:{port}"
        finally:
            _run(tools / "pg_ctl", "-D", folder / "data", "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def create(postgres: str, name: str, template: str) -> str:
    """Make a database and give its address."""
    with psycopg.connect(f"{postgres}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}".encode())
    return f"{postgres}/{name}"


def drop(postgres: str, name: str) -> None:
    """Take a database away, whoever is still in it."""
    with psycopg.connect(f"{postgres}/postgres", autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)".encode())


def _tools() -> Path | None:
    """The folder of the server's programs, of the latest version there is."""
    if (found := shutil.which("pg_ctl")) and shutil.which("initdb"):
        return Path(found).resolve().parent
    there = [path.parent for path in Path(TOOLS).glob("*/bin/initdb")]
    return max(there, key=lambda path: int(path.parent.name), default=None)


def _install() -> Path:
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        raise NoServer("no PostgreSQL here (initdb not found), and no right to install one")
    quiet = {"env": os.environ | {"DEBIAN_FRONTEND": "noninteractive"}, "capture_output": True}
    for command in (["apt-get", "update"], ["apt-get", "install", "-y", "--no-install-recommends", "postgresql"]):
        if subprocess.run(command, **quiet).returncode:  # type: ignore[call-overload]
            raise NoServer(f"no PostgreSQL here, and '{' '.join(command)}' failed")
    if (tools := _tools()) is None:
        raise NoServer("PostgreSQL was installed, but its programs were not found")
    return tools


def _run(*command: object) -> None:
    def become() -> None:
        if os.geteuid() == 0:
            who = pwd.getpwnam(USER)
            os.setgid(who.pw_gid)
            os.setuid(who.pw_uid)

    # pg_ctl leaves a server behind that would hold on to a pipe
    done = subprocess.run([str(part) for part in command], cwd="/", preexec_fn=become, stdout=subprocess.DEVNULL)
    if done.returncode:
        raise NoServer(f"{command[0]} failed")


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])
