"""The tree of an event on the terminal, each value's words shown in their place in the report."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from waqai.cli.screen import isolated
from waqai.explain import Node, explain
from waqai.model.record import Event, Record, Report
from waqai.model.span import Span

_AROUND = 24


def print_event(out: Console, report: Report, record: Record, event: Event) -> None:
    """Print how an event came to be."""
    text = report.full_text
    node = explain(record, event)
    tree = Tree(_line(node, text, out), guide_style="dim")
    _grow(tree, node.children, text, out)
    out.print(tree)


def _grow(tree: Tree, nodes: tuple[Node, ...], text: str, out: Console) -> None:
    for node in nodes:
        _grow(tree.add(_line(node, text, out)), node.children, text, out)


def _line(node: Node, text: str, out: Console) -> Text:
    label, _, value = node.label.partition(": ")
    line = Text(label, "bold" if value else "")
    if value:
        line.append(f": {value}")
    if node.note:
        line.append(f"  {node.note}", "dim")
    if node.span is not None:
        line.append("\n").append_text(_words(node.span, text, out))
    return line


def _words(span: Span, text: str, out: Console) -> Text:
    """The words with a little of what stands around them, and their offsets."""
    start, end = max(0, span.start - _AROUND), span.end + _AROUND
    before = ("..." if start else "") + text[start : span.start].lstrip()
    after = text[span.end : end].rstrip() + ("..." if end < len(text) else "")
    marked = isolated(f"{before}[{text[span.start : span.end]}]{after}", out)
    line = Text(f"{span.start}-{span.end} ", "dim")
    first, last = marked.index("[") + 1, marked.rindex("]")
    line.append(marked[: first - 1], "dim").append(marked[first - 1 : last + 1], "green")
    return line.append(marked[last + 1 :], "dim")
