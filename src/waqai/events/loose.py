"""Loose facts: harm and damage in a sentence without an event of its own go to the event it goes on about."""

from __future__ import annotations

from datetime import date

from waqai.events.apart import other_days
from waqai.events.draft import Draft, HarmFact
from waqai.events.exact import refine
from waqai.events.grouping import Group
from waqai.events.locate import NONE, Located, relation
from waqai.events.own import name_own_forces, name_struck_forces
from waqai.events.reading import Reading
from waqai.events.repeats import is_another, is_same_site
from waqai.events.roles import fill_roles
from waqai.events.sentence import Told, hurt_or_speaking
from waqai.events.slots import fill
from waqai.events.syntax import preposition_before
from waqai.events.targets import struck
from waqai.events.telling import told_sides
from waqai.events.triggers import Trigger
from waqai.mentions.phrase import Phrase
from waqai.packs.kinds import load_kinds

_BEARING = frozenset({"strike", "force", "interception"})
_REACH = 6
_WIDE = frozenset({"region", "sea"})  # more often part of an agency's name than where it was
_RECENT = 60
_OUTCOMES = frozenset({"killed", "injured"})


def attach(
    reading: Reading, located: dict[int, Located], drafts: list[Draft], told: Told, published: date | None
) -> list[Draft]:
    """Give the sentence's loose harm and damage to the latest event that can bear it; else return a new draft."""
    if told.drafts and not told.harms:
        return []
    whole = Group("attack", None, told.triggers, told.first, told.last)
    damage = struck(reading, whole, told.speeches) if _damages(told.triggers) and not told.drafts else []
    harms = [f for f in told.harms if f.outcome in _OUTCOMES]
    if not harms and not damage:
        return []
    made = _made(reading, told, whole, harms)
    if made is not None and harms and made.weapons and not told.drafts:
        return [made]
    bearer = _bearer(reading, drafts, made, located, told)
    if bearer is not None and made is not None and other_days(bearer, made, published):
        bearer = None
    if bearer is None:
        new = [f for f in harms if not f.old]
        return [made] if new and made is not None and _violent(reading, made, told) else []
    _give(bearer, told, harms, reading, whole)
    bearer.dates = bearer.dates or (list(made.dates) if made else [])
    bearer.targets += [t for t in damage if t.phrase.head not in [o.phrase.head for o in bearer.targets]]
    return []


def _violent(reading: Reading, made: Draft, told: Told) -> bool:
    """Harm alone is an act of war when its word is violent, or a side or weapon is named; never in a civil report."""
    if made.weapons or made.perpetrators or made.against or "violent" in made.trigger.hit.entry.attrs:
        return True
    if reading.lattice.starts(0, told.first, "civil"):
        return False
    violent = [t for t in told.triggers if t.frame.role == "harm" and t.frame.kind == "killed" and not t.weak]
    return bool(violent) or any(f.rule == "harm.casualty" for f in made.harms)


def _damages(triggers: list[Trigger]) -> bool:
    return any(t.frame.role in ("damage", "suffer") or t.frame.kind == "destruction" for t in triggers)


def _made(reading: Reading, told: Told, whole: Group, harms: list[HarmFact]) -> Draft | None:
    """The event that the harm itself tells: someone was killed or injured, by whom and with what as said."""
    lead = next((t for t in told.triggers if t.frame.role == "harm"), None) or next(
        (t for t in told.triggers if t.frame.role != "deal"), None
    )
    if lead is None:
        return None
    kind = lead.kind if lead.kind == "shooting" else "attack"
    draft = Draft(kind, "happened", lead, told.first, told.last, [told.number])
    fill(draft, reading, whole, told.speeches)
    harmful = [t for t in told.triggers if t.frame.role == "harm"]
    draft.speeches = list(told.speeches)
    fill_roles(draft, reading, harmful, told.first, told.last, hurt_or_speaking(harms, told.speeches))
    told_sides(draft, reading, harmful, told.speeches)
    name_own_forces(draft, reading)
    name_struck_forces(draft, reading)
    alone = Group("attack", None, [lead], told.first, told.last)
    draft.again, draft.same_site = is_another(reading, alone), is_same_site(reading, alone)
    draft.pointing = lead.definite
    draft.harms = harms
    bomber = any(reading.lattice.find(p.phrase.start, "suicide") for p in draft.perpetrators)
    draft.stated_kind = "suicide_bombing" if bomber and kind == "attack" else draft.kind
    for fact in harms:
        draft.add_rule(fact.rule)
    return refine(draft)


def _bearer(
    reading: Reading, drafts: list[Draft], made: Draft | None, located: dict[int, Located], told: Told
) -> Draft | None:
    for draft in reversed(drafts[-_RECENT:]):
        if load_kinds().group(draft.kind) not in _BEARING or draft.status != "happened":
            continue
        if told.number - max(draft.sentences) > _REACH:
            return None
        places = [p for p in made.places if _where(reading, p, located)] if made else []
        return None if relation(draft.places, places, located) == NONE else draft
    return None


def _where(reading: Reading, place: Phrase, located: dict[int, Located]) -> bool:
    """Neither a region of the world nor where people were taken ("moved to the hospital")."""
    return located[place.start].level not in _WIDE and preposition_before(reading, place.start) != "to"


def _give(bearer: Draft, told: Told, harms: list[HarmFact], reading: Reading, whole: Group) -> None:
    bearer.harms += harms
    for fact in harms:
        bearer.add_rule(fact.rule)
    if told.number not in bearer.sentences:
        bearer.sentences.append(told.number)
    bearer.speeches += [s for s in told.speeches if s not in bearer.speeches]
