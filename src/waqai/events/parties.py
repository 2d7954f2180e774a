"""Parties to a dealing (who talks, signs, exchanges, appoints) and claimants who did what they announce."""

from __future__ import annotations

from waqai.clauses.speech import Speech
from waqai.events.draft import Draft
from waqai.events.reading import Reading
from waqai.events.roles import add
from waqai.events.syntax import closed_between, preposition_before
from waqai.events.triggers import Trigger, repels
from waqai.mentions.actors import ACTOR
from waqai.mentions.phrase import Phrase, is_conjoined
from waqai.packs.pack import load_settings

_REACH = 8
_SIDES_REACH = 10
_PAIR = 2
_DEALT = frozenset({"appointment", "talks", "agreement", "sanction", "exchange", "release", "aid", "ceasefire"})
_TWO_SIDED = frozenset({"clash", "talks", "exchange", "agreement", "ceasefire"})
_CLAIMS = frozenset({"announce", "claim_responsibility", "say", "confirm"})
_ACCUSES = "accuse"
_NEXT_TO = 3
_TAKES_RESPONSIBILITY = "claim_responsibility"
_STATES = frozenset({"state", "government", "ministry", "staff"})
_FIGHTERS = frozenset(
    {
        "army",
        "airforce",
        "navy",
        "militia",
        "rebels",
        "gunmen",
        "group",
        "coalition",
        "unit",
        "forces",
        "soldiers",
        "terrorists",
    }
)
_WITH_FORCES = _FIGHTERS | _STATES
_ANYONE = _WITH_FORCES | {"authority", "local_authority", "police", "security", "guard", "border_guard", "intelligence"}
_DOINGS = frozenset({"incident", "light", "harm", "deal", "drop", "damage"})


def fill_parties(
    draft: Draft, reading: Reading, triggers: list[Trigger], first: int, last: int, barred: frozenset[int]
) -> None:
    """The dealers of a dealing, and both sides of what has two; ``barred`` tokens begin no party."""
    if draft.kind in _DEALT and not draft.perpetrators:
        _dealer(draft, reading, triggers, (first, last), barred)
    if draft.kind in _TWO_SIDED:
        _between(draft, reading, first, last)


def _dealer(
    draft: Draft, reading: Reading, triggers: list[Trigger], zone: tuple[int, int], barred: frozenset[int]
) -> None:
    """The person or body that deals: right after the verb, else before it in the clause."""
    first, last = zone
    lead, main = triggers[0].start, draft.trigger
    people = sorted(reading.persons.within(first, last) + reading.actors.within(first, last), key=lambda p: p.start)
    reach = main.start if main.noun else main.end + _REACH
    near = [p for p in people if p.kind == ACTOR and lead - _REACH <= p.start < reach and p.start not in barred]
    hosts = {place.start for place in draft.places}
    near = [p for p in near if p.start not in hosts]
    free = [
        p for p in near if not preposition_before(reading, p.start) and not closed_between(reading, p.end, main.start)
    ]
    if free:
        dealer = min(free, key=lambda p: abs(p.start - lead))
        add(draft.perpetrators, dealer)
        joined = [p for p in people if p.start == dealer.end and p.kind == ACTOR and is_conjoined(p.lead)]
        for other in joined:
            add(draft.perpetrators, other)


def _between(draft: Draft, reading: Reading, first: int, last: int) -> None:
    """ "between X and Y", "with Y": of a fight the second is the foe; whoever deals "between" them is a party alike."""
    for index in reading.lattice.starts(first, last, "prep"):
        hit = reading.lattice.find(index, "prep")
        if hit is None or hit.entry.value not in ("between", "with"):
            continue
        sides = [p for p in reading.actors.within(hit.end, min(hit.end + _SIDES_REACH, last)) if p.kind == ACTOR]
        if hit.entry.value == "between":
            if not _flanks(draft, reading, sides):
                _two_sides(draft, sides[:2])
        else:
            known = {party.phrase.start for party in draft.perpetrators}
            for phrase in [s for s in sides[:1] if s.start not in known]:
                add(draft.against, phrase)
        return


def _flanks(draft: Draft, reading: Reading, sides: list[Phrase]) -> bool:
    """ "between A and B on one side and C and D on the other": allies before the words, the foe behind them."""
    if draft.kind != "clash" or not sides:
        return False
    parts = reading.lattice.starts(sides[0].start, sides[-1].end, "flank")
    if not parts:
        return False
    draft.perpetrators, draft.against = [], []
    for side in sides:
        add(draft.perpetrators if side.start < parts[0] else draft.against, side)
    return True


def _two_sides(draft: Draft, sides: list[Phrase]) -> None:
    """Both are named here, so what was taken for a party around them is none."""
    if len(sides) == _PAIR:
        draft.perpetrators, draft.against = [], []
    for at, phrase in enumerate(sides):
        fights = draft.kind == "clash" and at == 1
        add(draft.against if fights else draft.perpetrators, phrase)


def _opener(trigger: Trigger, reading: Reading, speech: Speech) -> int | None:
    """The first "that" between the saying and the word of the deed."""
    return next((i for i in range(speech.end, trigger.start) if reading.lattice.find(i, "that")), None)


def _pointing_back(trigger: Trigger, reading: Reading, speech: Speech) -> int | None:
    """The token behind "that it" (or a bare "it"), when such words open what is said; None when other words do."""
    tokens, opener = reading.lattice.text.tokens, _opener(trigger, reading, speech)
    if opener is None:
        bare = speech.end < trigger.start and tokens[speech.end].text in load_settings().subject_pronouns
        return speech.end + 1 if bare else None
    return opener + 1 if tokens[opener].text.endswith(load_settings().object_pronouns) else None


