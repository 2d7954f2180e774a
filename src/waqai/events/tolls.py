"""Tolls: figures over a whole war or many events, which belong to no single one."""

from __future__ import annotations

from waqai.events import slots
from waqai.events.draft import Draft, HarmFact
from waqai.events.grouping import Group
from waqai.events.reading import Reading
from waqai.events.sentence import Told
from waqai.match.lattice import Lattice
from waqai.mentions.dates.ranges import DateRange, Lasting, SinceFocus
from waqai.mentions.dates.words import DateWords
from waqai.model.mention import Mention

_MANY = 500
_DOZENS = 50
_WAR = 5000  # no one event of these reports kills so many
_SEVERAL = 3
_A_YEAR, _A_MONTH = 5, 10
_OPENING = 2
_NEAR = 10
_SPANS = frozenset({"week", "month", "year"})


def is_toll(reading: Reading, told: Told) -> bool:
    """A figure of dead or wounded with "since": over a stretch of time, not of one event."""
    harms = [f for f in told.harms + [h for d in told.drafts for h in d.harms] if _counts(f)]
    if not harms or not told.triggers:
        return False
    if _counted_over_time(reading, told) or _since_then(reading, told):
        return True
    dates = reading.dates_within(told.first, told.last)
    if any(_yearly(d) for d in dates) and (_reckoned(told, harms) or _many_a_year(told, harms)):
        return True
    since = any(isinstance(d.value, DateRange | SinceFocus | Lasting) for d in dates) or _since(reading, told)
    large = any(f.count and f.count.low >= _MANY for f in harms)
    if large and any(_of_war(reading, f) for f in harms):
        return True
    if any(f.count and f.count.low >= _WAR and f.outcome in ("killed", "injured") for f in harms):
        return True
    if any(_in_a_month(d) for d in dates) and not told.drafts and not _attack(told) and _both(harms):
        return True
    if any(_hours(reading, d) for d in dates) and all(d.trigger.definite for d in told.drafts):
        return True
    if any(_months(reading, d, harms) for d in dates) and all(d.trigger.definite for d in told.drafts):
        return True
    tally = bool(reading.lattice.starts(told.first, told.last, "tally"))
    if told.drafts:
        return since and (large or (tally and _grown(reading, told, harms)))
    toll = tally or any(t.frame.role == "toll" for t in told.triggers)
    return since or (toll and large) or (any(_during(reading, d) for d in dates) and not _attack(told))


def _grown(reading: Reading, told: Told, harms: list[HarmFact]) -> bool:
    """ "which brings the number of dead to 60 since 20 July"."""
    dead = [f for f in harms if f.outcome == "killed" and f.total and f.count and f.count.low >= _DOZENS]
    return any(reading.lattice.starts(fact.end, told.last, "since") for fact in dead)


def _yearly(day: Mention) -> bool:
    """ "in 2009", "this year": a whole year, over which no one event lasts."""
    words = day.value
    yearly = isinstance(words, DateWords) and words.month is None and words.day is None and words.weekday is None
    return yearly and (words.year is not None or words.unit == "year")


def _reckoned(told: Told, harms: list[HarmFact]) -> bool:
    """ "which raises the number of dead this year to 120": a running figure, and no one attack beside it."""
    return any(f.total for f in harms) and all(d.trigger.noun and d.trigger.hit.form == "pl" for d in told.drafts)


def _many_a_year(told: Told, harms: list[HarmFact]) -> bool:
    """ "eight journalists were killed in Somalia this year": the dead of a year, and no attack."""
    return not told.drafts and not _attack(told) and any(f.count and f.count.low >= _A_YEAR for f in harms)


def _in_a_month(day: Mention) -> bool:
    """ "in July": a month and no day of it."""
    words = day.value
    return isinstance(words, DateWords) and words.month is not None and words.day is None and words.weekday is None


def _both(harms: list[HarmFact]) -> bool:
    """ "25 were killed and 35 wounded": what a force counts at the end of a month."""
    counted = {f.outcome for f in harms if f.count is not None and f.count.low >= _A_MONTH}
    return {"killed", "injured"} <= counted


def _of_war(reading: Reading, fact: HarmFact) -> bool:
    """ "the conflict that took thousands of lives": of a whole war, named close before."""
    return bool(reading.lattice.starts(max(0, fact.start - _NEAR), fact.start, "war"))


def _hours(reading: Reading, day: Mention) -> bool:
    """ "in the last 24 hours": over which hospitals and ministries count; "in the last hours" says when."""
    if not isinstance(day.value, Lasting) or day.value.unit != "hour":
        return False
    tokens = range(day.start, day.end)
    return any(reading.lattice.text.tokens[i].text.isdigit() or reading.lattice.find(i, "num") for i in tokens)


