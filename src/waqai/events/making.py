"""Which triggers make an event by themselves, and of which kind: by their object, their carrier verb or their own words."""

from __future__ import annotations

from waqai.events.reading import Reading
from waqai.events.struck import of_sanctions, strikes_thing, takes_ship
from waqai.events.syntax import fire_at, preposition_before
from waqai.events.triggers import Trigger, repels
from waqai.match.lattice import Lattice
from waqai.mentions.actors import ACTOR
from waqai.mentions.phrase import Phrase
from waqai.model.mention import Hit
from waqai.packs.kinds import load_kinds
from waqai.packs.pack import load_settings

_LIGHT_REACH = 12
_EXPOSED_REACH = 40
_MOST_HELPERS = 8
_CARRY_REACH = 4
_SUBJECT, _BACK_REFERENCE = 4, 14
_WEAPON_REACH = 7
_DOWNED = frozenset({"drone", "missile", "cruise_missile", "ballistic_missile", "rocket", "aircraft", "helicopter"})
_FLOWN = frozenset({"drone", "missile", "cruise_missile", "ballistic_missile"})
_BOMBS = frozenset({"aerial_bomb", "glide_bomb", "incendiary", "cluster", "grenade", "ied", "mine"})
_FALLING = frozenset(
    {"missile", "cruise_missile", "ballistic_missile", "rocket", "artillery", "mortar", "drone", "aerial_bomb"}
    | {"glide_bomb", "cluster"}
)
_CLOSE = 3
_FREEING = frozenset({"release", "exchange"})
_PLOT_REACH = 4
_TOPIC_REACH = 2
_PLANTED = frozenset({"ied", "car_bomb", "suicide_vest"})
_A_FEW = 5
_FLED = 5
_RESIDENTS = frozenset({"civilian", "person", "woman", "child"})
_TAKEN = frozenset({"soldier", "fighter", "police"})
_CARRYING = frozenset({"light", "suffer", "deal", "incident"})


def near(helpers: list[Trigger], trigger: Trigger) -> list[Trigger]:
    """The helping triggers close before; words of dealings help only dealings."""
    deal = trigger.frame.role == "deal"
    close = helpers[-_MOST_HELPERS:]
    return [h for h in close if _reaches(h, trigger) and (deal or h.frame.role != "deal")]


def _reaches(helper: Trigger, trigger: Trigger) -> bool:
    """Close before; what somebody "was exposed to" waits behind a long subject for its own preposition."""
    return trigger.start - helper.end <= (_EXPOSED_REACH if _exposed(helper, trigger) else _LIGHT_REACH)


def _exposed(helper: Trigger, trigger: Trigger) -> bool:
    exposing = helper.frame.role == "suffer" and not helper.noun and "light" not in helper.hit.entry.attrs
    to = load_settings().leads["to"]
    return exposing and trigger.noun and trigger.hit.lead in (to, to * 2)


