"""Parties to a dealing (who talks, signs, exchanges, appoints), and both sides of what has two."""

from __future__ import annotations

from waqai.events.draft import Draft
from waqai.events.meetings import received
from waqai.events.reading import Reading
from waqai.events.sides import add, as_side, join
from waqai.events.syntax import closed_between, preposition_before
from waqai.events.triggers import Trigger
from waqai.mentions.actors import ACTOR
from waqai.mentions.persons import PERSON
from waqai.mentions.phrase import Phrase, is_conjoined
from waqai.model.mention import Hit
from waqai.packs.pack import load_settings

_REACH = 8
_SIDES_REACH, _FAR_REACH = 10, 18
_PAIR = 2
_FLANK_REACH = 30
_CROWD_REACH = 10
_DEALT = frozenset({"appointment", "talks", "agreement", "sanction", "exchange", "release", "aid", "ceasefire"})
_FACING = frozenset({"clash", "talks", "agreement"})  # of a truce or an exchange both are its makers
_TWO_SIDED = frozenset({"clash", "talks", "exchange", "agreement", "ceasefire"})


def fill_parties(
    draft: Draft, reading: Reading, triggers: list[Trigger], first: int, last: int, barred: frozenset[int]
) -> None:
    """The dealers of a dealing, and both sides of what has two; ``barred`` tokens begin no party."""
    if draft.kind in _DEALT and not draft.perpetrators:
        _dealer(draft, reading, triggers, (first, last), barred)
    if draft.kind in _TWO_SIDED:
        _between(draft, reading, first, last)
    if draft.kind == "territory_change" and not draft.against:
        _fought(draft, reading, triggers)
    if draft.kind == "protest" and not draft.perpetrators:
        _protesters(draft, reading, (first, last), barred)


def _fought(draft: Draft, reading: Reading, triggers: list[Trigger]) -> None:
    """ "took the town after (heavy) fighting with X": whom the land was fought over with."""
    for fight in (t for t in triggers if t.noun and t.kind == "clash"):
        foes = [s for s in reading.actors.within(fight.end + 1, fight.end + 1 + _PAIR) if s.kind == ACTOR]
        if foes and preposition_before(reading, foes[0].start) in ("with", "against"):
            join(draft.against, foes[0], reading.actors.within(foes[0].end, foes[0].end + _SIDES_REACH))


def _protesters(draft: Draft, reading: Reading, zone: tuple[int, int], barred: frozenset[int]) -> None:
    """ "hundreds of students went out in a march": the people beside the word, who are its subject."""
    crowds = [p for p in reading.people.within(*zone) if p.start not in barred and p.extra.outcome is None]
    many = [
        p for p in crowds if (p.count is not None or p.form == "pl") and preposition_before(reading, p.start) is None
    ]
    near = [p for p in many if abs(p.start - draft.trigger.start) <= _CROWD_REACH and not p.skip]
    if near:
        add(draft.perpetrators, as_side(min(near, key=lambda p: abs(p.start - draft.trigger.start))))


