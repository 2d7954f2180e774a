"""Actors: named sides, and forces or offices with the nation or owner that follows ("the Russian defence ministry")."""

from __future__ import annotations

from functools import cache

from msgspec.structs import replace

from waqai.match.automaton import load_automaton
from waqai.match.lattice import Lattice
from waqai.mentions.complements import INSURGENT, SINGLE, adjectives, belonging, complement
from waqai.mentions.phrase import Phrase, hits_of, is_definite, proclitic_length
from waqai.model.mention import Hit
from waqai.model.value import Value
from waqai.packs.pack import load_settings

ACTOR, NATION = "actor", "nation"
_BY_WHOM = frozenset({"group", "unit", "tribe"})
_DOING = frozenset({"verb", "agent", "that"})


class Side(Value, frozen=True):
    """Who it is: neutral id and English name where known; what sort of body; can it attack, can it speak."""

    id: str | None
    name: str | None
    sort: str
    country: str | None
    armed: bool
    official: bool


def find_actors(lattice: Lattice) -> list[Phrase]:
    """Actor phrases and lone adjectives of nation (kind "nation"), in order, longest first where they overlap."""
    found = [
        _named(lattice, hit) if not _adjective(lattice, hit) else _nation(hit) for _, hit in hits_of(lattice, "actor")
    ]
    forces = (_force(lattice, hit) for _, hit in hits_of(lattice, "force"))
    found += [phrase for phrase in forces if _acts(lattice, phrase) and not _describes(lattice, phrase)]
    found += [_defence(lattice, hit) for _, hit in hits_of(lattice, "weapon") if hit.entry.value == "air_defence"]
    found += [_people(lattice, hit) or _nation(hit) for _, hit in hits_of(lattice, "demonym")]
    found.sort(key=lambda p: (p.start, -p.end, p.kind))
    kept: list[Phrase] = []
    for phrase in found:
        if kept and _alias(lattice, kept[-1], phrase):
            kept[-1] = replace(kept[-1], end=phrase.end, extra=phrase.extra)
        elif not kept or phrase.start >= kept[-1].end:
            kept.append(phrase)
    return kept


def _alias(lattice: Lattice, side: Phrase, name: Phrase) -> bool:
    """ "an armed alliance known as the Dawn": one side, with the name's identity."""
    known = lattice.find(side.end, "alias")
    if known is None or side.kind != ACTOR or name.kind != ACTOR or side.extra.id is not None:
        return False
    quoted = lattice.text.tokens[known.end].kind == "punct" if known.end < len(lattice.text.tokens) else False
    return name.start == known.end + quoted


def _named(lattice: Lattice, hit: Hit) -> Phrase:
    attrs = hit.entry.attrs
    sort = attrs.get("type", "group")
    side = Side(hit.entry.value, attrs.get("name"), sort, attrs.get("country"), sort not in _SPEAKERS, True)
    end, _ = belonging(lattice, adjectives(lattice, hit.end), hit.entry.value)
    return Phrase(ACTOR, hit.start, end, proclitic_length(hit.lead), hit.entry, hit.form, hit.lead, None, side)


_SPEAKERS = frozenset(
    {"agency", "media", "ngo", "igo", "party", "ministry", "court", "parliament", "rescue", "health", "embassy"}
    | {"delegation", "company", "staff", "presidency", "local_authority"}
)


def _defence(lattice: Lattice, hit: Hit) -> Phrase:
    """Air defence acts, whoever's it is."""
    end, owner = complement(lattice, hit)
    side = Side(f"actor:{owner.lower()}-air-defence" if owner else None, None, "air_defence", owner, True, False)
    return Phrase(ACTOR, hit.start, end, proclitic_length(hit.lead), hit.entry, hit.form, hit.lead, None, side)


def _force(lattice: Lattice, hit: Hit) -> Phrase:
    end, owner = complement(lattice, hit)
    attrs = hit.entry.attrs
    side = Side(
        _force_id(hit, owner),
        None,
        hit.entry.value,
        owner,
        "armed" in attrs,
        "official" in attrs,
    )
    return Phrase(ACTOR, hit.start, end, proclitic_length(hit.lead), hit.entry, hit.form, hit.lead, None, side)


def _acts(lattice: Lattice, phrase: Phrase) -> bool:
    """A word for a weapon ("aircraft") is a side only with its owner; a common word only with a complement."""
    owned = phrase.extra.country is not None or _of_a_force(lattice, phrase) or phrase.form.endswith(".o")
    if "platform" in phrase.head.attrs and "amb" in phrase.head.attrs:
        return owned
    weapon = lattice.find(phrase.start, "weapon")
    if weapon and weapon.entry.value != "air_defence" and "platform" in phrase.head.attrs:
        return owned
    return owned or "amb" not in phrase.head.attrs or phrase.end - phrase.start > 1 or _does(lattice, phrase)


