"""Which triggers make an event by themselves, and of which kind: by their object, their carrier verb or their own words."""

from __future__ import annotations

from waqai.events.carriers import carried, exposed, near
from waqai.events.dealings import arms_given, dealt, in_session, none_of
from waqai.events.downing import DOWNED, downs
from waqai.events.meetings import meets
from waqai.events.reading import Reading
from waqai.events.replies import reply_before
from waqai.events.struck import of_sanctions, strikes_thing, takes_ship
from waqai.events.syntax import fire_at, preposition_before
from waqai.events.triggers import Trigger, repels
from waqai.mentions.phrase import Phrase
from waqai.model.mention import Hit
from waqai.packs.kinds import load_kinds
from waqai.packs.pack import load_settings

_SUBJECT, _BACK_REFERENCE, _AIMED = 4, 14, 14
_WEAPON_REACH = 7
_BOMBS = frozenset({"aerial_bomb", "glide_bomb", "incendiary", "cluster", "grenade", "ied", "mine"})
_THROWN = frozenset({"grenade", "ied", "incendiary", "other"})
_FALLING = frozenset(
    {"missile", "cruise_missile", "ballistic_missile", "rocket", "artillery", "mortar", "drone", "aerial_bomb"}
    | {"glide_bomb", "cluster"}
)
_CLOSE = 3
_FREEING = frozenset({"release", "exchange"})
_PLOT_REACH = 4
_PLANTED = frozenset({"ied", "car_bomb", "suicide_vest"})
_A_FEW, _FLED = 5, 5
_RESIDENTS = frozenset({"civilian", "person", "woman", "child"})
_BORNE = frozenset({"tally", "casualty", "under", "fended", "intercept"})  # classes and values
_TAKEN = frozenset({"soldier", "fighter", "police"})


def kind_of(reading: Reading, trigger: Trigger, following: int, helpers: list[Trigger]) -> str | None:
    """The kind of event this trigger makes by itself, None when it only helps others."""
    role = trigger.frame.role
    if role in ("drop", "fall"):
        return _by_object(reading, trigger, following, role)
    if role in ("defuse", "recover"):
        return _defused(reading, trigger, following)
    if role == "light":
        return _launched(reading, trigger, following)
    if _tells_no_deed(reading, trigger, following) or (trigger.noun and _aimed_at(reading, trigger)):
        return None
    if "deadly" in trigger.hit.entry.attrs and not any(h.frame.role == "harm" for h in helpers):
        return None  # "died under torture"; nobody dies of a confession under it
    if (kind := _by_what_is_near(reading, trigger, following)) is not None:
        return kind
    if trigger.noun and _purpose(reading, trigger) and not any(exposed(h, trigger) for h in near(helpers, trigger)):
        return trigger.kind if _plotted(reading, trigger) and role == "incident" else None
    if role not in ("incident", "deal") or _lacks(reading, trigger):
        return None
    return trigger.kind if _says_so(reading, trigger, helpers) else None


def _launched(reading: Reading, trigger: Trigger, following: int) -> str | None:
    """What was launched or opened: gas, gunfire, or weapons at something."""
    if meets(reading, trigger):
        return "talks"
    if _gas(reading, trigger, following):
        return "riot_crackdown"
    return "shooting" if _opens_fire(reading, trigger) else _by_launched(reading, trigger, following)


def _by_what_is_near(reading: Reading, trigger: Trigger, following: int) -> str | None:
    """The kind that an object makes of the words: a ship seized, a thing struck, drones destroyed, arms handed over."""
    if trigger.kind == "territory_change" and takes_ship(reading, trigger):
        return "abduction"
    if trigger.frame.role == "harm" and ("violent" in trigger.hit.entry.attrs or strikes_thing(reading, trigger)):
        return "attack"
    if trigger.frame.kind == "destruction" and not _purpose(reading, trigger) and downs(reading, trigger):
        return "interception"
    if "gives" in trigger.hit.entry.attrs and arms_given(reading, trigger, following):
        return "aid"
    return None


def _lacks(reading: Reading, trigger: Trigger) -> bool:
    """Nobody is named who was appointed, or whose approval it was."""
    if "lone" in trigger.hit.entry.attrs:
        return not reading.actors.within(trigger.end, trigger.end + _CLOSE)
    return trigger.hit.entry.value == "appoint" and not _names_somebody(reading, trigger)


