"""Triggers: the words of a sentence that say something happened, each with its frame."""

from __future__ import annotations

from waqai.events.needs import asks, met
from waqai.match.lattice import PLACE, Lattice
from waqai.mentions.namesakes import AT_PLACES, VERBLESS
from waqai.mentions.phrase import is_conjoined, is_definite, proclitic_length
from waqai.model.mention import Hit
from waqai.model.value import Value
from waqai.packs.frames import Frame, load_frames
from waqai.packs.pack import load_settings

_ANNOUNCER_REACH = 5
_NATION = 1
_ANSWER_REACH, _NUMBERED = 4, 2
_GOVERNING = ("prep", "agent", "attempt", "one_of", "demand", "topic", "aim")
_COUNTED = ("target", "num", "number", "vague", "quantifier", "at-least", "more-than")
_TRIGGERS = frozenset({"verb", "event"})


class Trigger(Value, frozen=True):
    """A trigger at tokens ``[start, end)``. ``noun``: a noun of action rather than a verb."""

    start: int
    end: int
    hit: Hit
    frame: Frame
    noun: bool

    @property
    def kind(self) -> str:
        """The kind of event these very words say: the entry's own, else the frame's."""
        return self.hit.entry.attrs.get("kind") or self.frame.kind

    @property
    def definite(self) -> bool:
        """A noun with the article, on itself or on its owner, points back at something told."""
        return self.noun and (is_definite(self.hit.lead) or self.hit.form == "sg.o")

    @property
    def weak(self) -> bool:
        """Words that only say it together with others."""
        return "weak" in self.hit.entry.attrs

    @property
    def passive_only(self) -> bool:
        """A verb form that can only be passive."""
        return self.hit.form.endswith(".p")


def find_triggers(lattice: Lattice, first: int, last: int, taken: frozenset[int] = frozenset()) -> list[Trigger]:
    """The triggers at tokens ``first``..``last`` outside ``taken`` (the words of dates), in order, none overlapping."""
    found: list[Trigger] = []
    for index in lattice.starts(first, last, "verb", "event"):
        if index in taken or (found and index < found[-1].end):
            continue
        trigger = _at(lattice, index)
        if trigger is not None:
            found.append(trigger)
    return found


def _at(lattice: Lattice, index: int) -> Trigger | None:
    best: Trigger | None = None
    frames = load_frames()
    for hit in lattice.at(index):
        frame = frames.get(f"{hit.entry.cls}={hit.entry.value}") if hit.entry.cls in _TRIGGERS else None
        if frame is None or _spoiled(lattice, hit) or (frame.role == "harm" and _no_harm(lattice, hit)):
            continue
        trigger = Trigger(hit.start, hit.end, hit, frame, _is_noun(hit))
        if asks(hit) and hit.form.startswith("past.3ms") and _noun_place(lattice, index, *_GOVERNING):
            continue  # "against the lifting of": a noun of action spelled like the verb
        if best is None or _better(trigger, best, _noun_place(lattice, index), _described(lattice, hit)):
            best = trigger
    return best


def _noun_place(lattice: Lattice, index: int, *governing: str) -> bool:
    """After a preposition or another noun of action only a noun can stand."""
    if any(hit.entry.cls in (governing or (*_GOVERNING, "event")) for hit in lattice.at(index - 1)):
        return not _with_pronoun(lattice, index - 1)
    return _announced(lattice, index) or _tried(lattice, index)


def _tried(lattice: Lattice, index: int) -> bool:
    """ "a man tried to stab", "tried the stabbing of": what somebody tried is a noun, close behind who tried it."""
    if any(hit.lead for hit in lattice.at(index) if hit.entry.cls == "verb"):
        return False
    for at in range(index - 1, max(-1, index - _ANNOUNCER_REACH - 1), -1):
        verb = lattice.find(at, "verb")
        if verb is not None:
            return "attempt" in verb.entry.attrs
        if lattice.text.tokens[at].kind == "punct" or lattice.find(at, "prep", "sub", "that", "rel") is not None:
            return False
    return False


def _with_pronoun(lattice: Lattice, index: int) -> bool:
    """ "(a soldier) of-it was killed": a preposition that has its object written onto it governs nothing behind."""
    prep = any(hit.entry.cls == "prep" for hit in lattice.at(index))
    return prep and lattice.text.tokens[index].text.endswith(load_settings().third_person)


