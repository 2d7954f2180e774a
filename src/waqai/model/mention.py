"""Tokens of a text, hits of the lexicon, and typed mentions: what the layers hand to one another."""

from __future__ import annotations

from typing import Any

from waqai.model.span import Span
from waqai.model.value import Value


class Token(Value, frozen=True):
    """One word, number or mark. ``text`` is folded; ``start``/``end`` are offsets in ``Text.norm``."""

    text: str
    start: int
    end: int
    kind: str  # "word" | "number" | "punct"


class Entry(Value, frozen=True):
    """One line of a pack's lexicon: its class (``weapon``, ``verb`` ...), value (``drone``) and attributes."""

    cls: str
    value: str
    lemma: str
    attrs: dict[str, str]


class Hit(Value, frozen=True):
    """A lexicon entry found at tokens ``[start, end)``.

    ``lead`` holds the proclitics stripped from the first token, ``form`` the inflection ("sg", "du", "pl" for nouns;
    "past.3ms" ... for verbs, "" when it does not matter).
    """

    start: int
    end: int
    entry: Entry
    form: str
    lead: str


class Mention(Value, frozen=True):
    """A typed value at tokens ``[start, end)``: ``kind`` says which ("count", "date", "place", "weapon" ...)."""

    kind: str
    start: int
    end: int
    value: Any
    rule: str


class Words(Value, frozen=True):
    """A value's words: exactly ``report[span.start:span.end]``."""

    text: str
    span: Span