def kind_of(reading: Reading, trigger: Trigger, following: int, helpers: list[Trigger]) -> str | None:
    """The kind of event this trigger makes by itself, None when it only helps others."""
    role = trigger.frame.role
    if role in ("drop", "fall"):
        return _by_object(reading, trigger, following, role)
    if role in ("defuse", "recover"):
        return _defused(reading, trigger, following)
    if role == "light":
        if _gas(reading, trigger, following):
            return "riot_crackdown"
        return "shooting" if _opens_fire(reading, trigger) else _by_launched(reading, trigger, following)
    if _tells_no_deed(reading, trigger, following) or (
        "deadly" in trigger.hit.entry.attrs and not any(h.frame.role == "harm" for h in helpers)
    ):  # "died under torture"; nobody dies of a confession under it
        return None
    if trigger.kind == "territory_change" and takes_ship(reading, trigger):
        return "abduction"
    if role == "harm" and ("violent" in trigger.hit.entry.attrs or strikes_thing(reading, trigger)):
        return "attack"
    if trigger.noun and _purpose(reading, trigger) and not any(_exposed(h, trigger) for h in near(helpers, trigger)):
        return trigger.kind if _plotted(reading, trigger) and role == "incident" else None
    if trigger.frame.kind == "destruction" and not trigger.noun and _downs(reading, trigger):
        return "interception"
    if role not in ("incident", "deal") or (
        trigger.hit.entry.value == "appoint" and not _names_somebody(reading, trigger)
    ):
        return None
    if trigger.kind == "clash" and trigger.noun and preposition_before(reading, trigger.end + 1) == "between":
        return trigger.kind if reading.actors.within(trigger.end, trigger.end + _CLOSE) else None
    if "light" in trigger.hit.entry.attrs or trigger.weak:
        announced = role == "deal" and reading.lattice.find(trigger.end, "future") is not None
        told = announced or _carried(reading, helpers, trigger) or _spoken_of(reading, trigger)
        return trigger.kind if (trigger.noun and told) or _takes(reading, trigger) or _flees(reading, trigger) else None
    if role == "deal" and trigger.noun and _none_of(reading, trigger):
        return None
    if role == "deal" and trigger.noun:
        return trigger.kind if _carried(reading, helpers, trigger) or _dealt(reading, trigger) else None
    return trigger.kind


def _tells_no_deed(reading: Reading, trigger: Trigger, following: int) -> bool:
    """Words of attack that describe, point at something else told, or end it."""
    if trigger.hit.form.startswith("pres") and reading.lattice.find(trigger.start - 1, "rel") is not None:
        return True  # "the areas that it controls" is how things stand, not what happened
    if trigger.kind == "interception" and _by_object(reading, trigger, following, "drop") != "interception":
        return True
    if trigger.hit.entry.attrs.get("effect") == "withdraw" and not reading.places.within(trigger.end, following):
        return True  # "then they withdrew": a raid is over, no land changed hands
    if repels(reading.lattice, trigger) and trigger.kind == "destruction":
        return True
    return "objective" in trigger.hit.entry.attrs and not trigger.noun and of_sanctions(reading, trigger)


def _takes(reading: Reading, trigger: Trigger) -> bool:
    """ "capture of two soldiers": spelled like "families", but those taken stand right behind it."""
    people = reading.people.covering(trigger.end) if trigger.kind == "detention" else None
    if people is None or people.start != trigger.end or (people.definite and people.count is None):
        return False
    return people.head.value in _TAKEN


def _flees(reading: Reading, trigger: Trigger) -> bool:
    """ "thousands of residents fled": people beside a word that lions and gunmen share."""
    if "flee" not in trigger.hit.entry.attrs:
        return False
    people = reading.people.within(max(0, trigger.start - _FLED), trigger.end + _FLED)
    return any(p.head.value in _RESIDENTS and (p.count is not None or p.form == "pl") for p in people)


def _spoken_of(reading: Reading, trigger: Trigger) -> bool:
    """A weak noun of attack that is threatened, planned or denied: "threatened to strike", "denied firing rockets"."""
    if trigger.frame.role != "incident":
        return False
    near = range(max(0, trigger.start - _PLOT_REACH), trigger.start)
    return any(_foretells(hit) for index in near for hit in reading.lattice.at(index))


def _foretells(hit: Hit) -> bool:
    if hit.entry.cls in ("threat", "plot", "denial", "future"):
        return True
    return hit.entry.cls == "verb" and hit.entry.attrs.get("act") in ("threaten", "deny", "claim_responsibility")


def _purpose(reading: Reading, trigger: Trigger) -> bool:
    """ "in order to target": a noun of action after the proclitic "to" is an aim, unless something suffered it."""
    lead, to = trigger.hit.lead, load_settings().leads["to"]
    aimed = trigger.frame.role == "incident" or trigger.kind in _FREEING
    if lead not in (to, to * 2) or not aimed or preposition_before(reading, trigger.start) == "after":
        return False
    near = range(max(0, trigger.start - _CLOSE), trigger.start)
    return not any(reading.lattice.find(i, "tally", "casualty") for i in near)


