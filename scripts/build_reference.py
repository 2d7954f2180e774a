"""Writes docs/reference/ from the vocabulary, the record's schema, the command line, the API and the exports.

python scripts/build_reference.py             # write
python scripts/build_reference.py --check     # are the committed pages what the program says?
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from api_reference import api
from exports_reference import exports
from waqai import vocab
from waqai.cli.main import app
from waqai.schema import json_schema
from waqai.vocab import Kind, Term, Vocab

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "reference"
NOTE = "<!-- Written by scripts/build_reference.py: run `make reference`, do not edit. -->\n"
READING = ("", "read", "explain")
STORE = ("add", "retry", "watch", "incidents", "show", "search", "coverage")
OUT = ("export", "report")
DECIDING = ("merge", "split", "undo", "why")
UPKEEP = ("reread", "doctor", "backup", "restore", "serve")
REST = ("eval", "place", "packs", "packs list", "packs check", "schema", "about")
COMMANDS = (*READING, *STORE, *OUT, *DECIDING, *UPKEEP, *REST)
PARTS = (
    "Event",
    "When",
    "Place",
    "Actor",
    "Weapon",
    "Target",
    "Figure",
    "Harm",
    "Source",
    "ClaimFigures",
    "Statement",
    "Check",
)


def main() -> int:
    """Write the pages, or name those that are not up to date."""
    pages = {
        "vocabulary.md": vocabulary(vocab.load()),
        "record.md": record(json_schema()),
        "commands.md": commands(),
        "api.md": api(NOTE),
        "exports.md": exports(NOTE, table),
    }
    if "--check" in sys.argv[1:]:
        stale = [name for name, page in pages.items() if not current(FOLDER / name, page)]
        print(
            f"docs/reference: {', '.join(stale)} not up to date; run make reference"
            if stale
            else "docs/reference: up to date"
        )
        return 1 if stale else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, page in pages.items():
        (FOLDER / name).write_text(page, "utf-8")
    return 0


def current(path: Path, page: str) -> bool:
    """Does the file hold the page?"""
    return path.is_file() and path.read_text("utf-8") == page


def vocabulary(words: Vocab) -> str:
    """Every list of the vocabulary as a table."""
    lists = [f"## {name.replace('_', ' ').capitalize()}\n\n{terms(getattr(words, name))}" for name in Vocab.__slots__]
    return f"# Vocabulary\n\n{NOTE}\nThe ids are for ever; labels may change.\n\n" + "\n".join(lists)


def terms(terms: Mapping[str, Term]) -> str:
    """One list; kinds of event also with what other codings call them."""
    kinds = any(isinstance(term, Kind) for term in terms.values())
    head = ["id", "English", "Arabic", "definition"] + (["family", "ACLED", "PLOVER"] if kinds else [])
    return table(head, [term_row(term) for term in terms.values()])


def term_row(term: Term) -> list[str]:
    """The cells of one id."""
    cells = [f"`{term.id}`", term.en, term.ar, term.definition]
    if isinstance(term, Kind):
        cells += [term.family, term.acled, " ".join(part for part in (term.plover_event, term.plover_mode) if part)]
    return cells


def record(schema: dict[str, Any]) -> str:
    """Every object of the record with its fields."""
    intro = "`waqai schema` prints the same as JSON Schema. Every field is always there unless it says otherwise.\n"
    parts = [f"## {name}\n\n{fields(schema['$defs'][name])}" for name in PARTS]
    return f"# The record\n\n{NOTE}\n{intro}\n## Record\n\n{fields(schema)}\n" + "\n".join(parts)


def fields(definition: dict[str, Any]) -> str:
    """What an object is, and its fields."""
    required = set(definition["required"])
    rows = [
        [f"`{name}`" + ("" if name in required else " (only when said)"), kind(field)]
        for name, field in definition["properties"].items()
    ]
    return f"{definition.get('description', '')}\n\n{table(['field', 'value'], rows)}"


def kind(field: dict[str, Any]) -> str:
    """The type of a field in words."""
    if "anyOf" in field:
        return " or ".join(kind(option) for option in field["anyOf"])
    if "enum" in field:
        return " · ".join("null" if value is None else f"`{value}`" for value in field["enum"])
    if "$ref" in field:
        name = field["$ref"].rpartition("/")[2]
        return "[start, end)" if name == "Span" else f"[{name}](#{name.lower()})"
    if field.get("type") == "array":
        return f"list of {kind(field['items'])}"
    return f"`{field['const']}`" if "const" in field else str(field["type"])


def commands() -> str:
    """The help of every command."""
    parts = [f"## waqai {name}".rstrip() + f"\n\n```text\n{help_of(name)}\n```\n" for name in COMMANDS]
    return f"# Commands\n\n{NOTE}\n" + "\n".join(parts)


def help_of(command: str) -> str:
    """What ``--help`` prints, on a line of 80."""
    result = CliRunner().invoke(app, [*command.split(), "--help"], prog_name="waqai", env={"COLUMNS": "80"})
    return "\n".join(line.rstrip() for line in result.output.rstrip().splitlines())


def table(head: list[str], rows: list[list[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |\n" for line in lines)


if __name__ == "__main__":
    sys.exit(main())
