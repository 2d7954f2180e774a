"""Gender and number of whoever speaks, as a verb with no subject of its own must agree with it."""

from __future__ import annotations

from waqai.match.lattice import Lattice
from waqai.mentions.speakers import Speaker
from waqai.model.mention import Hit
from waqai.packs.pack import load_settings

_BODIES = ("source", "organ", "force")
_PEOPLE = ("role", "title", "group")
_EITHER = frozenset({"member", "deputy", "minister", "other", "witness", "activist"})  # women bear them unchanged
_VERBS = {"3ms": "m", "3fs": "f", "3mp": "p"}


def agrees(lattice: Lattice, speaker: Speaker, person: str) -> bool:
    """May the verb of this ``person`` ("3fs") go on with the speaker? Yes wherever either is not known."""
    asked = _VERBS.get(person)
    told = gender_of(lattice, speaker) if asked else ""
    if told == "p":
        return asked != "f"
    return not told or asked in (told, "p") if asked else True


def gender_of(lattice: Lattice, speaker: Speaker) -> str:
    """ "m", "f", "p" of several people, or "" where the words do not say."""
    hits = [hit for hit in lattice.at(speaker.start) if hit.end <= speaker.end]
    state = next((hit for hit in hits if hit.entry.attrs.get("type") == "state"), None)
    if state is not None:
        female = lattice.find(state.start, "masculine") is None
        return ("f" if female else "m") if state.end == speaker.end else ""
    heads = [hit for hit in hits if hit.entry.cls in (*_BODIES, *_PEOPLE)]
    head = next((hit for hit in heads if hit.form in ("pl", "du")), heads[0] if heads else None)
    if head is None or _learned(hits):
        return ""
    women = (lattice.find(at, "given") for at in range(speaker.start, speaker.end))
    return "f" if any(hit is not None and hit.entry.value == "f" for hit in women) else _of_head(lattice, head)


def _of_head(lattice: Lattice, head: Hit) -> str:
    noun, text = load_settings().noun, lattice.text.tokens[head.start].text
    if head.form == "du":
        return "f" if text.endswith(tuple(noun.feminine_open + dual for dual in noun.dual)) else "m"
    if head.form == "pl":
        human = head.entry.cls in _PEOPLE or text.endswith(noun.plural_masculine)
        return "p" if human else "f"
    if head.entry.attrs.get("sex") == "f" or text.endswith((noun.feminine, *noun.plural_feminine)):
        return "f"
    office = head.entry.cls in ("role", "title") and head.entry.value not in _EITHER
    return "m" if office or (head.form == "sg" and "inv" not in head.entry.attrs) else ""


def _learned(hits: list[Hit]) -> bool:
    return any(hit.entry.cls in ("given", "person", "actor") for hit in hits)
