"""Agents: the doer that a passive or a noun of action names behind "by", "by the hand of", "from"."""

from __future__ import annotations

from waqai.events.arguments import after, for_whom
from waqai.events.draft import Draft
from waqai.events.reading import Reading
from waqai.events.sides import add
from waqai.events.syntax import closed_between
from waqai.mentions.actors import ACTOR
from waqai.mentions.phrase import Phrase
from waqai.model.mention import Hit
from waqai.packs.kinds import load_kinds

_UNKNOWN_OR_GROUP = frozenset({"gunmen", "group", "rebels", "militia", "terrorists", "unknown", "settlers"})
_FIRED = frozenset({"attack", "air_strike", "drone_strike", "missile_strike", "shelling", "shooting"})
_MEANS = frozenset({"airforce", "artillery", "navy", "unit"})
_NO_ROLES = frozenset({"cause", "reach", "damage", "recover"})
_ARMED = frozenset({"strike", "force", "custody"})
_ORIGIN_REACH = 5
_ALLY = 4
_QUOTE = '"'


def name_agents(draft: Draft, reading: Reading, sides: list[Phrase], first: int, last: int) -> None:
    """ "by the hand of X", "from the side of X": the doer of a passive."""
    for index in reading.lattice.starts(first, last, "agent"):
        agent = reading.lattice.find(index, "agent")
        if agent is None or _of_another(draft, reading, agent):
            continue
        for phrase in _by_whom(reading, sides, agent):
            add(draft.perpetrators, phrase)
    if not draft.perpetrators and draft.trigger.noun and draft.trigger.frame.role not in _NO_ROLES:
        _from(draft, reading, sides)


def _of_another(draft: Draft, reading: Reading, agent: Hit) -> bool:
    """ "officials installed by", "missiles stood up to", a remark in quotation marks: not of this deed."""
    if agent.entry.value == "fended":
        return draft.kind == "interception"
    if agent.entry.value == "helped":
        beside = any(0 <= agent.start - party.phrase.end <= _ALLY for party in draft.perpetrators)
        return not beside or load_kinds().group(draft.kind) not in _ARMED
    lattice = reading.lattice
    near = [h for back in (1, 2) for h in lattice.at(agent.start - back) if h.end == agent.start]
    return any(h.entry.cls == "installed" for h in near) or lattice.text.tokens[agent.start - 1].text == _QUOTE


def _by_whom(reading: Reading, sides: list[Phrase], agent: Hit) -> list[Phrase]:
    """The sides right behind "by"; behind "whose source is" the first one that nothing parts from it."""
    if agent.entry.value == "through":
        return [p for p in after(sides, agent.end, 2) if p.extra.sort not in _MEANS or p.extra.country is not None]
    if agent.entry.value == "fended":
        return [p for p in after(sides, agent.end, 1) if for_whom(p)]
    if agent.entry.value != "origin":
        return after(sides, agent.end, 2)
    return [p for p in after(sides, agent.end, _ORIGIN_REACH)[:1] if not closed_between(reading, agent.end, p.start)]


def _from(draft: Draft, reading: Reading, sides: list[Phrase]) -> None:
    """ "an attack from an armed group", "shelling from the army": right behind the noun ("from" a state is where)."""
    end = draft.trigger.end
    hit = reading.lattice.find(end, "prep")
    if hit is not None and hit.entry.value == "from" and draft.kind != "territory_change":
        struck = draft.trigger.frame.role == "incident" and draft.kind in _FIRED
        for phrase in after(sides, hit.end, 2):
            if phrase.extra.sort in _UNKNOWN_OR_GROUP or (
                struck and phrase.kind == ACTOR and phrase.extra.sort != "state"
            ):
                add(draft.perpetrators, phrase)
