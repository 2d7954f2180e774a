"""Casualty nouns: people counted as dead or wounded with no verb of harm ("4 dead"), and those said to be none."""

from __future__ import annotations

from collections.abc import Iterator

from waqai.events.draft import HarmFact
from waqai.events.reading import Reading
from waqai.events.triggers import Trigger
from waqai.events.victim_names import Victim
from waqai.events.victims import ahead
from waqai.mentions.phrase import Phrase, is_conjoined, is_definite, proclitic_length
from waqai.model.count import Count, exactly
from waqai.packs.pack import load_settings

_REACH = 7
_FAR = 14
_MIXED = "casualties"
_BOTH = ("killed", "injured")
_HANDS_REACH = 5
_HANDED_OVER = frozenset({"exchange", "release"})
_KIN = frozenset({"per", "kin"})
_CARRIERS = frozenset({"cause", "suffer", "fall", "reach", "harm"})


def of_casualties(
    reading: Reading, triggers: list[Trigger], first: int, last: int, sentence: int, taken: set[int]
) -> list[HarmFact]:
    """Casualty nouns by themselves, and words that say that nobody was hurt."""
    facts: list[HarmFact] = []
    given = any(t.frame.role == "deal" and t.kind in _HANDED_OVER for t in triggers)
    for people in reading.people.within(first, last):
        if people.head.attrs.get("event") == "body" and (given or _handed_over(reading, people, first)):
            continue  # bodies that are exchanged or given back died before
        if people.extra.outcome is not None and people.start not in taken:
            facts += _of(reading, triggers, people, first, sentence, taken)
    facts += _lost(reading, first, last, sentence, taken)
    told = [range(f.start, f.end) for f in facts]
    return facts + [f for f in _none_said(reading, first, last, sentence) if not any(f.start in r for r in told)]


def _lost(reading: Reading, first: int, last: int, sentence: int, taken: set[int]) -> Iterator[HarmFact]:
    """ "the army lost 17 of its men": people of one's own, counted."""
    for index in reading.lattice.starts(first, last, "lose"):
        own = [p for p in reading.people.within(index + 1, min(index + _HANDS_REACH, last)) if _own(p)]
        if own and own[0].start not in taken:
            taken.add(own[0].start)
            p = own[0]
            yield HarmFact("killed", p.start, p.end, p.skip, p.count, sentence, "harm.lost", p)


def _own(people: Phrase) -> bool:
    return people.extra.numbered and people.extra.outcome is None and people.form.endswith(".o")


def _handed_over(reading: Reading, people: Phrase, first: int) -> bool:
    """ "Israel handed over 15 bodies"."""
    return bool(reading.lattice.starts(max(first, people.start - _HANDS_REACH), people.start, "handover"))


def _of(
    reading: Reading, triggers: list[Trigger], people: Phrase, first: int, sentence: int, taken: set[int]
) -> Iterator[HarmFact]:
    if not people.definite and not _tallied(reading, people) and _denied(reading, triggers, people.start, first):
        outcome = "killed" if people.extra.outcome == _MIXED else people.extra.outcome
        yield HarmFact(outcome, people.start, people.end, people.skip, exactly(0), sentence, "harm.none", people)
        return
    if _names_no_new(reading, people):
        return
    whole = _said_of(reading, people, first)
    if whole is not None and any(v.start in taken for v in whole):
        return
    if whole:
        taken.update(v.start for v in whole)
        for v in whole:
            yield HarmFact(
                people.extra.outcome,
                v.start,
                people.end if v is whole[-1] else v.end,
                v.skip,
                v.count,
                sentence,
                "harm.casualty",
                v.people,
            )
        return
    complement = _bodies_of(reading, people)
    if complement is not None:
        taken.add(complement.start)
        yield HarmFact(
            "killed", people.start, complement.end, people.skip, complement.count, sentence, "harm.casualty", complement
        )
        return
    for outcome, count in _figures(people):
        yield HarmFact(outcome, people.start, people.end, people.skip, count, sentence, "harm.casualty", people)


def _bodies_of(reading: Reading, people: Phrase) -> Phrase | None:
    """ "the bodies of five civilians": as many dead as the people whose bodies they are."""
    if people.head.attrs.get("event") != "body" or people.extra.numbered:
        return None
    whose = reading.people.covering(people.end)
    fits = whose is not None and whose.start == people.end and not whose.skip and whose.count is not None
    return whose if fits else None


def _figures(people: Phrase) -> list[tuple[str, Count]]:
    """What the noun counts; "dead and wounded" with no number are several of each."""
    if people.extra.outcome == _MIXED and not people.extra.numbered:
        return [(o, Count(2, None)) for o in _BOTH] if "pair" in people.head.attrs else []
    return [] if people.count is None else [(people.extra.outcome, people.count)]


