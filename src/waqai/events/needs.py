"""Needs: what must stand around some triggers before they say anything: an object, land, an armed side, many people."""

from __future__ import annotations

from waqai.clauses.civil import bears_arms
from waqai.match.lattice import PLACE, Lattice
from waqai.model.mention import Hit
from waqai.packs.pack import load_settings

_ASKED = frozenset({"needs", "land", "armed", "masses", "past", "vow", "corpse"})
_OBJECT_REACH, _OUTCRY_REACH = 9, 12
_LAND_REACH, _NOUN_REACH = 12, 5
_BEFORE, _BEHIND = 8, 4
_MANY_REACH = 4
_STRIKES = frozenset({"attack", "air_strike", "missile_strike", "kill", "shelling", "bombing"})
_BURIED = frozenset({"mine", "ied"})
_HELD = frozenset({"captive", "liberty", "remains", "freeing", "cell", "rank"})
_MOVABLE = frozenset({"vehicle", "convoy", "bus", "train", "aircraft", "ambulance", "other"})
_WIDE = frozenset({"country", "region", "sea"})
_FIGHTERS = frozenset({"soldier", "fighter"})
_NOBODY = frozenset({"prisoner", "leader", "official", "soldier", "fighter", "police"})


def met(lattice: Lattice, hit: Hit) -> bool:
    """Does what the trigger asks for stand where it must?"""
    attrs = hit.entry.attrs
    if not asks(hit):
        return True
    if ("past" in attrs and not hit.form.startswith("past")) or _purposed(hit):
        return False
    if "vow" in attrs and load_settings().leads["will"] not in hit.lead:
        return False  # "we shall answer" threatens; "he answered" says nothing
    if "corpse" in attrs and not _corpses(lattice, hit.start):
        return False
    if "needs" in attrs and not _followed(lattice, hit.end, attrs["needs"]):
        return False
    armed = _armed(lattice, hit)
    if ("armed" in attrs and not armed) or ("land" in attrs and not _land(lattice, hit, armed=armed)):
        return False
    return "masses" not in attrs or _masses(lattice, hit.end, counted=attrs["masses"] == "counted")


def asks(hit: Hit) -> bool:
    """Does the trigger ask for anything? Where it is met, that reading of the word says more than one that asks nothing."""
    return not _ASKED.isdisjoint(hit.entry.attrs)


def _followed(lattice: Lattice, first: int, needs: str) -> bool:
    """Does the object ``needs`` come before another verb, and outside a noun of action ("ceasefire")?"""
    named = first
    for index in range(first, first + (_OUTCRY_REACH if needs == "outcry" else _OBJECT_REACH)):
        hits = lattice.at(index)
        if named <= index and any(_is_object(h, needs) for h in hits):
            return needs != "head" or _somebody(lattice, index + 1)
        if any(h.entry.cls in ("verb", "rel") for h in hits):
            return False
        named = max([named, *(h.end for h in hits if h.entry.cls == "event")])
    return False


def _somebody(lattice: Lattice, first: int) -> bool:
    """A statue has a head too: whose it is stands right behind."""
    owners = (lattice.find(index, "group", "object") for index in (first, first + 1))
    return any(hit is not None and (hit.entry.cls == "group" or hit.entry.value == "captive") for hit in owners)


def _is_object(hit: Hit, needs: str) -> bool:
    """The word itself, or a weapon whose words hold it ("a hail of bullets" is fire)."""
    if hit.entry.cls == "weapon":
        return needs in hit.entry.attrs or (needs == "buried" and hit.entry.value in _BURIED)
    if (needs, hit.entry.cls, hit.entry.value) == ("captive", "group", "prisoner"):
        return True
    if (needs, hit.entry.cls, hit.entry.value) == ("crowd", "event", "protest"):
        return True
    if needs == "tally":
        return hit.entry.cls == "tally" or (hit.entry.cls, hit.entry.value) == ("event", "toll")
    if needs == "ceasefire" and hit.lead.endswith(load_settings().leads["to"]):
        return False  # pictures "of" a truce are none
    if needs == "riposte" and hit.entry.cls == "event":
        return hit.entry.value in _STRIKES
    if hit.entry.cls == "group":
        return needs == "people" or (needs == "fighter" and hit.entry.value in _FIGHTERS)
    return hit.entry.value == needs and hit.entry.cls in ("object", "event")


