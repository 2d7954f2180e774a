"""Statements: the report's main acts of saying, each with its speaker, office, act, sentence and quotation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from msgspec.structs import replace

from waqai.clauses.speeches import Speech
from waqai.events.acts import Acts, author_act, with_act
from waqai.events.draft import Draft
from waqai.events.identity import identities
from waqai.events.voices import Voice, speaker_words
from waqai.match.lattice import Lattice
from waqai.mentions.speakers import Speaker, is_media
from waqai.model.record import Statement
from waqai.packs.pack import load_settings

_CITED = "speech.according-to"
_MOST = 8
_FEW = 3
_LATE = 12
_NAMED = 3

About = dict[int, list[str]]


def statements(
    lattice: Lattice, heard: list[Voice], about: About, drafts: list[Draft], head: Speaker | None
) -> tuple[Statement, ...]:
    """The report's main statements, at most eight, in the order of the text."""
    ids = identities(lattice, [voice.speaker for voice in heard])
    known = [replace(v, speaker=replace(v.speaker, id=ids.get(v.speaker.start, v.speaker.id))) for v in heard]
    acts = Acts(lattice, known, drafts)
    chosen = _main(lattice, [with_act(v, acts.of(v)) for v in known])
    if head is not None and not any(v.speaker.start == head.start for v in chosen):
        chosen = sorted((*_of_author(lattice, drafts, head), *chosen), key=lambda v: v.speech.start)[:_MOST]
    return tuple(_statement(lattice, voice, about) for voice in chosen)


def _of_author(lattice: Lattice, drafts: list[Draft], head: Speaker) -> list[Voice]:
    """What the author of a post tells first is his statement."""
    first = next((d for d in drafts if lattice.text.sentences[d.sentence][0] > head.start), None)
    if first is None:
        return []
    start, end = lattice.text.sentences[first.sentence]
    voice = Voice(Speech("say", start, start, head, start, end, "speech.header"), head, first.sentence, True)
    return [with_act(voice, author_act(lattice, head, first))]


def _main(lattice: Lattice, heard: list[Voice]) -> list[Voice]:
    """One voice for each sentence and speaker that the sentence names; passing remarks only where room is left."""
    voices = Counter(voice.number for voice in heard)
    clear = [v for v in heard if v.speech.speaker is not None and not v.speech.aside]
    clear = [v for v in clear if v.speech.rule != _CITED or (voices[v.number] == 1 and _somebody(v))]
    clear = [v for v in clear if not (is_media(lattice, v.speaker) and _behind(v, clear))]
    clear = [v for v in clear if not _headline(lattice, v, clear)]
    distinct = _distinct(clear, lambda v: (v.number, identity(lattice, v.speaker), v.speech.act))
    distinct = _going_on(lattice, heard, distinct)
    if len(distinct) <= _MOST:
        return distinct
    fewer = _distinct(distinct, lambda v: (identity(lattice, v.speaker), v.speech.act))
    ranked = sorted(fewer, key=lambda v: _weight(lattice, v))[:_MOST]
    return sorted(ranked, key=lambda v: v.speech.start)


def _going_on(lattice: Lattice, heard: list[Voice], clear: list[Voice]) -> list[Voice]:
    """With sentences that do not name who goes on: his own words between quotation marks, and others while few are clear."""
    named = {voice.number for voice in clear}
    more = [v for v in heard if v.pronoun and not v.speech.aside and v.number not in named]
    quoted = _distinct([v for v in more if _quote(lattice, v) is not None], lambda v: v.number)
    added = quoted[: max(_MOST - len(clear), 0)]
    rest = [v for v in more if v.number not in {voice.number for voice in added}]
    added += rest[: max(_FEW - len(clear) - len(added), 0)]
    return sorted([*clear, *added], key=lambda v: v.speech.start)


def _somebody(voice: Voice) -> bool:
    """Who is cited says something of his own; "according to estimates" nobody does."""
    return not (voice.pronoun or voice.speaker.carrier)


