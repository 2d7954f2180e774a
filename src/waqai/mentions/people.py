"""People: groups and casualties with their number, age and sex ("four soldiers", "a boy aged 5", "seven others")."""

from __future__ import annotations

from msgspec.structs import replace

from waqai.match.lattice import Lattice
from waqai.mentions.counted import number_written, numeral_before, numeral_behind, numeral_skip
from waqai.mentions.phrase import (
    Phrase,
    adjoins,
    by_end,
    by_start,
    hits_of,
    is_conjoined,
    is_definite,
    proclitic_length,
)
from waqai.model.count import Count
from waqai.model.mention import Entry, Hit, Mention
from waqai.model.value import Value
from waqai.packs.pack import load_settings

PEOPLE = "people"
_HARM_CLASSES = ("event", "verb")
_HARM_VALUES = frozenset({"kill", "injure"})
Numbers = dict[int, Mention]  # counts by the token where they begin or end
_OTHERS = Entry("group", "person", "", {})


class Person(Value, frozen=True):
    """What the words add to a group: the outcome a casualty noun says, the group, age in years and sex."""

    outcome: str | None
    group: str | None
    age: int | None
    sex: str | None
    numbered: bool


def find_people(lattice: Lattice, counts: list[Mention], ages: list[Mention]) -> list[Phrase]:
    """People phrases in order; overlapping ones are settled by the longest."""
    ends, old = by_end(counts), by_start(ages)
    begins = by_start(counts)
    found = [
        _phrase(lattice, hit, ends, begins, old)
        for _, hit in hits_of(lattice, "group", "casualty")
        if not _is_verb(lattice, hit) and not _born(lattice, hit) and (_plain(hit) or _needed(lattice, hit, ends))
    ]
    found += [p for _, hit in hits_of(lattice, "demonym") if (p := _nationals(lattice, hit, ends, begins, old))]
    found += [p for i, hit in hits_of(lattice, "more") if (p := _others(lattice, hit, ends))]
    return _settled(found)


def _phrase(lattice: Lattice, hit: Hit, ends: Numbers, begins: Numbers, ages: dict[int, Mention]) -> Phrase:
    numeral = numeral_before(lattice, hit.start, ends)
    start = numeral.start if numeral else hit.start
    behind = None if numeral else numeral_behind(lattice, hit, begins)
    end, age = _tail(lattice, behind.end if behind else hit.end, ages) if _describable(hit) else (hit.end, None)
    numeral = numeral or behind
    count = numeral.value if numeral else number_written(lattice, hit)
    bound = lattice.find(end, "bound")
    if bound and count is not None and count.high is not None:
        count, end = Count(count.low, None), bound.end
    if numeral is None and (members := _members(lattice, hit, end, begins)) is not None:
        numeral, count, end = members
    skip = _skip_at(lattice, start, hit)
    attrs = hit.entry.attrs
    casualty = hit.entry.cls == "casualty"
    person = Person(
        attrs.get("outcome") if casualty else None,
        None if casualty else hit.entry.value,
        age,
        attrs.get("sex"),
        numeral is not None and not (casualty and behind is not None and is_definite(hit.lead)),
    )
    return Phrase(PEOPLE, start, end, skip, hit.entry, hit.form, hit.lead, count, person)


def _members(lattice: Lattice, hit: Hit, end: int, begins: Numbers) -> tuple[Mention, Count, int] | None:
    """ "a family made up of seven people": as many as it has members."""
    made = lattice.find(end, "made_of") if hit.entry.attrs.get("per") == "family" else None
    number = begins.get(made.end) if made is not None else None
    if number is None:
        return None
    people = lattice.find(number.end, "group")
    return number, number.value, people.end if people is not None else number.end


def _describable(hit: Hit) -> bool:
    """A noun of action ("the wounding of others") takes its own people, no adjectives."""
    return not (hit.entry.cls == "casualty" and hit.entry.attrs.get("event") == "1" and hit.form.startswith("sg"))


def _with_object(lattice: Lattice, hit: Hit) -> bool:
    return any(h.entry.cls == "verb" and h.form.endswith(".o") for h in lattice.at(hit.start))


def _is_verb(lattice: Lattice, hit: Hit) -> bool:
    """A word that is also a verb of saying ("student" / "demanded") is the verb where a clause begins."""
    if lattice.find(hit.start, "asfor") is not None:
        return True  # "as for" is spelled like "mother"
    if hit.entry.cls == "casualty" and hit.lead.startswith(load_settings().leads["so"]) and _with_object(lattice, hit):
        return True  # "(they fired at him) and killed him", spelled like "and his dead"
    verb = any(
        h.entry.cls == "verb" and h.entry.value == "say" and h.end == hit.end and h.form[5:8] != "3md"
        for h in lattice.at(hit.start)
    )
    return verb and hit.entry.cls == "group" and not is_definite(hit.lead)


