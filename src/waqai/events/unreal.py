"""Unreal: words of deeds where nothing is told to have happened: agreed that, asked whether, ordered, failed, spared."""

from __future__ import annotations

from waqai.events.draft import Draft
from waqai.events.reading import Reading
from waqai.events.syntax import preposition_before
from waqai.events.triggers import Trigger
from waqai.model.mention import Hit
from waqai.packs.pack import load_settings

_THAT_REACH = 6
_WHETHER_REACH = 14
_AIMED_REACH = 10
_ORDERED_REACH = 5
_FAILED_REACH, _FAILS_REACH = 3, 7
_ROUND_BEFORE, _ROUND_BEHIND = 6, 8
_ABOUT_TALKS = frozenset({"talks", "agreement", "ceasefire", "exchange", "release"})
_OBJECT_REACH = 3
_STOPS = ".;"


def is_unreal(reading: Reading, trigger: Trigger, first: int) -> bool:
    """Does ``trigger`` of the sentence that begins at token ``first`` tell of nothing that took place?"""
    if trigger.kind == "agreement" and not trigger.noun and _agreed_that(reading, trigger):
        return True
    if "round" in trigger.hit.entry.attrs and not _round_of_talks(reading, trigger):
        return True
    if trigger.noun and (_ordered(reading, trigger) or _failed(reading, trigger)):
        return True
    if trigger.kind == "territory_change" and trigger.noun and _meant(reading, trigger, first):
        return True
    return _spares(reading, trigger) or _aims(reading, trigger) or _whether(reading, trigger, first)


def _meant(reading: Reading, trigger: Trigger, first: int) -> bool:
    """ "the forces aim now at an advance and the seizure of", "the invasion aimed at driving out": what is meant to come."""
    lattice = reading.lattice
    aims = lattice.starts(max(first, trigger.start - _AIMED_REACH), trigger.start, "aim")
    if not aims:
        return False
    between = range(aims[-1] + 1, trigger.start)
    return not any(lattice.text.tokens[i].text in _STOPS or lattice.find(i, "rel") for i in between)


def _agreed_that(reading: Reading, trigger: Trigger) -> bool:
    """ "all agree that the vote is decisive" is an opinion; "agreed that the fighting stop" is an agreement."""
    lattice = reading.lattice
    for index in range(trigger.end, trigger.end + _THAT_REACH):
        that = lattice.find(index, "that")
        if that is not None:
            return preposition_before(reading, index) == "on" and _opens_noun(reading, that)
    return False


def _opens_noun(reading: Reading, that: Hit) -> bool:
    """ "that it is", "that the vote is", and not "that they stop"."""
    tokens, settings = reading.lattice.text.tokens, load_settings()
    if tokens[that.end - 1].text.endswith(settings.object_pronouns):
        return True
    return that.end < len(tokens) and tokens[that.end].text.startswith(settings.noun.article)


def _round_of_talks(reading: Reading, trigger: Trigger) -> bool:
    """ "a round of talks", "the next round", "a round between the two sides"; "provocative rounds" are none."""
    lattice = reading.lattice
    if trigger.definite and any(_talks(h) for h in lattice.classes.get("event", ()) if h.start < trigger.start):
        return True  # "this round will begin in Geneva"
    near = range(max(0, trigger.start - _ROUND_BEFORE), trigger.end + _ROUND_BEHIND)
    if any(h.entry.value in _ABOUT_TALKS and h.start != trigger.start for i in near for h in lattice.at(i)):
        return True
    behind = range(trigger.end, trigger.end + _ROUND_BEHIND)
    return any(lattice.find(i, "future", "ordinal") or _between(reading, i) for i in behind)


def _talks(hit: Hit) -> bool:
    return hit.entry.value == "talks" and "round" not in hit.entry.attrs


def _between(reading: Reading, index: int) -> bool:
    prep = reading.lattice.find(index, "prep")
    return prep is not None and prep.entry.value in ("between", "with")


def _ordered(reading: Reading, trigger: Trigger) -> bool:
    """ "told the cell to carry out acts of abduction and sabotage": acts in general, not one that was done."""
    near = range(max(0, trigger.start - _ORDERED_REACH), trigger.start)
    return trigger.hit.form.startswith("sg") and any(reading.lattice.find(i, "acts") is not None for i in near)


def _failed(reading: Reading, trigger: Trigger) -> bool:
    """ "his failure to control the country", "the forces failed to take the town": land that nobody took."""
    if trigger.kind != "territory_change":
        return False
    near = (h for b in range(1, _FAILED_REACH + 1) for h in reading.lattice.at(trigger.start - b))
    if any(h.entry.cls == "attempt" and h.entry.value == "foil" for h in near):
        return True
    before = range(trigger.start - _FAILS_REACH, trigger.start - 1)
    fails = any("fails" in h.entry.attrs for i in before for h in reading.lattice.at(i) if h.entry.cls == "verb")
    return fails and preposition_before(reading, trigger.start) == "in"


def _spares(reading: Reading, trigger: Trigger) -> bool:
    """ "the shield does not target Russia": what something is not meant for."""
    if trigger.noun or "objective" not in trigger.hit.entry.attrs or not trigger.hit.form.startswith("pres"):
        return False
    return any(h.entry.cls == "neg" and h.entry.value == "present" for h in reading.lattice.at(trigger.start - 1))


def destroyed_nothing(reading: Reading, draft: Draft) -> bool:
    """ "will destroy the balance of power": of a destruction a thing, a side, people or a place behind it are told."""
    if draft.kind != "destruction" or draft.targets or draft.weapons or draft.against or draft.harms:
        return False
    behind = [p for p in draft.places if draft.trigger.start < p.start <= draft.trigger.end + _OBJECT_REACH]
    return all(preposition_before(reading, place.start) == "in" or place.skip for place in behind)


def _aims(reading: Reading, trigger: Trigger) -> bool:
    """ "the operations target preventing a return": what they are for, and nothing that was hit."""
    aims = not trigger.noun and "objective" in trigger.hit.entry.attrs
    return aims and reading.lattice.find(trigger.end, "goal") is not None


def _whether(reading: Reading, trigger: Trigger, first: int) -> bool:
    """ "it is not clear whether they get ready for a strike"."""
    lattice = reading.lattice
    asked = lattice.starts(max(first, trigger.start - _WHETHER_REACH), trigger.start, "whether")
    if not asked:
        return False
    return not any(token.text in _STOPS for token in lattice.text.tokens[asked[-1] : trigger.start])
