"""Rules compiled to one tree of steps, and passes of it over a board: rules in, mentions out, by one overlap policy.

All rules of a kind share their common beginnings, so a pass walks each interesting token once. Every walk has a budget.
Overlap: the longest match wins, then the kind named first, then the leftmost, then the one that asked for more
context, then the rule written first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any

from waqai.errors import PackError
from waqai.match.board import Board, Item
from waqai.match.checks import Check, Leads, check_of
from waqai.match.pattern import Element, PatternError, parse
from waqai.model.mention import Mention
from waqai.packs.rules import Rule

Slots = dict[str, list[Item]]
Production = Callable[[Slots], Any]
_order = itemgetter(0, 1, 2, 3, 4)
_BUDGET = 240
_REPEATS = 12
_LEFT, _RIGHT = "^", "$"


@dataclass(slots=True)
class Step:
    """An edge of the tree: accept an item (or a word) and go on to ``node``."""

    element: Element
    node: Node
    check: Check | None
    side: str
    again: bool = False


@dataclass(slots=True)
class Node:
    """A state of the tree: where to go by symbol, by word, by a word's beginning, or over a gap; rules that end here.

    ``open``: it does not need an item to go on, so a step to it is worth taking where none begins.
    """

    edges: dict[str, list[Step]] = field(default_factory=dict)
    words: dict[str, list[Step]] = field(default_factory=dict)
    prefixes: list[Step] = field(default_factory=list)
    gaps: list[Step] = field(default_factory=list)
    accepts: list[int] = field(default_factory=list)
    open: bool = False

    def passable(self, items: Sequence[Item]) -> bool:
        """May it be worth going on from here, where these items begin?"""
        return self.open or (len(items) > 0 and not self.edges.keys().isdisjoint([item.symbol for item in items]))


Chain = tuple[Any, str, Item | int] | None
Accept = tuple[int, int, int, int, int, Chain]


class Grammar:
    """The compiled rules of some kinds; ``kinds`` in order of preference."""

    def __init__(
        self, rules: Sequence[Rule], kinds: Sequence[str], table: Mapping[str, Production], leads: Leads
    ) -> None:
        self.kinds = tuple(kinds)
        self.rules = [rule for rule in rules if rule.gives in self.kinds]
        self.root = Node()
        self.symbols: set[str] = set()
        self._leads = leads
        self._makes: list[Production] = []
        self._ranks = [self.kinds.index(rule.gives) for rule in self.rules]
        problems = [fault for number, rule in enumerate(self.rules) for fault in self._add(number, rule, table)]
        if problems:
            raise PackError(problems)

    def _add(self, number: int, rule: Rule, table: Mapping[str, Production]) -> list[str]:
        if rule.make not in table:
            return [f"{rule.where}: rule {rule.id}: no production {rule.make!r}"]
        self._makes.append(table[rule.make])
        try:
            for pattern in rule.patterns:
                self._insert(number, parse(pattern))
        except PatternError as error:
            return [f"{rule.where}: rule {rule.id}: {error}"]
        return []

    def _insert(self, number: int, elements: tuple[Element, ...]) -> None:
        frontier = [(self.root, "left" if elements[0].side == "left" else "")]
        for element in elements:
            reached = [(self._step(node, element, _turn(side, element.side)), element.side) for node, side in frontier]
            frontier = frontier + reached if element.optional or element.gap else reached
        for node, _ in frontier:
            node.open = True
            if number not in node.accepts:
                node.accepts.append(number)

    def _step(self, node: Node, element: Element, turn: str) -> Node:
        """The node after ``element``: the one that another rule already leads to, or a new one."""
        for step in _siblings(node, element):
            if step.element == element and step.side == turn:
                return step.node
        check = check_of(element, self._leads, first=node is self.root)
        step = Step(element, Node(), check, turn)
        _link(node, step)
        if element.repeat:
            _link(step.node, Step(element, step.node, check, "", again=True))
        self.symbols.update(symbol for symbol in element.symbols if not symbol.startswith("'"))
        return step.node

    def run(self, board: Board, taken: set[int] | None = None) -> list[Mention]:
        """All matches of one pass, resolved; non-overlapping, in order, and clear of the tokens ``taken`` before."""
        accepts: list[Accept] = []
        by = board.by
        for symbol, steps in self.root.edges.items():
            for item in by.get(symbol, ()):
                walk, behind = None, board.at.get(item.end, ())
                for step in steps:
                    if step.node.passable(behind) and (step.check is None or step.check(item)):
                        walk = walk or _Walk(board, item.start, accepts, self._ranks)
                        walk.enter(step, item, None)
        if self.root.words:
            self._from_words(board, accepts)
        return self._resolve(accepts, set(taken or ()))

    def _from_words(self, board: Board, accepts: list[Accept]) -> None:
        words = self.root.words
        for start in [at for at, token in enumerate(board.tokens) if token.text in words]:
            text = board.tokens[start].text
            for step in words[text]:
                if step.node.passable(board.at.get(start + 1, ())):
                    _Walk(board, start, accepts, self._ranks).enter(step, _word_item(start, text), None)

    def _resolve(self, accepts: list[Accept], taken: set[int]) -> list[Mention]:
        """Longest first; a production is asked only when its words are still free."""
        accepts.sort(key=_order)
        found: list[Mention] = []
        for length, _, start, _, number, chain in accepts:
            span = range(start, start - length)
            if not taken.isdisjoint(span):
                continue
            value = self._makes[number](_slots(chain))
            if value is not None:
                taken.update(span)
                rule = self.rules[number]
                found.append(Mention(rule.gives, start, start - length, value, rule.id))
        return sorted(found, key=_by_start)


def _by_start(mention: Mention) -> int:
    return mention.start


def _turn(previous: str, side: str) -> str:
    """The boundary between context and span that lies before an element."""
    if previous == "left" and not side:
        return _LEFT
    return _RIGHT if side == "right" and previous != "right" else ""


def _siblings(node: Node, element: Element) -> list[Step]:
    if element.gap:
        return node.gaps
    if element.prefix:
        return node.prefixes
    symbol = element.symbols[0]
    return node.words.get(symbol[1:], []) if symbol.startswith("'") else node.edges.get(symbol, [])


def _link(node: Node, step: Step) -> None:
    node.open = node.open or not step.element.symbols or any(_is_word(symbol) for symbol in step.element.symbols)
    if step.element.gap:
        node.gaps.append(step)
    elif step.element.prefix:
        node.prefixes.append(step)
    for symbol in step.element.symbols:
        table, key = (node.words, symbol[1:]) if _is_word(symbol) else (node.edges, symbol)
        table.setdefault(key, []).append(step)


def _is_word(symbol: str) -> bool:
    return symbol.startswith("'")


def _word_item(at: int, text: str) -> Item:
    return Item("'", at, at + 1, at, "", text, {})


class _Walk:
    """One walk from one start: every way to an accepting node, within a budget of steps."""

    __slots__ = ("_board", "_accepts", "_ranks", "_left", "_limit", "_start", "_again")

    def __init__(self, board: Board, start: int, accepts: list[Accept], ranks: list[int]) -> None:
        self._board, self._accepts, self._ranks = board, accepts, ranks
        self._start, self._left, self._again = start, _BUDGET, 0
        self._limit = board.limits[start]

    def enter(self, step: Step, item: Item, chain: Chain) -> None:
        """Take ``step`` over ``item``, then go on."""
        if chain is None and not step.side:
            chain = (None, _LEFT, item.core)
        elif step.side:
            chain = (chain, step.side, item.core if step.side == _LEFT else item.start)
        if step.element.slot:
            chain = (chain, step.element.slot, item)
        if not step.again:
            self._go(step.node, item.end, chain)
        elif self._again < _REPEATS:
            self._again += 1
            self._go(step.node, item.end, chain)
            self._again -= 1

    def _go(self, node: Node, at: int, chain: Chain) -> None:
        self._left -= 1
        if self._left < 0 or at > self._limit:
            return
        for number in node.accepts:
            self._accept(number, at, chain)
        if node.edges:
            for item in self._board.at.get(at, ()):
                for step in node.edges.get(item.symbol, ()):
                    if step.check is None or step.check(item):
                        self.enter(step, item, chain)
        if node.words or node.prefixes or node.gaps:
            self._by_text(node, at, chain)

    def _by_text(self, node: Node, at: int, chain: Chain) -> None:
        if at >= len(self._board.tokens):
            return
        text = self._board.tokens[at].text
        for step in node.words.get(text, ()):
            self.enter(step, _word_item(at, text), chain)
        for step in node.prefixes:
            if text.startswith(step.element.prefix) and len(text) > len(step.element.prefix):
                self.enter(step, _word_item(at, text), chain)
        for step in node.gaps:
            passed = (chain, step.side, at) if step.side else chain
            for skip in range(at, at + step.element.gap):
                if skip in self._board.said:
                    break
                self._go(step.node, skip + 1, passed)

    def _accept(self, number: int, at: int, chain: Chain) -> None:
        start, end = _bounds(chain, at)
        self._accepts.append((start - end, self._ranks[number], start, self._start - at, number, chain))


def _bounds(chain: Chain, at: int) -> tuple[int, int]:
    """Where the span itself starts and ends, without its context."""
    start, end = -1, at
    while chain is not None:
        chain, name, item = chain
        if name == _LEFT and start < 0 and isinstance(item, int):
            start = item
        elif name == _RIGHT and isinstance(item, int):
            end = item
    return start, end


def _slots(chain: Chain) -> Slots:
    """Slot name -> item; a slot filled more than once holds a list, in order."""
    found: list[tuple[str, Item]] = []
    while chain is not None:
        chain, name, item = chain
        if isinstance(item, Item):
            found.append((name, item))
    slots: Slots = {}
    for name, item in found[::-1]:
        slots.setdefault(name, []).append(item)
    return slots
