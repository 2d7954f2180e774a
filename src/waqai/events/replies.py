"""Replies: "and Israel answered with raids on Khiam" tells a deed of one's own, by whoever answers."""

from __future__ import annotations

from waqai.events.reading import Reading
from waqai.events.triggers import Trigger
from waqai.mentions.actors import ACTOR
from waqai.mentions.phrase import Phrase, is_conjoined
from waqai.packs.pack import load_settings

_REACH = 5


def reply_before(reading: Reading, trigger: Trigger) -> int | None:
    """The token where the answer begins whose means the noun of action is; None when it answers nothing."""
    if not trigger.noun or trigger.hit.lead[:1] != load_settings().leads["by"]:
        return None
    return next(iter(reading.lattice.starts(max(0, trigger.start - _REACH), trigger.start, "reply")), None)


def replier(reading: Reading, trigger: Trigger, reply: int) -> Phrase | None:
    """Who answers: the side behind the verb of answering at ``reply``, or right before it."""
    found = [*reading.actors.within(reply, trigger.start), reading.actors.covering(reply - 1)]
    return next((side for side in found if side is not None and _acts(side)), None)


def _acts(side: Phrase) -> bool:
    """An armed side or a state, with no preposition written onto it."""
    return side.kind == ACTOR and side.extra.armed and side.skip == is_conjoined(side.lead)
