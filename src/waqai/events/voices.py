"""Voices: the speakers of a report, resolved across sentences, as sources of events."""

from __future__ import annotations

from waqai import vocab
from waqai.clauses.speeches import Speech
from waqai.clauses.status import HAPPENED
from waqai.events.draft import Draft
from waqai.events.sentence import Told
from waqai.match.lattice import Lattice
from waqai.mentions.gender import agrees
from waqai.mentions.speakers import Speaker, speaker_at
from waqai.model.mention import Words
from waqai.model.record import Source
from waqai.model.value import Value
from waqai.packs.pack import load_settings

_HEADER = 8
_BACK = 3
_OPENING = 3
_FEW = 2
_CUTS = frozenset("-|/")
_WISHES = frozenset({"demand", "promise", "reject", "threaten"})
_REPORTS = frozenset({"say", "announce", "confirm", "deny", "accuse", "claim_responsibility"})
_AUTHORS = frozenset({"organ", "actor", "force", "source"})
_NO_AUTHORS = frozenset({"media", "unnamed", "witness"})


class Voice(Value, frozen=True):
    """An act of saying with its speaker found. ``number``: its sentence; ``pronoun``: the sentence does not name him."""

    speech: Speech
    speaker: Speaker
    number: int
    pronoun: bool


def voices(lattice: Lattice, sentences: list[Told], head: Speaker | None) -> list[Voice]:
    """Every act of saying with a speaker; a verb without one goes on with the latest; "we" is the author ``head``."""
    found: list[Voice] = []
    clear: list[Voice] = []
    for told in sentences:
        for speech in told.speeches:
            speaker = _speaker(lattice, speech, told, clear, head)
            if speaker is None:
                continue
            voice = Voice(speech, speaker, told.number, speaker is not speech.speaker)
            found.append(voice)
            if not speech.aside:
                clear.append(voice)
    return found


def _speaker(lattice: Lattice, speech: Speech, told: Told, clear: list[Voice], head: Speaker | None) -> Speaker | None:
    latest = clear[-1] if clear else None
    if speech.rule == "speech.own-words":
        return head
    said = speech.speaker
    if said is None:
        return _going_on(lattice, speech, told, clear)
    if _points_back(lattice, said) and latest and told.number - latest.number <= _BACK:
        return latest.speaker if said.carrier else _same(lattice, said, told, clear) or said
    return said


def _same(lattice: Lattice, said: Speaker, told: Told, clear: list[Voice]) -> Speaker | None:
    """ "the same sources": the latest ones of that word; "the same source": else whoever spoke last, if no paper did."""
    near = [voice.speaker for voice in reversed(clear) if told.number - voice.number <= _BACK]
    word = _first_word(lattice, said)
    if (alike := next((speaker for speaker in near if _first_word(lattice, speaker) == word), None)) is not None:
        return alike
    source = lattice.find(near[0].start, "source") if near else None
    return None if not near or (source is not None and source.entry.value == "media") else near[0]


def _first_word(lattice: Lattice, speaker: Speaker) -> str:
    settings = load_settings()
    text = lattice.text.tokens[speaker.start].text
    return text.removeprefix(settings.leads["to"] * 2).removeprefix(settings.noun.article)


def _going_on(lattice: Lattice, speech: Speech, told: Told, clear: list[Voice]) -> Speaker | None:
    """ "and it added": the latest one in this sentence or the one before whom the verb agrees with, or who quoted him."""
    near = [v for v in reversed(clear[-_BACK:]) if told.number - v.number <= 1]
    told_by = [v.speaker for v in near] + [v.speech.relayer for v in near if v.speech.relayer is not None]
    return next((speaker for speaker in told_by if agrees(lattice, speaker, speech.person)), None)


def _points_back(lattice: Lattice, speaker: Speaker) -> bool:
    """ "the statement", "the same source": a carrier with the article and nothing else is the one that was just named."""
    if any(lattice.find(at, "same") for at in range(speaker.start, speaker.end)):
        return True
    settings, one = load_settings(), speaker.carrier and speaker.end - speaker.start == 1
    definite = (settings.noun.article, settings.leads["to"] * 2)
    return one and lattice.text.tokens[speaker.start].text.startswith(definite)


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
    """A body with at most a few words behind it, or before a dash or a bar; or one that "announces" and says no more."""
    announcing = line.speeches[0] if line.speeches else None
    if announcing is not None:
        return announcing.speaker if announcing.end == line.last and announcing.start > first else None
    body = lattice.find(first, *_AUTHORS)
    if body is None or body.entry.value in _NO_AUTHORS or body.entry.attrs.get("type") == "state":
        return None
    author = speaker_at(lattice, first, line.last, frozenset())
    if author is None or author.carrier:
        return None
    rest = lattice.text.tokens[author.end : line.last]
    words = sum(token.kind == "word" for token in rest)
    alone = words <= _FEW and not line.triggers and not lattice.starts(author.end, line.last, "verb")
    return author if alone or (rest and rest[0].text in _CUTS) else None


