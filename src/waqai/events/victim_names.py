"""Victims by name: people told by their given names or by an office, and who "one of them" or "his death" is."""

from __future__ import annotations

from waqai.events.reading import Reading
from waqai.events.syntax import preposition_before
from waqai.events.triggers import Trigger
from waqai.mentions.actors import ACTOR
from waqai.mentions.phrase import Phrase, is_conjoined, proclitic_length
from waqai.model.count import Count, exactly
from waqai.model.value import Value
from waqai.packs.pack import load_settings

OUTCOMES = frozenset({"killed", "injured"})
_NAME = 5
_OFFICES = frozenset({"role", "title"})
_DESCRIBED = 3
_AIMED_BACK = 10
_OWNED = ("target", "weapon", "organ", "force", "placecue")
_DESCRIPTIONS = frozenset({"group", "title", "role", "demonym"})


class Victim(Value, frozen=True):
    """People at tokens ``[start, end)``: a phrase, or a bare number or name when ``people`` is None."""

    start: int
    end: int
    skip: int
    count: Count | None
    people: Phrase | None


_EITHER = ".ap"  # a past verb that may be active or passive


def passive(trigger: Trigger) -> bool:
    """A verb whose subject suffers: one that can only be passive, or says so by itself ("was martyred")."""
    return trigger.passive_only or "middle" in trigger.hit.entry.attrs


def name_like(reading: Reading, tokens: range) -> bool:
    """Only given names and unknown words, few enough to be one person's name."""
    text = reading.lattice.text.tokens
    return 0 < len(tokens) <= _NAME and all(
        text[i].kind != "punct" and all(hit.entry.cls == "given" for hit in reading.lattice.at(i)) for i in tokens
    )


def names(reading: Reading, trigger: Trigger, start: int, limit: int) -> list[Victim]:
    """ "the killing of Mahmoud and Khaled", "each of ...": people by their given names, right behind the word."""
    lattice = reading.lattice
    if trigger.weak or not (trigger.noun or passive(trigger) or _suffers(reading, trigger, start, limit)):
        return []
    each = lattice.find(start, "quantifier") is not None and lattice.find(start + 1, "prep") is not None
    found: list[Victim] = []
    index = start + 2 * each
    while index < limit and (hit := lattice.find(index, "given")) is not None:
        if not name_like(reading, range(index, index + 1)) or index in reading.date_tokens:
            break
        if bool(found) != is_conjoined(hit.lead) or (hit.lead and not found):
            break
        end = index + 1
        while end < limit and name_like(reading, range(index, end + 1)) and not _new_name(reading, end):
            end += 1
        found.append(Victim(index, end, proclitic_length(hit.lead), exactly(1), None))
        index = _next_name(reading, end, limit)
    return found


def _suffers(reading: Reading, trigger: Trigger, start: int, limit: int) -> bool:
    """ "took the life of Kamal", "(was) killed Kamal Midhat in a blast": nobody whom he killed stands behind the name."""
    if trigger.hit.entry.attrs.get("needs") == "life":
        return True
    if not trigger.hit.form.endswith(_EITHER) or trigger.hit.lead or reading.lattice.find(start, "given") is None:
        return False
    end = start + 1
    while end < limit and name_like(reading, range(start, end + 1)) and not _new_name(reading, end):
        end += 1
    return end - start > 1 and _closes(reading, end)


def _closes(reading: Reading, end: int) -> bool:
    """The end, a mark, a preposition or what one is written onto: no object follows."""
    tokens = reading.lattice.text.tokens
    if end >= len(tokens) or tokens[end].kind == "punct" or reading.lattice.find(end, "prep", "agent") is not None:
        return True
    hits = reading.lattice.at(end)
    return bool(hits) and all(proclitic_length(hit.lead) - is_conjoined(hit.lead) > 0 for hit in hits)


