"""The documentation, held against the program: links lead somewhere, examples run, generated pages are up to date."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from waqai.cli.main import app

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")] + sorted(
    (ROOT / "docs").rglob("*.md")
)
PYTHON = [
    pytest.param(code, id=f"{page.relative_to(ROOT)}:{number}")
    for page in PAGES
    for number, code in enumerate(re.findall(r"```python\n(.*?)```", page.read_text("utf-8"), re.DOTALL), 1)
]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#\s]+)[^)]*\)|href=\"([^\"#]+)\"", page.read_text("utf-8"))
    local = [a or b for a, b in targets if not (a or b).startswith(("http:", "https:"))]
    assert [target for target in local if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("code", PYTHON)
def test_python_examples_run(code: str) -> None:
    exec(compile(code, "example", "exec"), {})


def test_the_readmes_example_is_what_the_program_prints(tmp_path: Path) -> None:
    block = re.search(
        r"```console\n\$ cat report.txt\n(.*?)\n\$ waqai (.*?)\n(.*?)```",
        (ROOT / "README.md").read_text("utf-8"),
        re.DOTALL,
    )
    assert block is not None
    (tmp_path / "report.txt").write_text(block[1], "utf-8")
    args = block[2].replace("report.txt", str(tmp_path / "report.txt")).split()
    printed = CliRunner().invoke(app, args, env={"COLUMNS": "80"}).stdout
    assert [line.rstrip() for line in printed.splitlines()] == [line.rstrip() for line in block[3].splitlines()]


def test_reference_pages_are_up_to_date() -> None:
    script = ROOT / "scripts" / "build_reference.py"
    done = subprocess.run([sys.executable, script, "--check"], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_every_page_of_howto_is_there_in_both_languages() -> None:
    pages = {page.name for page in (ROOT / "docs" / "howto").glob("*.md")}
    english = {name for name in pages if not name.endswith(".ar.md")}
    assert english
    assert pages == english | {name.replace(".md", ".ar.md") for name in english}


def test_arabic_pages_read_right_to_left() -> None:
    for page in (ROOT / "docs" / "howto").glob("*.ar.md"):
        text = page.read_text("utf-8")
        outside = re.sub(r"<div dir=\"rtl\" lang=\"ar\">.*?</div>|```.*?```", "", text, flags=re.DOTALL)
        assert not outside.strip(), f"{page.name}: words outside a block that reads right to left"


def test_index_names_every_page() -> None:
    index = (ROOT / "docs" / "index.md").read_text("utf-8")
    pages = [
        str(page.relative_to(ROOT / "docs"))
        for kind in ("howto", "reference")
        for page in (ROOT / "docs" / kind).glob("*.md")
    ]
    assert [page for page in pages if page not in index] == []


def test_every_command_has_a_heading_in_the_reference() -> None:
    text = (ROOT / "docs" / "reference" / "commands.md").read_text("utf-8")
    assert all(f"\n## waqai {command.name}\n" in text for command in app.registered_commands)
