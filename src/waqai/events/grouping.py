"""Grouping: which triggers of a sentence tell one event, and the stretch of tokens each event owns."""

from __future__ import annotations

from dataclasses import dataclass, field

from waqai.clauses.segments import Segment
from waqai.events.reading import Reading
from waqai.events.syntax import preposition_before
from waqai.events.triggers import Trigger
from waqai.match.lattice import Lattice
from waqai.packs.kinds import load_kinds
from waqai.packs.pack import load_settings

_LIGHT_REACH = 12
_WEAPON_REACH = 7
_DOWNED = frozenset({"drone", "missile", "cruise_missile", "ballistic_missile", "rocket", "aircraft", "helicopter"})
_BOMBS = frozenset({"aerial_bomb", "glide_bomb", "incendiary", "cluster", "grenade", "ied", "mine"})
_FALLING = {
    "missile",
    "cruise_missile",
    "ballistic_missile",
    "rocket",
    "artillery",
    "mortar",
    "drone",
    "aerial_bomb",
} | {
    "glide_bomb",
    "cluster",
}
_HARMLESS = frozenset(
    {"talks", "agreement", "ceasefire", "appointment", "sanction", "aid", "exchange", "release", "territory_change"}
)
_RAIDS = frozenset({("ground_assault", "detention"), ("protest", "riot_crackdown")})  # an arrest raid is one event (GUIDE.md)
_CARRYING = frozenset({"light", "suffer", "deal", "incident"})
_LINKS = frozenset({"in", "means", "after", "by"})


@dataclass(slots=True)
class Group:
    """Triggers of one event. ``main`` gives kind and status; ``first``..``last`` is the stretch the event owns."""

    kind: str
    main: Trigger | None
    triggers: list[Trigger] = field(default_factory=list)
    first: int = 0
    last: int = 0
    recall: bool = False

    @property
    def bears_harm(self) -> bool:
        """Can this kind of event kill or injure?"""
        return self.kind not in _HARMLESS


def group(reading: Reading, triggers: list[Trigger], segments: list[Segment], first: int, last: int) -> list[Group]:
    """The events of the sentence at tokens ``first``..``last``, in order, with their stretches."""
    groups: list[Group] = []
    helpers: list[Trigger] = []
    recalls: list[Group] = []
    for at, trigger in enumerate(triggers):
        following = triggers[at + 1].start if at + 1 < len(triggers) else last
        kind = _kind(reading, trigger, following, helpers)
        if kind is None and _recalls(reading, trigger):
            recalls.append(Group(trigger.kind, trigger, [trigger], trigger.start, following, recall=True))
        elif kind is None:
            helpers += [] if trigger.noun and trigger.frame.role == "deal" else [trigger]
        elif groups and _same(reading, groups[-1], [*_near(helpers, trigger), trigger], kind, segments):
            _absorb(groups[-1], trigger, kind, helpers)
            helpers = []
        else:
            groups.append(Group(kind, trigger, [*_near(helpers, trigger), trigger]))
            helpers = []
    _own(reading, groups, triggers, segments, first, last)
    return groups + recalls


def _recalls(reading: Reading, trigger: Trigger) -> bool:
    """A dealing named with the article and a day or place right after it: it can only add to one told before."""
    near = (trigger.end, trigger.end + 4)
    return trigger.definite and trigger.frame.role == "deal" and bool(reading.dates_within(*near))


def _near(helpers: list[Trigger], trigger: Trigger) -> list[Trigger]:
    """The helping triggers close before; words of dealings help only dealings."""
    deal = trigger.frame.role == "deal"
    return [h for h in helpers if trigger.start - h.end <= _LIGHT_REACH and (deal or h.frame.role != "deal")]


def _kind(reading: Reading, trigger: Trigger, following: int, helpers: list[Trigger]) -> str | None:
    """The kind of event this trigger makes by itself, None when it only helps others."""
    role = trigger.frame.role
    if role in ("drop", "fall"):
        return _by_object(reading, trigger, following, role)
    if role == "light":
        return "shooting" if _opens_fire(reading, trigger) else _by_launched(reading, trigger, following)
    if trigger.kind == "interception" and _by_object(reading, trigger, following, "drop") != "interception":
        return None
    if role == "harm" and _strikes_thing(reading, trigger):
        return "attack"
    if trigger.noun and _purpose(reading, trigger) and not _carried(reading, helpers, trigger):
        return None
    if trigger.frame.kind == "destruction" and not trigger.noun and _downs(reading, trigger):
        return "interception"
    if role not in ("incident", "deal") or (
        trigger.hit.entry.value == "appoint" and not _names_somebody(reading, trigger)
    ):
        return None
    if "light" in trigger.hit.entry.attrs or trigger.weak:
        announced = role == "deal" and reading.lattice.find(trigger.end, "future") is not None
        return trigger.kind if trigger.noun and (announced or _carried(reading, helpers, trigger)) else None
    if role == "deal" and trigger.noun:
        return trigger.kind if _carried(reading, helpers, trigger) or _dealt(reading, trigger) else None
    return trigger.kind


