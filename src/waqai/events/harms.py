"""Harm: who was killed, injured, taken or displaced in a sentence, with the number and the words."""

from __future__ import annotations

from msgspec.structs import replace

from waqai.clauses.status import status_of
from waqai.events.casualties import of_casualties
from waqai.events.draft import HarmFact
from waqai.events.harm_groups import by_clause, others_reported, parts
from waqai.events.reading import Reading
from waqai.events.syntax import preposition_before
from waqai.events.tallies import corrected, outdated, raised, tallied
from waqai.events.triggers import Trigger
from waqai.events.victim_names import OUTCOMES, Victim, ahead_in_office, aimed_at_before, in_office, passive
from waqai.events.victims import agreeing, behind
from waqai.mentions.phrase import is_conjoined, proclitic_length
from waqai.model.count import Count, exactly
from waqai.packs.pack import load_settings

_NEAR = 4
_SPAN = 12
_TAKEN = {"detention": "detained", "abduction": "abducted", "displacement": "displaced", "execution": "killed"}
_ARMED = frozenset({"fighter", "soldier", "police"})
_UNREAL = frozenset({"hypothetical", "planned", "threatened"})
_DUALS = ("3md", "3fd")
_PLURALS = ("3mp", "3fp")
_MANY = frozenset(_DUALS + _PLURALS)
_IN_NAMES = frozenset({"given", "person"})
_SHORTEST_NAME = 3


def find_harms(reading: Reading, triggers: list[Trigger], first: int, last: int, sentence: int) -> list[HarmFact]:
    """The facts of harm at tokens ``first``..``last``, in the order of their words."""
    taken: set[int] = set()
    facts: list[HarmFact] = []
    for at, trigger in enumerate(triggers):
        if trigger.frame.role == "harm" or trigger.frame.kind in _TAKEN:
            limit = _limit(reading, trigger, triggers[at + 1 :], last)
            facts += _of_trigger(reading, triggers, at, first, limit, sentence, taken)
    facts += of_casualties(reading, triggers, first, last, sentence, taken)
    facts = corrected(reading, [raised(reading, triggers, fact) for fact in facts])
    facts += tallied(reading, facts, sentence, first, last)
    facts += others_reported(reading, first, last, sentence, taken)
    facts = by_clause(reading, sorted(facts, key=lambda fact: fact.start), first)
    return parts(reading, outdated(reading, facts, first, last), last)


def _limit(reading: Reading, trigger: Trigger, following: list[Trigger], last: int) -> int:
    """A verb of harm reaches past the noun that did it ("a strike killed three"), never past another verb."""
    for other in following:
        if reading.lattice.find(other.start, "object") is not None:
            continue  # "met his death with two of his guards"
        noun = other.noun or reading.lattice.find(other.start, "event") is not None
        if trigger.noun or not noun or other.frame.role == "harm":
            return other.start
    return last


def _of_trigger(
    reading: Reading, triggers: list[Trigger], at: int, first: int, limit: int, sentence: int, taken: set[int]
) -> list[HarmFact]:
    """After a word of harm: the people that follow, joined ones too; before it, when the verb closes the clause."""
    trigger = triggers[at]
    if _unreal(reading, trigger, first) or _negated(reading, trigger):
        return []
    if _of_one_told_of(reading, trigger) or _first_of_all(reading, trigger):
        return []
    habit = _habit(reading, trigger)
    if _shared(reading, triggers, at) and (_active(triggers[at + 1]) or not agreeing(reading, trigger, first)):
        return []
    chain = _victims(reading, trigger, first, limit)
    chain = [
        v for v in chain if v.start not in taken and not (habit and (v.count is None or v.count == Count(2, None)))
    ]
    taken.update(v.start for v in chain)
    mixed = _mixed(reading, triggers, at, first) or (chain and _dead_and_hurt(reading, chain[-1]))
    outcome = "casualties" if mixed else None
    return [_fact(reading, trigger, chain, victim, outcome, sentence) for victim in chain]


def _unreal(reading: Reading, trigger: Trigger, first: int) -> bool:
    """Deaths that may come, are planned or threatened are none; "fears after the killing of five" are of real ones."""
    if _purpose(reading, trigger) or (trigger.definite and trigger.hit.form == "sg"):
        return True
    before = reading.lattice.find(trigger.start - 1, "prep")
    if before is not None and before.entry.value in ("after", "in"):
        return False
    status = status_of(reading.lattice, trigger.start, trigger.end, first, trigger.hit, None)
    aim = trigger.hit.lead.endswith(load_settings().leads["to"])
    done = not trigger.noun and not aim and trigger.hit.form.startswith("past")
    return status in _UNREAL and not (status == "planned" and done)


def _purpose(reading: Reading, trigger: Trigger) -> bool:
    """ "plotted to kill": an act meant; "the anniversary of killing" is of a real one, and so is what was caused."""
    to = load_settings().leads["to"]
    if "intent" not in trigger.hit.entry.attrs or trigger.hit.lead not in (to, to * 2):
        return False
    near = range(max(0, trigger.start - _NEAR), trigger.start)
    meant = any(reading.lattice.find(i, "plot", "attempt", "threat", "verb") for i in near)
    return meant and not _caused(reading, trigger)


