"""Apart: what keeps two drafts from being one event - other days, other sides, other figures."""

from __future__ import annotations

from datetime import date

from waqai.events.claimed import contradict
from waqai.events.draft import Draft, Party
from waqai.events.totals import total
from waqai.mentions.actors import Side, same_side
from waqai.mentions.complements import INSURGENT
from waqai.mentions.dates.ranges import FocusShift
from waqai.mentions.dates.words import DateWords
from waqai.model.count import Count
from waqai.model.dates import DateSpan

LEAD = 2
_ARMIES = frozenset({"army", "airforce", "navy"})
_DEALT = frozenset({"talks", "agreement", "ceasefire", "exchange"})
_LONG, _HOURS = frozenset({"day", "week", "month"}), frozenset({"hour", "minute"})


def other_tolls(earlier: Draft, draft: Draft, published: date | None) -> bool:
    """Of running totals, another figure or another first day is another toll: the day's beside the war's."""
    if earlier.kind != "toll" or draft.kind != "toll" or same_figures(earlier, draft):
        return False
    starts = [d.dates[0].value.resolve(published).start if d.dates else None for d in (earlier, draft)]
    return starts[0] != starts[1]


def raid(earlier: Draft, draft: Draft) -> bool:
    """Storming a place and the arrests told right after it are one raid (GUIDE.md)."""
    close = draft.sentence - max(earlier.sentences) <= 1
    return earlier.kind == "ground_assault" and draft.kind == "detention" and close and not draft.places


def part_of_it(earlier: Draft, draft: Draft) -> bool:
    """ "the explosion also took the life of an activist": pointing back right after, a smaller figure is some of the dead."""
    one, other = total(earlier, "killed"), total(draft, "killed")
    close = draft.pointing and draft.sentence - max(earlier.sentences) <= LEAD
    return close and one is not None and other is not None and other.count.low < one.count.low


def other_days(earlier: Draft, draft: Draft, published: date | None) -> bool:
    """Both name a day, and not the same."""
    if _shifted(draft) and draft.sentence not in earlier.sentences and draft.kind not in _DEALT:
        return True
    if not earlier.dates or not draft.dates:
        return False
    one: DateSpan = earlier.dates[0].value.resolve(published)
    other: DateSpan = draft.dates[0].value.resolve(published)
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return _unlike(earlier.dates[0].value, draft.dates[0].value)
    return one.end < other.start or other.end < one.start


def _shifted(draft: Draft) -> bool:
    """ "Two weeks before that", "two hours later" at the head of what is told: counted from another event."""
    day = draft.dates[0] if draft.dates else None
    words = day.value if day else None
    if day is None or not isinstance(words, FocusShift) or words.number == 0 or draft.pointing:
        return False
    return words.unit in _LONG or (words.unit in _HOURS and day.start <= draft.first + 1)


def _unlike(one: object, other: object) -> bool:
    """Without a day of publication, words of one shape that differ name two days ("13 May", "27 April").

    A year is said of what is past: such a day is not "today" nor a bare weekday.
    """
    if not isinstance(one, DateWords) or not isinstance(other, DateWords):
        return False
    if (one.year is None) != (other.year is None) and (of_now(one) or of_now(other)):
        return True
    if one.month is not None and other.month is not None:
        return (one.month, one.day) != (other.month, other.day)
    if one.weekday is not None and other.weekday is not None:
        return one.weekday != other.weekday
    return (one.month is None) != (other.month is None) and "weekday" not in (_shape(one), _shape(other))


def of_now(words: DateWords) -> bool:
    """ "today", "on Sunday": a day near the report's own."""
    return words.month is None and (words.weekday is not None or (words.unit == "day" and words.shift is not None))


def _shape(words: DateWords) -> str:
    return "weekday" if words.weekday is not None else "other"


def other_sides(one: list[Party], other: list[Party]) -> bool:
    """Both name who did it, and nobody is in both."""
    stated = [p.phrase.extra for p in one if p.stated], [p.phrase.extra for p in other if p.stated]
    if not stated[0] or not stated[1]:
        return False
    if _army_and_rebels(*stated) or _army_and_rebels(stated[1], stated[0]):
        return True
    if any(side.country is None and side.id is None for sides in stated for side in sides):
        return False
    return not any(same_side(a, b) for a in stated[0] for b in stated[1])


def _army_and_rebels(one: list[Side], other: list[Side]) -> bool:
    """A state's army on one side, a named armed group on the other: never the same doer."""
    return all(s.sort in _ARMIES for s in one) and all(s.sort in INSURGENT for s in other)


def other_figures(earlier: Draft, draft: Draft) -> bool:
    """Exact figures of dead that differ are two events, unless the new one is said to replace the old."""
    one, other = total(earlier, "killed"), total(draft, "killed")
    if one is None or other is None or any(f.total for f in other.facts):
        return False
    if one.count.low == 0 or other.count.low == 0:
        return False
    if draft.pointing and contradict(list(one.facts), list(other.facts)):
        return False
    return _beyond(one.count, other.count) or _beyond(other.count, one.count)


def _beyond(one: Count, other: Count) -> bool:
    """Exact, and no number that the other may be: "at least 17" is not 6; one man may be one of them."""
    if not one.exact or (one.low == 1 and not other.exact):
        return False
    return one.low < other.low or (other.high is not None and one.low > other.high)


def same_figures(earlier: Draft, draft: Draft) -> bool:
    """The same number of dead or injured, exact or as "at least" in one of them."""
    pairs = [(total(earlier, o), total(draft, o)) for o in ("killed", "injured")]
    return any(a is not None and b is not None and _same_count(a.count, b.count) for a, b in pairs)


def _same_count(one: Count, other: Count) -> bool:
    return one.low == other.low > 1 and (one.high == other.high or one.exact or other.exact)
