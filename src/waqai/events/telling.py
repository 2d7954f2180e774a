"""What acts of saying tell of sides: who tells his own deed, who is accused, who tells what he suffered."""

from __future__ import annotations

from waqai.clauses.speeches import Speech
from waqai.events.blame import blamed_for
from waqai.events.draft import Draft
from waqai.events.own import ANYONE, FIGHTERS, OUTLAWS, WITH_FORCES, agrees, body_of
from waqai.events.reading import Reading
from waqai.events.sides import add
from waqai.events.syntax import closed_between, of_nobody, preposition_before
from waqai.events.triggers import Trigger, repels
from waqai.mentions.actors import ACTOR, same_side
from waqai.mentions.phrase import Phrase
from waqai.packs.pack import load_settings

_REACH = 8
_PAIR = 2
_CLAIMS = frozenset({"announce", "claim_responsibility", "say", "confirm"})
_ACCUSES = "accuse"
_NEXT_TO = 3
_TAKES_RESPONSIBILITY = "claim_responsibility"
_FOR_ITS_ARMY = frozenset(
    {"destruction", "interception", "attack", "air_strike", "missile_strike", "drone_strike", "shelling"}
)
_BY_THEMSELVES = frozenset({"explosion", "bombing", "mine_explosion", "suicide_bombing", "toll"})
_DEFENDERS = frozenset({"army", "airforce", "navy", "staff", "air_defence", "airdefence", "forces"})
_ENFORCERS = _DEFENDERS | {"police", "security", "guard", "border_guard", "intelligence", "coalition", "ministry"}
_GOVERNED = frozenset({"from", "in", "after", "on", "to", "with", "before"})
_DOINGS = frozenset({"incident", "light", "harm", "deal", "drop", "damage"})


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
    if preposition_before(reading, trigger.start) in _GOVERNED:
        return False  # "announced the survival of X from an attempt", "that he died in an attack"
    opened = _opener(trigger, reading, speech) is not None
    gap = trigger.start - _behind_apposition(reading, speech, trigger.start)
    return not opened and 0 <= gap <= _REACH and trigger.noun


def _behind_apposition(reading: Reading, speech: Speech, last: int) -> int:
    """The token where what is said begins: behind ", the armed wing of the movement," about the speaker."""
    tokens = reading.lattice.text.tokens
    if reading.lattice.starts(speech.end, last, "verb"):
        return speech.end
    marks = [i for i in range(speech.end + 1, last) if tokens[i].text == ","]
    told = not marks or reading.lattice.starts(speech.end, marks[0], "event")
    return speech.end if told else marks[0] + 1


def _says_of_itself(trigger: Trigger, reading: Reading, speech: Speech) -> bool:
    """ "said that it struck": the verb right behind the pronoun; whoever speaks is its subject."""
    begin = _pointing_back(trigger, reading, speech)
    if begin is None or trigger.noun or trigger.passive_only or of_nobody(reading, begin - 1, trigger.hit):
        return False
    return not reading.lattice.starts(begin, trigger.start, "verb", "event", "sub", "rel")


def told_sides(draft: Draft, reading: Reading, triggers: list[Trigger], speeches: list[Speech]) -> None:
    """Add the sides that acts of saying give: who tells his own deed, who is accused, who tells what he suffered."""
    for culprit in (_claimant(draft, reading, triggers, speeches), _accused(draft, reading, speeches)):
        if culprit is not None:
            add(draft.perpetrators, culprit)
    if (culprit := blamed_for(reading, draft.trigger, *reading.lattice.text.sentences[draft.sentence])) is not None:
        draft.perpetrators = []
        add(draft.perpetrators, culprit)
    if not draft.perpetrators and (body := _orderer(draft, reading)) is not None:
        add(draft.perpetrators, body)
    if not draft.against and (body := _sufferer(draft, reading, triggers, speeches)) is not None:
        add(draft.against, body)
    if not draft.perpetrators and (body := _killer(draft, reading, triggers) or _defender(draft, reading)) is not None:
        add(draft.perpetrators, body)


def _orderer(draft: Draft, reading: Reading) -> Phrase | None:
    """ "the army ordered residents to leave": the armed body named before the order to leave, in the same clause."""
    if draft.kind != "displacement" or draft.status != "demanded":
        return None
    told = [p for p in reading.actors.within(draft.first, draft.trigger.start) if p.extra.armed and not p.skip]
    free = [p for p in told if not preposition_before(reading, p.start)]
    return free[0] if free and free[0].kind == ACTOR else None


def _killer(draft: Draft, reading: Reading, triggers: list[Trigger]) -> Phrase | None:
    """ "the army announced the death of 12 militants": its own doing, unless they fell to a bomb or are its own men."""
    if draft.kind in _BY_THEMSELVES or any(t.frame.role in ("light", "suffer") for t in triggers):
        return None
    for speech in draft.speeches:
        body = body_of(reading, speech.speaker, _ENFORCERS) if speech.act in _CLAIMS else None
        deaths = [t for t in triggers if t.noun and t.frame.kind == "killed" and 0 <= t.start - speech.end <= _PAIR]
        dead = reading.actors.within(deaths[0].end, deaths[0].end + _REACH) if body is not None and deaths else []
        if not dead or body is None or dead[0].extra.sort not in OUTLAWS or same_side(dead[0].extra, body.extra):
            continue
        if not closed_between(reading, deaths[0].end, dead[0].start):
            return body
    return None