def _purposed(hit: Hit) -> bool:
    """ "so that they be freed": a verb with the proclitic "to" tells an aim, and in the past it is a noun spelled alike."""
    return hit.entry.cls == "verb" and hit.lead.endswith(load_settings().leads["to"])


def _land(lattice: Lattice, hit: Hit, *, armed: bool) -> bool:
    """A place or a site that can be held comes next; people set free or handed over are no land."""
    if _held(lattice, hit.end, "pointed"):
        return armed and hit.form.startswith("past")
    verb, out_of = hit.entry.cls == "verb", hit.entry.attrs["land"] == "from"
    for index in range(hit.end, hit.end + (_LAND_REACH if verb else _NOUN_REACH)):
        if lattice.text.tokens[index : index + 1] and lattice.text.tokens[index].text in ".;:":
            return False
        if _held(lattice, index, *_HELD):
            return False
        if any(_movable(h) for h in lattice.at(index)):
            return False
        if any(_holdable(h, armed=(armed and verb) or _undertaken(lattice, hit.start)) for h in lattice.at(index)):
            return not out_of or _after_from(lattice, index)
    return False


def _undertaken(lattice: Lattice, start: int) -> bool:
    """ "managed to regain": somebody did what the noun of action says."""
    return any(h.entry.value == "undertake" for at in (start - 1, start - 2, start - 3) for h in lattice.at(at))


def _corpses(lattice: Lattice, start: int) -> bool:
    """Bodies told of close before."""
    dead = (lattice.find(at, "casualty", "object") for at in range(max(0, start - _BEFORE), start))
    return any(hit is not None and hit.entry.value in ("killed", "remains") for hit in dead)


def _after_from(lattice: Lattice, index: int) -> bool:
    """ "driven out of the town": the place that somebody left."""
    prep = lattice.find(index - 1, "prep")
    return prep is not None and prep.entry.value == "from"


def _movable(hit: Hit) -> bool:
    """Cars and weapons are taken, and no land with them; a ship seized is another matter (struck.takes_ship)."""
    means = hit.lead.startswith(load_settings().leads["by"])
    return hit.entry.cls == "target" and hit.entry.value in _MOVABLE and not means


def _held(lattice: Lattice, index: int, *values: str) -> bool:
    return any(h.entry.cls == "object" and h.entry.value in values for h in lattice.at(index))


def _holdable(hit: Hit, *, armed: bool) -> bool:
    """A place or a thing; whole countries and regions only when somebody armed takes them."""
    if hit.entry.cls == "placecue":
        return armed or hit.entry.value not in _WIDE
    return hit.entry.cls in (PLACE, "target")


def _armed(lattice: Lattice, hit: Hit) -> bool:
    """Somebody armed close by, before or behind."""
    near = range(max(0, hit.start - _BEFORE), hit.end + _BEHIND)
    return any(bears_arms(h) for index in near for h in lattice.at(index))


def _masses(lattice: Lattice, first: int, *, counted: bool) -> bool:
    """Many people, none of them armed or held, close behind: counted, or in the plural where that is enough."""
    for index in range(first, first + _MANY_REACH):
        group = lattice.find(index, "group", "casualty")
        if group is not None and _civilians(group):
            return _numbered(lattice, index) or (group.form.startswith(("pl", "du")) and not counted)
    return False


def _civilians(hit: Hit) -> bool:
    if hit.entry.cls == "casualty":
        return hit.entry.value == "displaced"
    return hit.entry.value not in _NOBODY and "amb" not in hit.entry.attrs


def _numbered(lattice: Lattice, index: int) -> bool:
    return lattice.text.tokens[index - 1].kind == "number" or lattice.find(index - 1, "num", "vague") is not None
