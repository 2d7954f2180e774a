"""The values of a text: a lattice in, its counts, dates, ages, measures and clock times out, by the pack's rules."""

from __future__ import annotations

from functools import cache

from waqai.match.board import Board
from waqai.match.checks import lead_sets
from waqai.match.lattice import Lattice
from waqai.match.rules import Grammar
from waqai.mentions.dates.make import PIECE_PRODUCTIONS
from waqai.mentions.dates.make_ranges import RANGE_PRODUCTIONS
from waqai.mentions.numbering import mark_lines
from waqai.mentions.quantity import QUANTITY_PRODUCTIONS
from waqai.model.mention import Mention
from waqai.model.value import Value
from waqai.packs.pack import load_settings
from waqai.packs.rules import load_rules

PRODUCTIONS = QUANTITY_PRODUCTIONS | PIECE_PRODUCTIONS | RANGE_PRODUCTIONS
_PARTS = (("number", "mon"), ("blocked", "piece", "birth"), ("day",))
_FINAL = (("date", "blocked-date", "clock"), ("blocked-number", "age", "measure"), ("count",))
PASSES = _PARTS + _FINAL
FINAL_KINDS = frozenset(["date", "clock", "age", "measure", "count"])


class Values(Value, frozen=True):
    """``mentions``: the values, in order, none overlapping; ``trace``: every mention of every pass, for explanations."""

    mentions: list[Mention]
    trace: list[Mention]


class _Grammars(Value, frozen=True):
    parts: tuple[Grammar, ...]
    final: tuple[Grammar, ...]
    classes: frozenset[str]
    leads: frozenset[str]


@cache
def load_grammars(language: str = "ar") -> _Grammars:
    """The compiled rules of every pass. Raises PackError naming the rule and its line."""
    settings, rules = load_settings(language), load_rules(language)
    written = frozenset().union(*settings.proclitics.values()) - {""}
    leads = lead_sets(settings.leads, written)
    parts = tuple(Grammar(rules, kinds, PRODUCTIONS, leads) for kinds in _PARTS)
    final = tuple(Grammar(rules, kinds, PRODUCTIONS, leads) for kinds in _FINAL)
    classes = frozenset(symbol for grammar in parts + final for symbol in grammar.symbols)
    return _Grammars(parts, final, classes, written)


def read_values(lattice: Lattice, language: str = "ar") -> Values:
    """All passes over one text, each on the mentions of those before it."""
    grammars = load_grammars(language)
    board = Board(lattice, grammars.classes, grammars.leads)
    board.add(mark_lines(lattice.text))
    trace: list[Mention] = []
    for grammar in grammars.parts:
        found = grammar.run(board)
        board.add(found)
        trace += found
    mentions: list[Mention] = []
    taken: set[int] = set()
    for grammar in grammars.final:
        found = grammar.run(board, taken)
        taken.update(at for mention in found for at in range(mention.start, mention.end))
        mentions += found
    kept = [mention for mention in mentions if mention.kind in FINAL_KINDS]
    return Values(sorted(kept, key=lambda mention: mention.start), trace + mentions)
