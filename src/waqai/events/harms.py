"""Harm: who was killed, injured, taken or displaced in a sentence, with the number and the words."""

from __future__ import annotations

from waqai.events.draft import HarmFact
from waqai.events.harm_groups import in_clause, others_reported, parts, raised, tallied
from waqai.events.reading import Reading
from waqai.events.triggers import Trigger
from waqai.mentions.actors import ACTOR
from waqai.mentions.phrase import Phrase, proclitic_length
from waqai.model.count import exactly
from waqai.model.mention import Mention
from waqai.packs.pack import load_settings

_REACH = 7
_NEAR = 4
_TAKEN = {"detention": "detained", "abduction": "abducted", "displacement": "displaced", "execution": "killed"}
_OUTCOMES = frozenset({"killed", "injured"})


def find_harms(reading: Reading, triggers: list[Trigger], first: int, last: int, sentence: int) -> list[HarmFact]:
    """The facts of harm at tokens ``first``..``last``, in the order of their words."""
    taken: set[int] = set()
    facts: list[HarmFact] = []
    for at, trigger in enumerate(triggers):
        if trigger.frame.role == "harm" or trigger.frame.kind in _TAKEN:
            limit = _limit(trigger, triggers[at + 1 :], last)
            facts += _of_trigger(reading, trigger, first, limit, sentence, taken)
    facts += _of_casualties(reading, first, last, sentence, taken)
    facts += _none_said(reading, first, last, sentence)
    facts = [raised(reading, triggers, fact) for fact in facts]
    facts += tallied(reading, triggers, facts, sentence, last)
    facts += others_reported(reading, first, last, sentence, taken)
    facts = [in_clause(reading, fact, first) for fact in facts]
    return parts(reading, sorted(facts, key=lambda fact: fact.start), last)


def _limit(trigger: Trigger, following: list[Trigger], last: int) -> int:
    """A verb of harm reaches past the noun that did it ("a strike killed three"), never past another verb."""
    for other in following:
        if trigger.noun or not other.noun or other.frame.role == "harm":
            return other.start
    return last


def _of_trigger(
    reading: Reading, trigger: Trigger, first: int, limit: int, sentence: int, taken: set[int]
) -> list[HarmFact]:
    """After a word of harm: the people that follow, joined ones too; before it, when the verb closes the clause."""
    chain = _chain(reading, trigger, limit)
    if not chain and not trigger.noun:
        chain = [p for p in _before(reading, trigger, first) if p.start not in taken]
    if not chain and (counted := _number_before(reading, trigger)) is not None:
        return [_numbered(trigger, counted, sentence)]
    if not chain and (person := _person(reading, trigger, limit)) is not None:
        return [
            HarmFact(trigger.frame.kind, person.start, person.end, person.skip, exactly(1), sentence, "harm.person")
        ]
    bare = _bare_number(reading, trigger, limit)
    if bare and (not chain or chain[0].start >= bare.end):
        return [_numbered(trigger, bare, sentence)]
    chain = [p for p in _without_subject(reading, trigger, chain, limit) if p.start not in taken]
    taken.update(p.start for p in chain)
    return [_fact(trigger, people, sentence) for people in chain]


def _person(reading: Reading, trigger: Trigger, limit: int) -> Phrase | None:
    """ "assassinated the party's leader so-and-so": one person by office or name, right behind the word or its doer."""
    if trigger.frame.kind not in _OUTCOMES or trigger.weak:
        return None
    doer = reading.actors.covering(trigger.end) if not trigger.noun else None
    start = doer.end if doer is not None and doer.kind == ACTOR and doer.extra.armed else trigger.end
    persons = reading.persons.within(start, min(start + 1, limit))
    return next((p for p in persons if not p.skip), None)


def _chain(reading: Reading, trigger: Trigger, limit: int) -> list[Phrase]:
    """The first people within reach, and those joined to them by a conjunction."""
    chain: list[Phrase] = []
    start = trigger.end
    for people in reading.people.within(start, limit):
        if _other_outcome(trigger, people):
            if chain or people.extra.numbered:
                break
            continue
        if not chain:
            if people.start - start > _REACH or _blocked(reading, start, people.start):
                return []
        elif not _joined(reading, chain[-1], people):
            break
        chain.append(people)
    return chain


def _other_outcome(trigger: Trigger, people: Phrase) -> bool:
    """The wounded are not among the dead, and "with wounds" is nobody."""
    said = people.extra.outcome
    if said is None or trigger.frame.kind not in _OUTCOMES:
        return False
    return said != trigger.frame.kind or bool(people.skip)


def _blocked(reading: Reading, start: int, end: int) -> bool:
    """A mark that closes, or a word that opens another clause, stands between."""
    lattice = reading.lattice
    for index in range(start, end):
        if lattice.text.tokens[index].text in '.:;"' or lattice.find(index, "sub", "that", "rel", "noharm", "neg"):
            return True
    return start < end and lattice.text.tokens[start].text == ","


def _joined(reading: Reading, one: Phrase, other: Phrase) -> bool:
    """Right beside it with a conjunction; a colon, a comma or "including" makes the next a part, not a sum."""
    conjunction = load_settings().leads["and"]
    joined = bool(other.lead) or reading.lattice.text.tokens[other.start].text.startswith(conjunction)
    return other.start == one.end and joined and not other.definite and one.end - one.start < _REACH


