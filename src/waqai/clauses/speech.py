"""Speech: who says what with which act, and over which tokens the saying reaches."""

from __future__ import annotations

from typing import NamedTuple

from waqai.clauses.segments import Segment
from waqai.match.lattice import Lattice
from waqai.mentions.speakers import Speaker, speaker_at
from waqai.model.mention import Hit

_NEAR = 3


class Speech(NamedTuple):
    """An act of saying: the cue's tokens, the speaker (None: a pronoun), and the tokens it reaches over."""

    act: str
    start: int
    end: int
    speaker: Speaker | None
    first: int
    last: int
    rule: str


def find_speech(
    lattice: Lattice, segments: list[Segment], first: int, last: int, dates: frozenset[int]
) -> list[Speech]:
    """The acts of saying in the sentence at tokens ``first``..``last``, in order."""
    found: list[Speech] = []
    for index in sorted({first, *lattice.starts(first, last, "verb", "cite")}):
        speech = (
            _cited(lattice, index, first, last, dates)
            or _said(lattice, index, segments, first, last, dates)
            or _colon(lattice, index, first, last, dates)
        )
        if speech and not (found and speech.start < found[-1].end):
            found.append(speech)
    return found


def _cited(lattice: Lattice, index: int, first: int, last: int, dates: frozenset[int]) -> Speech | None:
    """ "according to X": holds for the whole sentence."""
    cue = lattice.find(index, "cite")
    if cue is None or cue.entry.value != "cite":
        return None
    begin = cue.end + 1 if lattice.find(cue.end, "prep") else cue.end
    speaker = speaker_at(lattice, begin, last, dates)
    if speaker is None:
        return None
    return Speech("say", index, speaker.end, speaker, first, last, "speech.according-to")


def _colon(lattice: Lattice, index: int, first: int, last: int, dates: frozenset[int]) -> Speech | None:
    """ "Sources: ...": a speaker at the head of a line, a colon, and something said."""
    if index != first or lattice.find(index, "verb"):
        return None
    speaker = speaker_at(lattice, index, last, dates)
    if speaker is None or speaker.end + 2 >= last or lattice.text.tokens[speaker.end].text != ":":
        return None
    return Speech("say", index, speaker.end + 1, speaker, first, last, "speech.colon")


def _said(
    lattice: Lattice, index: int, segments: list[Segment], first: int, last: int, dates: frozenset[int]
) -> Speech | None:
    cue = _say_verb(lattice, index)
    if cue is None:
        return None
    after = _skip_dates(lattice, cue.end, last, dates)
    speaker, rule = _before(lattice, index, segments, dates), "speech.speaker-verb"
    if speaker is None:
        speaker, rule = speaker_at(lattice, after, last, dates), "speech.verb-speaker"
    end = speaker.end if speaker and speaker.start > index else cue.end
    act = _act(lattice, cue, end, last)
    if act is None or (speaker is None and not _opens_content(lattice, end, last, dates)):
        return None
    begin, finish = _reach(lattice, index, end, segments, first, last, dates)
    return Speech(act, index, end, _relayed(lattice, cue, speaker, end, last, dates), begin, finish, rule)


def _say_verb(lattice: Lattice, index: int) -> Hit | None:
    if lattice.find(index, "prep") is not None:
        return None
    for hit in lattice.at(index):
        if hit.entry.cls == "verb" and hit.entry.value == "say" and not hit.form.endswith(".o"):
            return hit
    return None


def _skip_dates(lattice: Lattice, index: int, last: int, dates: frozenset[int]) -> int:
    """A day, or a comma and a day, may stand between the verb and its speaker."""
    while index < last and (index in dates or lattice.text.tokens[index].text == ","):
        index += 1
    return index


def _before(lattice: Lattice, index: int, segments: list[Segment], dates: frozenset[int]) -> Speaker | None:
    """The speaker before the verb, in the same segment and up to the verb."""
    segment = next((s for s in segments if s.start <= index < s.end), None)
    if segment is None or segment.start == index:
        return None
    start = segment.start
    speaker = speaker_at(lattice, start, index, dates)
    return speaker if speaker and index - speaker.end <= 1 else None


def _act(lattice: Lattice, cue: Hit, end: int, last: int) -> str | None:
    """The act of the verb, changed by what is said ("announced its responsibility"), or None for a weak verb alone."""
    for index in range(end, min(end + _NEAR, last)):
        thing = lattice.find(index, "actobject")
        if thing:
            return thing.entry.value
    if "weak" in cue.entry.attrs and not _content(lattice, end, last):
        return None
    if cue.entry.attrs.get("needs") == "blame" and not lattice.find(end, "object"):
        return None
    return cue.entry.attrs.get("act", "say")


def _content(lattice: Lattice, index: int, last: int) -> bool:
    tokens = lattice.text.tokens
    near = range(index, min(index + 2, last))
    return any(tokens[at].text in ':"' or lattice.find(at, "that") is not None for at in near)


def _opens_content(lattice: Lattice, index: int, last: int, dates: frozenset[int]) -> bool:
    return _content(lattice, _skip_dates(lattice, index, last, dates), last)


def _relayed(
    lattice: Lattice, cue: Hit, speaker: Speaker | None, end: int, last: int, dates: frozenset[int]
) -> Speaker | None:
    """ "the agency quoted X as saying": X speaks."""
    preposition = lattice.find(end, "prep")
    if "relay" in cue.entry.attrs and preposition and preposition.entry.value == "about":
        return speaker_at(lattice, preposition.end, last, dates) or speaker
    return speaker


def _reach(
    lattice: Lattice, index: int, end: int, segments: list[Segment], first: int, last: int, dates: frozenset[int]
) -> tuple[int, int]:
    """What follows the verb; when nothing is opened after it and something stands before it, what precedes."""
    at = _skip_dates(lattice, end, last, dates)
    if at >= last - 1 and index - first > _NEAR:
        return first, index
    return index, last
