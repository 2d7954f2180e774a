"""Sides of a draft: adding one once, with those joined to it."""

from __future__ import annotations

from msgspec.structs import replace

from waqai.events.draft import Draft, Party
from waqai.events.reading import Reading
from waqai.mentions.actors import ACTOR, NATION, Side, same_side
from waqai.mentions.phrase import Phrase
from waqai.packs.pack import load_settings

_PEOPLE = Side(None, None, "people", None, True, False)


def as_side(people: Phrase) -> Phrase:
    """People in the role of a side ("two women opened fire")."""
    return replace(people, kind=ACTOR, extra=_PEOPLE)


def add(parties: list[Party], phrase: Phrase, stated: bool = True) -> None:
    """Add a side once; the bare adjective of a nation adds nothing to a force of that nation."""
    if not any(_known(party.phrase, phrase) for party in parties):
        parties.append(Party(phrase, stated))


def _known(one: Phrase, other: Phrase) -> bool:
    """The same words, the adjective of a nation already named, or a band of the same sort told again."""
    if one.start == other.start or (other.kind == NATION and same_side(one.extra, other.extra)):
        return True
    return one.kind == ACTOR and one.head == other.head and (one.definite or other.definite) and _unnamed(other)


def _unnamed(phrase: Phrase) -> bool:
    return phrase.extra.id is None and phrase.extra.country is None


def tidy(draft: Draft, reading: Reading) -> None:
    """Each side once, in its fuller words, and nobody on both sides."""
    draft.perpetrators = _fullest(draft.perpetrators, reading)
    foes = [f for f in draft.against if not any(_one(f.phrase, d.phrase, reading) for d in draft.perpetrators)]
    draft.against = _fullest(foes, reading)


def _one(foe: Phrase, doer: Phrase, reading: Reading) -> bool:
    """The same words; of bands without a name ("gunmen", "unknown gunmen") also fewer."""
    one, other = _stems(foe, reading), _stems(doer, reading)
    unnamed = foe.extra.id is None and doer.extra.id is None
    return one == other or (unnamed and (one < other or other < one))


def _fullest(parties: list[Party], reading: Reading) -> list[Party]:
    """Without those whose words are all among another's ("the settlers" beside "the Israeli settlers")."""
    words = [_stems(party.phrase, reading) for party in parties]
    return [
        party
        for at, party in enumerate(parties)
        if not any(
            words[at] < other or (words[at] == other and before < at)
            for before, other in enumerate(words)
            if before != at
        )
    ]


def _stems(phrase: Phrase, reading: Reading) -> frozenset[str]:
    """Its words without article and proclitics."""
    article, tokens = load_settings().noun.article, reading.lattice.text.tokens[phrase.start : phrase.end]
    texts = [tokens[0].text[phrase.skip :], *(token.text for token in tokens[1:] if token.kind == "word")]
    return frozenset(text.removeprefix(article) for text in texts)


def join(parties: list[Party], phrase: Phrase, sides: list[Phrase]) -> None:
    """Add a side, and those joined to it by "and" right after it."""
    add(parties, phrase)
    conjunction = load_settings().leads["and"]
    end = phrase.end
    for other in sides:
        both = phrase.kind == other.kind == NATION  # "the American Israeli attack"
        joined = both or (other.kind in (ACTOR, phrase.kind) and other.lead.startswith(conjunction))
        if other.start == end and joined:
            add(parties, other)
            end = other.end
