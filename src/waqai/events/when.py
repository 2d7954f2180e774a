"""When: the days that a stretch names for its event, without those of what was said about it or is only planned."""

from __future__ import annotations

from waqai.clauses.speeches import Speech
from waqai.events.grouping import Group
from waqai.events.reading import Reading
from waqai.model.mention import Mention
from waqai.packs.kinds import load_kinds
from waqai.packs.pack import load_settings

_DUE = 3
_AHEAD = 3
_OPENS = 14
_SPOKEN = frozenset({"dealing", "sanction", "appointment", "aid"})  # announcing it is doing it


def days_of(reading: Reading, one: Group, kind: str, speeches: list[Speech]) -> list[Mention]:
    """The days of the group's stretch; the day of a saying only where announcing is the event ("agreed on Sunday to")."""
    days = [d for d in reading.dates_within(one.first, one.last) if not _of_plan(reading, one, d)]
    own = [d for d in days if not (_of_a_paper(reading, d) or any(_of_saying(reading, s, d) for s in speeches))]
    if own or load_kinds().group(kind) not in _SPOKEN:
        return own
    return [d for d in days if not _before_that(reading, d)]


def _of_a_paper(reading: Reading, day: Mention) -> bool:
    """ "and now": of what a report with a headline tells, no day; a witness means this moment."""
    now = reading.lattice.find(day.start, "now")
    return now is not None and "bare" in now.entry.attrs and not reading.lattice.text.source.startswith("\n")


def _of_saying(reading: Reading, speech: Speech, day: Mention) -> bool:
    """Beside the verb, or between it and "that": "said in a statement on Sunday that ..."."""
    if speech.rule == "speech.according-to":
        return speech.start <= day.start and not _marked(reading, speech.start, day.start)
    if day.end >= speech.start - 1 and speech.start - _AHEAD <= day.start <= speech.end + 1:
        return day.start < speech.end or not _marked(reading, speech.end - 1, day.start)
    return speech.end < day.start < opening(reading, speech.end)


def opening(reading: Reading, first: int) -> int:
    """The token of the "that" that opens what is said, behind the words of the saying that end at ``first``; else ``first``."""
    near = reading.lattice.starts(first, first + _OPENS, "that")
    return near[0] if near and not _marked(reading, first, near[0]) else first


def _marked(reading: Reading, first: int, last: int) -> bool:
    return any(token.text in ".;:" for token in reading.lattice.text.tokens[first:last])


def _before_that(reading: Reading, day: Mention) -> bool:
    comma = [token.text for token in reading.lattice.text.tokens[day.end : day.end + 1]] == [","]
    return reading.lattice.find(day.end + comma, "that") is not None


def _of_plan(reading: Reading, one: Group, day: Mention) -> bool:
    """ "the elections due on 12 June": the day of what is only planned, unless that is the event itself."""
    for index in range(day.start - 1, max(one.first, day.start - _DUE) - 1, -1):
        due = reading.lattice.find(index, "future")
        if due is not None and reading.lattice.text.tokens[index].text.startswith(load_settings().noun.article):
            return not any(t.end in (index, index - 1) and t.end <= index for t in one.triggers)
    return False
