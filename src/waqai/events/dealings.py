"""Dealings that no verb carries: announced, demanded, signed, still to come; and those that are only spoken of."""

from __future__ import annotations

from waqai.events.reading import Reading
from waqai.events.syntax import preposition_before
from waqai.events.triggers import Trigger
from waqai.match.lattice import Lattice
from waqai.mentions.actors import ACTOR
from waqai.model.mention import Hit
from waqai.packs.pack import load_settings

_CLOSE = 3
_ACT_REACH = 6
_ARMS_REACH = 8
_TOPIC_REACH = 2
_CONCLUDED_REACH = 5
_BETWEEN_REACH = 3
_ASKING = frozenset({"demand", "reject"})
_TELLING = frozenset({"say", "announce", "confirm"})
_SPOKEN_OF = frozenset({"topic", "hypo", "neg", "demand", "aim", "future", "attempt", "denial"})
_IMPOSING = frozenset({"threaten", "promise", "confirm", "claim_responsibility"})
_DELEGATION_REACH = 12
_PRESS = frozenset({"media", "agency"})
_ABOUT = frozenset({"ceasefire", "agreement", "exchange", "release"})
_MOVES = frozenset({"carry", "go", "reach", "move"})
_BARE = frozenset({"exchange", "release", "appointment"})


def dealt(reading: Reading, trigger: Trigger) -> bool:
    """A dealing that no verb carries counts when it is announced as coming, or did or led to something."""
    lattice = reading.lattice
    if lattice.find(_after_construct(lattice, trigger), "future"):
        return True
    if any(lattice.find(at, "future", "perfect") for at in range(max(0, trigger.start - 2), trigger.start)):
        return True
    before = range(max(0, trigger.start - _ACT_REACH), trigger.start)
    if any(_announces(lattice, at, trigger.start) or _asked(lattice, at, trigger.start) for at in before):
        return True
    if any(_meant(lattice, at, trigger.kind) for at in before) or _told_of(reading, trigger):
        return True
    if trigger.kind in ("talks", "ceasefire") and _between(reading, trigger):
        return True
    if trigger.kind == "talks" and _by_delegation(reading, trigger):
        return True
    if trigger.kind == "aid" and _sets_off(lattice, trigger):
        return True
    return _bare(lattice, trigger) or concluded(lattice, trigger)


def _sets_off(lattice: Lattice, trigger: Trigger) -> bool:
    """ "a second convoy set off for": the verb of moving close behind what is brought, in the past."""
    near = range(trigger.end, trigger.end + _CLOSE)
    moves = (hit for at in near for hit in lattice.at(at) if hit.entry.cls == "verb" and hit.entry.value in _MOVES)
    return any(hit.form.startswith("past") and not hit.lead for hit in moves)


def _bare(lattice: Lattice, trigger: Trigger) -> bool:
    """An exchange, a release or an appointment needs no verb, unless it is what a clause or a readiness is about."""
    near = range(max(0, trigger.start - _ACT_REACH + 1), trigger.start)
    about = lattice.find(trigger.start - 1, "that") or any(lattice.find(at, "topic", "aim") for at in near)
    return trigger.kind in _BARE and not trigger.definite and not about


def none_of(reading: Reading, trigger: Trigger) -> bool:
    """ "refuses any talks", "every session", "a proposal on the release of": none, or only what is spoken of."""
    if reading.lattice.find(trigger.start - 1, "any", "neg", "quantifier"):
        return True
    head = next((h for at in (1, 2) for h in reading.lattice.at(trigger.start - at) if h.end == trigger.start), None)
    if head is not None and (head.entry.cls, head.entry.value) == ("event", "talks") and trigger.kind in _ABOUT:
        return True  # "the truce talks" are talks
    near = range(max(0, trigger.start - _TOPIC_REACH), trigger.start)
    return any(reading.lattice.find(i, "topic") for i in near)


def _after_construct(lattice: Lattice, trigger: Trigger) -> int:
    """ "the truce talks will": behind another dealing that the noun is about."""
    about = lattice.find(trigger.end, "event")
    return about.end if about is not None and about.entry.value in _ABOUT else trigger.end


def concluded(lattice: Lattice, trigger: Trigger) -> bool:
    """ "the signing of an agreement", "the start of talks": when it opens the sentence, or is done or told."""
    if any(lattice.find(at, "concluded") or _that_was(lattice, at) for at in range(trigger.end, trigger.end + _CLOSE)):
        return True
    for index in range(trigger.start - 1, max(-1, trigger.start - _CONCLUDED_REACH), -1):
        hit = lattice.find(index, "conclude")
        if hit is not None:
            return _takes_place(lattice, hit)
    return False


