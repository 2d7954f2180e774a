"""Victims: the people that a word of harm governs, behind it or before it, and those joined to them."""

from __future__ import annotations

from waqai.events.reading import Reading
from waqai.events.syntax import preposition_before
from waqai.events.triggers import Trigger
from waqai.events.victim_names import OUTCOMES, Victim, name_like, names, passive
from waqai.mentions.counted import numeral_skip
from waqai.mentions.phrase import Phrase, is_conjoined, proclitic_length
from waqai.model.count import exactly
from waqai.packs.pack import load_settings

_REACH = 7
_TOLD = OUTCOMES | {"casualties"}
_GAP = 4
_WINDOW = 60
_CROWD = 10
_APPOSITION = 12
_QUOTE = '"'
_LIGHT = frozenset({"from", "in", "to"})
_DOERS = frozenset({"by", "with", "against", "between", "means", "on", "after", "before"})
_CLOSERS = ("verb", "event", "sub", "that", "rel", "noharm", "neg", "including", "agent")
_THINGS = ("weapon", "target", "event", "time-unit", "measure-unit", "placecue")
_NUMERALS = ("num", "vague", "some", "at-least", "more-than", "about", "up-to", "one_of", "one-of")


def behind(reading: Reading, trigger: Trigger, start: int, limit: int) -> list[Victim]:
    """The first people within reach of ``start``, by name or by noun, and those joined to them."""
    named = names(reading, trigger, start, limit)
    if named:
        return _joined_to(reading, trigger, named, limit)
    first = _first(reading, trigger, start, limit)
    if first is None:
        return []
    if not _conjoined(reading, first):
        return _joined_to(reading, trigger, [first], limit)
    begin = _next(reading, first.start - 1) if first.start > start else start
    unknown = range(start, first.start - (begin == first.start))
    if not trigger.noun and not passive(trigger) or not unknown or not name_like(reading, unknown):
        return []  # "died on the way, and four were wounded": what is joined to nobody is not governed
    one = Victim(unknown.start, unknown.stop, 0, exactly(1), None)
    return _joined_to(reading, trigger, [one, first], limit)


def _first(reading: Reading, trigger: Trigger, start: int, limit: int) -> Victim | None:
    for victim in _candidates(reading, start, limit):
        if victim.people is None:
            if victim.start - start > 1 and not _conjoined(reading, victim):
                continue
        elif _other_outcome(trigger, victim.people):
            continue
        if victim.start - start > _REACH or _blocked(reading, start, victim.start):
            return None
        if not _did_it(reading, trigger, victim):
            return victim
    return None


def _next(reading: Reading, index: int) -> int:
    """``index``, or the token behind it when a conjunction stands there by itself."""
    tokens = reading.lattice.text.tokens
    alone = index < len(tokens) and tokens[index].text == load_settings().leads["and"]
    return index + alone


def _joined_to(reading: Reading, trigger: Trigger, chain: list[Victim], limit: int) -> list[Victim]:
    for victim in _candidates(reading, chain[-1].end, limit):
        if victim.people is not None and _other_outcome(trigger, victim.people):
            break
        if not _joined(reading, chain[-1], victim):
            break
        chain.append(victim)
    return chain


def agreeing(reading: Reading, trigger: Trigger, first: int) -> list[Victim]:
    """The people right before a verb that agrees with them, and those they are joined to."""
    chain = [] if trigger.noun else ahead(reading, trigger.start, first)
    if not chain or (trigger.hit.lead and trigger.start == chain[-1].end):
        return []
    return chain if _agrees(trigger, chain) else []


def ahead(reading: Reading, start: int, first: int) -> list[Victim]:
    """The last people before token ``start`` of the clause, and those they are joined to."""
    before = _candidates(reading, max(first, start - 2 * _REACH), start)
    if not before or start - before[-1].end > _REACH or _closed(reading, before[-1].end, start):
        return []
    chain = _back_from(reading, before)
    whole = [v for v in before if v.end <= chain[0].start]
    if whole and chain[0].start - whole[-1].end <= _GAP and _singled_out(reading, whole[-1].end, chain[0].start):
        return _back_from(reading, whole)
    return chain


def _back_from(reading: Reading, before: list[Victim]) -> list[Victim]:
    """The last of ``before`` and those it is joined to."""
    chain = [before[-1]]
    for victim in reversed(before[:-1]):
        if not _joined(reading, victim, chain[0]):
            break
        chain.insert(0, victim)
    return chain


