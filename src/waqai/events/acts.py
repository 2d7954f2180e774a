"""Acts: what a verb of saying does when the rest of the sentence, and what the speaker did, are known."""

from __future__ import annotations

from msgspec.structs import replace

from waqai import vocab
from waqai.clauses.status import HAPPENED
from waqai.events.draft import Draft
from waqai.events.voices import Voice
from waqai.match.lattice import Lattice
from waqai.mentions.complements import INSURGENT
from waqai.mentions.speakers import Speaker
from waqai.model.mention import Entry

_PLAIN = frozenset({"say", "announce", "confirm"})
_STRONG = frozenset({"deny", "demand", "reject", "threaten", "accuse", "condemn", "promise"})
_NO_FIGHT = frozenset({"interception", "detention", "territory_change", "displacement", "protest", "toll", "release"})
_ARMIES = frozenset({"army", "staff", "navy", "airforce"})
_OFFICIAL = _ARMIES | {"ministry", "government"}
_FIGHTERS = _ARMIES | INSURGENT | {"state", "coalition", "unit", "forces", "soldiers", "gunmen", "security", "guard"}
_FIRST_WORDS = 3
_NEAR = 20
_WORDS = 6


class Acts:
    """The acts of a report's voices, with its voices by sentence and its events by who tells them."""

    def __init__(self, lattice: Lattice, heard: list[Voice], drafts: list[Draft]) -> None:
        self._lattice = lattice
        self._heard: dict[int, list[Voice]] = {}
        self._told: dict[int, list[Draft]] = {}
        self._first: dict[int, list[Draft]] = {}
        for voice in heard:
            self._heard.setdefault(voice.number, []).append(voice)
        for draft in drafts:
            self._first.setdefault(draft.sentence, []).append(draft)
            for start in {speech.start for speech in draft.speeches}:
                self._told.setdefault(start, []).append(draft)

    def of(self, voice: Voice) -> str:
        """The act of a voice: bent by what follows ("said and denied", "will not"), or a claim of his own attack."""
        act = voice.speech.act
        if act not in _PLAIN:
            return act
        bent = (
            (_ours(self._lattice, voice) or _bent(self._lattice, voice, self._heard[voice.number]))
            if act == "say"
            else None
        )
        return bent or _refusal(self._lattice, voice) or _told(self._lattice, voice, self._events(voice))

    def _events(self, voice: Voice) -> list[Draft]:
        """What he tells, or, behind "the brigades announce", what the next line tells."""
        told = self._told.get(voice.speech.start, [])
        if not told and voice.speech.end >= voice.speech.last:
            told = self._first.get(voice.number + 1, [])
        return [draft for draft in told if draft.status == HAPPENED]


def with_act(voice: Voice, act: str) -> Voice:
    """The voice with another act."""
    return replace(voice, speech=replace(voice.speech, act=act))


def author_act(lattice: Lattice, author: Speaker, first: Draft) -> str:
    """What the author of a post does with the first thing he tells: claim it, announce it, or say it."""
    body = _body(lattice, author)
    if body is None:
        return "say"
    sort = body.attrs.get("type") or body.value
    if _is_attack(first) and (_did(lattice, first, author) or (sort in INSURGENT and not first.perpetrators)):
        return "claim_responsibility"
    return "announce" if sort in _OFFICIAL else "say"


def _bent(lattice: Lattice, voice: Voice, heard: list[Voice]) -> str | None:
    """ "said ... and denied": the stronger act of the same speaker in the same sentence."""
    for other in heard:
        same = other.pronoun and other.speaker.start == voice.speaker.start
        if same and other.speech.start > voice.speech.start and other.speech.act in _STRONG:
            return other.speech.act
    for index in lattice.starts(voice.speech.end, voice.speech.last, "bent"):
        hit = lattice.find(index, "bent")
        if hit is not None and (hit.entry.value == "deny" or lattice.text.tokens[index - 1].text == ","):
            return hit.entry.value
    return None


def _ours(lattice: Lattice, voice: Voice) -> str | None:
    """ "said in a statement: we condemn": what he does himself in the first words he says."""
    begin = voice.speech.end
    for index in lattice.starts(begin, min(begin + _WORDS, voice.speech.last), "ours"):
        hit = lattice.find(index, "ours")
        if hit is not None and hit.entry.value in _STRONG:
            return hit.entry.value
    return None


def _refusal(lattice: Lattice, voice: Voice) -> str | None:
    """ "said that it will not", "said: we will not"."""
    for index in range(voice.speech.end, min(voice.speech.end + _FIRST_WORDS, voice.speech.last)):
        if lattice.find(index, "wont") is not None:
            return "reject"
        if lattice.find(index, "that") is None and lattice.text.tokens[index].kind == "word":
            return None
    return None


def _told(lattice: Lattice, voice: Voice, drafts: list[Draft]) -> str:
    speaker, act = voice.speaker, voice.speech.act
    if speaker.carrier or act == "confirm" or voice.speech.rule == "speech.according-to":
        return act
    body = _body(lattice, speaker)
    sort = body.attrs.get("type") or body.value if body is not None else ""
    own = [d for d in drafts if _did(lattice, d, speaker)] if sort in _FIGHTERS else []
    if any(_is_attack(d) for d in own) or any(_announced(lattice, voice, d) for d in drafts):
        return "claim_responsibility"
    return "announce" if sort in _OFFICIAL and voice.speech.rule == "speech.colon" else act


def _is_attack(draft: Draft) -> bool:
    violence = vocab.load().kinds[draft.kind].family == "violence"
    return violence and draft.kind not in _NO_FIGHT and draft.trigger.frame.role != "harm"


def _announced(lattice: Lattice, voice: Voice, draft: Draft) -> bool:
    """An armed group that "announces the targeting of": nobody else is said to have done it."""
    body = _body(lattice, voice.speaker)
    if body is None or body.attrs.get("type") not in INSURGENT or voice.speech.act != "announce":
        return False
    near = 0 <= draft.trigger.start - voice.speech.end <= _NEAR
    return near and not draft.perpetrators and _is_attack(draft) and draft.kind != "air_strike"


def _did(lattice: Lattice, draft: Draft, speaker: Speaker) -> bool:
    """Is the speaker, or the body he speaks for, whom the event is laid to?"""
    spoken = range(speaker.start, speaker.end)
    ids = {hit.entry.value for index in spoken for hit in lattice.at(index) if hit.entry.cls == "actor"}
    return any(p.stated and (p.phrase.start in spoken or p.phrase.extra.id in ids) for p in draft.perpetrators)


def _body(lattice: Lattice, speaker: Speaker) -> Entry | None:
    """The body that speaks or is spoken for."""
    hits = (lattice.find(index, "actor", "force") for index in range(speaker.start, speaker.end))
    return next((hit.entry for hit in hits if hit is not None), None)