def _says_so(reading: Reading, trigger: Trigger, helpers: list[Trigger]) -> bool:
    """Do the words alone, a verb that carries them or a saying make it an event?"""
    deal = trigger.frame.role == "deal"
    if deal and meets(reading, trigger):
        return True
    if trigger.kind == "clash" and trigger.noun and preposition_before(reading, trigger.end + 1) == "between":
        sides = (trigger.end, trigger.end + _CLOSE)
        return bool(reading.actors.within(*sides) or reading.people.within(*sides))
    if "light" in trigger.hit.entry.attrs or trigger.weak:
        if deal and trigger.noun and reading.lattice.find(trigger.start - 1, "quantifier", "any"):
            return False
        announced = deal and (reading.lattice.find(trigger.end, "future") or in_session(reading, trigger))
        told = announced or carried(reading, helpers, trigger) or _spoken_of(reading, trigger)
        told = told or reply_before(reading, trigger) is not None
        told = told and trigger.noun and "taken" not in trigger.hit.entry.attrs
        return bool(told) or _takes(reading, trigger) or _flees(reading, trigger) or _fired_at(reading, trigger)
    if deal and trigger.noun:
        return not none_of(reading, trigger) and (carried(reading, helpers, trigger) or dealt(reading, trigger))
    return True


def _in_words(reading: Reading, trigger: Trigger) -> bool:
    """ "attacked the minister of finance sharply": nobody armed, nothing to hit, no weapon and nowhere."""
    near = (max(0, trigger.start - _BACK_REFERENCE), trigger.end + _AIMED)
    if any(p.extra.armed for p in reading.actors.within(*near)) or any(
        p.extra.group in _TAKEN for p in reading.people.within(*near)
    ):
        return False
    return not any(index.within(*near) for index in (reading.weapons, reading.targets, reading.places))


def _tried(reading: Reading, trigger: Trigger) -> bool:
    """ "while they tried to fire rockets at": nothing was fired."""
    return reading.lattice.find(trigger.start - 1, "attempt") is not None


def _fired_at(reading: Reading, trigger: Trigger) -> bool:
    """ "the firing of a rocket from Gaza at Ashkelon": what is fired at something comes down on it."""
    if trigger.kind != "missile_strike" or not trigger.noun or _tried(reading, trigger):
        return False
    return any(_at_something(reading, index) for index in range(trigger.end, trigger.end + _AIMED))


def _tells_no_deed(reading: Reading, trigger: Trigger, following: int) -> bool:
    """Words of attack that describe, point at something else told, or end it."""
    if trigger.hit.form.startswith("pres") and reading.lattice.find(trigger.start - 1, "rel") is not None:
        return True  # "the areas that it controls" is how things stand, not what happened
    if trigger.kind == "interception" and not _intercepts(reading, trigger, following):
        return True
    if "rhetoric" in trigger.hit.entry.attrs and _in_words(reading, trigger):
        return True
    if trigger.hit.entry.attrs.get("effect") == "withdraw" and not reading.places.within(trigger.end, following):
        return True  # "then they withdrew": a raid is over, no land changed hands
    if trigger.noun and trigger.kind == "displacement" and _hurt(reading, trigger):
        return True
    if repels(reading.lattice, trigger) and trigger.kind == "destruction":
        return True
    return "objective" in trigger.hit.entry.attrs and not trigger.noun and of_sanctions(reading, trigger)


def _takes(reading: Reading, trigger: Trigger) -> bool:
    """ "capture of two soldiers": spelled like "families", but those taken stand right behind it."""
    people = reading.people.covering(trigger.end) if trigger.kind == "detention" else None
    if people is None or people.start != trigger.end or (people.definite and people.count is None):
        return False
    return people.head.value in _TAKEN or ("arrest" in trigger.hit.entry.attrs and people.count is not None)


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
    """ "in order to target": a noun of action after the proclitic "to" is an aim, unless somebody suffered it or beat it off."""
    lead, to = trigger.hit.lead, load_settings().leads["to"]
    if "deed" in trigger.hit.entry.attrs:
        return False
    aimed = trigger.frame.role == "incident" or trigger.kind in _FREEING
    if lead not in (to, to * 2) or not aimed or preposition_before(reading, trigger.start) == "after":
        return False
    near = range(max(0, trigger.start - _CLOSE), trigger.start)
    return not any({h.entry.cls, h.entry.value} & _BORNE for i in near for h in reading.lattice.at(i))


