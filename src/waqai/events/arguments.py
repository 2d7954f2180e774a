"""Arguments: which phrase stands to a verb or a noun of action as its subject, its object, its owner or its aim."""

from __future__ import annotations

from waqai.events.reading import Reading
from waqai.events.sides import as_side
from waqai.events.syntax import preposition_before
from waqai.events.triggers import Trigger
from waqai.mentions.actors import ACTOR, NATION
from waqai.mentions.phrase import Phrase, is_conjoined, proclitic_length
from waqai.model.mention import Hit
from waqai.packs.pack import load_settings

SUBJECT_REACH = 6
BACK_REACH = 12
OBJECT_REACH = 10
CONSTRUCT_REACH = 3
_PEOPLE_REACH, _AHEAD = 3, 5
_SEVERAL = frozenset({"3md", "3fd", "3mp", "3fp"})
_FIGHTERS = "fighter"
_TROOPS = frozenset({"soldier", "police"})
_HITS = frozenset({"hit", "kill", "injure", "destroy"})


def after(sides: list[Phrase], token: int, reach: int) -> list[Phrase]:
    """The sides that begin within ``reach`` tokens from ``token`` on."""
    return [p for p in sides if token <= p.start < token + reach]


def cut(reading: Reading, first: int, last: int) -> bool:
    """A word of another phrase or clause, or a mark, stands at tokens ``first``..``last``."""
    lattice = reading.lattice
    return any(
        lattice.find(i, "prep", "agent", "sub", "verb", "rel", "that") or lattice.text.tokens[i].kind == "punct"
        for i in range(first, last)
    )


def for_whom(phrase: Phrase) -> bool:
    """Written with the proclitic "to": the owner of what stands before it."""
    return phrase.lead[: proclitic_length(phrase.lead)].endswith(load_settings().leads["to"])


def filled(reading: Reading, first: int, last: int) -> bool:
    """People, things, places or another phrase stand between."""
    indexes = (reading.people, reading.targets, reading.places)
    between = (phrase for index in indexes for phrase in index.within(first, last))
    return any(phrase.end <= last for phrase in between) or cut(reading, first, last)


def construct(reading: Reading, trigger: Trigger, sides: list[Phrase]) -> Phrase | None:
    """The side right behind a noun of action: its owner or its object ("the shelling of the army"), or its adjective."""
    owner = next(iter(after(sides, trigger.end, CONSTRUCT_REACH)), None)
    if owner is None or cut(reading, trigger.end, owner.start) or (owner.lead and not owner.definite):
        return None
    if trigger.weak and reading.lattice.starts(trigger.end, owner.start, "event"):
        return None  # "the operation of freeing it from the rebels": the side is the other noun's
    if owner.definite and for_whom(owner):
        return None
    if "metonym" in owner.head.attrs and preposition_before(reading, owner.end + 1) != "on":
        return None  # "the attack of Damascus" is where, unless it is one on something
    return owner if owner.kind != NATION or not _of_a_thing(reading, owner) else None


def _of_a_thing(reading: Reading, phrase: Phrase) -> bool:
    """ "the destruction of an Israeli carrier", "the killing of Egyptian soldiers": the adjective is not the doer's."""
    indexes = (reading.weapons, reading.targets, reading.people, reading.places, reading.persons)
    return any(index.covering(phrase.start) for index in indexes)


def owner_by_to(reading: Reading, first: int, sides: list[Phrase], reach: int = OBJECT_REACH) -> Phrase | None:
    """ "a shelling (heavy) of-the-army's on the town": the first side, written with "to", that nothing parts from ``first``."""
    for phrase in after(sides, first, reach):
        if filled(reading, first, phrase.start):
            return None
        if phrase.kind == ACTOR:
            return phrase if for_whom(phrase) or preposition_before(reading, phrase.start) == "to" else None
    return None


def subject(reading: Reading, trigger: Trigger, sides: list[Phrase]) -> Phrase | None:
    """The side right after the verb, else the one before it in the clause; after "an attack that hit", nobody."""
    before = _before(reading, trigger, sides)
    if hits(trigger.hit) and reading.lattice.find(trigger.end, "event") is not None:
        return before  # "a raid targeted the rebels": the raid did
    if "takes" in trigger.hit.entry.attrs:
        return before  # "laid hands on the cell": behind the words stands their object
    begin = trigger.end + _to_it(reading, trigger)
    for phrase in after(sides, begin, SUBJECT_REACH):
        if phrase.kind == NATION:
            continue
        if filled(reading, begin, phrase.start) or (phrase.start > begin and preposition_before(reading, phrase.start)):
            break
        if _in_subject_case(reading, trigger, phrase):
            return phrase
        if before is not None or _after_event(reading, trigger) or _somebody_of(reading, phrase):
            return before
        if _machine_hit(reading, trigger, phrase):
            return None
        return phrase if not phrase.lead or phrase.definite and not for_whom(phrase) else None
    return before


