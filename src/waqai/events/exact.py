"""The exact kind of an event: by its weapons, by who did it and how, and by whom it met."""

from __future__ import annotations

from waqai.events.arms import settle
from waqai.events.draft import Draft
from waqai.events.grouping import Group
from waqai.events.reading import Reading
from waqai.events.syntax import governor, preposition_before
from waqai.events.triggers import Trigger, repels
from waqai.packs.kinds import load_kinds

_MEANS = frozenset({"by", "from", "means", "to"})
_CROWD_REACH = 5
_FOILED_REACH = 5
_MILITARY = frozenset({"army", "forces", "soldiers", "militia", "rebels", "group", "coalition", "unit", "nation"})
_GUARDIANS = frozenset({"police", "security", "army", "forces", "guard", "soldiers", "state", "nation"})
_AT_CROWDS = frozenset({"shooting", "assault", "attack"})
_AFOOT = frozenset({"gunmen", "terrorists", "unknown", "settlers", "crowd", "rebels", "group", "militia"})
_DROPPED = frozenset({"aerial_bomb", "grenade"})
_MACHINES = frozenset({"tank", "drone", "aircraft", "helicopter", "artillery"})
_BLASTS = frozenset({"attack", "explosion", "bombing"})


def exact_kind(reading: Reading, one: Group, draft: Draft) -> str:
    """A bomber makes an explosion a suicide bombing; someone who blows something up makes it a bombing."""
    if one.kind in _BLASTS and any(
        not (_of_drone(reading, at) or _was_killed(reading, one, at))
        for at in reading.lattice.starts(one.first, one.last, "suicide")
    ):
        return "suicide_bombing"
    if one.kind == "air_strike" and _flown_by_drone(reading, draft):
        return "drone_strike"
    if any("airdrop" in t.hit.entry.attrs for t in one.triggers) and _brings_aid(reading):
        return "aid"
    if one.kind == "air_strike" and any("raid" in t.hit.entry.attrs for t in one.triggers) and _on_foot(draft):
        return "attack"
    if one.kind == "shooting" and (made := _by_guns(draft)) is not None:
        return made
    if one.kind in _AT_CROWDS and _keeps_order(draft) and _on_a_crowd(reading, one):
        return "riot_crackdown"
    if one.kind == "attack" and any(repels(reading.lattice, t) for t in one.triggers):
        return "clash"
    set_off = any("trans" in t.hit.entry.attrs for t in one.triggers)
    if one.kind == "explosion" and any(_aims(t) for t in one.triggers):
        return "bombing"
    return "bombing" if one.kind == "explosion" and set_off and (draft.targets or draft.perpetrators) else one.kind


def beaten_off(reading: Reading, draft: Draft) -> bool:
    """ "the army foiled an attack by the rebels": between two armed sides a fight that took place, not a plot found out."""
    if draft.status != "planned" or draft.stated_kind not in ("attack", "ground_assault", "clash"):
        return False
    before = range(max(0, draft.trigger.start - _FOILED_REACH), draft.trigger.start)
    foiled = any(h.entry.cls == "attempt" and h.entry.value == "foil" for i in before for h in reading.lattice.at(i))
    sides = [{p.phrase.extra.sort for p in side} & _MILITARY for side in (draft.perpetrators, draft.against)]
    return foiled and all(sides)


def _by_guns(draft: Draft) -> str | None:
    """ "a tank opened fire", "a drone fired at a car": the kind that the machine makes of it, where no rifle is told."""
    kinds = {weapon.head.value for weapon in draft.weapons}
    return _by_weapons(kinds) if kinds & _MACHINES and "small_arms" not in kinds else None


def _keeps_order(draft: Draft) -> bool:
    return any(party.phrase.extra.sort in _GUARDIANS for party in draft.perpetrators)


def _on_a_crowd(reading: Reading, one: Group) -> bool:
    return any(_at_a_crowd(reading, t) for t in one.triggers) or _hurt_crowd(reading, one)


