"""What the words of a stretch of a report were taken for: rules' mentions within one another, and the lexicon's entries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from waqai.explain.node import Node
from waqai.match.lattice import PLACE, Lattice, scan
from waqai.mentions.rule_check import show
from waqai.mentions.values import read_values
from waqai.messages import Message, english, say, several
from waqai.model.mention import Hit, Mention
from waqai.model.record import Event
from waqai.model.span import Span
from waqai.packs.frames import Frame, load_frames
from waqai.packs.rules import Rule, load_rules
from waqai.text.text import make_text

_ENGINE = "engine."


@dataclass(frozen=True, slots=True)
class Evidence:
    """A report as the matching layers saw it. ``mentions``: what the rules made, the widest and the last made first.

    ``places``: why each of its places was taken, the English of the record -> the same as data.
    """

    lattice: Lattice
    mentions: list[Mention]
    published: date | None
    language: str
    places: Mapping[str, Message] = field(default_factory=dict)

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
        return Node(say("tree.rule", rule=rule), why=_notes(self.language).get(rule), children=words)

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
        value = show(mention.value, self.published)
        says = say("tree.mention", rule=mention.rule, kind=mention.kind, value=value)
        children = self._tree(mention.start, mention.end, others)
        return Node(says, words.text, words.span, _notes(self.language).get(mention.rule), children)

    def _entry_end(self, at: int, last: int) -> int:
        """Where the longest entry that starts here ends; the next token where none does."""
        return max((hit.end for hit in self.lattice.at(at) if hit.end <= last), default=at + 1)

    def _entries(self, at: int, end: int) -> Iterator[Node]:
        if any(hit.end == end for hit in self.lattice.at(at)):
            yield self._word(at, end)

    def _word(self, at: int, end: int) -> Node:
        """A word of the lexicon with all that it may be."""
        words = self.lattice.text.words(at, end)
        hits = (hit for hit in self.lattice.at(at) if hit.end == end)
        readings = {str(reading): reading for reading in map(_reading, hits)}
        return Node(say("tree.word", readings=tuple(readings.values())), words.text, words.span)

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


def _reading(hit: Hit) -> Message:
    if hit.entry.cls == PLACE:
        return say("tree.place_name")
    named = hit.entry.cls if hit.entry.value in ("", hit.entry.cls) else f"{hit.entry.cls} {hit.entry.value}"
    return say("tree.reading_form", value=named, form=hit.form) if hit.form else say("tree.reading", value=named)


@cache
def _triggers(language: str) -> dict[str, frozenset[str]]:
    """Frame id -> the "class=value" of the words that call for it."""
    found: dict[str, set[str]] = {}
    for trigger, frame in load_frames(language).items():
        found.setdefault(frame.id, set()).add(trigger)
    return {frame: frozenset(triggers) for frame, triggers in found.items()}


@cache
def _notes(language: str) -> dict[str, Message]:
    """Rule or frame id -> what it is."""
    notes = {frame.id: _frame(frame) for frame in load_frames(language).values()}
    built_in = {code.removeprefix(_ENGINE): say(code) for code in english() if code.startswith(_ENGINE)}
    return built_in | notes | {rule.id: _rule(rule) for rule in load_rules(language)}


def _frame(frame: Frame) -> Message:
    named = {"role": frame.role, "kind": frame.kind}
    first = say("tree.frame_kind", **named) if frame.kind else say("tree.frame", role=frame.role)
    return several(first, *([say("tree.why", rule=frame.id, why=frame.why)] if frame.why else []))


def _rule(rule: Rule) -> Message:
    where = say("tree.where", where=rule.where)
    return several(*([say("tree.why", rule=rule.id, why=rule.why)] if rule.why else []), where)