def _in_subject_case(reading: Reading, trigger: Trigger, phrase: Phrase) -> bool:
    """ "opened gunmen fire": a plural right behind the verb with the ending of a subject, which no object has."""
    ending = load_settings().noun.plural_masculine[0]
    return phrase.start == trigger.end and reading.lattice.text.tokens[phrase.start].text.endswith(ending)


def hits(hit: Hit) -> bool:
    """A verb whose object is hit, killed or destroyed."""
    return hit.entry.cls == "verb" and ("objective" in hit.entry.attrs or hit.entry.value in _HITS)


def is_hitting(reading: Reading, noun: Trigger) -> bool:
    """ "(targeted) a raid": a noun of action right behind a verb of hitting, whose subject it is."""
    return any(hits(hit) and hit.end == noun.start for hit in reading.lattice.at(noun.start - 1))


def _somebody_of(reading: Reading, side: Phrase) -> bool:
    """ "(arrested) a leader in the movement": the side names somebody, it does nothing."""
    person = reading.persons.covering(side.start)
    return person is not None and person.start < side.start


def _machine_hit(reading: Reading, trigger: Trigger, phrase: Phrase) -> bool:
    """ "targeted (four) Israeli vehicles": a counted or bare machine behind a verb that asks for an object, with none behind."""
    if "platform" not in phrase.head.attrs or "objective" not in trigger.hit.entry.attrs or phrase.definite:
        return False
    reach = (phrase.end, phrase.end + CONSTRUCT_REACH)
    objects = [index.within(*reach) for index in (reading.targets, reading.people, reading.places, reading.actors)]
    return not any(not p.skip and not preposition_before(reading, p.start) for found in objects for p in found)


def _to_it(reading: Reading, trigger: Trigger) -> bool:
    """ "the attack to-which the patrol was exposed": the verb's preposition with its pronoun stands before the subject."""
    to = reading.lattice.find(trigger.end, "prep") if trigger.frame.role == "suffer" else None
    return (
        to is not None
        and to.entry.value == "to"
        and reading.lattice.text.tokens[trigger.end].text.endswith(load_settings().third_person)
    )


def _after_event(reading: Reading, trigger: Trigger) -> bool:
    """The verb of "an attack that targeted the patrol" has its subject in the noun."""
    if trigger.frame.role != "incident" or trigger.hit.lead:
        return False
    begin = trigger.start - (1 if reading.lattice.find(trigger.start - 1, "copula") else 0)
    near = range(max(0, begin - 3), begin)
    event = next((i for i in reversed(near) if reading.lattice.find(i, "event")), None)
    return event is not None and not parted(reading, event + 1, begin)


def parted(reading: Reading, first: int, last: int) -> bool:
    """A clause begins or ends between: a verb, a subordinating word, or a mark that no second comma takes back."""
    lattice = reading.lattice
    marks = [text for i in range(first, last) if (text := lattice.text.tokens[i].text) in ".,;:"]
    if marks and (set(marks) != {","} or len(marks) % 2):
        return True
    return any(lattice.find(i, "verb") or _opens(reading, i) for i in range(first, last))


def _opens(reading: Reading, index: int) -> bool:
    """A subordinating word; "meanwhile" and its like between two commas open nothing."""
    hit = reading.lattice.find(index, "sub")
    return hit is not None and hit.entry.value != "also"


def _before(reading: Reading, trigger: Trigger, sides: list[Phrase]) -> Phrase | None:
    """The side that opens the verb's clause."""
    if _after_event(reading, trigger):
        return None
    if is_conjoined(trigger.hit.lead) or _takes_up(reading, trigger):
        return None
    for phrase in reversed([p for p in sides if trigger.start - BACK_REACH <= p.start < trigger.start]):
        if phrase.kind == ACTOR and not preposition_before(reading, phrase.start):
            if reading.lattice.find(trigger.start - 1, "rel") is not None:
                return phrase if not phrase.skip and _antecedent(reading, trigger, phrase) else None
            shut = phrase.end > trigger.start or parted(reading, phrase.end, trigger.start)
            plain = not phrase.lead or phrase.definite or conjoined(phrase)
            return _first_of(phrase, sides) if plain and not shut else None
    return None


