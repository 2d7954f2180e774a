"""Speech: who says what with which act, and over which tokens the saying reaches."""

from __future__ import annotations

from msgspec.structs import replace

from waqai.clauses.authors import author_of, relayed
from waqai.clauses.filled import stranger_before
from waqai.clauses.manner import said_so
from waqai.clauses.quotes import quoted_tokens
from waqai.clauses.saying import (
    Zone,
    act_of_verb,
    impersonal,
    is_noun,
    opens_content,
    opens_here,
    say_verb,
    skip_dates,
    takes_object,
)
from waqai.clauses.segments import Segment
from waqai.clauses.speeches import Speech
from waqai.clauses.strangers import author_before
from waqai.clauses.subjects import in_passing, subject_after, subject_before
from waqai.clauses.unsaid import says_nothing
from waqai.match.lattice import Lattice
from waqai.mentions.phrase import is_conjoined
from waqai.mentions.speakers import Speaker, speaker_at
from waqai.model.mention import Hit
from waqai.packs.pack import load_settings

_NEAR = 3
_RELATIVE = 10
_QUOTING = 8
_FRONT = 8
_PERSON = 3  # the rank of a named one
_HEADING = 21  # the longest phrase of a speaker, and whom he tells


def find_speech(
    lattice: Lattice, segments: list[Segment], first: int, last: int, dates: frozenset[int]
) -> list[Speech]:
    """The acts of saying in the sentence at tokens ``first``..``last``, in order."""
    found: list[Speech] = []
    zone = Zone(lattice, first, last, dates)
    for index in sorted({first, *lattice.starts(first, last, "cite", "ours", "quoted"), *_says(lattice, first, last)}):
        speech = _ours(zone, index) or _cited(zone, index) or _said(zone, index, bool(found)) or _colon(zone, index)
        speech = speech or (said_so(zone, index) if not found else None)
        if speech is None or (found and (speech.start < found[-1].end or _quoted(lattice, found[-1], speech, last))):
            continue
        if not relayed(zone, found, speech):
            found.append(speech)
    return _cut(lattice, found)


def _quoted(lattice: Lattice, said: Speech, speech: Speech, last: int) -> bool:
    """ "X said: 'we asked ... '": an act of saying inside the quotation of the one before it, opened and closed behind it."""
    begin = min(speech.start, speech.speaker.start) if speech.speaker else speech.start
    return begin > said.end and begin in quoted_tokens(lattice, said.end, last, closed=True)


def _says(lattice: Lattice, first: int, last: int) -> list[int]:
    """Where verbs of saying stand."""
    verbs = ((at, lattice.hits[at]) for at in lattice.starts(first, last, "verb"))
    return [at for at, hits in verbs if "say" in [hit.entry.value for hit in hits]]


def _cut(lattice: Lattice, found: list[Speech]) -> list[Speech]:
    """What is said ends where somebody else begins to speak behind "and" or "while"."""
    cut: list[Speech] = []
    end: int | None = None
    for speech in reversed(found):
        plain = speech.rule in ("speech.verb-speaker", "speech.speaker-verb")
        cut.append(replace(speech, last=min(end, speech.last)) if plain and end is not None else speech)
        begin = _fronted(lattice, _beginning(speech))
        if speech.speaker is not None and not speech.aside and _coordinate(lattice, begin):
            end = begin
    return cut[::-1]


def _fronted(lattice: Lattice, index: int) -> int:
    """ "and in the republic of X the ministry announced": where it says where, before the verb; else the verb itself."""
    for at in range(index - 1, max(index - _FRONT, 0), -1):
        if lattice.text.tokens[at].kind != "word" or lattice.find(at, "verb", "that") is not None:
            return index
        prep = lattice.find(at, "prep")
        if prep is not None and prep.entry.value == "in" and is_conjoined(prep.lead):
            return at
    return index


def _beginning(speech: Speech) -> int:
    return min(speech.start, speech.speaker.start) if speech.speaker else speech.start


def _coordinate(lattice: Lattice, index: int) -> bool:
    """Does the clause at ``index`` stand beside the one before it, and not inside it?"""
    if any(is_conjoined(hit.lead) for hit in lattice.at(index)):
        return True
    return any(hit.entry.cls == "sub" for hit in lattice.ending(index))


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
    author = author_of(zone, speaker)
    return Speech("say", index, author.end, author, zone.first, zone.last, "speech.according-to")


