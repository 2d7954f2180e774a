"""Acts of saying without a verb of saying: "the president defended the deal, saying that ...", "and went on, saying"."""

from __future__ import annotations

from msgspec.structs import replace

from waqai.clauses.saying import Zone, opens_here
from waqai.clauses.speeches import Speech
from waqai.mentions.gender import agrees
from waqai.mentions.speakers import Speaker, speaker_at
from waqai.packs.pack import load_settings

_FRONT = 6
_OFFICE = 2  # the rank of an office without a name
_TAUGHT = ("learned", "first")
_SAYING = "saying"


def said_so(zone: Zone, index: int) -> Speech | None:
    """ "saying that ...": the subject of the sentence speaks, where one stands at its head; else whoever spoke before."""
    lattice = zone.lattice
    cue = next((hit for hit in lattice.at(index) if hit.entry.cls == "quoted" and hit.entry.value == _SAYING), None)
    if cue is None or not opens_here(zone, cue.end):
        return None
    person = _person(lattice.text.tokens[cue.end - 1].text)
    speaker = _subject(zone, index)
    if speaker is None and index - zone.first > _FRONT:
        return None
    if speaker is not None and not agrees(lattice, speaker, person):
        return None
    return Speech("say", index, cue.end, speaker, index, zone.last, "speech.saying", person=person)


def _person(text: str) -> str:
    """A woman's in "saying" with the feminine ending and in "by her words"."""
    settings = load_settings()
    hers = text.endswith(settings.third_person[1])
    return (
        "3fs"
        if hers or (text.endswith(settings.noun.feminine) and not text.startswith(settings.leads["by"]))
        else "3ms"
    )


def _subject(zone: Zone, index: int) -> Speaker | None:
    """The first one who can speak, at the head of the sentence or of a clause behind a mark there."""
    lattice = zone.lattice
    opener = lattice.find(zone.first, "sub")
    if opener is not None and opener.entry.value == "when":
        return None  # "and when one of them ...": its subject is another's
    for at in range(zone.first, min(zone.first + _FRONT, index)):
        before = lattice.text.tokens[at - 1].text if at > zone.first else ""
        if lattice.text.tokens[at].kind != "word" or lattice.find(at, "prep") is not None or before in ('"', "("):
            continue
        if any(hit.entry.cls == "prep" for hit in lattice.ending(at)) or _answers(zone, at):
            continue
        speaker = speaker_at(lattice, at, index, zone.dates)
        owned = all(hit.form.endswith(".o") for hit in lattice.at(at))
        if speaker is not None and not speaker.skip and not (owned and lattice.at(at)):
            return None if speaker.carrier else _without_verb(zone, speaker)
    return None


def _answers(zone: Zone, at: int) -> bool:
    """ "and answered": spelled like a first name, with an office or a body behind it."""
    return at == zone.first and bool(
        zone.lattice.find(at, "given") and zone.lattice.find(at + 1, "role", "title", "force")
    )


def _without_verb(zone: Zone, speaker: Speaker) -> Speaker:
    """ "the president defended the deal": one word of no list behind the office is the verb, no name."""
    name = speaker.name
    if name is None or name[1] - name[0] != 1 or name[0] == speaker.start:
        return speaker
    text = zone.lattice.text
    listed = any(hit.entry.value not in _TAUGHT for hit in zone.lattice.at(name[0]))
    if listed or text.recurs(text.tokens[name[0]].text):
        return speaker
    return replace(speaker, end=name[0], name=None, rank=_OFFICE)
