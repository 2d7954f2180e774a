"""Figures side by side: equal, compatible, an update told later, or such that no one strike has both."""

from __future__ import annotations

from waqai.merge.profile import Profile
from waqai.messages import Message, say
from waqai.model.record import Figure

EQUAL, NEAR, UPDATE, APART = "equal", "compatible", "update", "apart"
_SHARE = 0.34  # a difference this small is what counts of one strike show
_MULTIPLE, _NEARLY, _FEW = 3, 1.5, 2


def likeness(a: Profile, b: Profile, outcome: str) -> tuple[float, str] | None:
    """From -1 to 1, and the word for it; None when one of them tells no figure."""
    one, other = getattr(a, outcome), getattr(b, outcome)
    if one is None or other is None:
        return None
    if one.low == other.low and one.high == other.high:
        return _equal(one), EQUAL
    if _meet(one, other):
        return _compatible(one, other), NEAR
    return _differing(a, b, one, other)


def written(figure: Figure | None) -> Message | None:
    """A figure as people write it: "5", "about 5", "5 or more", "1 to 30"."""
    if figure is None:
        return None
    if figure.approximate and figure.high == figure.low:
        return say("figure.about", low=figure.low)
    return in_words(figure.low, figure.high)


def in_words(low: int, high: int | None) -> Message:
    """A range as people write it; ``high`` None: no upper bound."""
    if high is None:
        return say("figure.open", low=low)
    return say("figure.exact", low=low) if low == high else say("figure.range", low=low, high=high)


def _equal(figure: Figure) -> float:
    """The larger an equal figure, the more it tells; "several" and none tell little."""
    if figure.high is None:
        return 0.6 if figure.low > 2 else 0.3
    return {0: 0.3, 1: 0.45, 2: 0.6, 3: 0.7}.get(figure.low, 1.0 if figure.low > 5 else 0.85)


def _meet(one: Figure, other: Figure) -> bool:
    """Do the two ranges have a number in common?"""
    low = max(one.low, other.low)
    return all(figure.high is None or low <= figure.high for figure in (one, other))


def _compatible(one: Figure, other: Figure) -> float:
    """ "At least 14" beside 16 says something; "several" beside 60, or "at least 5" beside 29, does not."""
    low, high = sorted((one.low, other.low))
    if low <= _FEW:
        return 0.15
    return 0.5 if high <= _NEARLY * low else 0.1 if high <= _MULTIPLE * low else -0.3


def _differing(a: Profile, b: Profile, one: Figure, other: Figure) -> tuple[float, str]:
    low, high = sorted((one.low, other.low))
    small = high - low <= max(1, _SHARE * high)
    if low == 0:
        return (-0.5 if small else -1.0), APART
    rises = _rises(a, b, one, other)
    if small:
        return (0.1, UPDATE) if rises else (-0.25, APART)
    if low == 1:  # one person may be only the one whom the report is about
        return -0.4, APART
    many = high >= _MULTIPLE * low
    return (-0.5 if many else -0.2, UPDATE) if rises else (-1.0 if many else -0.6, APART)


def _rises(a: Profile, b: Profile, one: Figure, other: Figure) -> bool:
    """Is the higher figure the one published later?"""
    if a.published is None or b.published is None or a.published == b.published:
        return False
    return (a.published < b.published) == (one.low < other.low)