def _plotted(reading: Reading, trigger: Trigger) -> bool:
    """ "a plot to blow up", "was planning to attack": what somebody set out to do."""
    near = range(max(0, trigger.start - _PLOT_REACH), trigger.start)
    return any(reading.lattice.find(i, "plot") for i in near)


def _defused(reading: Reading, trigger: Trigger, following: int) -> str | None:
    """A bomb made harmless, or found: the bombing that somebody planned. Bombs found in store are none."""
    bombs = [w for w in reading.weapons.within(trigger.end, min(trigger.end + _CLOSE, following)) if _planted(w)]
    return "bombing" if bombs and not bombs[0].lead.startswith(load_settings().leads["by"]) else None


def _planted(weapon: Phrase) -> bool:
    return weapon.head.value in _PLANTED and (weapon.count is None or weapon.count.low <= _A_FEW)


def _downs(reading: Reading, trigger: Trigger) -> bool:
    """Air defence that destroys drones or missiles downs them."""
    weapons = [w for w in reading.weapons.within(trigger.end, trigger.end + _WEAPON_REACH) if w.head.value in _DOWNED]
    if not weapons:
        return False
    defence = reading.weapons.within(max(0, trigger.start - _WEAPON_REACH), weapons[0].start)
    return any(w.head.value == "air_defence" for w in defence) or _counted_drones(reading, trigger, weapons[0])


def _counted_drones(reading: Reading, trigger: Trigger, weapon: Phrase) -> bool:
    """ "the forces destroyed 12 drones": a side that is no weapon itself, and flying things as the object."""
    if weapon.skip or weapon.count is None or weapon.head.value not in _FLOWN:
        return False
    doers = reading.actors.within(max(0, trigger.start - _WEAPON_REACH), weapon.start)
    return any(d.kind == ACTOR and d.extra.armed and "platform" not in d.head.attrs for d in doers)


def _names_somebody(reading: Reading, trigger: Trigger) -> bool:
    return bool(reading.persons.within(trigger.end, trigger.end + 6))


def _carried(reading: Reading, helpers: list[Trigger], trigger: Trigger) -> bool:
    """Does a verb carry the noun of action: launched, suffered, held? No clause may begin between them."""
    return any(
        not h.noun
        and (h.frame.role in _CARRYING or (h.frame.role == "reach" and trigger.kind == "aid"))
        and (h.hit.entry.value != "carry" or trigger.start - h.end <= _CARRY_REACH or trigger.kind == "aid")
        and (_exposed(h, trigger) or not _clause_between(reading, h.end, trigger.start))
        for h in near(helpers, trigger)
    )


def _clause_between(reading: Reading, first: int, last: int) -> bool:
    lattice = reading.lattice
    return any(
        lattice.find(i, "that", "sub") or ((h := lattice.find(i, "verb")) is not None and _says(h))
        for i in range(first, last)
    )


def _says(hit: Hit) -> bool:
    """A verb of saying, and not with an object pronoun (spelled like "belonging to")."""
    return hit.entry.value == "say" and not hit.form.endswith(".o")


def _dealt(reading: Reading, trigger: Trigger) -> bool:
    """A dealing that no verb carries counts when it is announced as coming, or did or led to something."""
    lattice = reading.lattice
    if lattice.find(trigger.end, "future"):
        return True
    if any(lattice.find(at, "future", "perfect") for at in range(max(0, trigger.start - 2), trigger.start)):
        return True
    if any(_announces(lattice, at, trigger.start) for at in range(max(0, trigger.start - 6), trigger.start)):
        return True
    if any(_demanded(lattice, at, trigger.start) for at in range(max(0, trigger.start - 6), trigger.start)):
        return True
    if trigger.kind in ("talks", "ceasefire") and preposition_before(reading, trigger.end + 1) == "between":
        return True
    return trigger.kind in ("exchange", "release", "appointment") and not trigger.definite


