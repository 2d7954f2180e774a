"""Speech: who says what with which act, and over which tokens the saying reaches."""

from __future__ import annotations

from typing import NamedTuple

from waqai.clauses.segments import Segment
from waqai.clauses.subjects import follows_word, in_passing, subject_after, subject_before
from waqai.match.lattice import Lattice
from waqai.mentions.phrase import is_conjoined
from waqai.mentions.speakers import Speaker, speaker_at
from waqai.model.mention import Hit
from waqai.packs.pack import load_settings

_NEAR = 3
_AT_LEAST_THERE = 12
_NEEDED = {"blame": ("object", "blame"), "tally": ("tally", "number")}
_FIRM = frozenset({"deny", "accuse", "reject"})  # acts that no noun behind the verb changes
_OWNS = frozenset({"announce", "confirm", "claim_responsibility"})
_WOMEN_OR_TWO = ("3fp", "3fd")


class Speech(NamedTuple):
    """An act of saying: the cue's tokens, the speaker (None: a pronoun), and the tokens it reaches over.

    ``aside``: said in passing of something else ("positions that the army said belong to militants").
    """

    act: str
    start: int
    end: int
    speaker: Speaker | None
    first: int
    last: int
    rule: str
    aside: bool = False


class Zone(NamedTuple):
    """The sentence at tokens ``first``..``last`` and the tokens of its dates."""

    lattice: Lattice
    first: int
    last: int
    dates: frozenset[int]


def find_speech(
    lattice: Lattice, segments: list[Segment], first: int, last: int, dates: frozenset[int]
) -> list[Speech]:
    """The acts of saying in the sentence at tokens ``first``..``last``, in order."""
    found: list[Speech] = []
    zone = Zone(lattice, first, last, dates)
    for index in sorted({first, *lattice.starts(first, last, "verb", "cite", "ours")}):
        speech = _ours(zone, index) or _cited(zone, index) or _said(zone, index, bool(found)) or _colon(zone, index)
        if speech and not (found and speech.start < found[-1].end):
            found.append(speech)
    return _cut(lattice, found)


def _cut(lattice: Lattice, found: list[Speech]) -> list[Speech]:
    """What is said ends where somebody else begins to speak behind "and" or "while"."""
    cut: list[Speech] = []
    end: int | None = None
    for speech in reversed(found):
        plain = speech.rule in ("speech.verb-speaker", "speech.speaker-verb")
        cut.append(speech._replace(last=min(end, speech.last)) if plain and end is not None else speech)
        begin = _beginning(speech)
        if speech.speaker is not None and not speech.aside and _coordinate(lattice, begin):
            end = begin
    return cut[::-1]


def _beginning(speech: Speech) -> int:
    return min(speech.start, speech.speaker.start) if speech.speaker else speech.start


def _coordinate(lattice: Lattice, index: int) -> bool:
    """Does the clause at ``index`` stand beside the one before it, and not inside it?"""
    if any(is_conjoined(hit.lead) for hit in lattice.at(index)):
        return True
    before = (hit for back in range(1, 5) for hit in lattice.at(index - back) if hit.end == index)
    return any(hit.entry.cls == "sub" for hit in before)


def _ours(zone: Zone, index: int) -> Speech | None:
    """ "we condemn": the author of a post or a statement speaks."""
    cue = zone.lattice.find(index, "ours")
    if cue is None:
        return None
    return Speech(cue.entry.value, index, cue.end, None, index, zone.last, "speech.own-words")


def _cited(zone: Zone, index: int) -> Speech | None:
    """ "according to X": holds for the whole sentence."""
    lattice, cue = zone.lattice, zone.lattice.find(index, "cite")
    if cue is None or cue.entry.value != "cite":
        return None
    begin = cue.end + 1 if lattice.find(cue.end, "prep") else cue.end
    speaker = speaker_at(lattice, begin, zone.last, zone.dates)
    if speaker is None:
        return None
    return Speech("say", index, speaker.end, speaker, zone.first, zone.last, "speech.according-to")


def _colon(zone: Zone, index: int) -> Speech | None:
    """ "Sources: ...": a speaker at the head of a line, a colon, and something said."""
    lattice = zone.lattice
    if index != zone.first or lattice.find(index, "verb"):
        return None
    speaker = speaker_at(lattice, index, zone.last, zone.dates)
    if speaker is None or _is_topic(lattice, index, speaker):
        return None
    end = _to_colon(lattice, speaker.end, zone.last)
    if end is None:
        return None
    return Speech("say", index, end, speaker, zone.first, zone.last, "speech.colon")


