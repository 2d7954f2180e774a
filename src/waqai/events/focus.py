"""Focus: the place, day and side that a report goes on about without saying them again."""

from __future__ import annotations

from waqai.events.draft import Draft, Party
from waqai.events.locate import Located
from waqai.mentions.dates.ranges import DateRange
from waqai.mentions.dates.words import DateWords
from waqai.model.mention import Mention
from waqai.packs.kinds import load_kinds

_PLACE_REACH = 3
_RECENT = 60
_VIOLENT = frozenset({"strike", "force", "custody", "interception"})
_DEALT = frozenset({"exchange", "release"})
_STRIKE = frozenset({"strike"})


def carry(drafts: list[Draft], draft: Draft, located: dict[int, Located]) -> None:
    """Give ``draft`` what it leaves unsaid and an earlier draft says; each carried value adds its rule."""
    violent = [d for d in drafts[-_RECENT:] if load_kinds().group(d.kind) in _VIOLENT and d.status == "happened"]
    if (
        draft.status != "happened"
        or draft.kind in _DEALT
        or load_kinds().group(draft.kind) not in _VIOLENT
        or not violent
    ):
        return
    latest = violent[-1]
    _carry_place(latest, draft)
    _carry_day(violent, draft)
    _carry_side(latest, draft)


def _carry_place(latest: Draft, draft: Draft) -> None:
    if draft.places or draft.sentence - max(latest.sentences) > _PLACE_REACH:
        return
    draft.places = list(latest.places)
    draft.add_rule("focus.place")
    if draft.same_site:
        draft.targets = draft.targets or list(latest.targets)
        draft.speeches = draft.speeches or list(latest.speeches)
        draft.add_rule("focus.same-site")


def _carry_day(violent: list[Draft], draft: Draft) -> None:
    """The day of the latest event that has one; words that only shift ("two hours later") stay first."""
    if any(d.value.resolve(None).resolved for d in draft.dates) or len(draft.dates) > 0 and not _shifting(draft):
        return
    told = ([date for date in d.dates if not _needs_day(date)] for d in reversed(violent))
    known = next((dates for dates in told if dates), None)
    if known:
        draft.dates = [*draft.dates, known[0]]
        draft.add_rule("focus.day")


def _shifting(draft: Draft) -> bool:
    return _needs_day(draft.dates[0])


def _needs_day(date: Mention) -> bool:
    """Words that need another day to stand on: "two hours later", "after dark"."""
    words = date.value
    return (
        not words.names_day and not words.overnight
        if isinstance(words, DateWords)
        else not isinstance(words, DateRange)
    )


def _carry_side(latest: Draft, draft: Draft) -> None:
    kinds = load_kinds()
    if draft.perpetrators or kinds.group(draft.kind) not in _STRIKE or kinds.group(latest.kind) not in _STRIKE:
        return
    if latest.perpetrators:
        draft.perpetrators = [Party(p.phrase, stated=False) for p in latest.perpetrators[:1]]
        draft.add_rule("focus.side")