def _by_delegation(reading: Reading, trigger: Trigger) -> bool:
    """ "a delegation will be in Muscat on Sunday for talks": who comes for talks holds them."""
    sides = reading.actors.within(max(0, trigger.start - _DELEGATION_REACH), trigger.start)
    apart = any(reading.lattice.find(i, "that", "sub") for s in sides[:1] for i in range(s.end, trigger.start))
    return not apart and any(side.extra.sort == "delegation" for side in sides)


def in_session(reading: Reading, trigger: Trigger) -> bool:
    """ "said in a meeting with the general": the meeting was, when those who met are sides or people of office."""
    if preposition_before(reading, trigger.start) != "in" or not (trigger.weak and trigger.hit.form.startswith("sg")):
        return False
    partner = reading.lattice.find(trigger.end, "prep")
    if partner is None or partner.entry.value not in ("with", "between"):
        return False
    met = (partner.end, partner.end + 2)
    sides = [s for s in reading.actors.within(*met) if s.extra.sort not in _PRESS]
    people = [p for p in reading.persons.within(*met) if p.head.value != "journalist"]
    return bool(sides or people)


def _that_was(lattice: Lattice, index: int) -> bool:
    """ "the agreement that was reached", "the truce which the two announced": a relative with a verb in the past."""
    rel = lattice.find(index, "rel")
    if rel is None:
        return False
    verbs = [h for at in range(rel.end, rel.end + _CLOSE) for h in lattice.at(at) if h.entry.cls in ("verb", "perfect")]
    return any(hit.entry.cls == "perfect" or hit.form.startswith("past") for hit in verbs)


def _takes_place(lattice: Lattice, hit: Hit) -> bool:
    if hit.lead.endswith(load_settings().leads["to"]):
        return False
    for index in range(hit.start - 1, max(-1, hit.start - _ACT_REACH), -1):
        found = lattice.at(index)
        if any(h.entry.cls in _SPOKEN_OF for h in found):
            return False
        if any(_tells(h) for h in found):
            return True
    return any(lattice.text.opens(hit.start - back) for back in range(_CLOSE))


def _tells(hit: Hit) -> bool:
    if hit.entry.cls == "verb":
        return hit.entry.attrs.get("act") in _TELLING or "light" in hit.entry.attrs
    return hit.entry.cls == "perfect" or (hit.entry.cls == "prep" and hit.entry.value == "after")


def _between(reading: Reading, trigger: Trigger) -> bool:
    """ "talks between", "indirect talks between": the sides right behind, or behind adjectives of a noun without the article."""
    reach = 1 if trigger.definite else _BETWEEN_REACH
    return any(preposition_before(reading, trigger.end + 1 + at) == "between" for at in range(reach))


def _announces(lattice: Lattice, index: int, start: int) -> bool:
    """ "announced a ceasefire": the verb takes the dealing as its object, with no clause between."""
    verb = lattice.find(index, "verb")
    if verb is None or verb.entry.attrs.get("act") != "announce":
        return False
    return not any(lattice.find(i, "that", "sub") for i in range(verb.end, start))


def _told_of(reading: Reading, trigger: Trigger) -> bool:
    """ "announced on Tuesday the approval of": behind "of" the announcing verb may be far."""
    if preposition_before(reading, trigger.start) != "about":
        return False
    far = range(max(0, trigger.start - _DELEGATION_REACH), trigger.start - 1)
    return any(_announces(reading.lattice, at, trigger.start) for at in far)


def _asked(lattice: Lattice, index: int, start: int) -> bool:
    """A noun of demanding close before the dealing, or the verb with its subject between ("the union called for")."""
    if lattice.find(index, "demand", "actobject"):
        return start - index <= _CLOSE
    verb = lattice.find(index, "verb")
    if verb is None or verb.entry.attrs.get("act") not in _ASKING:
        return False
    return not any(lattice.find(i, "that", "sub") for i in range(verb.end, start))


def _meant(lattice: Lattice, index: int, kind: str) -> bool:
    """Sanctions threatened, considered or adopted; aid promised; a truce offered."""
    verb = lattice.find(index, "verb")
    if verb is None:
        return kind == "sanction" and lattice.find(index, "threat") is not None
    act, modal = verb.entry.attrs.get("act"), verb.entry.value == "modal"
    if kind == "sanction":
        return modal or act in _IMPOSING
    return (kind == "aid" and act == "promise") or (kind == "ceasefire" and "offer" in verb.entry.attrs)


def arms_given(reading: Reading, trigger: Trigger, following: int) -> bool:
    """ "France delivered six aircraft to Ukraine": arms between two sides, the one who gives and the one who gets."""
    arms = reading.weapons.within(trigger.end, min(trigger.end + _ARMS_REACH, following))
    if not arms:
        return False
    sides = reading.actors.within(max(0, trigger.start - _CLOSE), min(arms[0].end + _CLOSE, following))
    named = {side.extra.id for side in sides if side.kind == ACTOR and side.extra.id is not None}
    return len(named) > 1
