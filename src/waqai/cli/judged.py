"""Judgements as trees on the terminal: the verdict, who or what gave it, every reason."""

from __future__ import annotations

from collections.abc import Iterable

import typer
from rich.text import Text
from rich.tree import Tree

from waqai.cli.screen import console, isolated
from waqai.explain import Node
from waqai.merge import explain
from waqai.model.judgement import Judgement


def print_judgements(ctx: typer.Context, judgements: Iterable[Judgement]) -> None:
    """Print each judgement with its reasons, those that count most first."""
    out = console(ctx)
    for judgement in judgements:
        node = explain(judgement)
        tree = Tree(Text(node.label, "bold").append(f"  {node.note}" if node.note else "", "not bold dim"))
        for child in node.children:
            tree.add(_line(child, isolated(child.note or "", out)))
        out.print(tree)


def _line(node: Node, note: str) -> Text:
    return Text(node.label).append(f"  {note}" if note else "", "green")