def _behind(voice: Voice, heard: list[Voice]) -> bool:
    return any(other.number == voice.number and other.speech.start < voice.speech.start for other in heard)


def _weight(lattice: Lattice, voice: Voice) -> tuple[bool, bool, bool, bool, int]:
    """What says most stands first: a named speaker at the head of a sentence, in the order of the text."""
    start = lattice.text.sentences[voice.number][0]
    late = voice.speech.start - start > _LATE and voice.speaker.start - start > _LATE
    speaker = voice.speaker
    bare = speaker.carrier or _bare_source(lattice, speaker)
    return bare, speaker.rank < _NAMED, late, speaker.id is None, voice.number


def _bare_source(lattice: Lattice, speaker: Speaker) -> bool:
    """ "the sources": they have been named before."""
    source = lattice.find(speaker.start, "source")
    article = load_settings().noun.article
    return (
        source is not None
        and speaker.end - speaker.start <= 2
        and lattice.text.tokens[speaker.start].text.startswith(article)
    )


def _headline(lattice: Lattice, voice: Voice, heard: list[Voice]) -> bool:
    """A headline's speaker says it again in the text."""
    if voice.number != 0 or lattice.text.source.startswith("\n"):
        return False
    return any(o.number > 0 and _alike(lattice, voice.speaker, o.speaker) for o in heard)


def _alike(lattice: Lattice, one: Speaker, other: Speaker) -> bool:
    tokens = lattice.text.tokens
    words, others = ({t.text for t in tokens[s.start : s.end] if t.kind == "word"} for s in (one, other))
    if identity(lattice, one) == identity(lattice, other) or 2 * len(words & others) >= len(words):
        return True
    state = lattice.find(one.start, "actor")  # "Iran accuses" above "the Iranian army's commander accused"
    country = state.entry.attrs.get("country") if state is not None else None
    return country is not None and country in _countries(lattice, other)


def _countries(lattice: Lattice, speaker: Speaker) -> set[str | None]:
    """The countries of the adjectives and names in a speaker's phrase."""
    hits = (hit for at in range(speaker.start, speaker.end) for hit in lattice.at(at))
    return {hit.entry.attrs.get("country") for hit in hits if hit.entry.cls in ("demonym", "actor", "person")}


def _distinct(heard: list[Voice], key: Callable[[Voice], object]) -> list[Voice]:
    first: dict[object, Voice] = {}
    for voice in heard:
        first.setdefault(key(voice), voice)
    return list(first.values())


def identity(lattice: Lattice, speaker: Speaker) -> str:
    """What makes two speakers one: the id, else the words."""
    return speaker.id or speaker_words(lattice, speaker).text


def _statement(lattice: Lattice, voice: Voice, about: About) -> Statement:
    speaker = voice.speaker
    named = lattice.text.words(*speaker.name) if speaker.name else speaker_words(lattice, speaker)
    sentence = lattice.text.words(*lattice.text.sentences[voice.number])
    return Statement(
        speaker=named.text,
        span=None if voice.pronoun else named.span,
        act=voice.speech.act,
        sentence=sentence.text,
        sentence_span=sentence.span,
        role=_role(lattice, speaker),
        quote=_quote(lattice, voice),
        about=tuple(about.get(voice.number, [])),
        id=speaker.id,
    )


def _role(lattice: Lattice, speaker: Speaker) -> str | None:
    """The office before the name, or behind it."""
    if speaker.name is None:
        return None
    start, end = speaker.start, _without_marks(lattice, speaker.start, speaker.name[0])
    if end > start:
        return lattice.text.words(start, end, speaker.skip).text
    start = speaker.name[1]
    while start < speaker.end and lattice.text.tokens[start].kind == "punct":
        start += 1
    return lattice.text.words(start, speaker.end).text if start < speaker.end else None


def _without_marks(lattice: Lattice, start: int, end: int) -> int:
    while end > start + 1 and lattice.text.tokens[end - 1].kind == "punct":
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