def _purpose(reading: Reading, trigger: Trigger) -> bool:
    """ "in order to target": a noun of action after the proclitic "to" is an aim, unless something suffered it."""
    leads = load_settings().leads
    after = preposition_before(reading, trigger.start) == "after"
    return trigger.hit.lead == leads["to"] and trigger.frame.role == "incident" and not after


def _downs(reading: Reading, trigger: Trigger) -> bool:
    """Air defence that destroys drones or missiles downs them."""
    weapons = reading.weapons.within(trigger.end, trigger.end + 4)
    defence = reading.weapons.within(max(0, trigger.start - _WEAPON_REACH), trigger.end + 4)
    return any(w.head.value in _DOWNED for w in weapons) and any(w.head.value == "air_defence" for w in defence)


def _strikes_thing(reading: Reading, trigger: Trigger) -> bool:
    """ "a missile struck the house": the verb of injuring with a thing as its object."""
    if trigger.noun or trigger.passive_only or trigger.frame.kind != "injured":
        return False
    near = range(trigger.end, trigger.end + 3)
    things = reading.targets.within(trigger.end, trigger.end + 3)
    return bool(things) and not things[0].skip and not any(reading.people.covering(i) for i in near)


def _names_somebody(reading: Reading, trigger: Trigger) -> bool:
    return bool(reading.persons.within(trigger.end, trigger.end + 6))


def _carried(reading: Reading, helpers: list[Trigger], trigger: Trigger) -> bool:
    """Does a verb carry the noun of action: launched, suffered, held? No clause may begin between them."""
    return any(
        not h.noun and h.frame.role in _CARRYING and not _clause_between(reading, h.end, trigger.start)
        for h in _near(helpers, trigger)
    )


def _clause_between(reading: Reading, first: int, last: int) -> bool:
    lattice = reading.lattice
    return any(
        lattice.find(i, "that", "sub") or ((h := lattice.find(i, "verb")) is not None and h.entry.value == "say")
        for i in range(first, last)
    )


def _dealt(reading: Reading, trigger: Trigger) -> bool:
    """A dealing that no verb carries counts when it is announced as coming, or did or led to something."""
    lattice = reading.lattice
    if lattice.find(trigger.end, "future"):
        return True
    if any(lattice.find(at, "future", "perfect") for at in range(max(0, trigger.start - 2), trigger.start)):
        return True
    if any(_announces(lattice, at, trigger.start) for at in range(max(0, trigger.start - 6), trigger.start)):
        return True
    if any(_demanded(lattice, at) for at in range(max(0, trigger.start - 3), trigger.start)):
        return True
    return trigger.kind in ("exchange", "release", "appointment") and not trigger.definite


def _announces(lattice: Lattice, index: int, start: int) -> bool:
    """ "announced a ceasefire": the verb takes the dealing as its object, with no clause between."""
    verb = lattice.find(index, "verb")
    if verb is None or verb.entry.attrs.get("act") != "announce":
        return False
    return not any(lattice.find(i, "that", "sub") for i in range(verb.end, start))


def _demanded(lattice: Lattice, index: int) -> bool:
    if lattice.find(index, "demand", "actobject"):
        return True
    verb = lattice.find(index, "verb")
    return verb is not None and verb.entry.attrs.get("act") in ("demand", "reject")


def _by_object(reading: Reading, trigger: Trigger, following: int, role: str) -> str | None:
    """What was dropped or fell decides: bombs strike, drones and missiles are shot down or come down."""
    weapons = reading.weapons.within(max(0, trigger.start - 4), min(trigger.end + _WEAPON_REACH, following + 3))
    kinds = {weapon.head.value for weapon in weapons}
    if role == "drop":
        if kinds & _BOMBS:
            return "air_strike"
        return "interception" if kinds & _DOWNED else None
    fallen = kinds & _FALLING
    return load_kinds().by_weapon.get(min(fallen)) if fallen else None


def _opens_fire(reading: Reading, trigger: Trigger) -> bool:
    """ "the soldiers opened (on the crowd) fire": the word for fire within reach of the verb."""
    return any(fire_at(reading, i) for i in range(trigger.end, trigger.end + _WEAPON_REACH))


def fire_at(reading: Reading, index: int) -> bool:
    """Does a word for gunfire stand at token ``index``, as an object and not as means ("with fire")?"""
    hit = reading.lattice.find(index, "object")
    return hit is not None and hit.entry.value == "fire" and hit.lead != load_settings().leads["by"]


