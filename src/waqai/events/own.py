"""Own deeds: what whoever tells it did himself: "we shelled", "his forces", by the speaker or the author of a post."""

from __future__ import annotations

from waqai.clauses.speeches import Speech
from waqai.events.draft import Draft
from waqai.events.reading import Reading
from waqai.events.sides import add
from waqai.events.syntax import preposition_before
from waqai.mentions.actors import ACTOR, same_side
from waqai.mentions.phrase import Phrase
from waqai.mentions.speakers import Speaker
from waqai.packs.pack import load_settings

FIGHTERS = frozenset(
    {"army", "airforce", "navy", "militia", "rebels", "gunmen", "group", "coalition", "unit", "forces", "soldiers"}
    | {"terrorists"}
)
OUTLAWS = frozenset({"gunmen", "terrorists", "rebels", "militia", "group"})
WITH_FORCES = FIGHTERS | {"state", "government", "ministry", "staff"}
_NEAR = 3
ANYONE = WITH_FORCES | {"authority", "local_authority", "police", "security", "guard", "border_guard", "intelligence"}


def body_of(reading: Reading, speaker: Speaker | None, sorts: frozenset[str]) -> Phrase | None:
    """The body that speaks, or that the speaker speaks for, when it is of one of these sorts."""
    if speaker is None:
        return None
    bodies = reading.actors.within(speaker.start, speaker.end)
    if not bodies and (around := reading.actors.covering(speaker.start)) is not None:
        bodies = [around]
    able = [b for b in bodies if b.kind == ACTOR and b.extra.sort in sorts]
    return next((b for b in able if b.extra.sort in FIGHTERS), next(iter(able), None))


def name_own_forces(draft: Draft, reading: Reading) -> None:
    """ "the brigades said their fighters shelled": it is the brigades' doing; the words kept are theirs, not "their"."""
    bodies = (body_of(reading, speech.speaker, WITH_FORCES) for speech in draft.speeches)
    teller = next((body for body in bodies if body is not None), None)
    name_forces_of(draft, teller)
    if teller is not None and draft.ours:
        name_author(draft, teller)


def name_forces_of(draft: Draft, owner: Phrase | None) -> None:
    """ "its fighters" of whoever spoke last, when the sentence itself names no speaker."""
    if owner is not None and any(_pronominal(party.phrase) for party in draft.perpetrators):
        draft.perpetrators = [party for party in draft.perpetrators if not _pronominal(party.phrase)]
        add(draft.perpetrators, owner)


def name_author(draft: Draft, author: Phrase) -> None:
    """ "we shelled the enemy's army", told by a body that fights: the author did it, and a side right behind is the foe."""
    foes = [party for party in draft.perpetrators if not same_side(party.phrase.extra, author.extra)]
    draft.perpetrators = []
    add(draft.perpetrators, author)
    for foe in foes:
        add(draft.against, foe.phrase)


def name_teller(draft: Draft, reading: Reading, last: Phrase | None, author: Phrase | None) -> None:
    """Who "we" and "our forces" are: the fighting author of a post, else whoever spoke close before owns "its forces"."""
    if author is not None and draft.ours and not draft.speeches:
        name_author(draft, author)
    near = reading.lattice.text.sentences[max(0, draft.sentence - _NEAR)][0]
    name_forces_of(draft, last if last is not None and last.start >= near else author)


def last_body(reading: Reading, speeches: list[Speech], before: Phrase | None) -> Phrase | None:
    """The forces or state that spoke last, after these speeches."""
    bodies = (body_of(reading, speech.speaker, WITH_FORCES) for speech in reversed(speeches))
    return next((body for body in bodies if body is not None), before)


def name_struck_forces(draft: Draft, reading: Reading) -> None:
    """ "a raid on some of its fighters": the side named before that the pronoun means; with nobody to mean, nobody."""
    if any(_pronominal(party.phrase) for party in draft.against):
        named = [(party, whose(draft, reading, party.phrase)) for party in draft.against]
        draft.against = []
        for _, side in named:
            if side is not None:
                add(draft.against, side)


def whose(draft: Draft, reading: Reading, phrase: Phrase) -> Phrase | None:
    """The side that ``phrase`` names; of "its fighters" the nearest one before that agrees and did not do it."""
    pronoun = _pronoun(reading, phrase) if _pronominal(phrase) else None
    if pronoun is None:
        return phrase
    first, _ = reading.lattice.text.sentence_of(phrase.start)
    doers = {party.phrase.start for party in draft.perpetrators}
    for side in reversed(reading.actors.within(first, phrase.start)):
        did = side.start in doers or any(same_side(side.extra, party.phrase.extra) for party in draft.perpetrators)
        if not did and _may_own(reading, side) and agrees(reading, side, pronoun):
            return side
    return None


def _may_own(reading: Reading, side: Phrase) -> bool:
    """A body with forces; a state behind a preposition, or a capital, is where."""
    where = side.extra.sort == "state" and (
        "metonym" in side.head.attrs or preposition_before(reading, side.start) is not None
    )
    return side.kind == ACTOR and not _pronominal(side) and not where and side.extra.sort in ANYONE | {"igo"}


def _pronoun(reading: Reading, phrase: Phrase) -> str | None:
    """The pronoun of the third person that the force is written with; None for "our"."""
    word, settings = reading.lattice.text.tokens[phrase.start].text, load_settings()
    found = [p for p in settings.noun.pronouns if word.endswith(p)]
    pronoun = max(found, key=len, default="")
    return pronoun if pronoun in settings.third_person else None


def agrees(reading: Reading, side: Phrase, pronoun: str) -> bool:
    """A man's pronoun for a body that is no woman's word, and the reverse; the other pronouns fit any."""
    third = load_settings().third_person
    if pronoun not in third[:2]:
        return True
    word, noun = reading.lattice.text.tokens[side.start].text, load_settings().noun
    if side.extra.sort == "state":
        female = reading.lattice.find(side.start, "masculine") is None
    else:
        female = side.form == "pl" or word.endswith((noun.feminine, *noun.plural_feminine))
        if not female and side.head.cls == "actor":
            return True  # a name may be either
    return female == (pronoun == third[1])


def _pronominal(phrase: Phrase) -> bool:
    """A force owned by a pronoun ("its fighters")."""
    return phrase.form.endswith(".o") and phrase.extra.country is None
