"""The rule language: what patterns say, what they refuse, and how matches are chosen."""

from __future__ import annotations

from pathlib import Path

import pytest

from waqai.errors import PackError
from waqai.match.board import Board
from waqai.match.checks import lead_sets
from waqai.match.lattice import make_lattice
from waqai.match.pattern import PatternError, parse
from waqai.match.rules import Grammar, Slots
from waqai.mentions.rule_check import check_rules
from waqai.mentions.values import PASSES, PRODUCTIONS
from waqai.model.mention import Entry, Hit, Mention
from waqai.packs.rules import Rule, load_rules, read_rule_file
from waqai.text.text import make_text

LEADS = lead_sets({"and": "w", "the": "al"}, ["w", "al", "wal"])


def rule(pattern: str, gives: str = "x", make: str = "length", name: str = "r") -> Rule:
    return Rule(name, gives, (pattern,), make, (), (), "", "file:1")


def grammar(*rules: Rule, kinds: tuple[str, ...] = ("x", "y")) -> Grammar:
    return Grammar(rules, kinds, {"length": len, "keep": _slot_names, "no": lambda _: None}, LEADS)


def _slot_names(slots: Slots) -> list[str]:
    return sorted(slots)


def board(sentence: str, hits: dict[int, list[tuple[str, str, str, int]]] | None = None) -> Board:
    """A board of ``sentence`` whose tokens carry (class, value, lead, length) hits."""
    text = make_text(sentence)
    found: list[list[Hit]] = [[] for _ in text.tokens]
    for at, entries in (hits or {}).items():
        for cls, value, lead, length in entries:
            found[at].append(Hit(at, at + length, Entry(cls, value, value, {"k": value}), "", lead))
    return Board(make_lattice(text, found), frozenset("abc"), frozenset({"w"}))


def spans(found: list[Mention]) -> list[tuple[str, int, int]]:
    return [(mention.kind, mention.start, mention.end) for mention in found]


A, B = ("a", "1", "", 1), ("b", "2", "", 1)


def test_classes_in_order_match() -> None:
    assert spans(grammar(rule("{n:<a>} <b>")).run(board("p q r", {0: [A], 1: [B]}))) == [("x", 0, 2)]


def test_values_attributes_and_alternatives_narrow_a_class() -> None:
    there = board("p q", {0: [A], 1: [B]})
    assert grammar(rule("<a=2>")).run(there) == []
    assert spans(grammar(rule("<a=1|2>")).run(there)) == [("x", 0, 1)]
    assert spans(grammar(rule("<a k=1>")).run(there)) == [("x", 0, 1)]
    assert spans(grammar(rule("<c|b>")).run(there)) == [("x", 1, 2)]


def test_a_proclitic_can_be_demanded_and_is_refused_unless_asked_for() -> None:
    there = board("p q", {0: [A], 1: [("b", "2", "w", 1)]})
    assert grammar(rule("<a> <b>")).run(there) == []
    assert spans(grammar(rule("<a> <b lead=and>")).run(there)) == [("x", 0, 2)]
    assert grammar(rule("<a> <b lead=the>")).run(there) == []
    assert spans(grammar(rule("<a> <b lead=any>")).run(there)) == [("x", 0, 2)]


def test_a_combined_proclitic_contains_both_of_its_parts() -> None:
    assert {"and": frozenset({"w", "wal"}), "the": frozenset({"al", "wal"})} == LEADS


def test_a_proclitic_that_stands_apart_belongs_to_the_number_after_it() -> None:
    found = grammar(rule("<a> {n:<# lead=and>}")).run(board("p w 5", {0: [A]}))
    assert spans(found) == [("x", 0, 3)]


def test_bounds_hold_numbers_within_them() -> None:
    assert spans(grammar(rule("<#:1..31>")).run(board("32 31 0 1"))) == [("x", 1, 2), ("x", 3, 4)]


def test_gaps_skip_at_most_so_many_tokens_of_one_sentence() -> None:
    hits = {0: [A], 3: [B]}
    assert spans(grammar(rule("<a> ..2 <b>")).run(board("p q r s", hits))) == [("x", 0, 4)]
    assert grammar(rule("<a> ..1 <b>")).run(board("p q r s", hits)) == []
    assert grammar(rule("<a> ..2 <b>")).run(board("p q\nr s", hits)) == []


