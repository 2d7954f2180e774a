"""Carriers: the verbs close before a noun of action that say it took place ("launched", "held", "was exposed to")."""

from __future__ import annotations

from waqai.events.reading import Reading
from waqai.events.triggers import Trigger
from waqai.model.mention import Hit
from waqai.packs.pack import load_settings

_LIGHT_REACH = 12
_EXPOSED_REACH = 40
_MOST_HELPERS = 8
_CARRY_REACH = 4
_CARRYING = frozenset({"light", "suffer", "deal", "incident"})
_OWN_KIND = frozenset({"aid", "sanction", "appointment", "release", "exchange"})  # these verbs carry no other dealing
_ARRIVING = frozenset({"aid", "talks"})


def near(helpers: list[Trigger], trigger: Trigger) -> list[Trigger]:
    """The helping triggers close before; words of dealings help only dealings."""
    deal = trigger.frame.role == "deal"
    close = helpers[-_MOST_HELPERS:]
    return [h for h in close if _reaches(h, trigger) and (deal or h.frame.role != "deal")]


def _reaches(helper: Trigger, trigger: Trigger) -> bool:
    """Close before; what somebody "was exposed to" waits behind a long subject for its own preposition."""
    return trigger.start - helper.end <= (_EXPOSED_REACH if exposed(helper, trigger) else _LIGHT_REACH)


def exposed(helper: Trigger, trigger: Trigger) -> bool:
    """ "was exposed ... to a raid": the verb's own preposition stands on the noun."""
    exposing = helper.frame.role == "suffer" and not helper.noun and "light" not in helper.hit.entry.attrs
    to = load_settings().leads["to"]
    return exposing and trigger.noun and trigger.hit.lead in (to, to * 2)


def carried(reading: Reading, helpers: list[Trigger], trigger: Trigger) -> bool:
    """Does a verb carry the noun of action: launched, suffered, held? No clause may begin between them."""
    return any(
        not h.noun
        and _carries(h, trigger)
        and (exposed(h, trigger) or not _clause_between(reading, h.end, trigger.start))
        and not _unmade(reading, h, trigger)
        for h in near(helpers, trigger)
    )


def _carries(helper: Trigger, trigger: Trigger) -> bool:
    """Verbs of reaching carry what arrives, verbs of effect only what is close; aid is given, not launched."""
    role, aid = helper.frame.role, trigger.kind == "aid"
    if helper.frame.kind in _OWN_KIND and helper.frame.kind != trigger.kind:
        return False
    if role == "reach":
        return trigger.kind in _ARRIVING and not trigger.hit.form.endswith(".o")
    if aid:
        return role == "deal"
    return role in _CARRYING and (helper.hit.entry.value != "carry" or trigger.start - helper.end <= _CARRY_REACH)


def _unmade(reading: Reading, helper: Trigger, trigger: Trigger) -> bool:
    """ "no talks took place": a dealing that was not."""
    return trigger.frame.role == "deal" and reading.lattice.find(helper.start - 1, "neg") is not None


def _clause_between(reading: Reading, first: int, last: int) -> bool:
    lattice = reading.lattice
    return any(
        lattice.find(i, "that", "sub") or ((h := lattice.find(i, "verb")) is not None and _says(h))
        for i in range(first, last)
    )


def _says(hit: Hit) -> bool:
    """A verb of saying, and not with an object pronoun (spelled like "belonging to")."""
    return hit.entry.value == "say" and not hit.form.endswith(".o")
