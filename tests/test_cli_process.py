"""The installed command in a process of its own: pipes, encodings, colours, a closed reader."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = Path(sys.executable).with_name("waqai")
pytestmark = pytest.mark.skipif(not COMMAND.exists(), reason="waqai is not installed beside this Python")


def run(command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    env = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "COLUMNS")} | environment
    line = f'set -o pipefail; waqai() {{ "{COMMAND}" "$@"; }}; {command}'
    return subprocess.run(["bash", "-c", line], capture_output=True, text=True, encoding="utf-8", env=env, timeout=120)


def test_the_demo_is_read_at_80_columns(demo: Path) -> None:
    done = run(f"waqai read {demo}", COLUMNS="80")
    assert (done.returncode, done.stderr) == (0, "")
    assert "32 reports" in done.stdout.splitlines()[-1]
    assert max(map(len, done.stdout.splitlines())) <= 80 + 30  # vowel signs take no column


def test_arabic_comes_out_in_utf8_whatever_the_locale_says(demo: Path) -> None:
    done = run(
        f"waqai read {demo}/05-sudan.txt", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", PYTHONIOENCODING="ascii"
    )
    assert done.returncode == 0
    assert "الفاشر" in done.stdout


def test_a_terminal_gets_colour_unless_it_is_not_wanted(demo: Path) -> None:
    file = demo / "05-sudan.txt"
    assert "\x1b[" in run(f"waqai read {file}", FORCE_COLOR="1").stdout
    assert "\x1b[" not in run(f"waqai --no-color read {file}", FORCE_COLOR="1").stdout
    assert "\x1b[" not in run(f"waqai read --no-color {file}", FORCE_COLOR="1").stdout


def test_words_are_isolated_on_a_terminal(demo: Path) -> None:
    text = run(f"waqai --no-color read {demo}/05-sudan.txt", FORCE_COLOR="1").stdout
    assert text.count("\u2068") == text.count("\u2069") > 0


def test_a_reader_that_has_seen_enough_is_no_crash(demo: Path) -> None:
    done = run(f"waqai read {demo} {demo} {demo} -f jsonl | head -c 10", PYTHONUNBUFFERED="1")
    assert "Traceback" not in done.stderr


def test_standard_input_may_be_a_pipe(demo: Path) -> None:
    done = run(f"cat {demo}/03-witness-posts.jsonl | waqai read - -f jsonl | wc -l")
    assert done.stdout.strip() == "2"


def test_a_home_that_cannot_be_written_is_no_obstacle(demo: Path) -> None:
    done = run(f"waqai read {demo}/05-sudan.txt", HOME="/nonexistent", XDG_CACHE_HOME="/proc/nowhere")
    assert (done.returncode, done.stderr) == (0, "")
