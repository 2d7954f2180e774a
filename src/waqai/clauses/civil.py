"""Civil sentences: sport, weather, disease, accidents, money, culture and crime use the words of war for other things."""

from __future__ import annotations

from waqai.match.lattice import Lattice
from waqai.model.mention import Hit

_ARMED_GROUPS = frozenset({"soldier", "fighter"})
_BODIES = frozenset({"group", "unit", "forces"})
_WAR = frozenset({"weapon", "suicide"})


def is_civil(lattice: Lattice, first: int, last: int) -> bool:
    """Does the sentence at tokens ``first``..``last`` have a word of peace, and nothing armed?"""
    if not lattice.starts(first, last, "civil"):
        return False
    return not any(_armed(lattice, index) for index in range(first, last))


def _armed(lattice: Lattice, index: int) -> bool:
    for hit in lattice.at(index):
        entry = hit.entry
        if entry.cls in _WAR and entry.value != "vehicle" and ("amb" not in entry.attrs or "fire" in entry.attrs):
            return True
        if entry.cls == "group" and entry.value in _ARMED_GROUPS and "amb" not in entry.attrs:
            return True
        if entry.cls in ("actor", "force") and _fights(hit):
            return True
    return False


def _fights(hit: Hit) -> bool:
    """Armed by its own words; a common word for a body ("group") when an adjective of its own says so."""
    attrs = hit.entry.attrs
    if hit.entry.cls == "force":
        worded = hit.end - hit.start > 1 and hit.entry.value in _BODIES
        return "armed" in attrs and ("amb" not in attrs or worded)
    return attrs.get("type") in ("army", "militia", "rebels", "group", "coalition", "airforce")
