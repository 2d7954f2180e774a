"""The board: what rules can see of a text, as items by the token where they start. Lexicon hits, numbers, mentions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import Any, NamedTuple

from waqai.match.lattice import Lattice
from waqai.model.mention import Hit, Mention, Token

NUMBER = "#"
Number = int | float
MAX_DIGITS = 15


class Item(NamedTuple):
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


_NO_ATTRS: dict[str, str] = {}
_DIGITS = [{"digits": str(length)} for length in range(MAX_DIGITS + 1)]


class Board:
    """The items of one text. Passes read it and put their mentions back on it.

    Digits inside a name of the lexicon or the gazetteer (a weapon's model, a street) are no numbers.
    """

    __slots__ = ("at", "leads", "lattice", "tokens", "said", "_ends")

    def __init__(self, lattice: Lattice, classes: frozenset[str], leads: frozenset[str]) -> None:
        self.lattice = lattice
        self.tokens: tuple[Token, ...] = lattice.text.tokens
        self.leads = leads
        self._ends = [last for _, last in lattice.text.sentences]
        self.at: dict[int, list[Item]] = {}
        self.said: set[int] = set()
        named: set[int] = set()
        for index, hits in enumerate(lattice.hits):
            for hit in hits:
                if hit.entry.cls in classes:
                    self._hit(hit)
                elif hit.end - index > 1:
                    named.update(range(index, hit.end))
        for index, token in enumerate(self.tokens):
            if token.kind == "number" and index not in named:
                self._put(_digits(index, token.text))

    def sentence_end(self, index: int) -> int:
        """The token after the last of the sentence that holds token ``index``."""
        return self._ends[bisect_right(self._ends, index)]

    def _hit(self, hit: Hit) -> None:
        start, end, entry, form, lead = hit
        attrs = entry.attrs
        if "spelled" in attrs and attrs["spelled"] not in self._source(start, end):
            return
        self._put(Item(entry.cls, start, end, start, attrs.get("led", lead), entry.value, attrs, form))

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
        start = item.start
        self.at.setdefault(start, []).append(item)
        if not item.lead and start and self.tokens[start - 1].text in self.leads:
            lead = self.tokens[start - 1].text
            self.at.setdefault(start - 1, []).append(item._replace(start=start - 1, lead=lead))

    def _lead(self, start: int) -> str:
        """The proclitics of the mention that starts here: those of the item it was made of."""
        return next((item.lead for item in self.at.get(start, ()) if item.core == start == item.start), "")


def _digits(index: int, text: str) -> Item:
    attrs = _DIGITS[min(len(text), MAX_DIGITS)]
    return Item(NUMBER, index, index + 1, index, "", read_digits(text), attrs)


def read_digits(text: str) -> Number | None:
    """The number that digits with separators write; None for what is no sensible number."""
    if len(text) > MAX_DIGITS:
        return None
    whole, dot, rest = text.replace(",", "").partition(".")
    if len(rest) >= 3:
        return int(whole + rest.replace(".", ""))
    return float(f"{whole}.{rest}") if dot else int(whole)
