"""One sentence: its triggers grouped into drafts of events, each with what its stretch of the sentence says."""

from __future__ import annotations

from itertools import chain

from msgspec.structs import replace

from waqai.clauses.civil import is_civil
from waqai.clauses.items import is_item
from waqai.clauses.quotes import quoted_tokens
from waqai.clauses.segments import Segment
from waqai.clauses.speeches import Speech
from waqai.clauses.status import HAPPENED, status_of
from waqai.events import slots
from waqai.events.claimed import attribute
from waqai.events.dealings import in_session
from waqai.events.draft import Draft, HarmFact, Party
from waqai.events.exact import beaten_off, exact_kind, refine
from waqai.events.flying import find_flying
from waqai.events.grouping import Group, group
from waqai.events.harms import find_harms
from waqai.events.laid import go_on
from waqai.events.meetings import meets
from waqai.events.own import name_own_forces, name_struck_forces
from waqai.events.parties import fill_parties
from waqai.events.reading import Reading
from waqai.events.repeats import is_another, is_same_site, points_back, turns_away
from waqai.events.replies import replier, reply_before
from waqai.events.roles import fill_roles
from waqai.events.sharing import share
from waqai.events.telling import told_sides
from waqai.events.triggers import Trigger, answered, find_triggers, is_ours
from waqai.events.unreal import destroyed_nothing, is_unreal
from waqai.mentions.dates.ranges import Lasting
from waqai.model.value import Value
from waqai.packs.kinds import load_kinds

_OUTCOMES = frozenset({"harm", "cause", "damage", "reach", "recover"})
_MANAGED_REACH = 6
_PHRASE = 6
_BEHIND = frozenset({"hypothetical", "demanded"})
_TELLING = frozenset({"incident", "light", "suffer", "deal", "drop", "fall", "reach"})


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
        for t in find_triggers(reading.lattice, first, last, reading.silent)
        if not _is_saying(t, speeches) and not _of_age(reading, t) and not is_unreal(reading, t, first)
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
    if number == 0 and not reading.lattice.text.source.startswith("\n"):
        harms = [replace(fact, headline=True) for fact in harms]
    barred = hurt_or_speaking(harms, speeches)
    drafts = [_draft(reading, number, one, segments, speeches, barred) for one in groups]
    go_on(drafts, reading, first, barred)
    loose = share(reading, harms, groups, drafts)
    item = is_item(reading.lattice.text, first)
    for draft, one in zip(drafts, groups, strict=True):
        empty = _thin(reading, draft, one) or destroyed_nothing(reading, draft)
        draft.recall = (draft.recall or empty) and not _owned_up(draft)
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
    if one.main is None or load_kinds().group(one.kind) == "strike":
        return False
    if one.main.noun:
        return _could_not(reading, one.main)
    return reading.lattice.find(one.main.start - 1, "neg") is not None


def _could_not(reading: Reading, noun: Trigger) -> bool:
    """ "could not arrest any of them": the verb of managing before the noun is denied."""
    for at in range(noun.start - 1, max(0, noun.start - _MANAGED_REACH), -1):
        if any(hit.entry.value == "undertake" for hit in reading.lattice.at(at)):
            return reading.lattice.find(at - 1, "neg") is not None
    return False


def _only_talk(one: Group, quoted: frozenset[int]) -> bool:
    """A meeting or deal that a quoted voice speaks of is talk, not the report's event; a phrase in quotation marks is no voice."""
    if one.main is None or one.main.frame.role != "deal" or one.main.start not in quoted:
        return False
    first = last = one.main.start
    while first - 1 in quoted:
        first -= 1
    while last + 1 in quoted:
        last += 1
    return not one.main.noun or last - first >= _PHRASE


def _is_saying(trigger: Trigger, speeches: list[Speech]) -> bool:
    return any(speech.start <= trigger.start < speech.end for speech in speeches)


def _of_age(reading: Reading, trigger: Trigger) -> bool:
    """ "a boy who reaches 9 years": inside the words for a person."""
    person = reading.people.covering(trigger.start)
    return trigger.frame.role == "reach" and person is not None and person.start < trigger.start


def hurt_or_speaking(harms: list[HarmFact], speeches: list[Speech]) -> frozenset[int]:
    """The tokens of those who speak and those who were hurt: they play no other role."""
    hurt = [range(fact.start, fact.end) for fact in harms]
    speaking = [range(s.speaker.start, s.speaker.end) for s in speeches if s.speaker]
    return frozenset(chain(*hurt, *speaking))