def _at_a_crowd(reading: Reading, trigger: Trigger) -> bool:
    """ "opened fire on protesters": force against a crowd."""
    for index in range(trigger.end, trigger.end + _CROWD_REACH):
        hit = reading.lattice.find(index, "object")
        if hit is not None and hit.entry.value == "crowd" and "quiet" not in hit.entry.attrs:
            return preposition_before(reading, index) == "on"
    return False


def _hurt_crowd(reading: Reading, one: Group) -> bool:
    """ "ten protesters were killed by the security's bullets"."""
    if not any(t.frame.role == "harm" for t in one.triggers):
        return False
    crowds = (reading.lattice.find(i, "object") for i in reading.lattice.starts(one.first, one.last, "object"))
    plain = [h for h in crowds if h is not None and h.entry.value == "crowd" and "quiet" not in h.entry.attrs]
    people = (reading.people.covering(hit.start) for hit in plain)
    return any(p is not None and p.extra.numbered for p in people)


def _brings_aid(reading: Reading) -> bool:
    """Does the report speak of aid at all? Then it is what came down from the air."""
    return any(hit.entry.value == "aid" for hit in reading.lattice.classes.get("event", ()))


def _on_foot(draft: Draft) -> bool:
    """Gunmen raid a village on motorcycles, not from the air."""
    afoot = any(party.phrase.extra.sort in _AFOOT for party in draft.perpetrators)
    return afoot and not any(load_kinds().by_weapon.get(w.head.value) == "air_strike" for w in draft.weapons)


def _aims(trigger: Trigger) -> bool:
    """An explosion that "targeted" something was set off."""
    return trigger.frame.kind == "attack" and not trigger.noun and "objective" in trigger.hit.entry.attrs


def _of_drone(reading: Reading, index: int) -> bool:
    """ "suicide drones" kill nobody who flies them."""
    weapons = (reading.weapons.covering(at) for at in (index, index - 1, index - 2))
    return any(weapon is not None and weapon.head.value == "drone" for weapon in weapons)


def _was_killed(reading: Reading, one: Group, index: int) -> bool:
    """ "killed four bombers": those who were killed, where nothing blew up."""
    people = reading.people.covering(index)
    return people is not None and people.extra.numbered and all(t.frame.role == "harm" for t in one.triggers)


def _flown_by_drone(reading: Reading, draft: Draft) -> bool:
    """ "a raid by a drone": the only weapon, linked to the noun of the raid."""
    linked = draft.trigger.end, draft.trigger.end + 1
    alone = {weapon.head.value for weapon in draft.weapons} == {"drone"}
    return alone and any(w.start in linked and governor(reading, w) in _MEANS for w in draft.weapons)


def refine(draft: Draft) -> Draft:
    """A bare attack becomes the kind that its weapons make; two sorts of weapon leave it an attack."""
    settle(draft)
    draft.kind = draft.stated_kind
    if draft.kind not in ("attack", "destruction", "explosion"):
        return draft
    if draft.kind == "attack" and any(w.head.attrs.get("feature") == "tear_gas" for w in draft.weapons):
        draft.kind = "riot_crackdown"
        return draft
    if any("remnant" in w.head.attrs for w in draft.weapons):
        draft.kind = "mine_explosion"
        return draft
    flown = (
        draft.kind == "attack"
        and not draft.weapons
        and any(p.phrase.extra.sort == "airforce" for p in draft.perpetrators)
    )
    draft.kind = "air_strike" if flown else _by_weapons({w.head.value for w in draft.weapons}) or draft.kind
    return draft


def _by_weapons(weapons: set[str]) -> str | None:
    """The kind that the weapons make: what carries a bomb outweighs the bomb, guns with rockets are shelling."""
    kinds = load_kinds()
    if "drone" in weapons:
        weapons = weapons - _DROPPED
    made = {kinds.by_weapon[weapon] for weapon in weapons if weapon in kinds.by_weapon}
    for whole, with_guns in (("air_strike", True), ("shelling", "artillery" in weapons)):
        if with_guns and whole in made and made <= {whole, "missile_strike"}:
            return whole
    return made.pop() if len(made) == 1 else None
