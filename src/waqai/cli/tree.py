"""The tree of an event on the terminal, each value's words shown in their place in the report."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from waqai.cli.screen import isolated
from waqai.explain import Evidence, Node, explain
from waqai.model.record import Event, Record, Report
from waqai.model.span import Span

_AROUND = 24


def print_event(out: Console, report: Report, record: Record, event: Event, evidence: Evidence) -> None:
    """Print how an event came to be: a value's words in their place in the report, then what they were taken for."""
    text = report.full_text
    node = explain(record, event, evidence)
    tree = Tree(_head(node, text, out), guide_style="dim")
    for value in node.children:
        _grow(tree.add(_head(value, text, out)), value.children, out)
    out.print(tree)


def _grow(tree: Tree, nodes: tuple[Node, ...], out: Console) -> None:
    for node in nodes:
        _grow(tree.add(_inner(node, out)), node.children, out)


def _head(node: Node, text: str, out: Console) -> Text:
    """A value, why it is so, and its words in the report."""
    label, _, value = node.label.partition(": ")
    line = Text(label, "bold")
    if value:
        line.append(f": {value}", "not bold")
    if node.note:
        line.append(f"  {node.note}", "not bold dim")
    if node.span is not None:
        line.append("\n").append_text(_in_place(node.span, text, out))
    return line


def _inner(node: Node, out: Console) -> Text:
    """A mention or a word, in one line."""
    line = Text(node.label)
    if node.words:
        line.append(" ").append(isolated(f"[{node.words}]", out), "green")
    return line.append(f"  {node.note}", "dim") if node.note else line


def _in_place(span: Span, text: str, out: Console) -> Text:
    """The words with a little of what stands around them, and their offsets."""
    start, end = max(0, span.start - _AROUND), span.end + _AROUND
    before = ("..." if start else "") + text[start : span.start].lstrip()
    after = text[span.end : end].rstrip() + ("..." if end < len(text) else "")
    marked = isolated(f"{before}[{text[span.start : span.end]}]{after}", out)
    line = Text(f"{span.start}-{span.end} ", "not bold dim")
    return line.append(marked, "not bold green")