class Heard(Value, frozen=True):
    """An event's sources, and for the first token of each act of saying the number of its source."""

    sources: tuple[Source, ...]
    numbers: dict[int, int]


def sources(lattice: Lattice, drafts: list[Draft], heard: list[Voice], head: Speaker | None) -> list[Heard]:
    """For each draft who its sentences come from, once each; ``head`` when none of them says."""
    tellers: dict[int, list[int]] = {}
    for at, draft in enumerate(drafts):
        for start in {speech.start for speech in draft.speeches}:
            tellers.setdefault(start, []).append(at)
    latest = _latest(drafts)
    telling: list[list[Voice]] = [[] for _ in drafts]
    for voice in heard:
        for at in tellers.get(voice.speech.start, ()):
            if not (drafts[at].status == HAPPENED and voice.speech.act in _WISHES):
                telling[at].append(voice)
        if voice.speech.start not in tellers and (behind := _told_before(lattice, latest, voice)) is not None:
            telling[behind].append(voice)
    return [_listed(lattice, voices, head) for voices in telling]


def _latest(drafts: list[Draft]) -> dict[int, int | None]:
    """For each sentence that tells something the violent event whose last sentence it is."""
    kinds = vocab.load().kinds
    latest: dict[int, int | None] = {number: None for draft in drafts for number in draft.sentences}
    for at, draft in enumerate(drafts):
        if kinds[draft.kind].family == "violence":
            latest[max(draft.sentences)] = at
    return latest


def _told_before(lattice: Lattice, latest: dict[int, int | None], voice: Voice) -> int | None:
    """The event told right before, when what is said is about its dead or the attack again."""
    if voice.number in latest or voice.speech.act not in _REPORTS or voice.pronoun:
        return None
    begin = max(voice.speech.first, voice.speech.end)
    return latest.get(voice.number - 1) if _of_the_event(lattice, begin, voice.speech.last) else None


def _of_the_event(lattice: Lattice, first: int, last: int) -> bool:
    return bool(lattice.starts(first, last, "casualty"))


def _tellers(lattice: Lattice, telling: list[Voice]) -> list[Voice]:
    """Who condemns it is a source only where nobody else tells of it, or where the same one goes on to tell."""
    tell = [v for v in telling if v.speech.act != "condemn" or v.speech.rule == "speech.own-words"]
    if not tell:
        return telling
    return [v for v in telling if v in tell or any(_again(lattice, t.speaker, v.speaker) for t in tell)]


def _listed(lattice: Lattice, telling: list[Voice], head: Speaker | None) -> Heard:
    listed: list[Source] = []
    speakers: list[Speaker] = []
    numbers: dict[int, int] = {}
    for voice in _tellers(lattice, telling):
        same = next((at for at, other in enumerate(speakers) if _again(lattice, voice.speaker, other)), len(speakers))
        numbers[voice.speech.start] = same
        if same == len(speakers):
            speakers.append(voice.speaker)
            listed.append(_source(lattice, voice.speaker, voice.speech.act))
        relayer = voice.speech.relayer
        if relayer is not None and not any(_again(lattice, relayer, other) for other in speakers):
            speakers.append(relayer)
            listed.append(_source(lattice, relayer, voice.speech.act))
    if not listed and head is not None:
        listed.append(_source(lattice, head, "say"))
    return Heard(tuple(listed), numbers)


def _source(lattice: Lattice, speaker: Speaker, act: str) -> Source:
    words = speaker_words(lattice, speaker)
    return Source(words.text, words.span, speaker.label, act)


def _again(lattice: Lattice, speaker: Speaker, other: Speaker) -> bool:
    """The same one, told in fewer words ("the agency", a surname)."""
    if speaker.start == other.start or (speaker.id is not None and speaker.id == other.id):
        return True
    return _stems(lattice, speaker) <= _stems(lattice, other)


def _stems(lattice: Lattice, speaker: Speaker) -> set[str]:
    """The words without the article; of "the ministry's statement" those of the ministry."""
    settings = load_settings()
    article, merged = settings.noun.article, settings.leads["to"] * 2
    first = speaker.start + (speaker.carrier and speaker.end - speaker.start > 1)
    words = (token.text for token in lattice.text.tokens[first : speaker.end] if token.kind == "word")
    return {word.removeprefix(merged).removeprefix(article) for word in words}


def speaker_words(lattice: Lattice, speaker: Speaker) -> Words:
    """The whole phrase of the speaker."""
    return lattice.text.words(speaker.start, speaker.end, speaker.skip)