def _describes(lattice: Lattice, phrase: Phrase) -> bool:
    """ "two persons of unknown identity": behind people, a word for unknown ones says what they are like."""
    before = lattice.at(phrase.start - 1) if phrase.extra.sort == "unknown" else []
    return any(hit.entry.cls == "group" and hit.end == phrase.start for hit in before)


def _of_a_force(lattice: Lattice, phrase: Phrase) -> bool:
    """ "aircraft of the army": another body's name is inside the phrase."""
    return any(lattice.find(at, "force", "actor") for at in range(phrase.start + 1, phrase.end))


def _does(lattice: Lattice, phrase: Phrase) -> bool:
    """A word like "gunman" or "unknown" right after a verb or "by" is who does it, not an adjective."""
    before = [h for back in (1, 2) for h in lattice.at(phrase.start - back) if h.end == phrase.start]
    sort, led = phrase.extra.sort, {hit.entry.cls for hit in before}
    alone = sort in SINGLE and not phrase.lead and bool(led & _DOING)
    told = lattice.text.tokens[phrase.start].text.startswith(load_settings().noun.article)
    band = sort in _BY_WHOM and ("agent" in led or ("verb" in led and told)) and not _some(lattice, phrase)
    return alone or band or (sort == "forces" and phrase.form == "pl" and phrase.definite)


def _some(lattice: Lattice, phrase: Phrase) -> bool:
    """ "a group of ...": only a number of what follows."""
    prep = lattice.find(phrase.end, "prep")
    return prep is not None and prep.entry.value == "from"


def _force_id(hit: Hit, owner: str | None) -> str | None:
    if owner is None:
        return None
    return owner if owner.startswith("actor:") else f"actor:{owner.lower()}-{hit.entry.value}"


def _adjective(lattice: Lattice, hit: Hit) -> bool:
    """ "14 Russian attacks": the accusative of the adjective is spelled like the state, behind a noun in the accusative."""
    ending = load_settings().noun.accusative
    if hit.entry.attrs.get("type") != "state" or hit.lead or hit.start == 0 or hit.end - hit.start > 1:
        return False
    both = [lattice.text.tokens[i].text.endswith(ending) for i in (hit.start - 1, hit.start)]
    return all(both) and any(h.entry.cls in _DESCRIBED for h in lattice.at(hit.start - 1))


_DESCRIBED = frozenset({"event", "weapon", "group", "casualty"})


@cache
def _states() -> dict[str, tuple[str, str | None]]:
    """The id and name of the state of each country, so that "Russian" and "Russia" are one."""
    entries = (entry for entry in load_automaton().entries if entry.cls == "actor")
    states = [entry for entry in entries if entry.attrs.get("type") == "state" and "country" in entry.attrs]
    return {entry.attrs["country"]: (entry.value, entry.attrs.get("name")) for entry in reversed(states)}


def _nation(hit: Hit) -> Phrase:
    if hit.entry.cls == "actor":
        country = hit.entry.attrs.get("country")
        side = Side(hit.entry.value, hit.entry.attrs.get("name"), "nation", country, True, False)
        return Phrase(NATION, hit.start, hit.end, 0, hit.entry, hit.form, hit.lead, None, side)
    value = hit.entry.value
    if value.startswith("actor:"):
        side = Side(value, None, "nation", None, True, False)
    else:
        known, name = _states().get(value, (f"actor:{value.lower()}", None))
        side = Side(known, name, "nation", value, True, False)
    return Phrase(NATION, hit.start, hit.end, proclitic_length(hit.lead), hit.entry, hit.form, hit.lead, None, side)


def _people(lattice: Lattice, hit: Hit) -> Phrase | None:
    """ "the Russians shelled", "shelled the Russians": a nation's people in the plural beside a verb, who act."""
    if hit.form != "pl" or not is_definite(hit.lead) or proclitic_length(hit.lead):
        return None
    object_ending = load_settings().noun.plural_masculine[1]
    if lattice.text.tokens[hit.start].text.endswith(object_ending) or len(hit.entry.value) != len("XX"):
        return None
    if lattice.find(hit.end, "verb") is None and lattice.find(hit.start - 1, "verb") is None:
        return None
    nation = _nation(hit)
    return replace(nation, kind=ACTOR, extra=replace(nation.extra, sort="people"))


def same_side(one: Side, other: Side) -> bool:
    """May the two name one side: same id, or same country when one of them is no closer than the nation?"""
    if one.id and one.id == other.id:
        return True
    if one.sort in INSURGENT or other.sort in INSURGENT:
        return False  # a country's rebels are not its army
    return one.country is not None and one.country == other.country
