"""One sentence: its triggers grouped into drafts of events, each with what its stretch of the sentence says."""

from __future__ import annotations

from waqai.clauses.civil import is_civil
from waqai.clauses.items import is_item
from waqai.clauses.quotes import quoted_tokens
from waqai.clauses.segments import Segment
from waqai.clauses.speech import Speech
from waqai.clauses.status import HAPPENED, status_of
from waqai.events import slots
from waqai.events.claimed import attribute
from waqai.events.draft import Draft, HarmFact
from waqai.events.flying import find_flying
from waqai.events.grouping import Group, group
from waqai.events.harms import find_harms
from waqai.events.parties import accused, claimant, fill_parties, name_own_forces, sufferer
from waqai.events.reading import Reading
from waqai.events.repeats import is_another, is_same_site, points_back, turns_away
from waqai.events.roles import add, fill_roles
from waqai.events.sharing import share
from waqai.events.syntax import governor
from waqai.events.triggers import Trigger, answered, find_triggers, repels
from waqai.mentions.dates.ranges import Lasting
from waqai.model.value import Value
from waqai.packs.kinds import load_kinds

_OUTCOMES = frozenset({"harm", "cause", "damage", "reach", "recover"})
_DROPPED = frozenset({"aerial_bomb", "grenade"})
_MEANS = frozenset({"by", "from", "means", "to"})
_BLASTS = frozenset({"attack", "explosion", "bombing"})


class Told(Value, frozen=True):
    """What one sentence tells: drafts of events, and harm, damage and triggers that belong to none of them."""

    number: int
    first: int
    last: int
    drafts: list[Draft]
    harms: list[HarmFact]
    triggers: list[Trigger]
    speeches: list[Speech]


def tell(reading: Reading, number: int, first: int, last: int, segments: list[Segment], speeches: list[Speech]) -> Told:
    """Read the sentence at tokens ``first``..``last``."""
    if is_civil(reading.lattice, first, last) or reading.lattice.find(first, "boilerplate") is not None:
        return Told(number, first, last, [], [], [], speeches)
    triggers = [
        t
        for t in find_triggers(reading.lattice, first, last, reading.date_tokens | reading.filed)
        if not _is_saying(t, speeches) and not _of_age(reading, t)
    ]
    if _habitual(reading, triggers, first, last):
        return Told(number, first, last, [], [], [], speeches)
    quoted = quoted_tokens(reading.lattice, first, last)
    groups = [
        g
        for g in group(reading, triggers, segments, first, last)
        if not _only_talk(g, quoted) and not _never_was(reading, g)
    ]
    if not groups:
        groups = find_flying(reading, segments, first, last)
    harms = attribute(find_harms(reading, triggers, first, last, number), speeches)
    barred = hurt_or_speaking(harms, speeches)
    drafts = [_draft(reading, number, one, segments, speeches, barred) for one in groups]
    loose = share(reading, harms, groups, drafts)
    item = is_item(reading.lattice.text, first)
    for draft, one in zip(drafts, groups, strict=True):
        draft.recall = (draft.recall or _thin(draft, one)) and not _owned_up(draft)
        draft.item = item
    return Told(number, first, last, drafts, loose, triggers, speeches)


def _habitual(reading: Reading, triggers: list[Trigger], first: int, last: int) -> bool:
    """ "the camp comes under fire from time to time": how things are, with no verb in the past."""
    lattice, verbs = reading.lattice, [t for t in triggers if not t.noun]
    lasting = any(isinstance(d.value, Lasting) for d in reading.dates_within(first, last))
    if not verbs or not (lasting or lattice.starts(first, last, "habit")):
        return False
    return all(t.hit.form.startswith("pres") for t in verbs)


def _never_was(reading: Reading, one: Group) -> bool:
    """ "I will not surrender", "they did not agree": a plain no; a strike that did not happen is worth keeping as denied."""
    if one.main is None or one.main.noun or load_kinds().group(one.kind) == "strike":
        return False
    return reading.lattice.find(one.main.start - 1, "neg") is not None


def _only_talk(one: Group, quoted: frozenset[int]) -> bool:
    """A meeting or deal that a quoted voice speaks of is talk, not the report's event."""
    return one.main is not None and one.main.frame.role == "deal" and one.main.start in quoted


def _is_saying(trigger: Trigger, speeches: list[Speech]) -> bool:
    return any(speech.start <= trigger.start < speech.end for speech in speeches)


def _of_age(reading: Reading, trigger: Trigger) -> bool:
    """ "a boy who reaches 9 years": inside the words for a person."""
    person = reading.people.covering(trigger.start)
    return trigger.frame.role == "reach" and person is not None and person.start < trigger.start


def hurt_or_speaking(harms: list[HarmFact], speeches: list[Speech]) -> frozenset[int]:
    """The tokens of those who speak and those who were hurt: they play no other role."""
    hurt = (i for fact in harms for i in range(fact.start, fact.end))
    speaking = (i for s in speeches if s.speaker for i in range(s.speaker.start, s.speaker.end))
    return frozenset((*hurt, *speaking))