def _its_own(trigger: Trigger, reading: Reading, triggers: list[Trigger], speech: Speech) -> bool:
    """What is announced as a noun of action right away, or after "that it", is the announcer's own doing.

    Not behind a word of death ("announced the killing of its men in an explosion"), which it suffered.
    """
    if any(
        t.frame.role in ("harm", "suffer") and "intent" not in t.hit.entry.attrs
        for t in triggers
        if t.start < trigger.start
    ):
        return False
    if trigger.frame.role not in _DOINGS or trigger.frame.kind == "explosion":
        return False  # rockets fall and charges go off on whoever announces it
    if _pointing_back(trigger, reading, speech) is not None:
        return True
    opened = _opener(trigger, reading, speech) is not None
    return not opened and trigger.start - speech.end <= _REACH and trigger.noun


def _says_of_itself(trigger: Trigger, reading: Reading, speech: Speech) -> bool:
    """ "said that it struck": the verb right behind the pronoun; whoever speaks is its subject."""
    begin = _pointing_back(trigger, reading, speech)
    if begin is None or trigger.noun or trigger.passive_only:
        return False
    return not reading.lattice.starts(begin, trigger.start, "verb", "event", "sub", "rel")


def claimant(draft: Draft, reading: Reading, triggers: list[Trigger], speeches: list[Speech]) -> Phrase | None:
    """The fighting body whose own announcement the event is ("the brigades announced the targeting of"), or None."""
    if draft.kind != "interception" and any(repels(reading.lattice, t) for t in triggers):
        return None
    killing = next((t for t in triggers if "intent" in t.hit.entry.attrs), None)
    trigger, bodies = (draft.trigger, _FIGHTERS) if killing is None else (killing, _WITH_FORCES)
    for speech in speeches:
        if draft.perpetrators and speech.act != _TAKES_RESPONSIBILITY:
            continue
        if speech.act == _TAKES_RESPONSIBILITY and draft.first <= speech.start < draft.last:
            return _body(reading, speech, _WITH_FORCES)
        if speech.act not in _CLAIMS or not speech.first <= trigger.start < speech.last:
            continue
        doings = [t for t in triggers if t.frame.role in _DOINGS and _says_of_itself(t, reading, speech)]
        if doings and (body := _body(reading, speech, _ANYONE)) is not None:
            return body
        if (trigger.frame.role == "harm" and killing is None) or not _its_own(trigger, reading, triggers, speech):
            continue
        if (body := _body(reading, speech, bodies)) is not None:
            return body
    return None


def accused(draft: Draft, reading: Reading, speeches: list[Speech]) -> Phrase | None:
    """Whom an accuser says did it ("accused Russia of shelling a school"): the side right behind him."""
    for speech in speeches:
        if speech.act == _ACCUSES and speech.end <= draft.trigger.start < speech.last and not draft.perpetrators:
            near = reading.actors.within(speech.end, min(draft.trigger.start, speech.end + _NEXT_TO))
            if near and near[0].kind == ACTOR:
                return near[0]
    return None


def sufferer(draft: Draft, reading: Reading, triggers: list[Trigger], speeches: list[Speech]) -> Phrase | None:
    """ "the police said that they came under attack": the speaker is whom it was done to."""
    fends = draft.kind != "interception"
    suffers = [t for t in triggers if t.frame.role == "suffer" or (fends and repels(reading.lattice, t))]
    told = (_body(reading, s, _ANYONE) for s in speeches if any(_says_of_itself(t, reading, s) for t in suffers))
    return next((body for body in told if body is not None), None)


def _body(reading: Reading, speech: Speech, sorts: frozenset[str]) -> Phrase | None:
    """The body that speaks, or that the speaker speaks for, when it is of one of these sorts."""
    if speech.speaker is None:
        return None
    bodies = reading.actors.within(speech.speaker.start, speech.speaker.end)
    if not bodies and (around := reading.actors.covering(speech.speaker.start)) is not None:
        bodies = [around]
    able = [b for b in bodies if b.kind == ACTOR and b.extra.sort in sorts]
    return next((b for b in able if b.extra.sort in _FIGHTERS), next(iter(able), None))


def name_own_forces(draft: Draft, reading: Reading) -> None:
    """ "the brigades said their fighters shelled": it is the brigades' doing; the words kept are theirs, not "their"."""
    bodies = (_body(reading, speech, _WITH_FORCES) for speech in draft.speeches)
    name_forces_of(draft, next((body for body in bodies if body is not None), None))


def name_forces_of(draft: Draft, owner: Phrase | None) -> None:
    """ "its fighters" of whoever spoke last, when the sentence itself names no speaker."""
    if owner is not None and any(_pronominal(party.phrase) for party in draft.perpetrators):
        draft.perpetrators = [party for party in draft.perpetrators if not _pronominal(party.phrase)]
        add(draft.perpetrators, owner)


def last_body(reading: Reading, speeches: list[Speech], before: Phrase | None) -> Phrase | None:
    """The forces or state that spoke last, after these speeches."""
    bodies = (_body(reading, speech, _WITH_FORCES) for speech in reversed(speeches))
    return next((body for body in bodies if body is not None), before)


def _pronominal(phrase: Phrase) -> bool:
    """A force owned by a pronoun ("its fighters")."""
    return phrase.form.endswith(".o") and phrase.extra.country is None
