"""Things as objects: what a verb of injuring struck, ships seized, ships that sanctions target."""

from __future__ import annotations

from waqai.events.reading import Reading
from waqai.events.triggers import Trigger

_CLOSE = 3
_BACK = 14


def strikes_thing(reading: Reading, trigger: Trigger) -> bool:
    """ "a missile struck the house": the verb of injuring with a thing as its object."""
    if trigger.noun or trigger.frame.kind != "injured":
        return False
    if trigger.passive_only:
        return _struck_itself(reading, trigger)
    near = range(trigger.end, trigger.end + 3)
    things = reading.targets.within(trigger.end, trigger.end + 3)
    return bool(things) and not things[0].skip and not any(reading.people.covering(i) for i in near)


def _struck_itself(reading: Reading, trigger: Trigger) -> bool:
    """ "the café was struck": of the passive the thing is the subject, right beside it."""
    if any(reading.people.covering(i) for i in range(trigger.end, trigger.end + _CLOSE)):
        return False
    things = reading.targets.within(trigger.end, trigger.end + 1)
    near = (trigger.start - 1, trigger.start - 2) if not trigger.hit.lead else ()
    before = next((thing for i in near if (thing := reading.targets.covering(i))), None)
    thing = things[0] if things else before
    return thing is not None and not thing.skip and reading.people.covering(thing.start) is None


def takes_ship(reading: Reading, trigger: Trigger) -> bool:
    """ "seized the tanker": no land changes hands (GUIDE.md counts it as an abduction)."""
    things = reading.targets.within(trigger.end, trigger.end + _CLOSE + 1)
    return any(thing.head.value == "ship" for thing in things)


def of_sanctions(reading: Reading, trigger: Trigger) -> bool:
    """ "sanctions that target 149 ships"."""
    near = range(max(0, trigger.start - _BACK), trigger.start)
    return any(h.entry.value == "sanction" for i in near for h in reading.lattice.at(i) if h.entry.cls == "event")