def _to_colon(lattice: Lattice, index: int, last: int) -> int | None:
    """Past the colon right behind the speaker, or behind whom it tells or in what ("to our page", "in a comment")."""
    for at in range(index, min(index + _NEAR + 2, last - 1)):
        if lattice.text.tokens[at].text == ":":
            return at + 1 if at + 2 <= last - 1 else None
        behind = at > index or lattice.find(at, "prep") or _to_listener(lattice, at)
        if lattice.text.tokens[at].kind != "word" or not behind:
            return None
    return None


def _to_listener(lattice: Lattice, index: int) -> bool:
    return lattice.text.tokens[index].text.startswith(load_settings().leads["to"])


def _is_topic(lattice: Lattice, index: int, speaker: Speaker) -> bool:
    """ "Egypt: ...": a country alone before the colon says where, not who."""
    hit = lattice.find(index, "actor")
    return hit is not None and hit.end == speaker.end and hit.entry.attrs.get("type") == "state"


def _said(zone: Zone, index: int, heard: bool) -> Speech | None:
    """A verb of saying with its speaker before or behind it; ``heard``: somebody speaks earlier in the sentence."""
    lattice = zone.lattice
    cue = _say_verb(lattice, index, zone.first)
    if cue is None:
        return None
    speaker, rule = subject_before(lattice, cue, zone.first, zone.dates), "speech.speaker-verb"
    if speaker is None and _construct(zone, cue):
        return None
    if speaker is None:
        after = _skip_dates(zone, cue.end)
        speaker, rule = subject_after(lattice, cue, after, zone.last, zone.dates, heard), "speech.verb-speaker"
    if speaker is None and (cue.form.endswith(".o") or _impersonal(cue)):
        return None
    end = speaker.end if speaker and speaker.start > index else cue.end
    act = _act(zone, cue, end)
    if act is None or (speaker is None and not _opens_content(zone, end) and not _takes_object(cue)):
        return None
    aside = in_passing(lattice, index, zone.first, zone.dates) and not is_conjoined(cue.lead)
    aside = aside and rule == "speech.verb-speaker" and speaker is not None
    begin, finish = _reach(zone, index, end)
    return Speech(act, index, end, _relayed(zone, cue, speaker, end), begin, finish, rule, aside)


def _impersonal(cue: Hit) -> bool:
    """ "it is reported that": a present verb that may be passive, with nobody beside it."""
    tense, _, voice = cue.form.partition(".3ms.")
    return tense == "pres" and "p" in voice


def _takes_object(cue: Hit) -> bool:
    """ "and accused the rebels": a verb whose object stands where its subject could."""
    return "obj" in cue.entry.attrs and is_conjoined(cue.lead)


def _say_verb(lattice: Lattice, index: int, first: int) -> Hit | None:
    """A verb that says: not denied, not wished for, not a noun behind a preposition."""
    if lattice.find(index, "prep", "neg", "calque") is not None:
        return None
    cue = next((hit for hit in lattice.at(index) if _says(hit)), None)
    if cue is None or index == first:
        return cue
    return None if _governed(lattice, cue, index) else cue


def _says(hit: Hit) -> bool:
    if hit.entry.cls != "verb" or hit.entry.value != "say":
        return False
    if hit.form.endswith(".o") and "obj" not in hit.entry.attrs:
        return False
    will = load_settings().leads
    person, _, voice = hit.form[5:].partition(".")
    return (
        person not in _WOMEN_OR_TWO
        and "a" in voice.removesuffix(".o")
        and will["will"] not in hit.lead
        and will["to"] not in hit.lead
    )


def _governed(lattice: Lattice, cue: Hit, index: int) -> bool:
    """ "did not announce", "that it may announce", "since the disclosure of": nothing is said."""
    before = [hit for at in (index - 1, index - 2, index - 3) for hit in lattice.at(at) if hit.end == index]
    if any(hit.entry.cls in ("neg", "future") for hit in before):
        return True
    if any(hit.entry.cls == "prep" and hit.entry.value not in ("after", "before") for hit in before):
        return not any(hit.entry.cls in ("sub", "cite", "rel", "date", "hypo") for hit in before)
    bare = any(hit.entry.cls == "that" for hit in before) and len(lattice.text.tokens[index - 1].text) <= _NEAR
    return bare and cue.form.startswith("pres") and not is_conjoined(cue.lead)