def _defender(draft: Draft, reading: Reading) -> Phrase | None:
    """ "the air force said that 40 drones were shot down": whoever tells what was downed over it downed it."""
    if draft.kind != "interception":
        return None
    told = (body_of(reading, speech.speaker, _DEFENDERS) for speech in draft.speeches if speech.act in _CLAIMS)
    foes = [party.phrase.extra for party in draft.against]
    return next((body for body in told if body and not any(same_side(body.extra, foe) for foe in foes)), None)


def _claimant(draft: Draft, reading: Reading, triggers: list[Trigger], speeches: list[Speech]) -> Phrase | None:
    """The fighting body whose own announcement the event is ("the brigades announced the targeting of"), or None."""
    if draft.kind != "interception" and any(repels(reading.lattice, t) for t in triggers):
        return None
    killing = next((t for t in triggers if "intent" in t.hit.entry.attrs), None)
    trigger, bodies = (draft.trigger, FIGHTERS) if killing is None else (killing, WITH_FORCES)
    for speech in speeches:
        if draft.perpetrators and speech.act != _TAKES_RESPONSIBILITY:
            continue
        if speech.act == _TAKES_RESPONSIBILITY and draft.first <= speech.start < draft.last:
            return body_of(reading, speech.speaker, WITH_FORCES)
        if speech.act not in _CLAIMS or not speech.first <= trigger.start < speech.last:
            continue
        doings = [t for t in triggers if t.frame.role in _DOINGS and _says_of_itself(t, reading, speech)]
        doings = doings or [t for t in triggers if _that_it_did(t, reading, speech)]
        if doings and (body := body_of(reading, speech.speaker, ANYONE)) is not None:
            return body
        if (trigger.frame.role == "harm" and killing is None) or not _its_own(trigger, reading, triggers, speech):
            continue
        if (body := body_of(reading, speech.speaker, bodies)) is not None or (body := _at_war(draft, reading, speech)):
            return body
    return None


def _that_it_did(trigger: Trigger, reading: Reading, speech: Speech) -> bool:
    """ "told Russia of the strikes that it carried out": the subject of "that it ..." is the speaker, if the verb agrees."""
    if reading.lattice.find(trigger.start - 1, "rel") is None or not trigger.hit.form.endswith(".o") or trigger.noun:
        return False
    body, third = body_of(reading, speech.speaker, ANYONE), load_settings().third_person
    if body is None or trigger.hit.form[5:8] not in ("3fs", "3ms"):
        return False
    follows = reading.actors.within(trigger.end, trigger.end + _PAIR)
    return not follows and agrees(reading, body, third[trigger.hit.form[5:8] == "3fs"])


def _at_war(draft: Draft, reading: Reading, speech: Speech) -> Phrase | None:
    """A ministry of defence that announces what was destroyed or shot down."""
    body = body_of(reading, speech.speaker, WITH_FORCES) if draft.kind in _FOR_ITS_ARMY else None
    return body if body is not None and "wages" in body.head.attrs else None


def _accused(draft: Draft, reading: Reading, speeches: list[Speech]) -> Phrase | None:
    """Whom an accuser says did it ("accused Russia of shelling a school"): the side right behind him."""
    for speech in speeches:
        if speech.act == _ACCUSES and speech.end <= draft.trigger.start < speech.last and not draft.perpetrators:
            near = reading.actors.within(speech.end, min(draft.trigger.start, speech.end + _NEXT_TO))
            blamed = blamed_behind_on(reading, speech) or next(iter(near), None)
            if blamed is not None and blamed.kind == ACTOR:
                return blamed
    return None


def blamed_behind_on(reading: Reading, speech: Speech) -> Phrase | None:
    """ "laid the blame for the attack on X": the side behind "on"."""
    by = load_settings().leads["by"]
    objects = (reading.lattice.find(i, "object") for i in range(speech.end, speech.end + _NEXT_TO))
    blame = next((hit for hit in objects if hit is not None and hit.entry.value == "blame"), None)
    if blame is None or not reading.lattice.text.tokens[blame.start].text.startswith(by):
        return None
    sides = reading.actors.within(blame.end, min(blame.end + _REACH, speech.last))
    return next((side for side in sides if preposition_before(reading, side.start) == "on"), None)


def _sufferer(draft: Draft, reading: Reading, triggers: list[Trigger], speeches: list[Speech]) -> Phrase | None:
    """ "the police said that they came under attack": the speaker is whom it was done to."""
    fends = draft.kind != "interception"
    suffers = [t for t in triggers if t.frame.role == "suffer" or (fends and repels(reading.lattice, t))]
    told = (
        body_of(reading, s.speaker, ANYONE) for s in speeches if any(_says_of_itself(t, reading, s) for t in suffers)
    )
    return next((body for body in told if body is not None), None)
