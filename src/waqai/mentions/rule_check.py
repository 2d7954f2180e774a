"""Runs every rule's examples and nevers with the whole pack loaded. Rules in, "file:line: message" out."""

from __future__ import annotations

from datetime import date
from typing import Any

from waqai.match.lattice import scan
from waqai.mentions.quantity import Measure
from waqai.mentions.values import read_values
from waqai.model.count import Count
from waqai.model.dates import DateSpan
from waqai.packs.rules import Rule, load_rules
from waqai.text.text import make_text

PUBLISHED = date(2025, 7, 22)


def check_rules(language: str = "ar") -> list[str]:
    """One "file:line: message" for every example that does not read as written, and every never that fires."""
    problems: list[str] = []
    for rule in load_rules(language):
        faults = [fault for sentence, value in rule.examples for fault in _example(rule, sentence, value)]
        faults += [fault for sentence in rule.never for fault in _never(rule, sentence)]
        problems += [f"{rule.where}: rule {rule.id}: {fault}" for fault in faults]
    return problems


def show(value: Any, published: date | None = PUBLISHED) -> str:
    """A value as rule examples write it: "25", "20..", "1..30", "~30", "5 km", "2025-07-21/night"."""
    if isinstance(value, Count):
        return _show_count(value)
    if isinstance(value, Measure):
        return _show_measure(value)
    if hasattr(value, "resolve"):
        return _show_span(value.resolve(published))
    return str(value)


def _show_count(count: Count) -> str:
    if count.high is None:
        return f"{count.low}.."
    mark = "~" if count.approximate else ""
    return f"{mark}{count.low}" if count.low == count.high else f"{mark}{count.low}..{count.high}"


def _show_measure(measure: Measure) -> str:
    if measure.amount is None:
        return measure.unit or "-"
    return f"{measure.amount} {measure.unit}".strip()


def _show_span(span: DateSpan) -> str:
    if span.start is None:
        return span.precision
    days = str(span.start) if span.start == span.end else f"{span.start}..{span.end or ''}"
    return days if span.precision == "day" else f"{days}/{span.precision}"


def _example(rule: Rule, sentence: str, value: str) -> list[str]:
    before, _, rest = sentence.partition("{")
    marked, _, after = rest.partition("}")
    found = _fired(rule, before + marked + after)
    if (marked, value) in found:
        return []
    return [f"{sentence!r} should give {value!r}, gives {found or 'nothing'}"]


def _never(rule: Rule, sentence: str) -> list[str]:
    found = _fired(rule, sentence)
    return [f"must not fire in {sentence!r}, gives {found}"] if found else []


def _fired(rule: Rule, sentence: str) -> list[tuple[str, str]]:
    """(words, value) of every mention that this rule made."""
    text = make_text(sentence)
    mentions = [mention for mention in read_values(scan(text)).trace if mention.rule == rule.id]
    return [(text.words(m.start, m.end).text, show(m.value)) for m in mentions]