def _shared(reading: Reading, triggers: list[Trigger], at: int) -> bool:
    """ "the killing and wounding of 20": a mixed figure, which belongs to neither alone."""
    if at + 1 >= len(triggers):
        return False
    one, other = triggers[at], triggers[at + 1]
    harms = one.frame.kind in OUTCOMES and other.frame.kind in OUTCOMES and one.frame.kind != other.frame.kind
    alike = one.noun == other.noun or reading.lattice.find(other.start, "event") is not None
    return harms and other.start == one.end and is_conjoined(other.hit.lead) and alike


def _active(trigger: Trigger) -> bool:
    """ "killed and wounded several": a verb that would be spelled otherwise if it were passive."""
    return not trigger.noun and trigger.hit.form.endswith(".a") and not passive(trigger)


def _mixed(reading: Reading, triggers: list[Trigger], at: int, first: int) -> bool:
    if at == 0 or not _shared(reading, triggers, at - 1):
        return False
    return _active(triggers[at]) or not agreeing(reading, triggers[at - 1], first)


def _dead_and_hurt(reading: Reading, last: Victim) -> bool:
    """ "23 policemen, between dead and wounded": right behind the people, a figure of both."""
    people = reading.people.covering(last.end)
    return people is not None and people.start == last.end and people.extra.outcome == "casualties"


def _of_one_told_of(reading: Reading, trigger: Trigger) -> bool:
    """ "Haddad, whose daughter was killed in the attack": one of the dead tells who somebody is, not how many died."""
    relative = reading.lattice.find(trigger.start - 1, "rel")
    victim = reading.people.covering(trigger.end)
    if relative is None or trigger.noun or victim is None or victim.count != exactly(1):
        return False
    return "kin" in victim.head.attrs and (victim.form.endswith(".o") or "inv" in victim.head.attrs)


def _first_of_all(reading: Reading, trigger: Trigger) -> bool:
    """ "the first person to be killed there": says of somebody told of what rank he has among the dead."""
    if trigger.noun or not trigger.hit.form.startswith("pres"):
        return False
    near = (reading.lattice.find(trigger.start - back, "first") for back in (2, 3))
    return any(hit is not None for hit in near)


def _habit(reading: Reading, trigger: Trigger) -> bool:
    """ "attacks that kill civilians": what such attacks do."""
    return trigger.hit.form.startswith("pres") and reading.lattice.find(trigger.start - 1, "rel") is not None


def _negated(reading: Reading, trigger: Trigger) -> bool:
    return reading.lattice.find(trigger.start - 1, "neg") is not None


def _victims(reading: Reading, trigger: Trigger, first: int, limit: int) -> list[Victim]:
    chain = behind(reading, trigger, _start(reading, trigger), limit)
    chain = _without_subject(reading, trigger, chain, limit)
    plural = not trigger.noun and trigger.hit.form[5:8] in _MANY
    if not trigger.noun and (not chain or (plural and chain[0].start - trigger.end > 1)):
        chain = agreeing(reading, trigger, first) or chain
    named = in_office(reading, trigger, limit) or ahead_in_office(reading, trigger)
    return chain or named or _himself(reading, trigger) or aimed_at_before(reading, trigger, first)


def _himself(reading: Reading, trigger: Trigger) -> list[Victim]:
    """ "which led to his death": one person, told of before."""
    text = reading.lattice.text.tokens[trigger.end - 1].text
    one = trigger.hit.form == "sg.o" and text.endswith(load_settings().noun.pronouns[:2])
    if not one or not _caused(reading, trigger):
        return []
    return [Victim(trigger.start, trigger.end, proclitic_length(trigger.hit.lead), exactly(1), None)]


def _caused(reading: Reading, trigger: Trigger) -> bool:
    near = range(max(0, trigger.start - _SPAN), trigger.start)
    return any((h := reading.lattice.find(i, "verb")) and h.entry.value == "cause" for i in near)


def _start(reading: Reading, trigger: Trigger) -> int:
    """Where the victims may begin: behind "the lives of" when the verb needs it."""
    attrs = trigger.hit.entry.attrs
    if attrs.get("needs") == "life" and "middle" not in attrs:
        lives = reading.lattice.starts(trigger.end, trigger.end + _SPAN, "object")
        hits = [h for i in lives if (h := reading.lattice.find(i, "object")) and h.entry.value == "life"]
        return hits[0].end if hits else trigger.end
    return trigger.end