def _draft(
    reading: Reading,
    number: int,
    one: Group,
    segments: list[Segment],
    speeches: list[Speech],
    barred: frozenset[int],
) -> Draft:
    lead = one.triggers[0] if one.main is None else one.main
    status = next(
        (s for t in one.triggers if (s := _status(reading, t, segments, speeches, t is lead)) != HAPPENED), HAPPENED
    )
    draft = Draft(one.kind, status, lead, one.first, one.last, [number])
    for trigger in one.triggers:
        draft.add_rule(trigger.frame.id)
    draft.speeches = [s for s in speeches if s.first <= lead.start < s.last]
    slots.fill(draft, reading, one, speeches)
    fill_roles(draft, reading, one.triggers, one.first, one.last, barred)
    if (body := claimant(draft, reading, one.triggers, speeches)) is not None:
        add(draft.perpetrators, body)
    if (culprit := accused(draft, reading, speeches)) is not None:
        add(draft.perpetrators, culprit)
    if not draft.against and (body := sufferer(draft, reading, one.triggers, speeches)) is not None:
        add(draft.against, body)
    fill_parties(draft, reading, one.triggers, one.first, one.last, barred)
    name_own_forces(draft, reading)
    _no_side_is_a_place(draft, one)
    draft.again, draft.same_site = is_another(reading, one), is_same_site(reading, one)
    draft.pointing, draft.turned = points_back(reading, one, lead), turns_away(reading, one)
    draft.background = answered(reading.lattice, one.triggers[0])
    draft.recall, draft.stated_kind = one.recall, _exact_kind(reading, one, draft)
    return refine(draft)


def _no_side_is_a_place(draft: Draft, one: Group) -> None:
    """A capital that deals is no place of the dealing, unless it hosts it."""
    if load_kinds().group(draft.kind) in ("strike", "force") or any("host" in t.hit.entry.attrs for t in one.triggers):
        return
    sides = {party.phrase.start for party in draft.perpetrators + draft.against}
    draft.places = [place for place in draft.places if place.start not in sides]


def _exact_kind(reading: Reading, one: Group, draft: Draft) -> str:
    """A bomber makes an explosion a suicide bombing; someone who blows something up makes it a bombing."""
    if one.kind in _BLASTS and any(
        not _of_drone(reading, at) for at in reading.lattice.starts(one.first, one.last, "suicide")
    ):
        return "suicide_bombing"
    if one.kind == "air_strike" and _flown_by_drone(reading, draft):
        return "drone_strike"
    if one.kind == "attack" and any(repels(reading.lattice, t) for t in one.triggers):
        return "clash"
    set_off = any("trans" in t.hit.entry.attrs for t in one.triggers)
    if one.kind == "explosion" and any(_aims(t) for t in one.triggers):
        return "bombing"
    return "bombing" if one.kind == "explosion" and set_off and (draft.targets or draft.perpetrators) else one.kind


def _of_drone(reading: Reading, index: int) -> bool:
    """ "suicide drones" kill nobody who flies them."""
    weapons = (reading.weapons.covering(at) for at in (index, index - 1, index - 2))
    return any(weapon is not None and weapon.head.value == "drone" for weapon in weapons)


def _flown_by_drone(reading: Reading, draft: Draft) -> bool:
    """ "a raid by a drone": the only weapon, linked to the noun of the raid."""
    linked = draft.trigger.end, draft.trigger.end + 1
    alone = {weapon.head.value for weapon in draft.weapons} == {"drone"}
    return alone and any(w.start in linked and governor(reading, w) in _MEANS for w in draft.weapons)


def _aims(trigger: Trigger) -> bool:
    """An explosion that "targeted" something was set off."""
    return trigger.frame.kind == "attack" and not trigger.noun and "objective" in trigger.hit.entry.attrs


def _owned_up(draft: Draft) -> bool:
    """ "claimed responsibility for the bombing in Mogadishu" tells the bombing."""
    return bool(draft.places or draft.dates) and any(s.act == "claim_responsibility" for s in draft.speeches)


def _thin(draft: Draft, one: Group) -> bool:
    """A noun with the article and nothing new said of it points back; alone it is no event."""
    if any(
        not t.noun and t.frame.role in ("incident", "light", "suffer", "deal", "drop", "fall") for t in one.triggers
    ):
        return False
    sided = draft.kind == "clash" and draft.perpetrators and draft.against
    placed = len(draft.places) > 1 or (draft.places and not draft.trigger.definite)
    new = draft.harms or draft.dates or draft.targets or sided or placed
    announced = draft.status != HAPPENED and draft.trigger.frame.role == "deal"
    return draft.trigger.definite and not new and not announced


def _status(reading: Reading, trigger: Trigger, segments: list[Segment], speeches: list[Speech], lead: bool) -> str:
    if trigger.frame.role == "defuse" or (trigger.frame.role == "recover" and lead):
        return "planned"
    segment = next((s for s in segments if s.start <= trigger.start < s.end), None)
    first = segment.start if segment else trigger.start
    acts = [s.act for s in speeches if s.end <= trigger.start <= s.end + 6]
    status = status_of(reading.lattice, trigger.start, trigger.end, first, trigger.hit, acts[-1] if acts else None)
    unharmed = status == "denied" and not lead and trigger.frame.role in _OUTCOMES
    return HAPPENED if unharmed else status  # "the strike did not kill anyone" happened


def refine(draft: Draft) -> Draft:
    """A bare attack becomes the kind that its weapons make; two sorts of weapon leave it an attack."""
    draft.kind = draft.stated_kind
    if draft.kind not in ("attack", "destruction", "explosion"):
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
