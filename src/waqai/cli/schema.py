"""``waqai schema``: the JSON Schema of the records that waqai writes."""

from __future__ import annotations

import json

import typer


def schema() -> None:
    """Print the JSON Schema of a record."""
    from waqai.schema import json_schema

    typer.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))
