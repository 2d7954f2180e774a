"""Explanations: every value leads to the rules, mentions and words that it stands on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import waqai
from waqai.explain import Node, evidence_of, explain, figure, find_event
from waqai.model.record import Figure
from waqai.model.span import Span

REPORT = waqai.Report(
    id="r",
    text="قصفت طائرات حربية مدينة إدلب مساء الاثنين 21 تموز، ما أدى إلى مقتل ما لا يقل عن خمسة وعشرين مدنياً.",
    published="2025-07-22",
)


def tree(report: waqai.Report = REPORT, event: str = "e1") -> Node:
    record = waqai.read_report(report)
    found = find_event(record, event)
    assert found is not None
    return explain(record, found, evidence_of(report, record))


def walk(node: Node, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Node]]:
    here = (*path, node.label)
    yield here, node
    for child in node.children:
        yield from walk(child, here)


def find(label: str, *above: str) -> Node:
    """The node whose label begins so, below nodes whose labels begin as ``above``."""
    paths = ((path, node) for path, node in walk(tree()) if path[-1].startswith(label))
    return next(node for path, node in paths if all(any(p.startswith(a) for p in path) for a in above))


def test_a_figure_leads_to_its_rule_and_its_number_words() -> None:
    assert find("killed: 25+").words == "ما لا يقل عن خمسة وعشرين مدنياً"
    assert find("ar.quantity.at-least: count 25..", "killed").words == "ما لا يقل عن خمسة وعشرين"
    assert find("word: num 20", "killed", "ar.quantity.at-least", "ar.quantity.number").words == "وعشرين"


def test_a_day_leads_through_its_pieces_to_words() -> None:
    assert find("word: weekday", "when: 2025-07-21", "ar.date.weekday").words == "الاثنين"
    assert find("ar.date.day-month", "when").words == "21 تموز"


def test_a_frame_leads_to_the_word_that_called_for_it() -> None:
    assert find("word: verb hit", "made by", "ar.event.hit").words == "قصفت"


def test_rules_say_where_they_are_written() -> None:
    assert "quantity.rules.toml:" in find("ar.quantity.at-least").note


def test_every_node_with_words_has_them_at_its_span(demo: Path) -> None:
    for report in waqai.reports([demo]):
        assert isinstance(report, waqai.Report)
        record, whole = waqai.read_report(report), report.full_text
        for event in record.events:
            for _, node in walk(explain(record, event, evidence_of(report, record))):
                assert node.span is None or node.words == whole[node.span.start : node.span.end]


def test_events_are_found_by_id_or_number() -> None:
    record = waqai.read_report(REPORT)
    assert find_event(record, "1") is find_event(record, "e1") is record.events[0]
    assert find_event(record, "e9") is None


def test_figures_in_short() -> None:
    def short(low: int, high: int | None, approximate: bool = False) -> str:
        return figure(Figure("x", Span(0, 1), low, high, approximate))

    assert [short(4, 4), short(24, None), short(30, 30, True), short(1, 30)] == ["4", "24+", "~30", "1-30"]
    assert figure(None) == ""
