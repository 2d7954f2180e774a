"""A reading: every mention of a text by kind, ready to be asked for those within a stretch of tokens."""

from __future__ import annotations

from bisect import bisect_left

from waqai.match.lattice import Lattice
from waqai.mentions.phrase import Phrase, is_conjoined
from waqai.model.mention import Mention
from waqai.model.value import Value
from waqai.packs.pack import load_settings


class Index(Value, frozen=True):
    """Phrases of one kind in order, with their starts for bisection."""

    phrases: list[Phrase]
    starts: list[int]

    def within(self, first: int, last: int) -> list[Phrase]:
        """The phrases that begin at tokens ``[first, last)``."""
        return self.phrases[bisect_left(self.starts, first) : bisect_left(self.starts, last)]

    def covering(self, index: int) -> Phrase | None:
        """The phrase that holds token ``index``."""
        at = bisect_left(self.starts, index + 1) - 1
        return self.phrases[at] if at >= 0 and self.phrases[at].end > index else None


def is_where(lattice: Lattice, places: Index, side: Phrase) -> bool:
    """A capital or country that stands as a place: inside a longer place phrase, or governed by a preposition of place."""
    place = places.covering(side.start)
    if place is None or side.end > place.end or side.kind != "actor":
        return False
    if place.start < side.start or place.end > side.end or _heads(lattice, side) or _struck(lattice, side):
        return True
    governed = lattice.find(side.start - 1, "prep", "direction")
    inside = governed is not None and governed.end == side.start and governed.entry.value in _INSIDE
    written_on = side.skip > (1 if is_conjoined(side.lead) else 0)
    return "metonym" in side.head.attrs and (inside or written_on)


def _struck(lattice: Lattice, side: Phrase) -> bool:
    """ "the Damascus attack": a capital in construct behind a noun of attack, with nothing it is "on" behind it."""
    if "metonym" not in side.head.attrs or side.skip:
        return False
    nouns = (hit for hit in lattice.at(side.start - 1) if hit.entry.cls == "event" and hit.entry.value in _HITS)
    aimed = lattice.find(side.end, "prep")
    return any(not hit.lead.endswith(_article()) for hit in nouns) and (
        aimed is None or aimed.entry.value not in _AIMED
    )


def _article() -> str:
    return load_settings().noun.article


def _heads(lattice: Lattice, side: Phrase) -> bool:
    """ "Iraq: ten killed": a state before the colon of a headline says where."""
    tokens = lattice.text.tokens
    colon = side.end < len(tokens) and tokens[side.end].text == ":"
    return colon and side.extra.sort == "state" and lattice.text.opens(side.start)


_INSIDE = frozenset({"in", "on", "to", "from", "toward"})
_AIMED = frozenset({"on", "against", "to"})
_HITS = frozenset({"attack", "bombing", "explosion"})


def make_index(phrases: list[Phrase]) -> Index:
    """Index phrases that are already in order."""
    return Index(phrases, [phrase.start for phrase in phrases])


class Reading(Value, frozen=True):
    """Everything the mention stages found in one text. ``silent``: tokens of dates and of a dateline tell of no event."""

    lattice: Lattice
    counts: list[Mention]
    dates: list[Mention]
    date_tokens: frozenset[int]
    silent: frozenset[int]
    people: Index
    weapons: Index
    targets: Index
    actors: Index
    persons: Index
    places: Index

    def dates_within(self, first: int, last: int) -> list[Mention]:
        """The date mentions that begin at tokens ``[first, last)``."""
        return _within(self.dates, first, last)

    def counts_within(self, first: int, last: int) -> list[Mention]:
        """The counts that begin at tokens ``[first, last)``."""
        return _within(self.counts, first, last)


def _within(mentions: list[Mention], first: int, last: int) -> list[Mention]:
    low = bisect_left(mentions, first, key=_start)
    return mentions[low : bisect_left(mentions, last, low, key=_start)]


def _start(mention: Mention) -> int:
    return mention.start
