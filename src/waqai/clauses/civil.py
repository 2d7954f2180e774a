"""Civil sentences: sport, weather, disease, accidents, money, culture and crime use the words of war for other things."""

from __future__ import annotations

from waqai.match.lattice import Lattice
from waqai.mentions.phrase import is_definite
from waqai.model.mention import Hit
from waqai.packs.pack import load_settings

_ARMED_GROUPS = frozenset({"soldier", "fighter"})
_BODIES = frozenset({"group", "unit", "forces"})
_LAW = frozenset({"police", "security"})
_WAR = frozenset({"weapon", "suicide"})
_HARMFUL = frozenset({"accident", "crime"})  # which also happen under fire
_RIDDEN = frozenset({"vehicle"})
_AT_HAND = frozenset({"vehicle", "knife"})
_STRIKES = frozenset({"attack", "air_strike", "missile_strike", "shelling", "drone_strike", "bombing"})
_NEARNESS = frozenset({"near", "around", "opposite", "behind", "outskirts", "entrance", "inside"})
_WARLIKE = frozenset({"suicide_bombing", "air_strike", "missile_strike", "drone_strike", "shelling", "mine_explosion"})
_NEAR = 4


def is_civil(lattice: Lattice, first: int, last: int) -> bool:
    """Does the sentence at tokens ``first``..``last`` have a word of peace, and nothing armed?

    A story about war is civil all the same, and so are weapons tried out where nobody is hurt; police that arrest a
    thief do not make war.
    """
    words = [h for i in lattice.starts(first, last, "civil") if (h := lattice.find(i, "civil")) is not None]
    words = [word for word in words if not _beside(lattice, word)] if words else words
    if not words:
        return False
    if any(_about(lattice, word) or _strikes(lattice, word) for word in words):
        return True
    if _drill(lattice, words, first, last):
        return True
    plain = [word for word in words if word.entry.value != "drill"]
    crime = all(word.entry.value == "crime" for word in plain)
    if not plain or (all(word.entry.value in _HARMFUL for word in plain) and _struck(lattice, first, last)):
        return False
    peaceful = {word.start for word in plain}
    if all(_armed(lattice, index, crime=crime) for index in peaceful):
        return False  # a "striker" is no gunman beside other words of sport, alone he may be
    return not any(_armed(lattice, index, crime=crime) for index in range(first, last) if index not in peaceful)


def _beside(lattice: Lattice, word: Hit) -> bool:
    """ "an explosion near the court", "in front of a stadium for football": where something happened, not what."""
    near = (lattice.find(at, "direction") for at in (word.start - 1, word.start - 2))
    if lattice.find(word.start, "placecue", "target") is None and not word.lead:
        return False
    if any(hit is not None and hit.end == word.start and hit.entry.value in _NEARNESS for hit in near):
        return True
    site = lattice.find(word.start - 1, "civil")
    leads = load_settings().leads
    return site is not None and word.lead[:1] == leads["to"] and _beside(lattice, site)


def _struck(lattice: Lattice, first: int, last: int) -> bool:
    """ "a house collapsed under the shelling"."""
    events = (lattice.find(i, "event") for i in lattice.starts(first, last, "event"))
    return any(hit is not None and hit.entry.value in _STRIKES for hit in events)


def _about(lattice: Lattice, word: Hit) -> bool:
    """ "a film about a sniper": what follows is told in it."""
    prep = lattice.find(word.end, "prep")
    return word.entry.value == "culture" and prep is not None and prep.entry.value == "about"


def _strikes(lattice: Lattice, word: Hit) -> bool:
    """ "the storm hit the coast": nature right behind the verb does it."""
    return word.entry.value == "nature" and lattice.find(word.start - 1, "verb") is not None


def _drill(lattice: Lattice, words: list[Hit], first: int, last: int) -> bool:
    """ "tested a missile": a weapon close behind the word for a trial, and nobody hurt."""
    tried = [w for w in words if w.entry.value == "drill" and lattice.starts(w.end, w.end + _NEAR, "weapon")]
    return bool(tried) and not lattice.starts(first, last, "casualty")


def _armed(lattice: Lattice, index: int, *, crime: bool) -> bool:
    for hit in lattice.at(index):
        entry = hit.entry
        if (
            entry.cls in _WAR
            and entry.value not in (_AT_HAND if crime else _RIDDEN)
            and ("amb" not in entry.attrs or "fire" in entry.attrs)
        ):
            return True
        if _armed_group(hit) or (entry.cls == "event" and entry.value in _WARLIKE and not entry.attrs):
            return True
        if entry.cls in ("actor", "force") and _fights(hit) and not (crime and entry.value in _LAW):
            return True
    return False


def _armed_group(hit: Hit) -> bool:
    return hit.entry.cls == "group" and hit.entry.value in _ARMED_GROUPS and "amb" not in hit.entry.attrs


def bears_arms(hit: Hit) -> bool:
    """Fighters or an armed side, also one called plainly "the forces"."""
    if _armed_group(hit) or hit.entry.cls not in ("actor", "force"):
        return _armed_group(hit)
    whole = is_definite(hit.lead) or "inv" in hit.entry.attrs
    return _fights(hit) or ("armed" in hit.entry.attrs and whole)


def _fights(hit: Hit) -> bool:
    """Armed by its own words; a common word for a body ("group") when an adjective of its own says so."""
    attrs = hit.entry.attrs
    if hit.entry.cls == "force":
        worded = hit.end - hit.start > 1 and hit.entry.value in _BODIES
        return "armed" in attrs and ("amb" not in attrs or worded)
    return attrs.get("type") in ("army", "militia", "rebels", "group", "coalition", "airforce")