def _draft(
    reading: Reading,
    number: int,
    one: Group,
    segments: list[Segment],
    speeches: list[Speech],
    barred: frozenset[int],
) -> Draft:
    lead = one.triggers[0] if one.main is None else one.main
    said = [(t, _status(reading, t, segments, speeches, t is lead)) for t in one.triggers]
    # a fear or an order told behind the event ("for fear of", "fled after orders to leave") leaves it as it is
    bent = (s for t, s in said if s != HAPPENED and (s not in _BEHIND or t.start <= lead.start))
    status = HAPPENED if answered(reading.lattice, one.triggers[0]) else next(bent, HAPPENED)
    if status == HAPPENED and one.kind == "talks" and any(_sets_out(t) for t in one.triggers if t is not lead):
        status = "planned"
    draft = Draft(one.kind, status, lead, one.first, one.last, [number])
    for trigger in one.triggers:
        draft.add_rule(trigger.frame.id)
    draft.speeches = [s for s in speeches if s.first <= lead.start < s.last]
    slots.fill(draft, reading, one, speeches)
    fill_roles(draft, reading, one.triggers, one.first, one.last, barred)
    reply = reply_before(reading, one.triggers[0])
    if reply is not None and (side := replier(reading, one.triggers[0], reply)) is not None:
        draft.perpetrators = [Party(side)]
    told_sides(draft, reading, one.triggers, speeches)
    fill_parties(draft, reading, one.triggers, one.first, one.last, barred)
    draft.ours = any(is_ours(reading.lattice, t) for t in one.triggers)
    name_own_forces(draft, reading)
    name_struck_forces(draft, reading)
    _no_side_is_a_place(draft, one)
    draft.again, draft.same_site = is_another(reading, one), is_same_site(reading, one)
    draft.pointing, draft.turned = points_back(reading, one, lead), turns_away(reading, one)
    draft.background = answered(reading.lattice, one.triggers[0]) or (reply is not None and not draft.perpetrators)
    draft.recall, draft.stated_kind = one.recall, exact_kind(reading, one, draft)
    if beaten_off(reading, draft):
        draft.status, draft.stated_kind = HAPPENED, "clash"
    return refine(draft)


def _sets_out(trigger: Trigger) -> bool:
    """ "a delegation travels to Muscat for talks": in the present, the talks are still to come."""
    travels = trigger.hit.entry.value == "go" or trigger.frame.role == "reach"
    return travels and trigger.hit.form.startswith("pres")


def _no_side_is_a_place(draft: Draft, one: Group) -> None:
    """A capital that deals is no place of the dealing, unless it hosts it."""
    if load_kinds().group(draft.kind) in ("strike", "force") or any("host" in t.hit.entry.attrs for t in one.triggers):
        return
    sides = {party.phrase.start for party in draft.perpetrators + draft.against}
    draft.places = [place for place in draft.places if place.start not in sides]


def _owned_up(draft: Draft) -> bool:
    """ "claimed responsibility for the bombing in Mogadishu" tells the bombing."""
    return bool(draft.places or draft.dates) and any(s.act == "claim_responsibility" for s in draft.speeches)


def _thin(reading: Reading, draft: Draft, one: Group) -> bool:
    """A noun with the article and nothing new said of it points back; alone it is no event."""
    if any(not t.noun and t.frame.role in _TELLING for t in one.triggers) or meets(reading, draft.trigger):
        return False
    if draft.places and _goes_on(reading, draft.trigger):
        return False
    sided = draft.kind == "clash" and draft.perpetrators and draft.against
    pointing = draft.trigger.definite or _by_name(reading, draft)
    placed = len(draft.places) > 1 or (draft.places and not pointing)
    new = [f for f in draft.harms if not f.old] or draft.dates or draft.targets or sided or placed
    announced = draft.status != HAPPENED and draft.trigger.frame.role == "deal"
    return pointing and not new and not announced


def _by_name(reading: Reading, draft: Draft) -> bool:
    """ "responsible for the Damascus attack": behind the headline, a noun beside a bare name points at what was told."""
    noun, place = draft.trigger, reading.places.covering(draft.trigger.end)
    named = "named" in noun.hit.entry.attrs and place is not None and place.start == noun.end and not place.skip
    return named and draft.sentence > 0 and reading.lattice.find(noun.end, "placecue") is None


def _goes_on(reading: Reading, trigger: Trigger) -> bool:
    """ "the continuation of the shelling on": told of the place where it goes on."""
    near = (reading.lattice.find(at, "ongoing") for at in (trigger.start - 1, trigger.start - 2))
    return any(hit is not None for hit in near)


def _status(reading: Reading, trigger: Trigger, segments: list[Segment], speeches: list[Speech], lead: bool) -> str:
    if trigger.frame.role in ("defuse", "recover"):
        return "planned" if lead else HAPPENED
    if "status" in trigger.hit.entry.attrs:
        return trigger.hit.entry.attrs["status"]
    if trigger.kind == "talks" and trigger.noun and in_session(reading, trigger):
        return HAPPENED
    segment = next((s for s in segments if s.start <= trigger.start < s.end), None)
    first = segment.start if segment else trigger.start
    near = (s for s in speeches if s.end <= trigger.start <= s.end + 6)
    acts = [
        s.act for s in near if s.act != "reject" or trigger.start <= s.end + 1
    ]  # refusing to pay for a raid denies none
    status = status_of(reading.lattice, trigger.start, trigger.end, first, trigger.hit, acts[-1] if acts else None)
    unharmed = status == "denied" and not lead and trigger.frame.role in _OUTCOMES
    return HAPPENED if unharmed else status  # "the strike did not kill anyone" happened
