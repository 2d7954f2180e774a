"""Blame: whom the words of blame name as the doer, without a verb of accusing ("stands behind", "is responsible for")."""

from __future__ import annotations

from waqai.events.reading import Reading
from waqai.events.syntax import preposition_before
from waqai.events.triggers import Trigger
from waqai.mentions.actors import ACTOR
from waqai.mentions.phrase import Phrase, is_definite
from waqai.model.mention import Hit
from waqai.model.value import Value

_BEFORE = 6
_BEHIND = 4
_ASCRIBED = 8
_CUE = "blame"


class Blame(Value, frozen=True):
    """The side that is blamed, and the token where what it is blamed for stands: None when the words do not say."""

    side: Phrase
    deed: int | None


def blames(reading: Reading, first: int, last: int) -> list[Blame]:
    """The blame laid by words at tokens ``first``..``last``, unless it is denied."""
    lattice, found = reading.lattice, list[Blame]()
    for at in lattice.starts(first, last, _CUE):
        cue = lattice.find(at, _CUE)
        if cue is None or lattice.find(at - 1, "neg") is not None:
            continue
        blame = _READERS.get(cue.entry.value, _nobody)(reading, cue, first, last)
        if blame is not None:
            found.append(blame)
    return found


def blamed_for(reading: Reading, trigger: Trigger, first: int, last: int) -> Phrase | None:
    """The side that the sentence blames for the deed of this very word; None when it blames nobody for it."""
    found = (b.side for b in blames(reading, first, last) if b.deed == trigger.start)
    return next(found, None)


def points_at_told(reading: Reading, blame: Blame) -> bool:
    """Is it blamed for "the attack", told before, or for a deed that the words leave out?"""
    if blame.deed is None:
        return True
    hits = (hit for hit in reading.lattice.at(blame.deed) if hit.entry.cls == "event")
    return any(is_definite(hit.lead) for hit in hits)


def _nobody(_reading: Reading, _cue: Hit, _first: int, _last: int) -> Blame | None:
    return None


def _stands_behind(reading: Reading, cue: Hit, first: int, last: int) -> Blame | None:
    """ "the group stands behind the bombing", in either order of verb and subject."""
    words = range(cue.end, min(cue.end + _BEFORE, last))
    behind = next((hit for at in words if (hit := _behind(reading, at)) is not None), None)
    if behind is None:
        return None
    return _of(_nearest(reading, cue.end, behind.start) or _nearest(reading, first, cue.start), behind.end)


def _behind(reading: Reading, index: int) -> Hit | None:
    hits = (hit for hit in reading.lattice.at(index) if hit.entry.cls == _CUE and hit.entry.value == "behind")
    return next(hits, None)


def _answers(reading: Reading, cue: Hit, first: int, _last: int) -> Blame | None:
    """ "the group is responsible for the attack"."""
    return _of(_nearest(reading, max(first, cue.start - _BEFORE), cue.start), cue.end)


def _pointed_at(reading: Reading, cue: Hit, _first: int, last: int) -> Blame | None:
    """ "pointed the finger at the party over the bombing of"."""
    side = _next(reading, cue.end, min(cue.end + 1, last))
    over = side is not None and reading.lattice.find(side.end, "prep") is not None
    return _of(side, side.end + 1 if side is not None and over else None)


def _ascribed(reading: Reading, cue: Hit, _first: int, last: int) -> Blame | None:
    """ "ascribed the attack to the group"."""
    sides = reading.actors.within(cue.end, min(cue.end + _ASCRIBED, last))
    side = next((s for s in sides if s.kind == ACTOR and preposition_before(reading, s.start) == "to"), None)
    deeds = reading.lattice.starts(cue.end, side.start, "event") if side is not None else []
    return _of(side, deeds[0]) if deeds else None


_READERS = {"stands": _stands_behind, "answers": _answers, "to": _pointed_at, "ascribes": _ascribed}


def _of(side: Phrase | None, deed: int | None) -> Blame | None:
    return Blame(side, deed) if side is not None else None


def _nearest(reading: Reading, first: int, last: int) -> Phrase | None:
    """The last armed side that ends close before ``last``."""
    sides = [s for s in reading.actors.within(first, last) if s.kind == ACTOR and s.extra.armed and s.end <= last]
    return sides[-1] if sides and last - sides[-1].end <= _BEHIND else None


def _next(reading: Reading, first: int, last: int) -> Phrase | None:
    return next((s for s in reading.actors.within(first, last) if s.kind == ACTOR), None)