def _colon(zone: Zone, index: int) -> Speech | None:
    """ "Sources: ...": a speaker at the head of a line, a colon, and something said."""
    lattice = zone.lattice
    if index != zone.first or lattice.find(index, "verb"):
        return None
    if not any(token.text == ":" for token in lattice.text.tokens[index : min(index + _HEADING, zone.last)]):
        return None
    speaker = speaker_at(lattice, index, zone.last, zone.dates)
    if speaker is None or _is_topic(lattice, index, speaker) or (speaker.carrier and speaker.end == index + 1):
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
    cue = say_verb(lattice, index, zone.first)
    if cue is None:
        return None
    speaker, rule = subject_before(lattice, cue, zone.first, zone.dates), "speech.speaker-verb"
    if speaker is None and is_noun(zone, cue):
        return None
    if speaker is None:
        after = skip_dates(zone, cue.end)
        speaker, rule = subject_after(lattice, cue, after, zone.last, zone.dates, heard), "speech.verb-speaker"
    filling = stranger_before(zone, cue) if speaker is None else None
    if filling is not None:
        speaker, rule = filling, "speech.speaker-verb"
    if speaker is None and lattice.find(cue.end, "therein") is not None:
        speaker, rule = author_before(lattice, index, zone.first, zone.dates), "speech.speaker-verb"
        if speaker is None:
            return None
    if "carrier" in cue.entry.attrs and (speaker is None or not speaker.carrier):
        return None
    if speaker is None and (cue.form.endswith(".o") or impersonal(cue)):
        return None
    if speaker is not None and speaker.start > index:
        speaker = author_of(zone, speaker)
    if speaker is None:
        speaker = _relayed(zone, cue, None, cue.end)  # "the site quoted X": no list knows the site
    end = speaker.end if speaker and speaker.start > index else cue.end
    if says_nothing(zone, cue, speaker, end):
        return None
    act = act_of_verb(zone, cue, end, speaker is not None and speaker.rank == _PERSON)
    if act is None or (speaker is None and not opens_content(zone, end) and not takes_object(cue)):
        return None
    aside = in_passing(lattice, index, zone.first, zone.dates) and not is_conjoined(cue.lead)
    aside = (aside and rule == "speech.verb-speaker" and speaker is not None) or "carrier" in cue.entry.attrs
    head = min(index, speaker.start) if speaker else index
    begin, finish = _reach(zone, index, end, head)
    teller = _relayed(zone, cue, speaker, end)
    relayer = speaker if teller is not speaker else None
    return Speech(act, index, end, teller, begin, finish, rule, aside, relayer, cue.form[5:8])


def _relayed(zone: Zone, cue: Hit, speaker: Speaker | None, end: int) -> Speaker | None:
    """ "the agency quoted X as saying": X speaks; also where no list knows who quotes him."""
    if "relay" not in cue.entry.attrs:
        return speaker
    lattice, at = zone.lattice, _past_relative(zone, skip_dates(zone, end))
    while speaker is None and at < min(end + _QUOTING, zone.last) and not lattice.find(at, "prep", "that", "verb"):
        at += 1
    preposition = lattice.find(at, "prep")
    if preposition is None or preposition.entry.value != "about":
        return speaker
    return speaker_at(lattice, preposition.end, zone.last, zone.dates) or speaker


def _past_relative(zone: Zone, index: int) -> int:
    """ ", which the army runs, ": past a relative clause between two marks."""
    tokens = zone.lattice.text.tokens
    if tokens[index - 1].text != "," or zone.lattice.find(index, "rel") is None:
        return index
    close = range(index + 1, min(index + _RELATIVE, zone.last - 1))
    return next((at + 1 for at in close if tokens[at].text == ","), index)


def _reach(zone: Zone, index: int, end: int, head: int) -> tuple[int, int]:
    """What follows the verb; what precedes, when nothing is opened behind it; both, when it stands between two marks.

    ``head``: the first token of the verb and its speaker.
    """
    at = skip_dates(zone, end)
    cited = any(hit.entry.cls == "cite" for hit in zone.lattice.ending(index))
    if index - zone.first <= _NEAR:
        return index, zone.last
    if at >= zone.last - 1 or (cited and not opens_here(zone, at)):
        return zone.first, index
    return (zone.first if _inserted(zone, head, end) else index), zone.last


def _inserted(zone: Zone, head: int, end: int) -> bool:
    """ ", the governor said on Sunday, ": nothing is opened behind it."""
    tokens, at = zone.lattice.text.tokens, end
    while at < zone.last and at in zone.dates:
        at += 1
    marked = tokens[head - 1].text == "," and at < zone.last and tokens[at].text == ","
    return marked and not (zone.lattice.text.tokens[at + 1].text == '"' or zone.lattice.find(at + 1, "that"))
