"""Focus: the place, day and side that a report goes on about without saying them again."""

from __future__ import annotations

from waqai.events.downing import DOWNED
from waqai.events.draft import Draft, Party
from waqai.events.reading import Reading
from waqai.events.sentence import Told
from waqai.mentions.actors import NATION, same_side
from waqai.mentions.dates.ranges import DateRange
from waqai.mentions.dates.words import DateWords
from waqai.model.mention import Mention
from waqai.packs.kinds import load_kinds

_PLACE_REACH = 1
_FOE_REACH = 3
_DAY_REACH = 2
_HEADING = 4
_OPENING = 2
_RECENT = 60
_VIOLENT = frozenset({"strike", "force", "custody", "interception"})
_DEALT = frozenset({"exchange", "release"})
_STRIKE = frozenset({"strike"})
_FROM_AFAR = frozenset({"air_strike", "missile_strike", "drone_strike", "shelling"})  # waves of one side
_INTERCEPTION = "interception"
_MANY = 10
_SHOOTS = frozenset({"artillery", "airforce", "navy"})


def heading_day(reading: Reading, sentences: list[Told]) -> Mention | None:
    """The day that the first lines of a post give for all the lines below, when they tell no event themselves."""
    for told in sentences[:_HEADING]:
        if told.drafts:
            return None
        days = [d for d in reading.dates_within(told.first, told.last) if not _needs_day(d)]
        if days:
            return days[0]
    return None


def carry(reading: Reading, drafts: list[Draft], draft: Draft, heading: Mention | None) -> None:
    """Give ``draft`` what it leaves unsaid and an earlier draft or the heading says; each carried value adds its rule."""
    if draft.dates and _of_same(draft.dates[0]):
        _carry_day(drafts[-_RECENT:], draft, heading)
    if (
        draft.background
        or draft.status != "happened"
        or draft.kind in _DEALT
        or not (load_kinds().group(draft.kind) in _VIOLENT or _driven_out(drafts, draft))
    ):
        return
    told = [d for d in drafts[-_RECENT:] if d.status == "happened" and not d.background]
    violent = [d for d in told if load_kinds().group(d.kind) in _VIOLENT]
    _carry_day(violent, draft, heading)
    if violent:
        _carry_place(violent[-1], draft)
        _carry_side(reading, violent[-1], draft)
        _carry_foe(violent, draft)


def _driven_out(drafts: list[Draft], draft: Draft) -> bool:
    """ "an attack on the village, and all its people fled": the flight that the same sentence tells."""
    return draft.kind == "displacement" and bool(drafts) and drafts[-1].sentences == draft.sentences


def befall(drafts: list[Draft], reading: Reading, told: Told) -> None:
    """ "It happened at dawn on Sunday": a sentence of its own gives the event told right before it its day."""
    if told.drafts or not drafts or not reading.lattice.starts(told.first, told.first + _OPENING, "befell"):
        return
    latest = max(drafts, key=lambda d: max(d.sentences))
    days = [d for d in reading.dates_within(told.first, told.last) if not _needs_day(d)]
    if days and told.number - max(latest.sentences) == 1 and (not latest.dates or "focus.day" in latest.rules):
        latest.dates = [days[0], *latest.dates]
        latest.add_rule("focus.befell")


def _carry_place(latest: Draft, draft: Draft) -> None:
    if draft.places or draft.turned or _night_long(draft) or draft.sentence - max(latest.sentences) > _PLACE_REACH:
        return
    draft.places = list(latest.places)
    draft.add_rule("focus.place")
    if draft.same_site:
        draft.targets = draft.targets or list(latest.targets)
        draft.speeches = draft.speeches or list(latest.speeches)
        draft.add_rule("focus.same-site")


def _night_long(draft: Draft) -> bool:
    """ "shot down 54 of 73 missiles": what a country's air defence tells of a whole night."""
    counts = (weapon.count for weapon in draft.weapons)
    return draft.kind == _INTERCEPTION and any(count is not None and count.low >= _MANY for count in counts)


def _carry_day(violent: list[Draft], draft: Draft, heading: Mention | None) -> None:
    """The day of the latest event that has one; words that only shift ("two hours later") stay first."""
    if any(d.value.resolve(None).resolved for d in draft.dates) or len(draft.dates) > 0 and not _shifting(draft):
        return
    near = [d for d in reversed(violent) if draft.sentence - max(d.sentences) <= _DAY_REACH and not draft.turned]
    told = ([date for date in d.dates if not (_needs_day(date) or _ahead(date))] for d in near)
    known = next((dates[0] for dates in told if dates), heading)
    if known is not None:
        draft.dates = [*draft.dates, known]
        draft.add_rule("focus.day")


def _shifting(draft: Draft) -> bool:
    return _needs_day(draft.dates[0])


def _of_same(date: Mention) -> bool:
    """ "in March of the same year"."""
    return isinstance(date.value, DateWords) and date.value.turn == "same"


def _ahead(date: Mention) -> bool:
    """ "tomorrow", "next week": no day of what has happened."""
    words = date.value
    return isinstance(words, DateWords) and ((words.shift or 0) > 0 or words.turn == "next")


def _needs_day(date: Mention) -> bool:
    """Words that need another day to stand on: "two hours later", "after dark"."""
    words = date.value
    return (
        _of_same(date) or (not words.names_day and not words.overnight)
        if isinstance(words, DateWords)
        else not isinstance(words, DateRange)
    )


def _carry_side(reading: Reading, latest: Draft, draft: Draft) -> None:
    """Waves of one side, or a second strike on the same site; not in a list, and not where another side's guns are named."""
    kinds = load_kinds()
    again = draft.same_site and kinds.group(draft.kind) in _STRIKE
    if draft.perpetrators or draft.item or not (draft.kind in _FROM_AFAR or again):
        return
    if not latest.perpetrators or kinds.group(latest.kind) not in _STRIKE:
        return
    side = latest.perpetrators[0].phrase
    named = reading.actors.within(draft.first, draft.last)
    if not any(p.extra.sort in _SHOOTS and not same_side(side.extra, p.extra) for p in named):
        here = next((p for p in named if p.kind == NATION and same_side(side.extra, p.extra)), side)
        draft.perpetrators = [Party(here, stated=False)]
        draft.add_rule("focus.side")


def _carry_foe(violent: list[Draft], draft: Draft) -> None:
    """What air defence downed is what the strike told last flew, of its side unless that is the interceptor itself."""
    if draft.kind != _INTERCEPTION:
        return
    strikes = [d for d in violent if load_kinds().group(d.kind) in _STRIKE and (d.perpetrators or d.weapons)]
    if not strikes or max(strikes[-1].sentences) < draft.sentence - _FOE_REACH:
        return
    _carry_flown(strikes[-1], draft)
    if draft.against or not strikes[-1].perpetrators:
        return
    foe = strikes[-1].perpetrators[0].phrase
    if not any(same_side(foe.extra, party.phrase.extra) for party in draft.perpetrators):
        draft.against = [Party(foe, stated=False)]
        draft.add_rule("focus.foe")


def _carry_flown(strike: Draft, draft: Draft) -> None:
    """ "shot down 26 of them": the drones or missiles of the strike."""
    flown = [weapon for weapon in strike.weapons if weapon.head.value in DOWNED]
    if flown and not any(weapon.head.value in DOWNED for weapon in draft.weapons):
        draft.weapons = flown[:1]
        draft.add_rule("focus.weapon")
