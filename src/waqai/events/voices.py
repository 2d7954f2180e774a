"""Voices: the speakers of a report, resolved across sentences, as sources of events."""

from __future__ import annotations

from typing import NamedTuple

from waqai.clauses.speech import Speech
from waqai.events.draft import Draft
from waqai.events.sentence import Told
from waqai.match.lattice import Lattice
from waqai.mentions.speakers import Speaker, speaker_at
from waqai.model.mention import Words
from waqai.model.record import Source
from waqai.packs.pack import load_settings

_HEADER = 8
_BACK = 3
_OPENING = 3
_AUTHORS = frozenset({"organ", "actor", "force", "source"})
_NO_AUTHORS = frozenset({"media", "unnamed", "witness"})


class Voice(NamedTuple):
    """An act of saying with its speaker found. ``number``: its sentence; ``pronoun``: the sentence does not name him."""

    speech: Speech
    speaker: Speaker
    number: int
    pronoun: bool


def voices(lattice: Lattice, sentences: list[Told], head: Speaker | None) -> list[Voice]:
    """Every act of saying with a speaker; a verb without one goes on with the latest; "we" is the author ``head``."""
    found: list[Voice] = []
    latest: Voice | None = None
    for told in sentences:
        for speech in told.speeches:
            speaker = _speaker(lattice, speech, told, latest, head)
            if speaker is None:
                continue
            voice = Voice(speech, speaker, told.number, speaker is not speech.speaker)
            found.append(voice)
            if not speech.aside:
                latest = voice
    return found


def _speaker(
    lattice: Lattice, speech: Speech, told: Told, latest: Voice | None, head: Speaker | None
) -> Speaker | None:
    if speech.rule == "speech.own-words":
        return head
    said = speech.speaker
    if said is None:
        return latest.speaker if latest and told.number - latest.number <= 1 else None
    if _points_back(lattice, said) and latest and told.number - latest.number <= _BACK:
        return latest.speaker
    return said


def _points_back(lattice: Lattice, speaker: Speaker) -> bool:
    """ "the statement": a carrier with the article and nothing else is the one that was just named."""
    article = load_settings().noun.article
    one = speaker.carrier and speaker.end - speaker.start == 1
    return one and lattice.text.tokens[speaker.start].text.startswith(article)


def header(sentences: list[Told], lattice: Lattice) -> Speaker | None:
    """The author of a post: a body named alone on one of its first lines, or before a dash or a bar there."""
    told = [t for t in sentences if t.last - t.first > 0][:_OPENING]
    if len(sentences) < 2:
        return None
    for line in told:
        first = next((i for i in range(line.first, line.last) if lattice.text.tokens[i].kind == "word"), line.last)
        author = _author(lattice, first, line) if first < line.last else None
        if author is not None:
            return author
        if line.triggers or line.last - line.first > _HEADER:
            return None
    return None


def _author(lattice: Lattice, first: int, line: Told) -> Speaker | None:
    """A body that ends its line, or that a dash, a bar or a colon with nothing behind it cuts off from the rest."""
    body = lattice.find(first, *_AUTHORS)
    if body is None or body.entry.value in _NO_AUTHORS or body.entry.attrs.get("type") == "state":
        return None
    author = speaker_at(lattice, first, line.last, frozenset())
    if author is None or author.carrier:
        return None
    rest = lattice.text.tokens[author.end : line.last]
    alone = not any(token.kind == "word" for token in rest) and not line.triggers
    cut = bool(rest) and rest[0].text in "-|/" and not any(s.speaker for s in line.speeches)
    return author if alone or cut else None


def sources(lattice: Lattice, draft: Draft, heard: list[Voice], head: Speaker | None) -> tuple[Source, ...]:
    """Who the event's sentences come from, once each; ``head`` when none of them says."""
    own = {(s.start, s.end) for s in draft.speeches}
    listed: list[Source] = []
    for voice in heard:
        if (voice.speech.start, voice.speech.end) not in own:
            continue
        words = speaker_words(lattice, voice.speaker)
        if all(source.text != words.text for source in listed):
            listed.append(Source(words.text, words.span, voice.speaker.label, voice.speech.act))
    if not listed and head is not None:
        words = speaker_words(lattice, head)
        listed.append(Source(words.text, words.span, head.label, "say"))
    return tuple(listed)


def speaker_words(lattice: Lattice, speaker: Speaker) -> Words:
    """The whole phrase of the speaker."""
    return lattice.text.words(speaker.start, speaker.end, speaker.skip)
