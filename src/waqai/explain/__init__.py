"""Where an event's values come from: a tree of values, the rules that gave them, the mentions and words they stand on."""

from __future__ import annotations

from dataclasses import replace

from waqai.engine import located
from waqai.explain.checks import check_said
from waqai.explain.evidence import Evidence, gather
from waqai.explain.node import Node
from waqai.explain.values import event_values, figure, said_by
from waqai.messages import say
from waqai.model.record import Event, Record, Report

__all__ = ["Evidence", "Node", "check_said", "evidence_of", "explain", "figure", "find_event"]


def explain(record: Record, event: Event, evidence: Evidence) -> Node:
    """The tree of one event: what made it, each of its values, and who said it."""
    unnamed = None if event.rules else say("tree.no_rule")
    made = Node(say("tree.made_by"), why=unnamed, children=evidence.rules(event))
    values = [_grounded(node, evidence) for node in event_values(event, evidence.places)]
    head = say("tree.event", id=event.id, kind=event.kind, status=event.status, confidence=event.confidence)
    return Node(head, event.text, event.span, children=(made, *values, *said_by(record, event)))


def evidence_of(report: Report, record: Record) -> Evidence:
    """The mentions and words of a report."""
    found = gather(report.full_text, record.published, record.lang)
    return replace(found, places={str(each.reason): each.reason for each in located(report)})


def find_event(record: Record, name: str) -> Event | None:
    """The event called ``name`` ("e3" or "3")."""
    return next((event for event in record.events if event.id in (name, f"e{name}")), None)


def _grounded(node: Node, evidence: Evidence) -> Node:
    """The node with the mentions and words that its own words are made of."""
    children = tuple(_grounded(child, evidence) for child in node.children)
    if node.span is not None:
        children += evidence.under(node.span)
    return replace(node, children=children)
