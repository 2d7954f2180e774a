"""The board: what rules can see of a text, as items by the token where they start. Lexicon hits, numbers, mentions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace

from waqai.match.lattice import Lattice
from waqai.model.mention import Hit, Mention, Token
from waqai.model.value import Value

NUMBER = "#"
Number = int | float
MAX_DIGITS = 15


class Item(Value, frozen=True):
    """A thing of class or kind ``symbol`` at tokens ``[start, end)``.

    ``core`` is where the thing itself starts when a proclitic stands apart before it ("w 5"), else ``start``.
    """

    symbol: str
    start: int
    end: int
    core: int
    lead: str
    value: Any
    attrs: dict[str, str]
    form: str = ""


_NEAR = "near"
_REACH = 3
_NO_ATTRS: dict[str, str] = {}
_DIGITS = [{"digits": str(length)} for length in range(MAX_DIGITS + 1)]


class Board:
    """The items of one text. Passes read it and put their mentions back on it.

    Digits inside a name of the lexicon or the gazetteer (a weapon's model, a street) are no numbers. Entries with the
    attribute ``near`` (prepositions and the like) are seen only within a few tokens of something else; with
    ``near=next`` only right before it.
    """

    __slots__ = ("at", "by", "leads", "lattice", "tokens", "said", "limits")

    def __init__(self, lattice: Lattice, classes: frozenset[str], leads: frozenset[str]) -> None:
        self.lattice = lattice
        self.tokens: tuple[Token, ...] = lattice.text.tokens
        self.leads = leads
        self.limits = self._limits()
        self.at: defaultdict[int, list[Item]] = defaultdict(list)
        self.by: defaultdict[str, list[Item]] = defaultdict(list)
        self.said: set[int] = set()
        self._fill(lattice.hits, classes)

    def _fill(self, found: list[list[Hit]], classes: frozenset[str]) -> None:
        """Strong hits and numbers first; then the small words that stand near one of them."""
        named: set[int] = set()
        small: list[Hit] = []
        for index, hits in enumerate(found):
            for hit in hits:
                entry = hit.entry
                if entry.cls in classes:
                    if _NEAR in entry.attrs:
                        small.append(hit)
                    else:
                        self._hit(hit)
                elif hit.end - index > 1:
                    named.update(range(index, hit.end))
        swallowed = 0
        for index in [at for at, token in enumerate(self.tokens) if token.kind == "number"]:
            if index not in named and index >= swallowed:
                number = self._digits(index)
                swallowed = number.end
                self._put(number)
        beside: set[int] = set()
        for at in self.at:
            beside.update(range(at - _REACH, at + _REACH + 1))
        self._fill_small([hit for hit in small if hit.start in beside or hit.end in beside])

    def _fill_small(self, small: list[Hit]) -> None:
        """The small words; of those that only introduce, the ones with something right behind them."""
        for hit in small:
            if hit.entry.attrs[_NEAR] != "next":
                self._hit(hit)
        behind = set(self.at)
        for hit in small:
            if hit.entry.attrs[_NEAR] == "next" and hit.end in behind:
                self._hit(hit)

    def _limits(self) -> list[int]:
        """For each token, the one behind the last of its sentence; a dot between digits ends none."""
        limits: list[int] = []
        for _, last in self.lattice.text.sentences:
            if not self._dotted(last - 1):
                limits += [last] * (last - len(limits))
        return limits

    def _dotted(self, index: int) -> bool:
        """Is this a dot between digits, with no blank on either side?"""
        if not 0 < index < len(self.tokens) - 1 or self.tokens[index].text != ".":
            return False
        before, dot, after = self.tokens[index - 1 : index + 2]
        glued = before.end == dot.start and dot.end == after.start
        return glued and before.kind == after.kind == "number"

    def _digits(self, index: int) -> Item:
        """The number at ``index``, with the groups of three that dots join to it."""
        text, end = self.tokens[index].text, index + 1
        while len(text) < MAX_DIGITS and self._dotted(end) and len(self.tokens[end + 1].text) == 3:
            text, end = text + self.tokens[end + 1].text, end + 2
        attrs = _DIGITS[min(len(text), MAX_DIGITS)]
        return Item(NUMBER, index, end, index, "", read_digits(text), attrs)

    def _hit(self, hit: Hit) -> None:
        start, end, entry = hit.start, hit.end, hit.entry
        attrs, lead = entry.attrs, hit.lead
        if attrs:
            if "spelled" in attrs and attrs["spelled"] not in self._source(start, end):
                return
            lead += attrs.get("led", "")
        self._put(Item(entry.cls, start, end, start, lead, entry.value, attrs, hit.form))

    def _source(self, start: int, end: int) -> str:
        span = self.lattice.text.span(start, end)
        return self.lattice.text.source[span.start : span.end]

    def add(self, mentions: Iterable[Mention]) -> None:
        """Put mentions on the board, so that later rules can ask for their kind."""
        for mention in mentions:
            self.said.add(mention.start)
            lead = self._lead(mention.start)
            self._put(Item(mention.kind, mention.start, mention.end, mention.start, lead, mention.value, _NO_ATTRS))

    def _put(self, item: Item) -> None:
        """Place an item; where a proclitic stands apart before it, place it there too."""
        self._place(item)
        if item.start and not item.lead and (lead := self.tokens[item.start - 1].text) in self.leads:
            self._place(replace(item, start=item.start - 1, lead=lead))

    def _place(self, item: Item) -> None:
        self.at[item.start].append(item)
        self.by[item.symbol].append(item)

    def _lead(self, start: int) -> str:
        """The proclitics of the mention that starts here: those of the item it was made of."""
        return next((item.lead for item in self.at.get(start, ()) if item.core == start == item.start), "")


def read_digits(text: str) -> Number | None:
    """The number that digits with separators write; None for what is no sensible number."""
    if len(text) > MAX_DIGITS:
        return None
    whole, dot, rest = text.replace(",", "").partition(".")
    if len(rest) >= 3:
        return int(whole + rest.replace(".", ""))
    return float(f"{whole}.{rest}") if dot else int(whole)