def _singled_out(reading: Reading, first: int, last: int) -> bool:
    """ "eight people, among them two boys, were killed": the verb is said of the eight."""
    return bool(reading.lattice.starts(first, last, "including"))


def _agrees(trigger: Trigger, chain: list[Victim]) -> bool:
    """A verb behind its subject agrees in number: "two were-killed.dual", "a child was-killed.singular"."""
    person = trigger.hit.form[5:8]
    if trigger.hit.entry.cls == "event":
        return True
    low = sum(v.count.low if v.count else 2 for v in chain)
    if person in ("3md", "3fd"):
        return low == 2
    if person in ("3mp", "3fp"):
        return low > 1
    return low == 1


def _candidates(reading: Reading, first: int, last: int) -> list[Victim]:
    """People and bare numbers that begin at tokens ``first``..``last``, in order."""
    last = min(last, first + _WINDOW)
    people = [Victim(p.start, p.end, p.skip, p.count, p) for p in reading.people.within(first, last)]
    numbers = [
        Victim(c.start, c.end, numeral_skip(reading.lattice, c.start), c.value, None)
        for c in reading.counts_within(first, last)
        if reading.people.covering(c.start) is None and counts_nobody_else(reading, c.start, c.end)
    ]
    return sorted(people + numbers, key=lambda victim: victim.start)


def counts_nobody_else(reading: Reading, start: int, end: int) -> bool:
    """Is the number at ``[start, end)`` one that no date has and no weapon, thing hit or place is counted by?"""
    if start in reading.date_tokens or reading.weapons.covering(start) or reading.targets.covering(start):
        return False
    hits = [hit for hit in reading.lattice.at(end) if hit.entry.cls in _THINGS]
    return all(hit.lead not in ("", load_settings().noun.article) for hit in hits)


def _stands_alone(reading: Reading, end: int) -> bool:
    """A number with no noun behind it: a mark, a preposition, a verb or the end follows."""
    tokens = reading.lattice.text.tokens
    if end >= len(tokens) or tokens[end].kind == "punct":
        return True
    return reading.lattice.find(end, "prep", "verb", "including", "more", "bound", "cite", "sub", "agent") is not None


def _other_outcome(trigger: Trigger, people: Phrase) -> bool:
    """The wounded are not among the dead, and "with wounds" is nobody."""
    said = people.extra.outcome
    if said not in _TOLD or trigger.frame.kind not in OUTCOMES:
        return False  # refugees and prisoners are killed too
    if (trigger.frame.kind, said) == ("killed", "injured") and people.start == trigger.end:
        return people.count != exactly(1)  # "one of the wounded died"
    return said != trigger.frame.kind or bool(people.skip and not is_conjoined(people.lead))


def _blocked(reading: Reading, start: int, end: int) -> bool:
    """A mark that closes, or a word that opens another clause, stands between."""
    lattice = reading.lattice
    for index in range(start, end):
        quoted = lattice.text.tokens[index].text == '"' and index > start
        if (
            quoted
            or lattice.text.tokens[index].text in ".:;"
            or lattice.find(index, "sub", "that", "rel", "noharm", "neg")
        ):
            return True
    return start < end and lattice.text.tokens[start].text == ","


def _did_it(reading: Reading, trigger: Trigger, victim: Victim) -> bool:
    """ "by gunmen", "with soldiers", "in a clash with rebels": people that a preposition gives another part."""
    if victim.people is None or victim.start == trigger.end:
        return False
    lead = victim.people.lead
    if proclitic_length(lead) - is_conjoined(lead) > 0 and not victim.people.extra.numbered:
        return True
    if preposition_before(reading, victim.start) in _DOERS:
        return True
    weapon = reading.weapons.covering(victim.start - 1)
    if weapon is not None and preposition_before(reading, weapon.start) is not None:
        return False  # "killed by-reason-of the rocket a worker"
    return weapon is not None and weapon.end == victim.start and not trigger.noun and not victim.people.extra.numbered


def _conjoined(reading: Reading, victim: Victim) -> bool:
    if reading.lattice.text.tokens[victim.start - 1].text == load_settings().leads["and"]:
        return True
    if victim.people is not None and not victim.people.extra.numbered:
        return is_conjoined(victim.people.lead)
    hits = reading.lattice.at(victim.start)
    written = reading.lattice.text.tokens[victim.start].text.startswith(load_settings().leads["and"])
    if written and any(hit.entry.cls == "more-than" for hit in hits):
        return True
    return any(is_conjoined(hit.lead) for hit in hits if hit.entry.cls in _NUMERALS) or (
        victim.people is not None and is_conjoined(victim.people.lead)
    )