def _first_of(last: Phrase, sides: list[Phrase]) -> Phrase:
    """ "the resistance and the army (besiege)": the first of the sides that "and" joins up to ``last``."""
    before = next((p for p in sides if p.end == last.start and p.kind == ACTOR), None) if conjoined(last) else None
    return last if before is None or for_whom(before) else _first_of(before, sides)


def _takes_up(reading: Reading, trigger: Trigger) -> bool:
    """ "(the army foiled) an attack which gunmen launched": a verb with the pronoun of the noun before it has its subject behind it."""
    if trigger.frame.role != "light" or not trigger.hit.form.endswith(".o"):
        return False
    noun = next((i for i in range(trigger.start - 1, trigger.start - 4, -1) if reading.lattice.find(i, "event")), None)
    return noun is not None and not parted(reading, noun + 1, trigger.start)


def cleft(reading: Reading, trigger: Trigger, sides: list[Phrase]) -> Phrase | None:
    """ "it is the army that shelled": the side before "it (is) who"."""
    at = trigger.start - 2
    who = preposition_before(reading, trigger.start) == "from" and at > 0
    if not who or reading.lattice.text.tokens[at].text not in load_settings().subject_pronouns:
        return None
    return next((p for p in sides if p.end == at and p.kind == ACTOR), None)


def _antecedent(reading: Reading, trigger: Trigger, side: Phrase) -> bool:
    """ "the forces that shelled": the side right before "that", with at most an adjective or a dash between."""
    gap = (side.end, trigger.start - 1)
    if trigger.hit.form.endswith(".o") or not 0 <= gap[1] - gap[0] <= 1:
        return False
    return not any(index.within(*gap) for index in (reading.people, reading.targets, reading.places))


def conjoined(phrase: Phrase) -> bool:
    """Its only proclitic is "and"."""
    return phrase.lead == load_settings().leads["and"]


def people_subject(reading: Reading, trigger: Trigger, barred: frozenset[int]) -> Phrase | None:
    """ "two women opened fire": people right after an active verb, in the nominative or with an object behind them."""
    if trigger.passive_only or reading.lattice.find(trigger.end, "event") is not None:
        return None
    for people in reading.people.within(trigger.end, trigger.end + _PEOPLE_REACH):
        if people.start in barred or people.skip or people.definite or cut(reading, trigger.end, people.start):
            return None
        if trigger.frame.role == "harm":  # most verbs of harm are passive: only troops, with an object behind them
            return as_side(people) if people.extra.group in _TROOPS and _object_behind(reading, people) else None
        return as_side(people) if _nominative(reading, people) or _object_behind(reading, people) else None
    return _people_ahead(reading, trigger, barred)


def _people_ahead(reading: Reading, trigger: Trigger, barred: frozenset[int]) -> Phrase | None:
    """ "(that) two persons opened fire": people right before a verb of several, with at most what describes them between."""
    if trigger.hit.form[5:8] not in _SEVERAL or trigger.hit.lead or trigger.frame.role == "harm":
        return None
    near = reading.people.within(max(0, trigger.start - _AHEAD), trigger.start)
    people = near[-1] if near else None
    if people is None or people.start in barred or people.skip or preposition_before(reading, people.start):
        return None
    return None if cut(reading, people.end, trigger.start) else as_side(people)


def _nominative(reading: Reading, people: Phrase) -> bool:
    noun = load_settings().noun
    word = reading.lattice.text.tokens[people.start].text
    return word.endswith((noun.plural_masculine[0], noun.dual[0])) and people.form in ("pl", "du")


def _object_behind(reading: Reading, people: Phrase) -> bool:
    """Something right behind that only an object can be: other people, a thing hit, the word for fire."""
    first, last = people.end, people.end + _PEOPLE_REACH
    things = [*reading.people.within(first, last), *reading.targets.within(first, last)]
    if people.extra.group == _FIGHTERS:  # "200 gunmen attacked a patrol"
        things += [side for side in reading.actors.within(first, last) if not preposition_before(reading, side.start)]
    return any(not p.skip and not cut(reading, first, p.start) for p in things) or any(
        reading.lattice.find(i, "object") for i in range(first, last)
    )
