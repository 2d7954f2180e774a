"""What the words of a stretch of a report were taken for: rules' mentions within one another, and the lexicon's entries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from waqai.explain.node import Node
from waqai.match.lattice import PLACE, Lattice, scan
from waqai.mentions.rule_check import show
from waqai.mentions.values import read_values
from waqai.model.mention import Hit, Mention
from waqai.model.record import Event
from waqai.model.span import Span
from waqai.packs.frames import load_frames
from waqai.packs.rules import load_rules
from waqai.text.text import make_text


@dataclass(frozen=True, slots=True)
class Evidence:
    """A report as the matching layers saw it. ``mentions``: what the rules made, the widest and the last made first."""

    lattice: Lattice
    mentions: list[Mention]
    published: date | None
    language: str

    def under(self, span: Span) -> tuple[Node, ...]:
        """The mentions and words within a stretch of the report."""
        tokens = self.lattice.text.tokens
        inside = [at for at in range(len(tokens)) if _within(self._span(at, at + 1), span)]
        return self._tree(inside[0], inside[-1] + 1, self.mentions) if inside else ()

    def rules(self, event: Event) -> tuple[Node, ...]:
        """The rules an event names; a frame with the words that called for it."""
        return tuple(self._rule(rule, event.span) for rule in event.rules)

    def _rule(self, rule: str, span: Span) -> Node:
        triggers = _triggers(self.language).get(rule, frozenset())
        hits = [hit for hits in self.lattice.hits for hit in hits if _name(hit) in triggers]
        places = dict.fromkeys((hit.start, hit.end) for hit in hits if _within(self._span(hit.start, hit.end), span))
        words = tuple(self._word(*place) for place in places)
        return Node(rule, note=_notes(self.language).get(rule, ""), children=words)

    def _tree(self, first: int, last: int, mentions: list[Mention]) -> tuple[Node, ...]:
        """Tokens ``first``..``last``: the widest mentions, and the words outside them."""
        nodes: list[Node] = []
        inside = [m for m in mentions if first <= m.start and m.end <= last]
        at = first
        while at < last:
            mention = next((m for m in inside if m.start == at), None)
            end = mention.end if mention else self._entry_end(at, last)
            nodes += [self._mention(mention, inside)] if mention else self._entries(at, end)
            at = end
        return tuple(nodes)

    def _mention(self, mention: Mention, among: list[Mention]) -> Node:
        words = self.lattice.text.words(mention.start, mention.end)
        others = [other for other in among[among.index(mention) + 1 :] if other is not mention]
        label = f"{mention.rule}: {mention.kind} {show(mention.value, self.published)}"
        children = self._tree(mention.start, mention.end, others)
        return Node(label, words.text, words.span, _notes(self.language).get(mention.rule, ""), children)

    def _entry_end(self, at: int, last: int) -> int:
        """Where the longest entry that starts here ends; the next token where none does."""
        return max((hit.end for hit in self.lattice.at(at) if hit.end <= last), default=at + 1)

    def _entries(self, at: int, end: int) -> Iterator[Node]:
        if any(hit.end == end for hit in self.lattice.at(at)):
            yield self._word(at, end)

    def _word(self, at: int, end: int) -> Node:
        """A word of the lexicon with all that it may be."""
        words = self.lattice.text.words(at, end)
        readings = dict.fromkeys(_reading(hit) for hit in self.lattice.at(at) if hit.end == end)
        return Node(f"word: {', '.join(readings)}", words.text, words.span)

    def _span(self, first: int, last: int) -> Span:
        return self.lattice.text.span(first, last)


def gather(full_text: str, published: str | None, language: str = "ar") -> Evidence:
    """Match a report's text again, keeping everything."""
    lattice = scan(make_text(full_text))
    made = enumerate(read_values(lattice).trace)
    mentions = [mention for _, mention in sorted(made, key=lambda pair: (pair[1].start - pair[1].end, -pair[0]))]
    day = date.fromisoformat(published[:10]) if published else None
    return Evidence(lattice, mentions, day, language)


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _name(hit: Hit) -> str:
    return f"{hit.entry.cls}={hit.entry.value}"


def _reading(hit: Hit) -> str:
    if hit.entry.cls == PLACE:
        return "name of a place"
    named = hit.entry.cls if hit.entry.value in ("", hit.entry.cls) else f"{hit.entry.cls} {hit.entry.value}"
    return f"{named} ({hit.form})" if hit.form else named


@cache
def _triggers(language: str) -> dict[str, frozenset[str]]:
    """Frame id -> the "class=value" of the words that call for it."""
    found: dict[str, set[str]] = {}
    for trigger, frame in load_frames(language).items():
        found.setdefault(frame.id, set()).add(trigger)
    return {frame: frozenset(triggers) for frame, triggers in found.items()}


@cache
def _notes(language: str) -> dict[str, str]:
    """Rule or frame id -> what it is, in words."""
    notes = {frame.id: _joined(f"{frame.role} word", frame.kind, frame.why) for frame in load_frames(language).values()}
    return notes | {rule.id: _joined(rule.why, rule.where) for rule in load_rules(language)}


def _joined(*parts: str) -> str:
    return "; ".join(part for part in parts if part)