def _construct(zone: Zone, cue: Hit) -> bool:
    """ "the government's request": the word is a noun where a word of the same clause stands before it."""
    noun = "noun" in cue.entry.attrs and cue.form.startswith("past.3ms") and not is_conjoined(cue.lead)
    return noun and follows_word(zone.lattice, cue.start, zone.first, zone.dates)


def _skip_dates(zone: Zone, index: int) -> int:
    """A day, a comma, "also" or "the so-called" may stand between the verb and its speaker."""
    while index < zone.last:
        if index in zone.dates or zone.lattice.text.tokens[index].text == ",":
            index += 1
            continue
        adverb = next((hit for hit in zone.lattice.at(index) if _adverb(hit)), None)
        if adverb is None:
            break
        index = adverb.end
    return index


def _adverb(hit: Hit) -> bool:
    return hit.entry.cls == "socalled" or (hit.entry.cls == "sub" and hit.entry.value == "also")


def _act(zone: Zone, cue: Hit, end: int) -> str | None:
    """The act of the verb, changed by what is said ("announced its responsibility"), or None for a weak verb alone."""
    attrs = cue.entry.attrs
    act = attrs.get("act", "say")
    if "needs" in attrs and not _needed(zone, end, attrs["needs"]):
        return None
    if (
        "past" in attrs
        and not cue.form.startswith("past")
        and zone.lattice.find(_skip_dates(zone, end), "that") is None
    ):
        return None
    thing = _thing(zone, end) if act not in _FIRM else None
    if thing == "claim_responsibility" and act not in _OWNS:
        thing = None
    if thing is None and "weak" in attrs and not _content(zone, end):
        return None
    return thing or act


def _thing(zone: Zone, end: int) -> str | None:
    """The noun right behind that names the act ("its responsibility", "his readiness", "the need")."""
    near = zone.lattice.starts(end, min(end + _NEAR, zone.last), "actobject")
    thing = zone.lattice.find(near[0], "actobject") if near else None
    return thing.entry.value if thing else None


def _needed(zone: Zone, end: int, what: str) -> bool:
    cls, value = _NEEDED[what]
    near = zone.lattice.starts(end, min(end + _NEAR + 1, zone.last), cls)
    hits = (hit for index in near for hit in zone.lattice.at(index))
    return any(hit.entry.cls == cls and hit.entry.value in (value, "") for hit in hits)


def _content(zone: Zone, index: int) -> bool:
    tokens = zone.lattice.text.tokens
    near = range(index, min(index + 2, zone.last))
    return any(tokens[at].text in ':"' or zone.lattice.find(at, "that") is not None for at in near)


def _opens_content(zone: Zone, index: int) -> bool:
    """ "that", a colon or a quotation behind the verb, a day, or where it was said ("on its channel")."""
    at = _skip_dates(zone, index)
    if _content(zone, at):
        return True
    said_in = zone.lattice.find(at, "prep") is not None
    return said_in and any(_content(zone, i) for i in range(at, min(at + _AT_LEAST_THERE, zone.last)))


def _relayed(zone: Zone, cue: Hit, speaker: Speaker | None, end: int) -> Speaker | None:
    """ "the agency quoted X as saying": X speaks."""
    at = _skip_dates(zone, end)
    preposition = zone.lattice.find(at, "prep")
    if "relay" in cue.entry.attrs and preposition and preposition.entry.value == "about":
        return speaker_at(zone.lattice, preposition.end, zone.last, zone.dates) or speaker
    return speaker


def _reach(zone: Zone, index: int, end: int) -> tuple[int, int]:
    """What follows the verb; what precedes, when nothing is opened behind it; both, when it stands between two marks."""
    at = _skip_dates(zone, end)
    cited = any(h.entry.cls == "cite" and h.end == index for b in range(1, 4) for h in zone.lattice.at(index - b))
    if index - zone.first <= _NEAR:
        return index, zone.last
    if at >= zone.last - 1 or (cited and not _content(zone, at)):
        return zone.first, index
    return (zone.first if _inserted(zone, index, end) else index), zone.last


def _inserted(zone: Zone, index: int, end: int) -> bool:
    """ ", the governor said, ": nothing is opened behind it."""
    tokens = zone.lattice.text.tokens
    marked = tokens[index - 1].text == "," and end < zone.last and tokens[end].text == ","
    return marked and not any(_content(zone, at) for at in range(end, min(end + _AT_LEAST_THERE, zone.last)))