def _names_no_new(reading: Reading, people: Phrase) -> bool:
    """ "the wounded" of whom it was told, "the number of dead" that a figure follows, a body that nobody found."""
    if people.definite and not people.extra.numbered and not _carried(reading, people):
        return True
    if people.lead.endswith(load_settings().leads["as"]) or "survivor" in people.head.attrs:
        return True  # "God will take him as a martyr"; who survived need not be hurt
    if people.definite and reading.lattice.find(people.start, "one_of") is not None:
        return True  # "one of the wounded" is no figure
    if _mourned(reading, people) or _of_told(reading, people):
        return True
    if reading.lattice.starts(people.start, people.end, "of_them"):
        return True  # "three of them, their wounds are grave"
    told = people.extra.numbered or people.form == "du"
    if (
        people.head.attrs.get("event") == "1"
        and not told
        and (people.form.startswith("sg") or people.skip > is_conjoined(people.lead))
    ):
        return True  # a noun of action in the singular is no count, nor are "his wounds" after a preposition
    if any(reading.lattice.find(people.start - back, "any") is not None for back in (1, 2, 3)):
        return True  # "any deaths or injuries"
    if "weak" in people.head.attrs and not told and reading.lattice.find(people.end, "event") is not None:
        return True  # "compensation for victims of attacks"
    return _lone_body(reading, people) or (_tallied(reading, people) and not told)


def _of_told(reading: Reading, people: Phrase) -> bool:
    """ "the victims of the attack": those of an event that was told."""
    event = reading.lattice.find(people.end, "event")
    return not people.extra.numbered and event is not None and is_definite(event.lead)


def _mourned(reading: Reading, people: Phrase) -> bool:
    """ "the families of victims", "the mother of a martyr": whose family it is."""
    if people.lead or people.extra.numbered:
        return False
    before = [hit for hit in reading.lattice.at(people.start - 1) if hit.entry.cls == "group"]
    return any(_KIN & hit.entry.attrs.keys() and hit.end == people.start for hit in before)


def _tallied(reading: Reading, people: Phrase) -> bool:
    return reading.lattice.find(people.start - 1, "tally") is not None


def _carried(reading: Reading, people: Phrase) -> bool:
    """ "the six wounded were taken to hospital": counted behind, with a verb of moving right before."""
    verb = reading.lattice.find(people.start - 1, "verb", "event")
    return people.count is not None and people.count.low > 1 and verb is not None and verb.entry.value == "move"


def _said_of(reading: Reading, people: Phrase, first: int) -> list[Victim] | None:
    """ "nine workers wounded", "six soldiers and a contractor were wounded", "20 people, dead and wounded"."""
    if people.extra.numbered or people.definite or people.lead or people.head.attrs.get("event") == "body":
        return None  # who stands before "bodies" found them
    start = people.start
    while reading.lattice.find(start - 1, "copula") is not None:
        start -= 1
    chain = ahead(reading, start, first)
    if not chain or chain[-1].end != start:
        return None
    counted = chain[-1].people is None or not (
        chain[-1].people.extra.outcome or "per" in chain[-1].people.head.attrs  # "the family of a martyr"
    )
    spare = start == people.start and chain[-1].people is None
    return chain if counted and not spare else None


def _denied(reading: Reading, triggers: list[Trigger], index: int, first: int) -> bool:
    """A negation before it in the same clause: "no death was recorded", "the strike did not lead to any wounded"."""
    lattice = reading.lattice
    for back in range(index - 1, max(first, index - _FAR) - 1, -1):
        if lattice.find(back, "that") and any((h := lattice.find(back - n, "neg")) and h.end == back for n in (1, 2)):
            return True  # "without causing"
        if lattice.text.tokens[back].kind == "punct" or lattice.find(back, "sub", "that", "rel"):
            return False
        if lattice.find(back, "neg", "none-of") and not lattice.find(back, "still"):
            return index - back <= _REACH or _denies(triggers, back)
    return False


def _denies(triggers: list[Trigger], negation: int) -> bool:
    return any(t.start == negation + 1 and t.frame.role in _CARRIERS for t in triggers)


def _lone_body(reading: Reading, people: Phrase) -> bool:
    """A body is a new death only when counted or found; "the bodies of soldiers" handed over are not."""
    if people.head.attrs.get("event") != "body" or people.extra.numbered or people.form == "du":
        return False
    if "weak" in people.head.attrs:
        return True
    found = range(max(0, people.start - 4), people.start)
    return not any((h := reading.lattice.find(i, "verb", "found")) and "recover" in h.entry.attrs for i in found)


def _none_said(reading: Reading, first: int, last: int, sentence: int) -> Iterator[HarmFact]:
    """ "without casualties": none killed, none injured."""
    for index in reading.lattice.starts(first, last, "noharm"):
        hit = reading.lattice.find(index, "noharm")
        if hit is None:
            continue
        skip = proclitic_length(hit.lead)
        for outcome in hit.entry.value.split("+"):
            yield HarmFact(outcome, index, hit.end, skip, exactly(0), sentence, "harm.none")