def _dealer(
    draft: Draft, reading: Reading, triggers: list[Trigger], zone: tuple[int, int], barred: frozenset[int]
) -> None:
    """The person or body that deals: right after the verb, else before it in the clause."""
    if (pair := received(reading, draft.trigger)) is not None and draft.kind == "talks":
        add(draft.perpetrators, pair[0])
        add(draft.against, pair[1])
        return
    lead, main = triggers[0].start, draft.trigger
    if _appointed(draft, reading, main):
        return
    people = sorted(reading.persons.within(*zone) + reading.actors.within(*zone), key=lambda p: p.start)
    reach = main.start if main.noun else main.end + _REACH
    near = [p for p in people if p.kind == ACTOR and lead - _REACH <= p.start < reach and p.start not in barred]
    hosts = {place.start for place in draft.places}
    near = [p for p in near if p.start not in hosts and not any(q.start < p.start < q.end for q in near)]
    if draft.kind == "talks" and not main.noun and _himself(reading, main):
        _tell_of_own(draft, reading, main)
        met = next((p for p in people if p.start == main.end and p.kind == ACTOR), None)
        if met is not None and draft.perpetrators:
            add(draft.against, met)
            return
    owner = next((p for p in people if p.start == main.end and not p.skip and p.kind == ACTOR), None)
    if draft.kind == "talks" and main.noun and owner is not None and owner.start not in barred:
        add(draft.perpetrators, owner)  # "the minister's meeting with"
        return
    free = [p for p in near if not preposition_before(reading, p.start) and not _closed(reading, p, lead, main)]
    if free:
        dealer = min(free, key=lambda p: abs(p.start - lead))
        if draft.kind == "talks" and _is_met(draft.trigger, dealer):
            add(draft.against, dealer)
            _add_woman(draft, reading)
            return
        add(draft.perpetrators, dealer)
        for other in (p for p in people if p.start == dealer.end and p.kind == ACTOR and is_conjoined(p.lead)):
            add(draft.perpetrators, other)
        _met(draft, dealer, people)
    elif draft.kind == "talks":
        _tell_of_own(draft, reading, triggers[0])


def _appointed(draft: Draft, reading: Reading, verb: Trigger) -> bool:
    """ "the president appointed so-and-so", "the envoy whom he appointed": whom it was done to, and by whom if that is told."""
    if draft.kind != "appointment" or verb.noun:
        return False
    if verb.hit.form.endswith(".o"):
        before = reading.persons.covering(verb.start - 2) if reading.lattice.find(verb.start - 1, "rel") else None
        if before is not None:
            add(draft.against, before)
        return before is not None
    by = reading.actors.covering(verb.end) or reading.persons.covering(verb.end)
    whom = reading.persons.covering(by.end) if by is not None and by.start == verb.end else None
    if by is None or whom is None or whom.start != by.end or whom.skip:
        return False
    add(draft.perpetrators, by)
    add(draft.against, whom)
    return True


def _closed(reading: Reading, phrase: Phrase, lead: int, main: Trigger) -> bool:
    """Something stands between the phrase and the words of the dealing: the verb that carries the noun does not."""
    return closed_between(reading, phrase.end, lead if phrase.end <= lead else main.start)


def _tell_of_own(draft: Draft, reading: Reading, trigger: Trigger) -> None:
    """ "said that he held talks with", "warned on meeting X": whoever says it is the one who met."""
    speakers = [s.speaker for s in draft.speeches if s.speaker is not None]
    if speakers and (_himself(reading, trigger) or draft.trigger.hit.form == "sg.o"):
        person = reading.persons.covering(speakers[0].start) or reading.actors.covering(speakers[0].start)
        if person is not None:
            add(draft.perpetrators, person)


def _himself(reading: Reading, trigger: Trigger) -> bool:
    """Right behind "that he"."""
    that = reading.lattice.find(trigger.start - 1, "that")
    return that is not None and reading.lattice.text.tokens[that.start].text.endswith(load_settings().object_pronouns)


def _is_met(verb: Trigger, person: Phrase) -> bool:
    """ "she met the president": a man of office right behind a verb of a woman's is whom she met."""
    woman = not verb.noun and verb.hit.form[5:8] == "3fs" and person.extra.sort == PERSON
    return woman and "sex" not in person.head.attrs and person.head.cls == "role" and person.start >= verb.end


def _add_woman(draft: Draft, reading: Reading) -> None:
    """The woman of office told last before the verb."""
    first, _ = reading.lattice.text.sentence_of(draft.trigger.start)
    women = [p for p in reading.persons.within(first, draft.trigger.start) if p.head.attrs.get("sex") == "f"]
    if women:
        add(draft.perpetrators, women[-1])


def _met(draft: Draft, dealer: Phrase, people: list[Phrase]) -> None:
    """ "the minister met his counterpart": of a verb of meeting, the person right behind who met him."""
    if draft.kind != "talks" or draft.trigger.noun or dealer.start < draft.trigger.end:
        return
    met = next((p for p in people if p.start == dealer.end and not p.skip and p.extra.sort == PERSON), None)
    if met is not None:
        add(draft.against, met)