def _joined(reading: Reading, one: Victim, other: Victim) -> bool:
    """With a conjunction, right beside or behind a few light words; or with "in addition to".

    A colon, a comma or "including" makes the next a part, not a sum.
    """
    lattice = reading.lattice
    gap = range(one.end, other.start)
    if sum(lattice.text.tokens[i].text == _QUOTE for i in gap) % 2:
        return False  # "his two sons 'Muhammad and Ahmad'": what opens in between names them
    if any(lattice.find(i, "plus") for i in gap):
        plus = [hit.end for i in gap if (hit := lattice.find(i, "plus"))]
        return not _closed(reading, one.end, plus[0]) and other.start - plus[0] <= 1
    if other.people is not None and _with_them(reading, gap, other.people):
        return True
    if not _conjoined(reading, other) or one.end - one.start >= _REACH * 2 or _same_crowd(one, other):
        return False
    if other.people is not None and _set_apart(reading, gap, other.people):
        return True
    bare = [i for i in _unbracketed(reading, gap) if lattice.text.tokens[i].text != load_settings().leads["and"]]
    if other.people is not None and other.people.definite and not other.people.extra.numbered:
        return other.people.form == "sg" and bool(bare) and name_like(reading, range(bare[0], bare[-1] + 1))
    if other.people is None and not _stands_alone(reading, other.end):
        return False
    return not bare or (len(bare) <= _GAP and _light(reading, bare, other))


def _set_apart(reading: Reading, gap: range, people: Phrase) -> bool:
    """ "Kamal, the deputy of the envoy, and three of his guards": what two commas hold says who he was."""
    texts = [reading.lattice.text.tokens[i].text for i in gap]
    if not (2 < len(texts) <= _APPOSITION and texts[0] == texts[-1] == "," and texts.count(",") == 2):
        return False
    own = people.extra.numbered and not any(reading.lattice.find(i, *_CLOSERS) for i in gap)
    return own and not any(text in ".:;" for text in texts)


def _with_them(reading: Reading, gap: range, people: Phrase) -> bool:
    """ "met his death with two of his guards", "with her children": people of the one before."""
    lattice = reading.lattice
    own = "kin" in people.head.attrs or people.form.endswith(".o")
    words = [lattice.find(i, "object", "prep") for i in gap]
    apart = [w for w in words if w is not None and w.entry.value in ("with", "death")]
    return own and bool(words) and len(apart) == len(words) and apart[-1].entry.value == "with"


def _same_crowd(one: Victim, other: Victim) -> bool:
    """ "12 boys and girls": after a number above ten a second noun of the same sort is of the same twelve."""
    if one.people is None or other.people is None or one.people.count is None or other.people.extra.numbered:
        return False
    many = one.people.extra.numbered and one.people.count.low > _CROWD and one.people.form == other.people.form == "sg"
    return many and one.people.extra.group == other.people.extra.group


def _unbracketed(reading: Reading, gap: range) -> list[int]:
    """The tokens outside brackets: an age stands in them."""
    kept, depth = list[int](), 0
    for index in gap:
        text = reading.lattice.text.tokens[index].text
        depth += text == "("
        if not depth:
            kept.append(index)
        depth -= text == ")"
    return kept


def _light(reading: Reading, gap: list[int], other: Victim) -> bool:
    """Only words that describe the people before: "a captain in the army and four of his guards"."""
    lattice = reading.lattice
    if other.people is not None and not (other.people.extra.numbered or _one_or_kin(other.people)):
        return False
    for index in gap:
        preposition = lattice.find(index, "prep")
        if lattice.text.tokens[index].kind == "punct" or lattice.find(index, *_CLOSERS):
            return False
        if preposition is not None and preposition.entry.value not in _LIGHT:
            return False
    places = reading.places.within(gap[0], gap[-1] + 1)
    return not (places and reading.places.within(other.end, other.end + _GAP))


def _one_or_kin(people: Phrase) -> bool:
    count = people.count
    return "kin" in people.head.attrs or (count is not None and count.exact and not people.definite)


def _closed(reading: Reading, first: int, last: int) -> bool:
    lattice = reading.lattice
    return any(
        lattice.text.tokens[i].text in ".,;:" or lattice.find(i, "that", "sub", "including", "agent")
        for i in range(first, last)
    )
