"""Tolls: figures over a whole war or many events, which belong to no single one."""

from __future__ import annotations

from waqai.events import slots
from waqai.events.draft import Draft
from waqai.events.grouping import Group
from waqai.events.reading import Reading
from waqai.events.sentence import Told
from waqai.mentions.dates.ranges import DateRange, SinceFocus

_MANY = 500


def is_toll(reading: Reading, told: Told) -> bool:
    """A figure of dead or wounded with "since": over a stretch of time, not of one event."""
    harms = [f for f in told.harms if f.outcome in ("killed", "injured") and f.count and f.count.low > 0]
    if not harms or told.drafts:
        return False
    since = any(isinstance(d.value, DateRange | SinceFocus) for d in reading.dates_within(told.first, told.last))
    toll = any(t.frame.role == "toll" for t in told.triggers)
    large = any(f.count and f.count.low >= _MANY for f in harms)
    return since or (toll and large)


def toll_draft(reading: Reading, told: Told) -> Draft:
    """The toll that the sentence gives."""
    lead = next((t for t in told.triggers if t.frame.role in ("toll", "harm")), told.triggers[0])
    whole = Group("toll", lead, told.triggers, told.first, told.last)
    draft = Draft("toll", "happened", lead, told.first, told.last, [told.number])
    slots.fill(draft, reading, whole, told.speeches)
    draft.weapons, draft.targets = [], []
    draft.harms = list(told.harms)
    draft.speeches = list(told.speeches)
    draft.add_rule("ar.event.toll")
    return draft
