"""Voices: the speakers of a report, resolved across sentences, as sources of events and as statements."""

from __future__ import annotations

from typing import NamedTuple

from waqai.clauses.speech import Speech
from waqai.events.draft import Draft
from waqai.events.identity import identities
from waqai.events.sentence import Told
from waqai.match.lattice import Lattice
from waqai.mentions.speakers import Speaker, speaker_at
from waqai.model.mention import Words
from waqai.model.record import Source, Statement

_MOST = 8
_HEADER = 8


class Voice(NamedTuple):
    """An act of saying with its speaker found, even for a pronoun. ``number``: its sentence."""

    speech: Speech
    speaker: Speaker
    number: int
    pronoun: bool


def voices(sentences: list[Told]) -> list[Voice]:
    """Every act of saying with a speaker; a verb without one goes on with the latest speaker."""
    found: list[Voice] = []
    latest: Voice | None = None
    for told in sentences:
        for speech in told.speeches:
            speaker = speech.speaker or _goes_on(speech, told, latest)
            if speaker is None:
                continue
            latest = Voice(speech, speaker, told.number, speech.speaker is None)
            found.append(latest)
    return found


def header(sentences: list[Told], lattice: Lattice) -> Speaker | None:
    """A body named alone on the first line of a post speaks for all that follows."""
    first = next((t for t in sentences if t.last - t.first > 0), None)
    if first is None or first.triggers or first.last - first.first > _HEADER or len(sentences) < 2:
        return None
    return speaker_at(lattice, first.first, first.last, frozenset())


def _goes_on(speech: Speech, told: Told, latest: Voice | None) -> Speaker | None:
    """A verb of saying without a speaker goes on with the one of this sentence or the one before."""
    return latest.speaker if latest and told.number - latest.number <= 1 and speech.start >= told.first else None


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


def statements(lattice: Lattice, heard: list[Voice], about: dict[int, list[str]]) -> tuple[Statement, ...]:
    """The report's main statements, at most eight, in the order of the text."""
    ids = identities(lattice, [voice.speaker for voice in heard])
    known = [v._replace(speaker=v.speaker._replace(id=ids.get(v.speaker.start, v.speaker.id))) for v in heard]
    return tuple(_statement(lattice, voice, about) for voice in _main(lattice, known))


def _main(lattice: Lattice, heard: list[Voice]) -> list[Voice]:
    """One voice for each sentence and act of a speaker; when still too many, named people and first sayings stay."""
    distinct = _distinct(heard, lambda v: (v.number, _identity(lattice, v.speaker), v.speech.act))
    if len(distinct) <= _MOST:
        return distinct
    fewer = _distinct(distinct, lambda v: (_identity(lattice, v.speaker), v.speech.act))
    ranked = sorted(fewer, key=lambda v: (v.pronoun, -v.speaker.rank, v.speaker.id is None, v.number))[:_MOST]
    return sorted(ranked, key=lambda v: v.speech.start)


def _distinct(heard: list[Voice], key: object) -> list[Voice]:
    assert callable(key)
    first: dict[object, Voice] = {}
    for voice in heard:
        first.setdefault(key(voice), voice)
    return list(first.values())


def _identity(lattice: Lattice, speaker: Speaker) -> str:
    return speaker.id or speaker_words(lattice, speaker).text


def _statement(lattice: Lattice, voice: Voice, about: dict[int, list[str]]) -> Statement:
    text, speaker = lattice.text, voice.speaker
    named = lattice.text.words(*speaker.name) if speaker.name else speaker_words(lattice, speaker)
    role = None
    if speaker.name and speaker.name[0] > speaker.start:
        role = text.words(speaker.start, _role_end(lattice, speaker), speaker.skip).text
    sentence = text.words(*text.sentences[voice.number])
    return Statement(
        speaker=named.text,
        span=named.span,
        act=voice.speech.act,
        sentence=sentence.text,
        sentence_span=sentence.span,
        role=role,
        quote=_quote(lattice, voice),
        about=tuple(about.get(voice.number, [])),
        id=speaker.id,
    )


def _role_end(lattice: Lattice, speaker: Speaker) -> int:
    assert speaker.name is not None
    end = speaker.name[0]
    while end > speaker.start + 1 and lattice.text.tokens[end - 1].kind == "punct":
        end -= 1
    return end


def _quote(lattice: Lattice, voice: Voice) -> str | None:
    """The words between the first quotation marks after the cue in the same sentence."""
    tokens = lattice.text.tokens
    first, last = lattice.text.sentences[voice.number]
    marks = [i for i in range(max(first, voice.speech.end), last) if tokens[i].text == '"']
    if not marks or marks[0] + 1 >= last:
        return None
    end = marks[1] if len(marks) > 1 else last
    return lattice.text.words(marks[0] + 1, end).text if end > marks[0] + 1 else None