def _between(draft: Draft, reading: Reading, first: int, last: int) -> None:
    """ "between X and Y", "with Y": of a fight the second is the foe; whoever deals "between" them is a party alike."""
    for index in reading.lattice.starts(first, last, "prep"):
        hit = reading.lattice.find(index, "prep")
        if hit is None or hit.entry.value not in ("between", "with"):
            continue
        parts = _flanks(draft, reading, hit, last)
        reach = parts[1] if parts else hit.end + _SIDES_REACH
        sides = [p for p in reading.actors.within(hit.end, min(reach, last)) if p.kind == ACTOR]
        if hit.entry.value == "between":
            crowd = _crowd(reading, hit.end, sides) if draft.kind == "clash" else None
            if crowd is not None:
                draft.perpetrators, draft.against = [], []
                add(draft.perpetrators, sides[0])
                add(draft.against, crowd)
            elif parts and sides:
                draft.perpetrators, draft.against = [], []
                for side in sides:
                    add(draft.perpetrators if side.start < parts[0] else draft.against, side)
            else:
                _two_sides(draft, _pair(reading, sides, min(hit.end + _FAR_REACH, last)))
        else:
            known = {party.phrase.start for party in draft.perpetrators}
            for phrase in [s for s in _partners(reading, hit.end, sides) if s.start not in known]:
                add(draft.against, phrase)
        return


def _pair(reading: Reading, sides: list[Phrase], last: int) -> list[Phrase]:
    """The first side and the one joined to it by "and", be it far ("the rebels of X, who lives in France, and the army")."""
    if not sides:
        return []
    one = sides[0]
    behind = (p for p in reading.actors.within(one.end, last) if p.kind == ACTOR and is_conjoined(p.lead))
    joined = next(behind, None)
    if joined is not None and not closed_between(reading, one.end, joined.start):
        return [one, joined]
    return [s for s in sides if preposition_before(reading, s.start) != "in"][:_PAIR]


def _partners(reading: Reading, begin: int, sides: list[Phrase]) -> list[Phrase]:
    """Who stands behind "with": a person of office right behind it, else the first side."""
    person = next((p for p in reading.persons.within(begin, begin + 1) if p.kind == ACTOR), None)
    if person is not None and all(side.start > begin or side.end <= person.end for side in sides[:1]):
        return [person]
    return sides[:1]


def _crowd(reading: Reading, begin: int, sides: list[Phrase]) -> Phrase | None:
    """ "between young men and the forces", "between the forces and young men": people against the one side named."""
    if not sides:
        return None
    ahead, behind = reading.people.within(begin, begin + 1), reading.people.within(sides[0].end, sides[0].end + 1)
    if ahead and ahead[0].end == sides[0].start and is_conjoined(sides[0].lead):
        return as_side(ahead[0])
    joined = (
        sides[0].start == begin
        and behind
        and is_conjoined(behind[0].lead)
        and all(s.start != behind[0].start for s in sides)
    )
    return as_side(behind[0]) if joined else None


def _flanks(draft: Draft, reading: Reading, between: Hit, last: int) -> tuple[int, int] | None:
    """ "between A, B and C on one side and D and E on the other": where the allies end, and where their foes do."""
    if draft.kind != "clash" or between.entry.value != "between":
        return None
    parts = reading.lattice.starts(between.end, min(between.end + _FLANK_REACH, last), "flank")
    if not parts:
        return None
    return parts[0], (parts[1] if len(parts) > 1 else parts[0] + _SIDES_REACH)


def _two_sides(draft: Draft, sides: list[Phrase]) -> None:
    """Both are named here, so what was taken for a party around them is none."""
    if len(sides) == _PAIR:
        draft.perpetrators, draft.against = [], []
    for at, phrase in enumerate(sides):
        faces = draft.kind in _FACING and at == 1
        add(draft.against if faces else draft.perpetrators, phrase)