def _before(reading: Reading, trigger: Trigger, first: int) -> list[Phrase]:
    """The people right before a verb that closes the clause, and those they are joined to."""
    before = reading.people.within(max(first, trigger.start - _REACH), trigger.start)
    if not before:
        return []
    between = range(before[-1].end, trigger.start)
    closed = any(reading.lattice.text.tokens[i].text in ".,;:" for i in between)
    if closed or (trigger.hit.lead and trigger.start == before[-1].end):
        return []
    chain = [before[-1]]
    for people in reversed(before[:-1]):
        if not _joined(reading, people, chain[0]):
            break
        chain.insert(0, people)
    return chain


def _fact(trigger: Trigger, people: Phrase, sentence: int) -> HarmFact:
    return HarmFact(
        outcome=_outcome(trigger, people),
        start=people.start,
        end=people.end,
        skip=people.skip,
        count=exactly(2) if _two(trigger, people) else people.count,
        sentence=sentence,
        rule=trigger.frame.id,
        people=people,
    )


def _without_subject(reading: Reading, trigger: Trigger, chain: list[Phrase], limit: int) -> list[Phrase]:
    """ "gunmen killed an officer": a nominative plural right after the verb, with other people behind it, did it."""
    if trigger.noun or len(chain) != 1 or chain[0].extra.numbered or chain[0].start - trigger.end > 1:
        return chain
    last = reading.lattice.text.tokens[chain[0].end - 1].text
    if not last.endswith(load_settings().noun.plural_masculine[0]):
        return chain
    following = reading.people.within(chain[0].end, min(chain[0].end + _NEAR, limit))
    return [p for p in following[:1] if not p.skip]


def _two(trigger: Trigger, people: Phrase) -> bool:
    """A plural spelled like a dual is two when the verb is dual."""
    return trigger.hit.form[5:8] in ("3md", "3fd") and not people.extra.numbered


def _outcome(trigger: Trigger, people: Phrase) -> str:
    taken = trigger.hit.entry.attrs.get("outcome") or _TAKEN.get(trigger.frame.kind)
    if taken:
        return taken
    said = people.extra.outcome
    return said if said in _OUTCOMES and trigger.noun is False and said != trigger.frame.kind else trigger.frame.kind


def _numbered(trigger: Trigger, number: Mention, sentence: int) -> HarmFact:
    outcome = _TAKEN.get(trigger.frame.kind, trigger.frame.kind)
    return HarmFact(outcome, number.start, number.end, 0, number.value, sentence, "harm.bare-number")


def _bare_number(reading: Reading, trigger: Trigger, limit: int) -> Mention | None:
    """ "the killing of 10": a number right after the word of harm, with no noun."""
    for count in reading.counts_within(trigger.end, min(trigger.end + 2, limit)):
        following = reading.weapons.covering(count.start) or reading.targets.covering(count.start)
        return None if following else count
    return None


def _number_before(reading: Reading, trigger: Trigger) -> Mention | None:
    """ "that 3 were killed": a number that opens a clause, with the verb right behind it."""
    if trigger.noun:
        return None
    for count in reading.counts_within(max(0, trigger.start - 3), trigger.start):
        opened = reading.lattice.find(count.start - 1, "that", "sub") is not None
        if count.end == trigger.start and opened and count.start not in reading.date_tokens:
            return count
    return None


def _of_casualties(reading: Reading, first: int, last: int, sentence: int, taken: set[int]) -> list[HarmFact]:
    """Casualty nouns by themselves: "4 dead", "two wounded"."""
    facts = []
    for people in reading.people.within(first, last):
        outcome = people.extra.outcome
        if outcome is None or people.start in taken or people.count is None:
            continue
        if people.definite and not people.extra.numbered or _lone_body(reading, people):
            continue
        if reading.lattice.find(people.start - 1, "tally"):
            continue
        if _denied(reading, people.start):
            facts.append(
                HarmFact(outcome, people.start, people.end, people.skip, exactly(0), sentence, "harm.none", people)
            )
            continue
        group = _described(reading, people)
        if group is not None and group.start in taken:
            continue
        whole = people if group is None else group
        facts.append(
            HarmFact(outcome, whole.start, people.end, whole.skip, whole.count, sentence, "harm.casualty", whole)
        )
    return facts


def _denied(reading: Reading, index: int) -> bool:
    """A negation shortly before, in the same clause: "no death was recorded"."""
    for back in range(index - 1, max(0, index - _REACH) - 1, -1):
        if reading.lattice.text.tokens[back].kind == "punct" or reading.lattice.find(back, "sub"):
            return False
        if reading.lattice.find(back, "neg"):
            return True
    return False


def _described(reading: Reading, people: Phrase) -> Phrase | None:
    """ "nine workers wounded": the counted group right before a bare casualty word."""
    group = reading.people.covering(people.start - 1)
    fits = group is not None and group.end == people.start and group.extra.outcome is None and not people.lead
    return group if fits and not people.extra.numbered else None


def _lone_body(reading: Reading, people: Phrase) -> bool:
    """A body is a new death only when counted or found; "the bodies of soldiers" handed over are not."""
    if "event" not in people.head.attrs or people.extra.numbered or people.form == "du":
        return False
    found = range(max(0, people.start - 4), people.start)
    return not any((h := reading.lattice.find(i, "verb")) and "recover" in h.entry.attrs for i in found)


def _none_said(reading: Reading, first: int, last: int, sentence: int) -> list[HarmFact]:
    """ "without casualties": none killed, none injured."""
    facts = []
    for index in reading.lattice.starts(first, last, "noharm"):
        hit = reading.lattice.find(index, "noharm")
        if hit is None:
            continue
        skip = proclitic_length(hit.lead)
        outcomes = hit.entry.value.split("+")
        facts += [HarmFact(outcome, index, hit.end, skip, exactly(0), sentence, "harm.none") for outcome in outcomes]
    return facts
