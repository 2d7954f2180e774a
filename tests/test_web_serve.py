"""``waqai serve``: it says where it is, answers there alone, and lets nobody in by accident."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import httpx2 as httpx
import pytest
from typer.testing import CliRunner

from waqai.cli.main import app


@pytest.mark.parametrize(
    ("options", "says"),
    [(["--host", "0.0.0.0"], "nobody would log in"), (["--team", "--public"], "two apps")],
)
def test_what_would_let_others_in_is_refused(desk_file: Path, options: list[str], says: str) -> None:
    done = CliRunner().invoke(app, ["serve", "--store", str(desk_file), *options])
    assert done.exit_code == 2
    assert says in re.sub(r"[\s│]+", " ", done.output)


@pytest.mark.slow
def test_it_serves_until_it_is_stopped(empty_file: Path, tmp_path: Path) -> None:
    path = shutil.copy(empty_file, tmp_path / "record.waqai")
    command = [sys.executable, "-c", "from waqai.cli.main import main; main()", "serve", "--store", str(path)]
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        [*command, "--port", "0", "--team"], stdout=subprocess.PIPE, text=True, env=environment
    ) as running:
        assert running.stdout is not None
        first, _, link = (running.stdout.readline() for _ in range(3))
        address = re.search(r"http://127\.0\.0\.1:\d+", first)
        assert address is not None
        assert "for a team" in first
        assert httpx.get(link.strip()).status_code == 200
        assert httpx.get(f"{address[0]}/incidents").headers["location"].startswith("/login")
        running.send_signal(signal.SIGINT)
        assert running.wait(20) in (0, -signal.SIGINT, 130)
