"""Words spelled like verbs of saying that say nothing: what is carried, what threatens, what turns out, what only shows."""

from __future__ import annotations

from waqai.clauses.saying import Zone, opens_content, opens_here
from waqai.mentions.phrase import is_conjoined, is_pronoun
from waqai.mentions.speakers import Speaker
from waqai.model.mention import Hit
from waqai.packs.pack import load_settings

_REACH = 12
_SUBJECT = 4
_INSERTED = 4
_CLAUSE_MARKS = ",;."
_OPENING = frozenset({"that", "sub", "rel", "perfect", "hypo", "cite", "asfor", "neg", "still", "therein"})


def says_nothing(zone: Zone, cue: Hit, speaker: Speaker | None, end: int) -> bool:
    """Is the verb no saying here? ``end``: the token behind it and its speaker."""
    return (
        ("relay" in cue.entry.attrs and not _relays(zone, cue, speaker, end))
        or (cue.entry.attrs.get("act") == "threaten" and not _threatens(zone, cue))
        or (speaker is None and (_turns_out(cue) or _describes(zone, cue) or _has_subject(zone, cue)))
    )


def _relays(zone: Zone, cue: Hit, speaker: Speaker | None, end: int) -> bool:
    """ "the agency quoted X", "quoted that": with "about", or what is said; not "the wounded were carried to hospital"."""
    lattice = zone.lattice
    if any(hit.entry.cls == "cite" for hit in lattice.ending(cue.start)):
        return True
    if speaker is not None and lattice.find(speaker.start, "source") is not None:
        return True
    preps = (lattice.find(at, "prep") for at in range(cue.end, min(end + _REACH, zone.last)))
    return any(hit is not None and hit.entry.value == "about" for hit in preps) or opens_content(zone, end)


def _threatens(zone: Zone, cue: Hit) -> bool:
    """ "threatened with ...": with what stands behind "by" in the clause; not "may threaten the life of civilians"."""
    lattice, by = zone.lattice, load_settings().leads["by"]
    for at in range(cue.end, min(cue.end + _REACH, zone.last)):
        text = lattice.text.tokens[at].text
        if text in _CLAUSE_MARKS:
            return _goes_on(zone, at + 1, by)
        if text.startswith(by) or opens_here(zone, at) or lattice.find(at, "quoted"):
            return True
    return False


def _goes_on(zone: Zone, index: int, by: str) -> bool:
    """ ", on Sunday, with ...", ", saying": behind the mark, or behind a day between two marks."""
    tokens = zone.lattice.text.tokens
    if zone.lattice.find(index, "quoted") is not None:
        return True
    close = (at + 1 for at in range(index, min(index + _INSERTED, zone.last - 1)) if tokens[at].text == ",")
    return any(at < zone.last and tokens[at].text.startswith(by) for at in (index, next(close, index)))


def _turns_out(cue: Hit) -> bool:
    """ "it turned out that": the verb of making clear, in the present, with nobody beside it."""
    return "clear" in cue.entry.attrs and cue.form.startswith("pres")


def _describes(zone: Zone, cue: Hit) -> bool:
    """ "in a step that points to": a present verb right behind a noun without the article tells of it."""
    lattice, before = zone.lattice, cue.start - 1
    if before < zone.first or is_conjoined(cue.lead) or not cue.form.startswith("pres") or before in zone.dates:
        return False
    token, settings = lattice.text.tokens[before], load_settings()
    if token.kind != "word" or token.text.startswith((settings.noun.article, settings.leads["to"] * 2)):
        return False
    if token.text.isascii() or any(hit.entry.cls in _OPENING for hit in lattice.ending(cue.start)):
        return False
    return (
        not is_pronoun(token.text)
        and not token.text.endswith(settings.noun.pronouns)
        and lattice.find(before, *_OPENING) is None
    )


def _has_subject(zone: Zone, cue: Hit) -> bool:
    """ "that the facts confirm": a word of no list between "that" and the verb is its subject; nobody goes on speaking."""
    lattice, at = zone.lattice, cue.start - 1
    if is_conjoined(cue.lead):
        return False
    while (
        at > max(zone.first, cue.start - _SUBJECT) and lattice.text.tokens[at].kind == "word" and at not in zone.dates
    ):
        if lattice.find(at, *_OPENING, "verb", "prep", "quoted") is not None:
            return False
        if any(hit.entry.cls == "that" for hit in lattice.ending(at)):
            return True
        at -= 1
    return False