def _announced(lattice: Lattice, index: int) -> bool:
    """ "the army announced the killing of": what is announced right behind the announcing body is a noun."""
    for first in range(max(0, index - _ANNOUNCER_REACH), index - 1):
        verb = lattice.find(first, "verb")
        if verb is None or verb.entry.attrs.get("act") != "announce":
            continue
        body = lattice.find(first + 1, "actor", "force")
        return body is not None and index - _NATION <= body.end <= index
    return False


def _described(lattice: Lattice, hit: Hit) -> bool:
    """An adjective of nation or "on" right behind is a noun's ("a Russian strike", "shelling on"), not a verb's."""
    nouns = [h for h in lattice.at(hit.end) if h.entry.cls == "event" and not _governed(h)]
    if nouns:  # "regaining of control": a noun of action in construct with another
        return not any(_is_subject(lattice, noun) for noun in nouns)
    behind = lattice.find(hit.end, "demonym", "prep")
    if behind is None or behind.lead:
        return False
    return behind.entry.cls == "demonym" or behind.entry.value == "on"


def _governed(hit: Hit) -> bool:
    """With a preposition written onto it ("was killed by-an-attack"), no second term of a construct."""
    return proclitic_length(hit.lead) > is_conjoined(hit.lead)


def _is_noun(hit: Hit) -> bool:
    return hit.entry.cls == "event" and "verbal" not in hit.entry.attrs


def _no_harm(lattice: Lattice, hit: Hit) -> bool:
    return _casualties(lattice, hit) or _is_feminine_noun(lattice, hit)


def _casualties(lattice: Lattice, hit: Hit) -> bool:
    """A plural or dual casualty noun ("the dead") spelled like a word of harm with a pronoun is the noun."""
    return any(
        other.entry.cls == "casualty"
        and other.form in ("pl", "du")
        and other.end == hit.end
        and hit.entry.cls == "event"
        for other in lattice.at(hit.start)
    )


def _names_a_place(lattice: Lattice, index: int) -> bool:
    """ "the town of Sarmin", "on Saada": behind a word of place in construct, or a preposition, a name is no verb spelled like it."""
    if lattice.find(index, PLACE) is None:
        return False
    cue, prep = lattice.find(index - 1, "placecue"), lattice.find(index - 1, "prep")
    if prep is not None and prep.entry.value in VERBLESS and prep.end == index:
        return True
    return cue is not None and cue.end == index and not is_definite(cue.lead)


def _is_feminine_noun(lattice: Lattice, hit: Hit) -> bool:
    """ "the wounding of": spelled with the feminine ending, which folds to the pronoun of "wounded him"."""
    written = load_settings().written["feminine"]
    return hit.form.endswith(".o") and lattice.text.words(hit.start, hit.end).text.endswith(written)


def _spoiled(lattice: Lattice, hit: Hit) -> bool:
    """A verb that says it only with its object ("opened ... fire"), when that object does not follow."""
    if hit.entry.cls == "verb" and (_names_a_place(lattice, hit.start) or lattice.text.tied(hit.start)):
        return True  # "#Aleppo_is_burning" is the name of a campaign
    return _stormed(lattice, hit) or not met(lattice, hit)


def _stormed(lattice: Lattice, hit: Hit) -> bool:
    """ "gunmen stormed prison X", spelled like "(he) jailed X": behind a verb of storming and its subject stands a thing."""
    thing = lattice.find(hit.start, "target")
    if hit.entry.cls != "verb" or hit.lead or thing is None or thing.lead:
        return False
    subject = lattice.find(hit.start - 1, "force", "actor", "group", "demonym")
    verbs = (lattice.find(hit.start - back, "verb") for back in (2, 3))
    return subject is not None and any(v is not None and v.entry.value in AT_PLACES for v in verbs)


def _better(one: Trigger, other: Trigger, noun_place: bool, described: bool) -> bool:
    """Of two readings of one word: the longer; one that has its object; one that needs no help; what may stand there."""
    return _rank(one, noun_place, described) > _rank(other, noun_place, described)


def _rank(one: Trigger, noun_place: bool, described: bool) -> tuple[int, bool, bool, bool]:
    fits = one.noun == (noun_place or described or is_definite(one.hit.lead))
    return one.end, asks(one.hit), not one.weak, fits


def answered(lattice: Lattice, trigger: Trigger) -> bool:
    """ "in answer to the attack", "in revenge for the killing", "the third anniversary of": another event, before."""
    for at in lattice.starts(max(0, trigger.start - _ANSWER_REACH), trigger.start, "answer"):
        cue = lattice.find(at, "answer")
        if cue is not None and _leads_to(lattice, cue, trigger):
            return True
    return trigger.noun and (
        _avenged(lattice, trigger) or _time_after(lattice, trigger) or _killed_before(lattice, trigger)
    )


