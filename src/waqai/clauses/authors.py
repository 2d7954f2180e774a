"""Statements, reports and agencies that pass on what somebody else says: whose words they are."""

from __future__ import annotations

from msgspec.structs import replace

from waqai.clauses.saying import Zone
from waqai.clauses.speeches import Speech
from waqai.mentions.speakers import Speaker, is_media, speaker_at

_GAP = 3


def author_of(zone: Zone, speaker: Speaker) -> Speaker:
    """ "a statement issued by X", "the statement that X published": X; else the statement itself."""
    if not speaker.carrier:
        return speaker
    lattice, at = zone.lattice, speaker.end
    while at < min(speaker.end + _GAP, zone.last) and (
        lattice.text.tokens[at].kind != "word" or lattice.find(at, "rel", "issued") is not None
    ):
        at += 1
    issued = lattice.find(at - 1, "issued") is not None
    verb, prep = lattice.find(at, "verb"), lattice.find(at, "prep")
    alone = speaker.end - speaker.start == 1
    published = alone and verb is not None and verb.form.endswith(".o") and verb.entry.value == "say"
    if not published and not (issued and prep is not None and prep.entry.value == "about"):
        return speaker
    author = speaker_at(lattice, at + 1, zone.last, zone.dates)
    if author is None or author.carrier or is_media(lattice, author):
        return speaker  # an agency that carries a statement did not write it
    return author


def relayed(zone: Zone, found: list[Speech], speech: Speech) -> bool:
    """ "the agency said, quoting X": X speaks, the agency passes it on. Puts him into the last of ``found``."""
    cue = zone.lattice.find(speech.start, "cite")
    if not found or cue is None or cue.entry.attrs.get("quoting") is None or found[-1].relayer is not None:
        return False
    agency = found[-1].speaker
    if agency is None or not is_media(zone.lattice, agency) or speech.start - found[-1].end > _GAP:
        return False
    found[-1] = replace(found[-1], speaker=speech.speaker, relayer=agency, end=speech.end)
    return True