def test_context_must_stand_there_but_is_no_part_of_the_span() -> None:
    hits = {0: [A], 1: [B], 2: [A]}
    assert spans(grammar(rule("[<a>] <b> [<a>]")).run(board("p q r", hits))) == [("x", 1, 2)]
    assert grammar(rule("[<b>] <b>")).run(board("p q r", hits)) == []


def test_optional_and_repeated_elements() -> None:
    hits = {0: [A], 1: [A], 2: [B]}
    assert spans(grammar(rule("{n:<a>+} <c>? <b>")).run(board("p q r", hits))) == [("x", 0, 3)]


def test_words_and_beginnings_of_words_match() -> None:
    hits = {0: [A]}
    assert spans(grammar(rule("<a> to|until <#>")).run(board("p until 5", hits))) == [("x", 0, 3)]
    assert spans(grammar(rule("<a> un*")).run(board("p until 5", hits))) == [("x", 0, 2)]


def test_the_longest_match_wins_then_the_kind_named_first_then_more_context() -> None:
    hits = {0: [A], 1: [B]}
    longer = grammar(rule("<a>", "x"), rule("<a> <b>", "y", name="s"))
    assert spans(longer.run(board("p q", hits))) == [("y", 0, 2)]
    first_kind = grammar(rule("<a>", "y"), rule("<a>", "x", name="s"))
    assert spans(first_kind.run(board("p q", hits))) == [("x", 0, 1)]
    context = grammar(rule("<a>", name="bare"), rule("<a> [<b>]", name="told"))
    assert [mention.rule for mention in context.run(board("p q", hits))] == ["told"]


def test_a_production_that_declines_leaves_the_words_to_the_next_match() -> None:
    found = grammar(rule("<a> <b>", make="no"), rule("<a>", name="s")).run(board("p q", {0: [A], 1: [B]}))
    assert spans(found) == [("x", 0, 1)]


def test_slots_reach_the_production_by_name() -> None:
    found = grammar(rule("{left:<a>} {right:<b>}", make="keep")).run(board("p q", {0: [A], 1: [B]}))
    assert found[0].value == ["left", "right"]


@pytest.mark.parametrize(
    "pattern", ["", "<a", "{x:}", "{1:<a>}", "<a:x>", "<a k>", "..3 <a>", "<a> ..99 <b>", "<a>?", "[<a>]", "<>", "a {"]
)
def test_malformed_patterns_are_refused(pattern: str) -> None:
    with pytest.raises(PatternError):
        parse(pattern)


def test_an_unknown_proclitic_or_production_names_the_rule_and_its_line() -> None:
    with pytest.raises(PackError, match="file:1: rule r: no proclitic is called 'xx'"):
        grammar(rule("<a lead=xx>"))
    with pytest.raises(PackError, match="file:1: rule r: no production 'zz'"):
        grammar(rule("<a>", make="zz"))


def test_a_rule_file_reports_every_fault_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "bad.rules.toml"
    path.write_text('[[rule]]\nid = "a"\ngives = "x"\nmake = "m"\nexamples = []\ncolour = 1\n', "utf-8")
    problems: list[str] = []
    assert read_rule_file(path, problems) == []
    assert len(problems) == 4
    assert all(f"{path.name}:2: rule a:" in problem for problem in problems)


def test_a_file_that_is_no_toml_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    path = tmp_path / "bad.rules.toml"
    path.write_text("[[rule]\n", "utf-8")
    problems: list[str] = []
    assert read_rule_file(path, problems) == []
    assert problems


def test_every_rule_of_the_pack_reads_its_examples_and_refuses_its_nevers() -> None:
    assert check_rules("ar") == []


def test_every_rule_gives_a_kind_that_some_pass_makes_and_every_production_is_used() -> None:
    kinds = {kind for kinds in PASSES for kind in kinds}
    rules = load_rules("ar")
    assert {rule.gives for rule in rules} <= kinds
    assert set(PRODUCTIONS) == {rule.make for rule in rules}