def _months(reading: Reading, day: Mention, harms: list[HarmFact]) -> bool:
    """ "hundreds died in the course of four months", with no mark between the figure and the time."""
    if not isinstance(day.value, Lasting) or day.value.unit not in ("month", "year") or day.value.number == 1:
        return False
    tokens = reading.lattice.text.tokens
    return any(all(t.kind != "punct" for t in tokens[f.end : day.start]) for f in harms if f.end <= day.start)


def _since(reading: Reading, told: Told) -> bool:
    """ "since the beginning of the war"; "for three days" and "an hour ago" begin with the same word."""
    starts = reading.lattice.starts(told.first, told.last, "since")
    near = (range(i + 1, i + 1 + _SEVERAL) for i in starts)
    return any(all(reading.lattice.find(at, "time-unit") is None for at in some) for some in near)


def _since_then(reading: Reading, told: Told) -> bool:
    """ "since then 83 people have died in strikes": opens the sentence, with no one attack behind it."""
    opens = reading.lattice.starts(told.first, told.first + _OPENING, "since-then")
    return bool(opens) and all(d.trigger.noun and not d.places for d in told.drafts)


def _during(reading: Reading, day: Mention) -> bool:
    """ "in the course of May": a whole month, or more, with a word that says that it lasted."""
    before = reading.lattice.find(day.start - 1, "throughout") or reading.lattice.find(day.start, "throughout")
    return _spread(day) and before is not None


def _attack(told: Told) -> bool:
    return any(t.frame.role in ("incident", "light", "suffer") for t in told.triggers)


def _counts(fact: HarmFact) -> bool:
    """Dead or wounded; of the displaced only so many that no one event drove them out."""
    if fact.count is None or fact.count.low == 0:
        return False
    return fact.outcome in ("killed", "injured") or (fact.outcome == "displaced" and fact.count.low >= _MANY * _MANY)


def _counted_over_time(reading: Reading, told: Told) -> bool:
    """A monitor's count ("documented the killing of 41 this month"), which belongs to no one event."""
    spread = any(_spread(d) for d in reading.dates_within(told.first, told.last))
    several = any(d.trigger.hit.form == "pl" and not d.places for d in told.drafts) or _many_events(reading, told)
    return (spread or several) and _reckons(reading.lattice, told)


def _reckons(lattice: Lattice, told: Told) -> bool:
    """A verb of counting."""
    verbs = (hit for at in lattice.starts(told.first, told.last, "verb") for hit in lattice.at(at))
    return any(hit.entry.cls == "verb" and "counts" in hit.entry.attrs for hit in verbs)


def _many_events(reading: Reading, told: Told) -> bool:
    """ "in 52 operations": a number of nouns of action."""
    counts = reading.counts_within(told.first, told.last)
    return any(c.value.low >= _SEVERAL and reading.lattice.find(c.end, "event") is not None for c in counts)


def _spread(day: Mention) -> bool:
    words = day.value
    if isinstance(words, DateRange):
        return True
    return isinstance(words, DateWords) and words.day is None and (words.month is not None or words.unit in _SPANS)


def toll_draft(reading: Reading, told: Told) -> Draft:
    """The toll that the sentence gives."""
    lead = next((t for t in told.triggers if t.frame.role in ("toll", "harm")), told.triggers[0])
    last = _occasion(reading, told)
    whole = Group("toll", lead, told.triggers, told.first, last)
    draft = Draft("toll", "happened", lead, told.first, last, [told.number])
    draft.stated_kind = draft.kind
    slots.fill(draft, reading, whole, told.speeches)
    draft.weapons, draft.targets = [], []
    draft.harms = [h for d in told.drafts for h in d.harms] + list(told.harms)
    draft.speeches = list(told.speeches)
    draft.add_rule("event.toll")
    for told_of in told.drafts:
        draft.perpetrators += told_of.perpetrators if told_of.trigger.start < last else []
    for trigger in told.triggers:
        if trigger.frame.role in ("toll", "reach", "harm"):
            draft.add_rule(trigger.frame.id)
    return draft


def on_the_occasion(told: Told, toll: Draft) -> list[Draft]:
    """ "4700 have died since 7 October, when an attack led to": what is told in the clause of "when" behind the figures."""
    return [draft for draft in told.drafts if draft.trigger.start >= toll.last and not draft.harms]


def _occasion(reading: Reading, told: Told) -> int:
    """The token of the "when" behind all the figures of the sentence; its end when there is none."""
    figures = [h.start for d in told.drafts for h in d.harms] + [h.start for h in told.harms]
    for index in reading.lattice.starts(max(figures, default=told.first), told.last, "sub"):
        sub = reading.lattice.find(index, "sub")
        if sub is not None and sub.entry.value == "when":
            return index
    return told.last