def _born(lattice: Lattice, hit: Hit) -> bool:
    """ "was born in the year": the verb spelled like "boy"."""
    child = hit.entry.attrs.get("age") == "child" and not is_definite(hit.lead)
    return child and any(lattice.find(at, "year-cue") for at in (hit.end, hit.end + 1))


def _plain(hit: Hit) -> bool:
    return "amb" not in hit.entry.attrs


def _needed(lattice: Lattice, hit: Hit, ends: dict[int, Mention]) -> bool:
    """A word of many meanings names people after a numeral, a word of harm or another such word."""
    if "indefinite" in hit.entry.attrs and is_definite(hit.lead):
        return False
    before = lattice.find(hit.start - 1, "including", "one_of", "more", "that")
    before = before or lattice.find(hit.start - 2, "plus") or lattice.find(hit.start - 1, "plus")
    if _beside_kin(lattice, hit):
        return True
    return before is not None or _after_harm(lattice, hit.start) or numeral_before(lattice, hit.start, ends) is not None


def _beside_kin(lattice: Lattice, hit: Hit) -> bool:
    """ "his mother and a brother": joined to a relative."""
    before = lattice.find(hit.start - 1, "group")
    return "kin" in hit.entry.attrs and is_conjoined(hit.lead) and before is not None and "kin" in before.entry.attrs


def _skip_at(lattice: Lattice, start: int, hit: Hit) -> int:
    return proclitic_length(hit.lead) if start == hit.start else numeral_skip(lattice, start)


def _tail(lattice: Lattice, end: int, ages: dict[int, Mention]) -> tuple[int, int | None]:
    """Adjectives of nation and "others" after the noun, then an age."""
    while (adjective := lattice.find(end, "demonym", "more")) and adjoins(adjective):
        end = adjective.end
    mention = ages.get(end)
    return (mention.end, mention.value) if mention else (end, None)


def _nationals(lattice: Lattice, hit: Hit, ends: Numbers, begins: Numbers, ages: dict[int, Mention]) -> Phrase | None:
    """An adjective of nation that stands for people: after a numeral or a word of harm."""
    harmed = _after_harm(lattice, hit.start) or _before_harm(lattice, hit)
    if numeral_before(lattice, hit.start, ends) is None and not harmed:
        return None
    if len(hit.entry.value) != 2:
        return None
    return replace(_phrase(lattice, hit, ends, begins, ages), head=Entry("group", "person", hit.entry.lemma, {}))


def _after_harm(lattice: Lattice, index: int) -> bool:
    for back in (index - 1, index - 2):
        hit = lattice.find(back, *_HARM_CLASSES)
        if hit and hit.end == index and hit.entry.value in _HARM_VALUES:
            return True
    return False


def _before_harm(lattice: Lattice, hit: Hit) -> bool:
    """ "that two Palestinians were killed": after a particle, with the verb right behind."""
    verb = lattice.find(hit.end, "verb")
    opened = lattice.find(hit.start - 1, "that", "sub", "including") is not None or opens(lattice, hit.start)
    return verb is not None and verb.entry.value in _HARM_VALUES and opened


def opens(lattice: Lattice, index: int) -> bool:
    """Does a sentence begin at ``index``, or a part of it behind a colon?"""
    tokens = lattice.text.tokens
    return index == 0 or tokens[index - 1].text in ".:" or lattice.text.opens(index)


def _others(lattice: Lattice, hit: Hit, ends: dict[int, Mention]) -> Phrase | None:
    """ "seven others": the numeral with no noun of its own."""
    numeral = ends.get(hit.start)
    if numeral is None:
        return None
    person = Person(None, "person", None, None, True)
    skip = numeral_skip(lattice, numeral.start)
    return Phrase(PEOPLE, numeral.start, hit.end, skip, _OTHERS, hit.form, "", numeral.value, person)


def _settled(found: list[Phrase]) -> list[Phrase]:
    found.sort(key=lambda p: (p.start, -p.end, _preference(p)))
    kept: list[Phrase] = []
    for phrase in found:
        if not kept or phrase.start >= kept[-1].end:
            kept.append(phrase)
    return kept


def _preference(phrase: Phrase) -> tuple[bool, bool]:
    """Of equal stretches: casualty nouns before groups; a plural before the dual it is spelled like."""
    return (phrase.head.cls != "casualty", phrase.form == "du")