def _intercepts(reading: Reading, trigger: Trigger, following: int) -> bool:
    """Something that flies is met; of air defence itself no object need be said."""
    if _by_object(reading, trigger, following, "drop") == "interception":
        return True
    doers = reading.weapons.within(max(0, trigger.start - _CLOSE), trigger.end + _CLOSE)
    return not trigger.noun and any(w.head.value == "air_defence" for w in doers)


def _hurt(reading: Reading, trigger: Trigger) -> bool:
    """ "the evacuation of the wounded" displaces nobody."""
    near = (reading.lattice.find(i, "casualty", "event") for i in range(trigger.end, trigger.end + 2))
    return any(hit is not None and hit.entry.value != "displaced" for hit in near)


def _aimed_at(reading: Reading, trigger: Trigger) -> bool:
    """ "with the aim of taking", "for the sake of a truce": an aim right before the noun of action, or its noun before it."""
    if "deed" in trigger.hit.entry.attrs:
        return False
    to = load_settings().leads["to"]
    before = reading.lattice.find(trigger.start - 1, "event")
    if before is not None and before.entry.value == trigger.hit.entry.value and before.lead.endswith(to):
        return True
    near = (trigger.start - 1, trigger.start - 2, trigger.start - 3)
    hit = next((h for at in near if (h := reading.lattice.find(at, "aim"))), None)
    return hit is not None and hit.end >= trigger.start - 1


def _plotted(reading: Reading, trigger: Trigger) -> bool:
    """ "a plot to blow up", "was planning to attack": what somebody set out to do."""
    near = range(max(0, trigger.start - _PLOT_REACH), trigger.start)
    return any(reading.lattice.find(i, "plot") for i in near)


def _defused(reading: Reading, trigger: Trigger, following: int) -> str | None:
    """A bomb made harmless, or found: the bombing that somebody planned. Bombs found in store are none."""
    reach = trigger.end + (_CLOSE if trigger.noun else _WEAPON_REACH)
    bombs = [w for w in reading.weapons.within(trigger.end, min(reach, following)) if _planted(w)]
    return "bombing" if bombs and not bombs[0].lead.startswith(load_settings().leads["by"]) else None


def _planted(weapon: Phrase) -> bool:
    return weapon.head.value in _PLANTED and (weapon.count is None or weapon.count.low <= _A_FEW)


def _names_somebody(reading: Reading, trigger: Trigger) -> bool:
    return bool(reading.persons.within(trigger.end, trigger.end + 6))


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
            return _dropped(kinds)
        return "interception" if kinds & DOWNED or _of_them(reading, trigger) else None
    fallen = kinds & _FALLING or {
        w.head.value for w in weapons if w.head.value == "tank" and "platform" not in w.head.attrs
    }
    return load_kinds().by_weapon.get(min(fallen), "attack") if fallen else None


def _dropped(kinds: set[str]) -> str:
    """From a drone, from the air, or, of what a hand can throw, by hand."""
    if "drone" in kinds:
        return "drone_strike"
    return "attack" if kinds <= _THROWN else "air_strike"


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
    if not weapons or trigger.definite or (trigger.noun and _tried(reading, trigger)):
        return None
    if trigger.hit.form.startswith("pres") and reading.lattice.find(trigger.start - 1, "sub"):
        return None
    aimed = range(weapons[-1].end, min(weapons[-1].end + _AIMED, following))
    aimed = range(
        aimed.start, next((i for i in aimed if reading.lattice.find(i, "sub", "that", "rel", "verb")), aimed.stop)
    )
    return "attack" if any(_at_something(reading, index) for index in aimed) else None


def _at_something(reading: Reading, index: int) -> bool:
    """ "at", "towards", "against"; "to" with a place or a thing behind it."""
    hit = reading.lattice.find(index, "prep")
    if hit is None or hit.entry.value in ("on", "toward", "against"):
        return hit is not None
    behind = (hit.end, hit.end + _CLOSE)
    return hit.entry.value == "to" and bool(reading.places.within(*behind) or reading.targets.within(*behind))
