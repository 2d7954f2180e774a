"""The table of features: each row a name, a weight, and a function of two profiles that gives -1..1 and the two values."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from waqai.merge.figures import likeness, written
from waqai.merge.kin import kinship
from waqai.merge.profile import Profile
from waqai.merge.spots import nearness
from waqai.messages import Message, say

_SOON, _LATE = 2, 10
_NAMED = 0.6
_EVERYDAY = frozenset({"house", "residential", "vehicle", "military_site", "other"})
_EVERYDAY_SHARE = 0.6
# A span of so many days (last less first) -> what it says that two of them meet.
_WIDTHS = ((0, 1.0), (4, 0.7), (10, 0.3), (31, 0.1))
_UNTOLD, _LONGER_AGO, _SLIPPED, _SHAKY = -0.4, -0.3, -0.8, 0.7


class Finding(NamedTuple):
    """``value``: from -1 (speaks against) to 1 (speaks for). ``left``, ``right``: what was compared."""

    value: float
    left: Message | None = None
    right: Message | None = None


class Feature(NamedTuple):
    """``compare`` gives None when one of the two does not tell it: silence is no evidence."""

    name: str
    weight: float
    compare: Callable[[Profile, Profile], Finding | None]


def _kind(a: Profile, b: Profile) -> Finding:
    return Finding(kinship(a.kind, b.kind) or 0.0, *(say("reason.kind", kind=one.kind) for one in (a, b)))


def _place(a: Profile, b: Profile) -> Finding | None:
    near = nearness(a.spots, b.spots)
    if (near is None or 0 <= near < _NAMED) and (_names(a, b) or _names(b, a)):
        named = say("reason.in_words")
        return Finding(_NAMED, a.where or named, b.where or named)
    return None if near is None else Finding(near, a.where, b.where)


def _names(a: Profile, b: Profile) -> bool:
    """Do the words of one without a place name the finest place of the other?"""
    return bool(a.named and b.spots) and b.spots[0].fine and b.spots[0].key in a.named


def _day(a: Profile, b: Profile) -> Finding:
    """Days that meet: one day says most, a month or longer nothing. Days that do not meet and no veto forbids."""
    one, other = a.days, b.days
    if one is None or other is None:
        return Finding(_UNTOLD, one.says if one else None, other.says if other else None)
    gap = max(one.first, other.first) - min(one.last, other.last)
    if gap > 0:
        return Finding(_LONGER_AGO if one.guessed or other.guessed else _SLIPPED, one.says, other.says)
    wide = max(one.last - one.first, other.last - other.first)
    value = next((value for days, value in _WIDTHS if wide <= days), 0.0)
    return Finding(value if one.told and other.told else value * _SHAKY, one.says, other.says)


def _hour(a: Profile, b: Profile) -> Finding | None:
    one, other = a.hour, b.hour
    if one.start is None or other.start is None or one.end is None or other.end is None:
        return None
    meet = max(one.start, other.start) <= min(one.end, other.end)
    clock = one.exact and other.exact
    value = (1.0 if clock else 0.5) if meet else -0.4
    return Finding(value, a.days.says if a.days else None, b.days.says if b.days else None)


def _order(a: Profile, b: Profile) -> Finding | None:
    """One is told as a second strike, or as so long after another; the other is not."""
    one, other = a.again or a.hour.after, b.again or b.hour.after
    told = [say("reason.second" if late else "reason.first") for late in (one, other)]
    if one == other:
        return Finding(0.3, *told) if one else None
    return Finding(-1.0, *told)


def _one_report(a: Profile, b: Profile) -> Finding | None:
    """A headline and the body under it, or an event and the denial told beside it: the rest of a report is vetoed."""
    if a.report != b.report:
        return None
    return Finding(1.0, *(say("reason.status", status=one.status) for one in (a, b)))


def _published(a: Profile, b: Profile) -> Finding | None:
    if a.published is None or b.published is None:
        return None
    lag = abs(a.published - b.published)
    value = 1.0 if lag <= _SOON else 0.0 if lag <= _LATE else -1.0
    return Finding(value, say("reason.lag", n=lag))


def _killed(a: Profile, b: Profile) -> Finding | None:
    return _figure(a, b, "killed")


def _injured(a: Profile, b: Profile) -> Finding | None:
    return _figure(a, b, "injured")


def _figure(a: Profile, b: Profile, outcome: str) -> Finding | None:
    found = likeness(a, b, outcome)
    if found is None:
        return None
    return Finding(found[0], written(getattr(a, outcome)), written(getattr(b, outcome)))


def _victims(a: Profile, b: Profile) -> Finding | None:
    """Groups of victims alike: by outcome, group and age. Names are not compared, so no reason can show one."""
    if not a.victims or not b.victims:
        return None
    shared = a.victims & b.victims
    aged = any(age is not None for *_, age in shared)
    value = 1.0 if aged else 0.5 * len(shared) / min(len(a.victims), len(b.victims)) if shared else -0.1
    return Finding(value, _groups(a), _groups(b))


def _groups(one: Profile) -> Message:
    return say("reason.victims", groups=tuple(sorted((_group(*victim) for victim in one.victims), key=str)))


def _group(outcome: str, group: str, age: int | None) -> Message:
    if age is None:
        return say("reason.group", group=group, outcome=outcome)
    return say("reason.group_aged", group=group, age=age, outcome=outcome)


def _weapon(a: Profile, b: Profile) -> Finding | None:
    return _sets("reason.weapons", a.weapons, b.weapons, -0.3)


def _target(a: Profile, b: Profile) -> Finding | None:
    """What was hit: a market or an embassy says more than a house."""
    found = _sets("reason.targets", a.targets, b.targets, -0.8)
    if found is None or found.value < 0:
        return found
    telling = bool(a.targets & b.targets - _EVERYDAY)
    return found._replace(value=1.0 if telling else found.value * _EVERYDAY_SHARE)


def _doer(a: Profile, b: Profile) -> Finding | None:
    """Whom they blame. Two sides that blame each other may still speak of one strike."""
    return _sets("reason.sides", a.doers, b.doers, -1.0)


def _parties(a: Profile, b: Profile) -> Finding | None:
    return _sets("reason.sides", a.sides, b.sides, -0.6)


def _voice(a: Profile, b: Profile) -> Finding | None:
    shared = a.voices & b.voices
    return Finding(1.0, *[say("reason.voices", items=tuple(sorted(shared)))] * 2) if shared else None


def _words(a: Profile, b: Profile) -> Finding | None:
    if a.text == b.text and len(a.words) > 3:
        return Finding(1.0, *[say("reason.one_sentence")] * 2)
    shared = len(a.words & b.words)
    smaller = min(len(a.words), len(b.words))
    if smaller < 4:
        return None
    share = shared / smaller
    return Finding(min(0.6, max(0.0, share - 0.25)), say("reason.shared", n=shared), say("reason.of_words", n=smaller))


def _sets(code: str, one: frozenset[str], other: frozenset[str], apart: float) -> Finding | None:
    if not one or not other:
        return None
    value = 0.5 + 0.5 * (one == other) if one & other else apart
    return Finding(value, *(say(code, items=tuple(sorted(each))) for each in (one, other)))


VIOLENCE = (
    Feature("kind", 1.2, _kind),
    Feature("place", 2.6, _place),
    Feature("day", 1.6, _day),
    Feature("hour", 1.0, _hour),
    Feature("second strike", 1.2, _order),
    Feature("one report", 1.2, _one_report),
    Feature("publication", 0.4, _published),
    Feature("killed", 1.8, _killed),
    Feature("injured", 1.5, _injured),
    Feature("victims", 1.0, _victims),
    Feature("weapon", 0.7, _weapon),
    Feature("target", 1.2, _target),
    Feature("perpetrator", 0.4, _doer),
    Feature("source", 0.5, _voice),
    Feature("words", 2.5, _words),
)
DEALINGS = (
    Feature("kind", 1.0, _kind),
    Feature("place", 1.6, _place),
    Feature("day", 1.8, _day),
    Feature("publication", 0.4, _published),
    Feature("parties", 2.0, _parties),
    Feature("source", 0.5, _voice),
    Feature("words", 2.5, _words),
)
