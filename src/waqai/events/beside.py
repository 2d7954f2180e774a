"""Beside an event: what is only told to go with it, and what those who were killed had tried in vain."""

from __future__ import annotations

from waqai.events.reading import Reading
from waqai.events.syntax import amid
from waqai.events.triggers import Trigger
from waqai.mentions.phrase import is_conjoined
from waqai.packs.kinds import load_kinds


def goes_with(reading: Reading, current: str, trigger: Trigger, kind: str) -> bool:
    """ "shelling amid heavy gunfire": gunfire, or more of the same, only told to go with it."""
    akin = kind == "shooting" or load_kinds().kinship(current, kind) > 0
    return akin and trigger.noun and amid(reading, trigger.start)


def killed_trying(reading: Reading, helpers: list[Trigger], trigger: Trigger) -> Trigger | None:
    """ "killed four bombers who tried to slip into Samarra": they were killed; what they tried did not come about."""
    killed = next((h for h in helpers if h.frame.role == "harm" and not h.noun), None)
    tried = reading.lattice.find(trigger.start - 1, "verb")
    if killed is None or tried is None or "attempt" not in tried.entry.attrs or not trigger.noun:
        return None
    plain = not is_conjoined(tried.lead) and tried.form.startswith("past")
    return killed if plain and reading.people.covering(tried.start - 1) is not None else None


def of_two_sides(reading: Reading, current: str, trigger: Trigger, kind: str) -> bool:
    """ "shelled Harasta, and fighting goes on between A and B": a fight of two sides is no part of fire from afar."""
    fought = kind == "clash" and load_kinds().group(current) == "strike" and trigger.noun
    if not fought:
        return False
    between = (reading.lattice.find(i, "prep") for i in (trigger.end, trigger.end + 1))
    return any(hit is not None and hit.entry.value == "between" for hit in between)


def undertaken(reading: Reading, trigger: Trigger) -> bool:
    """ "after unknown men went about bombing": a deed with an undertaker of its own right before it."""
    for at in range(trigger.start - 2, trigger.start - 5, -1):
        if reading.lattice.find(at, "undertaking") is not None:
            return bool(reading.actors.within(at + 1, trigger.start))
    return False
