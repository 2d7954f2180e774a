"""Proof of frames: every example sentence of a frame must give its event, every never must not, with the whole pack loaded.

An example is ``["sentence with {the trigger} in braces", "expectation"]``. The expectation is a list separated by ";":
the event's kind, or "statement" and its act, then any of ``status=planned``, ``killed=3``, ``injured=2..``, ``place=words``,
``perpetrator=words``, ``against=words``, ``weapon=kind``, ``target=kind``, ``source=words``, ``when=start..end`` (published on
2025-07-22, a Tuesday). The braces must hold words of the event's or statement's span; the frame's id must be among its rules.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from waqai.model.record import Event, Record, Statement
from waqai.packs.frames import Frame

Read = Callable[[str], Record]


def check_frames(frames: list[Frame], read: Read) -> list[str]:
    """What is wrong with the frames, one line each; empty when all is well."""
    return [f"{frame.where}: {frame.id}: {problem}" for frame in frames for problem in _problems(frame, read)]


def _problems(frame: Frame, read: Read) -> list[str]:
    found = []
    if len(frame.examples) < 2:
        found.append("needs at least two examples")
    if not frame.never:
        found.append("needs at least one never")
    found += [why for marked, wanted in frame.examples if (why := _example(frame, marked, wanted, read))]
    found += [f"fires on {never!r}" for never in frame.never if _fires(frame, read(never))]
    return found


def _example(frame: Frame, marked: str, wanted: str, read: Read) -> str | None:
    """Why the example fails, or None."""
    start, end = marked.find("{"), marked.find("}")
    if not 0 <= start < end:
        return f"no braces in {marked!r}"
    sentence = marked.replace("{", "").replace("}", "")
    record = read(sentence)
    terms = [term.strip() for term in wanted.split(";")]
    if terms[0] == "statement":
        return _statement(record.statements, terms[1:], sentence)
    # the record's text begins after the newline that follows the empty title
    events = [e for e in record.events if frame.id in e.rules and e.span.start <= start + 1 and end <= e.span.end]
    wrong = [_wrong(event, terms) for event in events]
    if not events:
        return f"no event by {frame.id} in {sentence!r} (rules: {[e.rules for e in record.events]})"
    return None if None in wrong else f"{wrong[0]} in {sentence!r}"


def _statement(statements: tuple[Statement, ...], terms: list[str], sentence: str) -> str | None:
    values = dict(term.partition("=")[::2] for term in terms)
    for said in statements:
        if said.act == values.get("act", said.act) and values.get("speaker", said.speaker) == said.speaker:
            return None
    return f"no statement {terms} in {sentence!r}, only {[(s.speaker, s.act) for s in statements]}"


def _wrong(event: Event, terms: list[str]) -> str | None:
    """The first term that the event does not fulfil."""
    if event.kind != terms[0]:
        return f"kind is {event.kind}, not {terms[0]}"
    for term in terms[1:]:
        name, _, value = term.partition("=")
        said = _values(event, name)
        if value not in said:
            return f"{name} is {said}, not {value}"
    return None


_LISTS = {
    "place": ("places", "text"),
    "perpetrator": ("perpetrators", "text"),
    "against": ("against", "text"),
    "weapon": ("weapons", "kind"),
    "target": ("targets", "kind"),
    "source": ("sources", "text"),
}


def _values(event: Event, name: str) -> list[str]:
    if name in _LISTS:
        slot, key = _LISTS[name]
        return [getattr(item, key) for item in getattr(event, slot)]
    if name == "when":
        return [f"{event.when.start}..{event.when.end}"]
    if name == "status":
        return [event.status]
    return [_count(getattr(event, name))]


def _count(figure: Any) -> str:
    if figure is None:
        return "none"
    if figure.low == figure.high:
        return str(figure.low)
    return f"{figure.low}..{'' if figure.high is None else figure.high}"


def _fires(frame: Frame, record: Record) -> bool:
    if frame.id.startswith("speech."):
        return bool(record.statements)
    return any(frame.id in event.rules for event in record.events)