def _without_subject(reading: Reading, trigger: Trigger, chain: list[Victim], limit: int) -> list[Victim]:
    """ "gunmen killed an officer", "a gunman killed four": people right after the verb, with others right behind, did it."""
    if trigger.noun or len(chain) != 1 or passive(trigger):
        return chain
    people = chain[0].people
    if people is None or people.extra.numbered or chain[0].start - trigger.end > 1:
        return chain
    ending = reading.lattice.text.tokens[chain[0].end - 1].text
    nominative = ending.endswith(load_settings().noun.plural_masculine[0])
    fighters = _fighters_of(reading, chain[0])
    doer = fighters or _described(reading, chain[0])
    reach = _SPAN if _surely_active(trigger) else _NEAR
    second = behind(reading, trigger, doer.end, min(doer.end + reach, limit))
    if nominative or (_two_nominative(chain[0], ending) and _surely_active(trigger)):
        others = [v for v in second if v.people is None or not v.people.skip]
        return others if others or not _died_in(reading, chain[0]) else chain
    return second if second and (fighters is not None or _other_side(doer, second[0])) else chain


def _died_in(reading: Reading, one: Victim) -> bool:
    """ "gunmen were killed in a raid": what killed them right behind, so that the verb is passive."""
    hit = reading.lattice.find(one.end + 1, "event")
    return preposition_before(reading, one.end + 1) in ("in", "means") and hit is not None and not hit.lead


def _fighters_of(reading: Reading, one: Victim) -> Victim | None:
    """ "fighters of the movement (killed three)": a plural in the case of a subject, with whose they are."""
    subject, head = load_settings().noun.plural_masculine[0], reading.lattice.text.tokens[one.start].text
    side = reading.actors.covering(one.start)
    if side is None or side.start != one.start or side.end <= one.end or not head.endswith(subject[:1]):
        return None
    return replace(one, end=side.end)


def _two_nominative(one: Victim, ending: str) -> bool:
    """ "two gunmen" in the case of a subject."""
    return one.people is not None and one.people.form == "du" and ending.endswith(load_settings().noun.dual[0])


def _surely_active(trigger: Trigger) -> bool:
    """A verb form that can only be active ("assassinated")."""
    return trigger.hit.form.endswith(".a")


def _described(reading: Reading, one: Victim) -> Victim:
    """ "an armed youth": with the word behind that says what sort of person he is."""
    more = reading.people.covering(one.end)
    if more is None or more.start != one.end or more.lead or more.extra.numbered or more.count != exactly(1):
        return one
    if reading.lattice.text.tokens[more.end - 1].text.endswith(load_settings().noun.accusative):
        return one  # "a gunman killed an officer"
    return replace(one, end=more.end)


def _other_side(doer: Victim, victim: Victim) -> bool:
    if doer.people is None or victim.start - doer.end > 1:
        return False
    if victim.people is None:
        return doer.people.extra.group in _ARMED and not doer.people.definite  # "a gunman killed three"
    if victim.people.lead and not victim.people.extra.numbered:
        return False
    armed = doer.people.extra.group in _ARMED and victim.people.extra.group != doer.people.extra.group
    if victim.people.extra.numbered:
        return armed or doer.people.extra.outcome is None  # "a youth killed 26 people"
    return armed and not doer.people.definite and victim.people.count is not None and victim.people.count.exact


def _fact(
    reading: Reading, trigger: Trigger, chain: list[Victim], victim: Victim, outcome: str | None, sentence: int
) -> HarmFact:
    rule = trigger.frame.id
    if victim.people is None:
        rule = "harm.bare-number" if reading.counts_within(victim.start, victim.start + 1) else "harm.person"
    taken = outcome or trigger.hit.entry.attrs.get("outcome") or _TAKEN.get(trigger.frame.kind, trigger.frame.kind)
    fact = HarmFact(taken, victim.start, victim.end, victim.skip, victim.count, sentence, rule, victim.people)
    if rule == "harm.person" or (victim.count is None or victim.count == exactly(1)):
        fact = replace(fact, name=_words_of_name(reading, victim))
    return replace(fact, count=exactly(2)) if _two(reading, trigger, chain, victim) else fact


def _words_of_name(reading: Reading, victim: Victim) -> frozenset[str]:
    """The words that are of no office, without what is written onto the first; of "the colonel X" those of the person."""
    lattice = reading.lattice
    person = reading.persons.covering(victim.start) if victim.people is not None else None
    if victim.people is not None and (person is None or person.end <= victim.end):
        return frozenset()
    end = victim.end if person is None else person.end
    names = [i for i in range(victim.start, end) if all(h.entry.cls in _IN_NAMES for h in lattice.at(i))]
    words = (lattice.text.tokens[i].text[victim.skip if i == victim.start else 0 :] for i in names)
    return frozenset(word for word in words if len(word) >= _SHORTEST_NAME)


def _two(reading: Reading, trigger: Trigger, chain: list[Victim], victim: Victim) -> bool:
    """A plural spelled like a dual is two when the verb is dual, or beside a single person ("a driver and two riders")."""
    if victim.people is None or victim.people.extra.numbered or victim.people.form != "pl":
        return False
    if trigger.hit.form[5:8] in _DUALS:
        return True
    spelled = any(hit.form == "du" for hit in reading.lattice.at(victim.start))
    return spelled and any(v.count == exactly(1) for v in chain)