def _by_launched(reading: Reading, trigger: Trigger, following: int) -> str | None:
    """Launching weapons at something strikes it; launching them at nothing said is no event."""
    weapons = reading.weapons.within(trigger.end, min(trigger.end + _WEAPON_REACH, following))
    if not weapons or trigger.hit.form.startswith("pres") and reading.lattice.find(trigger.start - 1, "sub"):
        return None
    aimed = range(weapons[-1].end, min(weapons[-1].end + 4, following))
    at_something = any((hit := reading.lattice.find(i, "prep")) and hit.entry.value in ("on", "toward") for i in aimed)
    return "attack" if at_something else None


def _same(reading: Reading, current: Group, telling: list[Trigger], kind: str, segments: list[Segment]) -> bool:
    """Does the last of ``telling`` (with the verbs that carry it) go on telling the current event?"""
    trigger = telling[-1]
    kinship = load_kinds().kinship(current.kind, kind)
    if (current.kind, kind) in _RAIDS or (kind, current.kind) == ("protest", "riot_crackdown"):
        return True
    previous = current.triggers[-1]
    if kinship == 0 or (
        any(_coming(reading, t) for t in telling) != any(_coming(reading, t) for t in current.triggers)
    ):
        return False
    if trigger.definite or _follows_noun(previous, trigger):
        return True
    if trigger.noun and _linked(reading, trigger):
        return True
    return not _starts_anew(reading, previous, trigger, segments)


def _coming(reading: Reading, trigger: Trigger) -> bool:
    """A verb with the proclitic or the particle of the future; a dealing called the next one."""
    if trigger.noun:
        return trigger.frame.role == "deal" and reading.lattice.find(trigger.end, "future") is not None
    particle = reading.lattice.find(trigger.start - 1, "future")
    return load_settings().leads["will"] in trigger.hit.lead or particle is not None


def _follows_noun(previous: Trigger, trigger: Trigger) -> bool:
    """ "an attack that targeted": a verb close behind its noun, with no conjunction on it."""
    return previous.noun and not trigger.noun and trigger.start - previous.end <= 5 and not _conjoined(trigger)


def _conjoined(trigger: Trigger) -> bool:
    leads = load_settings().leads
    return trigger.hit.lead[:1] in (leads["and"], leads["so"])


def _linked(reading: Reading, trigger: Trigger) -> bool:
    leads = load_settings().leads
    return trigger.hit.lead[:1] == leads["by"] or preposition_before(reading, trigger.start) in _LINKS


def _starts_anew(reading: Reading, previous: Trigger, trigger: Trigger, segments: list[Segment]) -> bool:
    """A conjoined trigger with a place of its own, or a new clause with one, is another event."""
    segment = next((s for s in segments if s.start <= trigger.start < s.end), None)
    if segment is None:
        return False
    placed = bool(reading.places.within(trigger.end, segment.end))
    if _conjoined(trigger) and not (trigger.noun and previous.noun and trigger.start == previous.end):
        return placed
    return placed and segment.start > previous.start and segment.opener not in ("where", "result", "rel")


def _absorb(current: Group, trigger: Trigger, kind: str, helpers: list[Trigger]) -> None:
    """The more exact kind wins; a bare attack says least."""
    current.triggers += [*_near(helpers, trigger), trigger]
    if (
        (current.kind, kind) in _RAIDS
        or current.kind in ("attack", "explosion")
        and kind not in ("attack", "explosion", "destruction")
    ):
        current.kind = kind


def _own(
    reading: Reading, groups: list[Group], triggers: list[Trigger], segments: list[Segment], first: int, last: int
) -> None:
    """Stretches without gaps: the first event owns what precedes it, each what follows it."""
    for at, one in enumerate(groups):
        one.first = first if at == 0 else _start(reading, groups[at - 1], one, triggers, segments)
    for at, one in enumerate(groups):
        one.last = groups[at + 1].first if at + 1 < len(groups) else last


def _start(reading: Reading, before: Group, one: Group, triggers: list[Trigger], segments: list[Segment]) -> int:
    """Where a later event begins: at its clause; back to a word of harm that leads into it ("3 killed in a raid")."""
    earliest = before.triggers[-1].end
    lead = one.triggers[0]
    segment = next((s.start for s in segments if s.start <= lead.start < s.end), lead.start)
    start = max(earliest, segment)
    harmed = [t.start for t in triggers if t.frame.role == "harm" and earliest <= t.start < lead.start]
    if harmed and lead.noun and _linked(reading, lead):
        return max(earliest, min(start, harmed[-1]))
    return start