def _next_name(reading: Reading, index: int, limit: int) -> int:
    """Past a rank or nation behind a name ("Ali Hasan, an officer, and Omar") to a name with a conjunction; else ``index``."""
    for at in range(index, min(index + _DESCRIBED, limit)):
        hits = reading.lattice.at(at)
        if any(hit.entry.cls == "given" and is_conjoined(hit.lead) for hit in hits):
            return at
        if not hits or not all(hit.entry.cls in _DESCRIPTIONS and not is_conjoined(hit.lead) for hit in hits):
            break
    return index


def _new_name(reading: Reading, index: int) -> bool:
    """A conjunction on the word: the next person, or the next clause."""
    return reading.lattice.text.tokens[index].text.startswith(load_settings().leads["and"])


def in_office(reading: Reading, trigger: Trigger, limit: int) -> list[Victim]:
    """ "assassinated the party's leader so-and-so", "one of them died": one person right behind the word or its doer."""
    if trigger.frame.kind not in OUTCOMES:
        return []
    one = reading.lattice.find(trigger.end, "including")
    if one is not None and one.entry.value == "one" and not trigger.noun:
        return [Victim(one.start, one.end, 0, exactly(1), None)]
    if trigger.weak:
        return []
    doer = reading.actors.covering(trigger.end) if not trigger.noun else None
    start = doer.end if doer is not None and doer.kind == ACTOR and doer.extra.armed else trigger.end
    persons = reading.persons.within(start, min(start + 1, limit))
    return [Victim(p.start, p.end, p.skip, _of_office(reading, p), None) for p in persons if not p.skip][:1]


def _of_office(reading: Reading, person: Phrase) -> Count:
    """One, unless the word of office is a plural ("the killing of officials"), which the dual is spelled like."""
    hits = [hit for hit in reading.lattice.at(person.start) if hit.entry.cls in _OFFICES]
    if not hits or any(hit.form.startswith("sg") or not hit.form for hit in hits):
        return exactly(1)
    word = reading.lattice.text.tokens[person.start].text
    return exactly(2) if word.endswith(load_settings().noun.dual[0]) else Count(2, None)


def ahead_in_office(reading: Reading, trigger: Trigger) -> list[Victim]:
    """ "the president so-and-so had been wounded": one person right before a verb that may be passive."""
    may_suffer = passive(trigger) or trigger.hit.form.endswith(_EITHER)
    past = trigger.hit.form.startswith("past") and not trigger.hit.lead
    if trigger.noun or trigger.weak or not (may_suffer and past) or trigger.frame.kind not in OUTCOMES:
        return []
    end = trigger.start - (1 if reading.lattice.find(trigger.start - 1, "hypo", "perfect") else 0)
    person = reading.persons.covering(end - 1)
    if person is None and not reading.lattice.at(end - 1):
        end -= 1  # a part of the name that no list has
        person = reading.persons.covering(end - 1)
    if person is None or person.end != end or person.skip or preposition_before(reading, person.start):
        return []
    if reading.lattice.find(person.start - 1, *_OWNED) is not None:
        return []  # "the general's car was hit"
    return [Victim(person.start, person.end, person.skip, exactly(1), None)]


def aimed_at_before(reading: Reading, trigger: Trigger, first: int) -> list[Victim]:
    """ "fired at a policeman and killed him": the one person aimed at right before, whom the verb's pronoun means."""
    text = reading.lattice.text.tokens[trigger.end - 1].text
    if (
        trigger.noun
        or not is_conjoined(trigger.hit.lead)
        or not trigger.hit.form.endswith(".o")
        or trigger.frame.kind not in OUTCOMES
    ):
        return []
    people = reading.people.within(max(first, trigger.start - _AIMED_BACK), trigger.start)
    if not people or people[-1].count != exactly(1) or not text.endswith(load_settings().noun.pronouns[:2]):
        return []
    one = people[-1]
    if preposition_before(reading, one.start) != "on":
        return []
    return [Victim(one.start, one.end, one.skip, one.count, one)]
