"""Weapons and targets with their number: "two glide bombs", "35 drones", "five apartment buildings"."""

from __future__ import annotations

from msgspec.structs import replace

from waqai.match.lattice import Lattice
from waqai.mentions.counted import numeral_before, numeral_skip, own_number
from waqai.mentions.phrase import Phrase, by_end, hits_of, proclitic_length, takes
from waqai.model.mention import Entry, Hit, Mention

WEAPON, TARGET = "weapon", "target"
_MODIFIER_REACH = 3
_NEAR, _FAR = 4, 9
_STRIKING = frozenset({"hit", "destroy", "damage", "injure", "launch", "drop", "fall", "storm"})
_SUFFERS = "suffer"
_MODIFIERS = {WEAPON: "weaponmod", TARGET: "targetmod"}
_OTHERS = {WEAPON: ("verb", "place", "placecue", "weapon"), TARGET: ("verb", "prep", "weapon", "event")}
_ANY = "other"
_WIELDERS = ("actor", "force")
_DESCRIBED = frozenset({TARGET, *_WIELDERS})


def find_things(lattice: Lattice, kind: str, counts: list[Mention]) -> list[Phrase]:
    """The phrases of class ``kind`` ("weapon" or "target"), in order, longest first where they overlap."""
    ends = by_end(counts)
    found = [
        _phrase(lattice, kind, hit, ends)
        for _, hit in hits_of(lattice, kind)
        if not _is_event(lattice, hit)
        and not _adjective(lattice, hit)
        and ("amb" not in hit.entry.attrs or _supported(lattice, hit, ends))
    ]
    found = [thing for thing in found if "modded" not in thing.head.attrs or thing.head.value != _ANY]
    if kind == WEAPON:
        found += [_wielded(h) for cls in _WIELDERS for _, h in hits_of(lattice, cls) if "wields" in h.entry.attrs]
    found.sort(key=lambda p: (p.start, -p.end))
    kept: list[Phrase] = []
    for phrase in found:
        if not kept or phrase.start >= kept[-1].end:
            kept.append(phrase)
    return kept


def _wielded(hit: Hit) -> Phrase:
    """A side named by what it flies ("the coalition's aircraft") names the weapon too."""
    head = Entry(WEAPON, hit.entry.attrs["wields"], hit.entry.lemma, hit.entry.attrs)
    return Phrase(WEAPON, hit.start, hit.end, proclitic_length(hit.lead), head, hit.form, hit.lead, None)


def _phrase(lattice: Lattice, kind: str, hit: Hit, ends: dict[int, Mention]) -> Phrase:
    numeral = numeral_before(lattice, hit.start, ends)
    start = numeral.start if numeral else hit.start
    end = hit.end
    while adjective := takes(lattice, end, "demonym"):
        end = adjective.end
    head, end = (
        _modified(lattice, hit, end, kind) if kind == WEAPON or "modded" in hit.entry.attrs else (hit.entry, end)
    )
    skip = numeral_skip(lattice, start) if numeral else proclitic_length(hit.lead)
    count = numeral.value if numeral else own_number(hit)
    return Phrase(kind, start, end, skip, head, hit.form, hit.lead, count)


def _adjective(lattice: Lattice, hit: Hit) -> bool:
    """A word that also says what a thing or a side is like ("the ruined houses", "the fighting factions") right behind it."""
    if "adj" not in hit.entry.attrs:
        return False
    return any(
        h.entry.cls in _DESCRIBED and h.end == hit.start for back in (1, 2) for h in lattice.at(hit.start - back)
    )


def _supported(lattice: Lattice, hit: Hit, ends: dict[int, Mention]) -> bool:
    """A common word is a thing hit or fired when it is counted, or follows a word of striking closely."""
    if numeral_before(lattice, hit.start, ends) is not None:
        return True
    prep = lattice.find(hit.start - 1, "prep")
    aimed = prep is not None and (prep.entry.value == "on" or _burns(lattice, prep))
    reach = _NEAR if "place" in hit.entry.attrs and not aimed else _FAR
    before = [h for back in range(1, reach) for h in lattice.at(hit.start - back)]
    after = [h for at in range(hit.end, hit.end + _NEAR) for h in lattice.at(at)] if hit.entry.cls == WEAPON else []
    if any(_strikes(h) for h in before + after) or _exposed(lattice, hit):
        return True
    return any(h.entry.cls == hit.entry.cls and h.end == hit.start for h in before) and bool(hit.lead)


def _exposed(lattice: Lattice, hit: Hit) -> bool:
    """ "the port of X came under a rocket attack": the subject right behind a verb of suffering that tells nothing else."""
    verb = lattice.find(hit.start - 1, "verb")
    return verb is not None and verb.entry.value == _SUFFERS and not verb.entry.attrs


def _burns(lattice: Lattice, prep: Hit) -> bool:
    """ "set fire in the offices": the word for fire right before "in"."""
    fire = lattice.find(prep.start - 1, "object")
    return prep.entry.value == "in" and fire is not None and fire.entry.value == "fire"


def _strikes(hit: Hit) -> bool:
    """A noun of action, a verb of striking, or the weapon that a headline puts in their place."""
    if hit.entry.cls == "verb":
        return hit.entry.value in _STRIKING
    return hit.entry.cls == "event" or (hit.entry.cls == WEAPON and "amb" not in hit.entry.attrs)


def _is_event(lattice: Lattice, hit: Hit) -> bool:
    """ "a raid", "artillery shelling" are what happened; the means they imply comes with the event."""
    event = lattice.find(hit.start, "event")
    return event is not None and event.end >= hit.end


def _modified(lattice: Lattice, hit: Hit, end: int, kind: str) -> tuple[Entry, int]:
    """A word close behind that says what sort it is ("two strong bombs of the gliding", "the station of X for water")."""
    for index in range(end, end + _MODIFIER_REACH):
        modifier = lattice.find(index, _MODIFIERS[kind])
        if modifier:
            return replace(hit.entry, value=modifier.entry.value), modifier.end
        if lattice.find(index, *_OTHERS[kind]) or _closes(lattice, index):
            break
    return hit.entry, end


def _closes(lattice: Lattice, index: int) -> bool:
    """The end of the text, or a mark that is no quotation mark."""
    tokens = lattice.text.tokens
    return index >= len(tokens) or (tokens[index].kind == "punct" and tokens[index].text != '"')