def _none_of(reading: Reading, trigger: Trigger) -> bool:
    """ "refuses any talks", "without an agreement", "a proposal on the release of": none, or only what is spoken of."""
    if reading.lattice.find(trigger.start - 1, "any", "neg"):
        return True
    near = range(max(0, trigger.start - _TOPIC_REACH), trigger.start)
    return any(reading.lattice.find(i, "topic") for i in near)


def _announces(lattice: Lattice, index: int, start: int) -> bool:
    """ "announced a ceasefire": the verb takes the dealing as its object, with no clause between."""
    verb = lattice.find(index, "verb")
    if verb is None or verb.entry.attrs.get("act") != "announce":
        return False
    return not any(lattice.find(i, "that", "sub") for i in range(verb.end, start))


def _demanded(lattice: Lattice, index: int, start: int) -> bool:
    """A noun of demanding close before the dealing, or the verb with its subject between ("the union called for")."""
    if lattice.find(index, "demand", "actobject"):
        return start - index <= _CLOSE
    verb = lattice.find(index, "verb")
    if verb is None or verb.entry.attrs.get("act") not in ("demand", "reject"):
        return False
    return not any(lattice.find(i, "that", "sub") for i in range(verb.end, start))


def _by_object(reading: Reading, trigger: Trigger, following: int, role: str) -> str | None:
    """What was dropped or fell decides: bombs strike, drones and missiles are shot down or come down."""
    pointing = trigger.hit.form.endswith(".o") or reading.lattice.find(trigger.end, "most_of") is not None
    back = _BACK_REFERENCE if pointing else _SUBJECT
    weapons = reading.weapons.within(max(0, trigger.start - back), min(trigger.end + _WEAPON_REACH, following + 3))
    kinds = {weapon.head.value for weapon in weapons}
    if role == "drop":
        if any(p.extra.outcome for p in reading.people.within(trigger.end, trigger.end + _CLOSE)):
            return None  # "rockets bring down 18 dead"
        if kinds & _BOMBS:
            return "drone_strike" if "drone" in kinds else "air_strike"
        return "interception" if kinds & _DOWNED or _of_them(reading, trigger) else None
    fallen = kinds & _FALLING
    return load_kinds().by_weapon.get(min(fallen)) if fallen else None


def _of_them(reading: Reading, trigger: Trigger) -> bool:
    """ "shot down 26 of them": a count of what was told before."""
    counts = reading.counts_within(trigger.end, trigger.end + _CLOSE + 1)
    return any(reading.lattice.find(count.end, "of_them") is not None for count in counts)


def _opens_fire(reading: Reading, trigger: Trigger) -> bool:
    """ "the soldiers opened (on the crowd) fire": the word for fire within reach of the verb."""
    return any(fire_at(reading, i) for i in range(trigger.end, trigger.end + _WEAPON_REACH))


def _gas(reading: Reading, trigger: Trigger, following: int) -> bool:
    """Tear gas is fired at a crowd, said or not."""
    weapons = reading.weapons.within(trigger.end, min(trigger.end + _WEAPON_REACH, following))
    return any(w.head.attrs.get("feature") == "tear_gas" for w in weapons)


def _by_launched(reading: Reading, trigger: Trigger, following: int) -> str | None:
    """Launching weapons at something strikes it; launching them at nothing said is no event."""
    weapons = reading.weapons.within(trigger.end, min(trigger.end + _WEAPON_REACH, following))
    if not weapons or trigger.hit.form.startswith("pres") and reading.lattice.find(trigger.start - 1, "sub"):
        return None
    aimed = range(weapons[-1].end, min(weapons[-1].end + _SUBJECT, following))
    at_something = any((hit := reading.lattice.find(i, "prep")) and hit.entry.value in ("on", "toward") for i in aimed)
    return "attack" if at_something else None