def _avenged(lattice: Lattice, trigger: Trigger) -> bool:
    """ "will take revenge for the killing of", "will answer the shelling of": right behind a verb that vows."""
    on = lattice.find(trigger.start - 1, "prep")
    at = trigger.start - (2 if on is not None and on.entry.value == "on" else 1)
    vows = (hit for hit in lattice.at(at) if hit.entry.cls == "verb" and "vow" in hit.entry.attrs)
    return any(hit.end == at + 1 for hit in vows)


def _killed_before(lattice: Lattice, trigger: Trigger) -> bool:
    """ "five were killed in an attack, the second one after the killing of seven": the seven are none of the five."""
    after = lattice.find(trigger.start - 1, "following")
    if after is None or trigger.frame.role != "harm" or trigger.hit.form.endswith(".o") or trigger.hit.lead:
        return False
    text = lattice.text
    if text.tokens[trigger.end : trigger.end + 1] and text.tokens[trigger.end].text.startswith(
        load_settings().noun.article
    ):
        return False  # "after the killing of the three": of those just told
    first, _ = text.sentence_of(trigger.start)
    told = (hit for at in lattice.starts(first, trigger.start, "verb", "event") for hit in lattice.at(at))
    return any(hit.entry.value == trigger.hit.entry.value for hit in told)


def _time_after(lattice: Lattice, trigger: Trigger) -> bool:
    """ "two days after the raid on": time has passed between the two."""
    since, at = lattice.find(trigger.start - 1, "prep"), trigger.start - 2
    if trigger.hit.form.endswith(".o"):
        return False  # "a week after they were taken": of those just told
    if since is None or since.entry.value not in ("from", "on"):
        return False
    if any((later := lattice.find(i, "later")) and later.end == trigger.start - 1 for i in (at, at - 1)):
        return True
    unit = next((i for i in (at, at - 1) if lattice.find(i, "time-unit") is not None), None)
    if unit is None:
        return False
    after = (lattice.find(i, "prep") for i in (unit - 1, unit - 2))
    return any(hit is not None and hit.entry.value == "after" for hit in after)


def _leads_to(lattice: Lattice, cue: Hit, trigger: Trigger) -> bool:
    """Right before it; of an anniversary its number may stand between, and the noun is joined by "of"."""
    if cue.entry.value == "reply":
        return _replied_to(lattice, cue, trigger)
    if cue.end == trigger.start:
        return True
    near = cue.entry.value == "anniversary" and trigger.start - cue.end <= _NUMBERED
    return near and trigger.noun and load_settings().leads["to"] in trigger.hit.lead


def _replied_to(lattice: Lattice, cue: Hit, trigger: Trigger) -> bool:
    """ "Iran's reply to the killing": "to" right before what is answered, and at most the side that answers before it."""
    on = lattice.find(trigger.start - 1, "prep")
    if on is None or on.entry.value != "on" or trigger.start - 1 < cue.end:
        return False
    side = lattice.find(cue.end, "actor", "force", "demonym")
    return trigger.start - 1 == (side.end if side is not None else cue.end)


def repels(lattice: Lattice, trigger: Trigger) -> bool:
    """ "beat off", "smashed an attack": whoever does it fights off whoever attacks."""
    if trigger.noun:
        return False
    if trigger.frame.kind == "interception":
        return True
    behind = lattice.at(trigger.end) if trigger.frame.kind == "destruction" else []
    attacks = [
        h for h in behind if h.entry.cls == "event" and h.entry.value == "attack" and "weak" not in h.entry.attrs
    ]
    return any(not _is_subject(lattice, h) for h in attacks)


def _is_subject(lattice: Lattice, noun: Hit) -> bool:
    """ "the shelling destroyed a house": the definite noun right behind the verb, with a thing behind it."""
    return is_definite(noun.lead) and lattice.find(noun.end, *_COUNTED) is not None


def is_ours(lattice: Lattice, trigger: Trigger) -> bool:
    """A verb that may be in the first person ("we shelled"; some are also "he shelled us")."""
    if trigger.noun or trigger.frame.role not in ("incident", "light", "drop"):
        return False
    return any(".1p" in hit.form for hit in lattice.at(trigger.start) if hit.entry.cls == "verb")
