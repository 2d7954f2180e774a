"""Actors: named sides, and forces or offices with the nation or owner that follows ("the Russian defence ministry")."""

from __future__ import annotations

from functools import cache

from msgspec.structs import replace

from waqai.match.automaton import load_automaton
from waqai.match.lattice import Lattice
from waqai.mentions.phrase import Phrase, adjoins, hits_of, is_definite, proclitic_length
from waqai.model.mention import Hit
from waqai.model.value import Value
from waqai.packs.pack import load_settings

ACTOR, NATION = "actor", "nation"
_LONGEST = 6
_SINGLE = frozenset({"gunmen", "unknown", "terrorists"})
_DOING = frozenset({"verb", "agent", "that"})
_PIECES = frozenset({"forces", "unit"})
_BANDS = _SINGLE | {"soldiers", "settlers", "rebels", "crowd"}


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
    found += [phrase for phrase in forces if _acts(lattice, phrase)]
    found += [_defence(lattice, hit) for _, hit in hits_of(lattice, "weapon") if hit.entry.value == "air_defence"]
    found += [_nation(hit) for _, hit in hits_of(lattice, "demonym")]
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
    end, _ = belonging(lattice, _adjectives(lattice, hit.end), hit.entry.value)
    return Phrase(ACTOR, hit.start, end, proclitic_length(hit.lead), hit.entry, hit.form, hit.lead, None, side)


_SPEAKERS = frozenset(
    {"agency", "media", "ngo", "igo", "party", "ministry", "court", "parliament", "rescue", "health", "embassy"}
    | {"delegation", "company", "staff", "presidency", "local_authority"}
)


def _defence(lattice: Lattice, hit: Hit) -> Phrase:
    """Air defence acts, whoever's it is."""
    end, owner = _complement(lattice, hit)
    side = Side(f"actor:{owner.lower()}-air-defence" if owner else None, None, "air_defence", owner, True, False)
    return Phrase(ACTOR, hit.start, end, proclitic_length(hit.lead), hit.entry, hit.form, hit.lead, None, side)


def _force(lattice: Lattice, hit: Hit) -> Phrase:
    end, owner = _complement(lattice, hit)
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
    owned = phrase.extra.country is not None or _of_a_force(lattice, phrase)
    if "platform" in phrase.head.attrs and "amb" in phrase.head.attrs:
        return owned
    weapon = lattice.find(phrase.start, "weapon")
    if weapon and weapon.entry.value != "air_defence" and "platform" in phrase.head.attrs:
        return owned
    return owned or "amb" not in phrase.head.attrs or phrase.end - phrase.start > 1 or _does(lattice, phrase)


def _of_a_force(lattice: Lattice, phrase: Phrase) -> bool:
    """ "aircraft of the army": another body's name is inside the phrase."""
    return any(lattice.find(at, "force", "actor") for at in range(phrase.start + 1, phrase.end))


def _does(lattice: Lattice, phrase: Phrase) -> bool:
    """A word like "gunman" or "unknown" right after a verb or "by" is who does it, not an adjective."""
    before = lattice.at(phrase.start - 1) if phrase.start else ()
    alone = phrase.extra.sort in _SINGLE and not phrase.lead and any(h.entry.cls in _DOING for h in before)
    return alone or (phrase.extra.sort == "forces" and phrase.form == "pl" and phrase.definite)


def _force_id(hit: Hit, owner: str | None) -> str | None:
    if owner is None:
        return None
    return owner if owner.startswith("actor:") else f"actor:{owner.lower()}-{hit.entry.value}"


def _complement(lattice: Lattice, hit: Hit) -> tuple[int, str | None]:
    """The end of the phrase and its owner: adjectives of nation, a named side, another body, a place."""
    end, owner = hit.end, None
    limit = min(hit.end + _LONGEST, len(lattice.hits))
    while end < limit:
        part = lattice.find(end, "demonym", "actor", "force", "target", "placecue", "role")
        if part is None or not adjoins(part) or (part.entry.cls in ("placecue", "target") and end > hit.end):
            break
        alone = hit.entry.value in _BANDS or is_definite(hit.lead) or _apart(hit, part)
        if part.entry.cls in ("placecue", "target", "role") and alone:
            break
        if part.entry.cls in ("target", "placecue") and hit.end - hit.start > 1:
            break
        if part.entry.cls in ("demonym", "actor"):
            owner = owner or _owner(part)
        end = part.end
    end, owner = _members(lattice, hit, _adjectives(lattice, end), owner)
    return belonging(lattice, end, owner)


def belonging(lattice: Lattice, end: int, owner: str | None = None) -> tuple[int, str | None]:
    """ "gunmen belonging to the movement": the phrase that ends at ``end`` goes on to the side it belongs to."""
    cue = lattice.find(end, "belong")
    if cue is None or not adjoins(cue):
        return end, owner
    body = _body(lattice, cue)
    if body is None:
        return end, owner
    last = body.end
    while (part := lattice.find(last, "demonym", "actor", "force")) and adjoins(part):
        owner = owner or _owner_of(part)
        last = part.end
    return last, owner or _owner_of(body)


def _body(lattice: Lattice, cue: Hit) -> Hit | None:
    """The side that a word of belonging asks for, behind its preposition."""
    needs, at = cue.entry.value, cue.end
    prep = lattice.find(at, "prep")
    if prep is not None and prep.entry.value in (needs, "to"):
        return lattice.find(prep.end, "actor", "force")
    hit = lattice.find(at, "actor", "force")
    if hit is None or needs == "from":
        return None
    to = load_settings().leads["to"]
    fits = hit.lead.startswith(to) if needs == "to" else adjoins(hit)
    return hit if fits else None


def _owner_of(part: Hit) -> str | None:
    return None if part.entry.cls == "force" else _owner(part)


def _apart(head: Hit, part: Hit) -> bool:
    """A head with the article has its complement already: "the army" and a bare "town of" are two phrases."""
    return is_definite(head.lead) and not is_definite(part.lead)


def _members(lattice: Lattice, hit: Hit, end: int, owner: str | None) -> tuple[int, str | None]:
    """ "fighters from the movement": those who belong to a named group are named by it (from a state is where)."""
    prep = lattice.find(end, "prep") if hit.entry.value in _BANDS | _PIECES and owner is None else None
    group = lattice.find(prep.end, "actor") if prep is not None and prep.entry.value == "from" else None
    if prep is not None and prep.entry.value == "from" and group is None and hit.entry.value in _PIECES:
        return _piece(lattice, prep.end, end, owner)
    if group is None or group.entry.attrs.get("type") == "state":
        return end, owner
    return group.end, _owner(group)


def _piece(lattice: Lattice, index: int, end: int, owner: str | None) -> tuple[int, str | None]:
    """ "a force of the counter-terrorism service": the body that it is a piece of."""
    body = lattice.find(index, "force")
    if body is None:
        return end, owner
    nation = lattice.find(body.end, "demonym")
    return (nation.end, nation.entry.value) if nation and adjoins(nation) else (body.end, owner)


def _owner(part: Hit) -> str:
    if part.entry.cls == "actor":
        return part.entry.attrs.get("country") or part.entry.value
    return part.entry.value


def _adjectives(lattice: Lattice, end: int) -> int:
    while (part := lattice.find(end, "demonym")) and adjoins(part):
        end = part.end
    return end


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


def same_side(one: Side, other: Side) -> bool:
    """May the two name one side: same id, or same country when one of them is no closer than the nation?"""
    if one.id and one.id == other.id:
        return True
    return one.country is not None and one.country == other.country
