"""Joining: the words of two drafts that tell one event, in the first of them."""

from __future__ import annotations

from waqai.clauses.speeches import Speech
from waqai.events.draft import Draft, HarmFact, Party
from waqai.mentions.actors import ACTOR, NATION, same_side
from waqai.mentions.phrase import Phrase, is_definite
from waqai.packs.kinds import load_kinds

_OF_SIDES = frozenset({"claim_responsibility", "accuse"})
VAGUE = frozenset({"attack", "explosion", "destruction"})


def join(earlier: Draft, draft: Draft) -> Draft:
    """Put what ``draft`` says into ``earlier``: more exact kind, and every slot value not there yet."""
    headline = earlier.sentences == [0] and draft.stated_kind not in VAGUE
    if (earlier.kind, draft.kind) == ("ground_assault", "detention"):
        earlier.stated_kind = "detention"
    exact = draft.stated_kind not in VAGUE and draft.stated_kind != "clash"  # a fight answers an attack
    if headline or (earlier.stated_kind in VAGUE and exact):
        earlier.stated_kind = draft.stated_kind
    earlier.sentences += [s for s in draft.sentences if s not in earlier.sentences]
    told = [date.value for date in earlier.dates]
    earlier.dates += [date for date in draft.dates if date.value not in told]
    earlier.harms += _unheard(earlier.harms, draft.harms)
    earlier.speeches += _reported(draft)
    for rule in draft.rules:
        earlier.add_rule(rule)
    _add_phrases(earlier.places, draft.places)
    _add_phrases(earlier.weapons, draft.weapons)
    earlier.weapons = exact_weapons(earlier.weapons)
    _add_parties(earlier.perpetrators, draft.perpetrators)
    _add_parties(earlier.against, draft.against)
    earlier.targets += [t for t in draft.targets if t.phrase.head not in [o.phrase.head for o in earlier.targets]]
    return earlier


def _reported(draft: Draft) -> list[Speech]:
    """The sayings of a draft that tell something of the event; of "the attack" alone only who claims it or is blamed."""
    bare = not (draft.harms or draft.targets or draft.places or draft.weapons)
    if not (bare and draft.trigger.noun and is_definite(draft.trigger.hit.lead)):
        return draft.speeches
    return [speech for speech in draft.speeches if speech.act in _OF_SIDES]


def _unheard(known: list[HarmFact], new: list[HarmFact]) -> list[HarmFact]:
    """The new facts, less the clauses that say what a clause before them said: they change no total."""
    heard = set(_clauses(known).values())
    again = {clause for clause, said in _clauses(new).items() if said in heard}
    return [f for f in new if f.total or (f.sentence, f.clause) not in again]


def _clauses(facts: list[HarmFact]) -> dict[tuple[int, int], tuple[object, ...]]:
    said: dict[tuple[int, int], tuple[object, ...]] = {}
    for f in facts:
        head = f.people and f.people.head
        words = (f.outcome, f.count, f.part, head and (head.value, head.lemma))
        said[f.sentence, f.clause] = (*said.get((f.sentence, f.clause), ()), words)
    return said


def _add_phrases(known: list[Phrase], new: list[Phrase]) -> None:
    heads = [p.head for p in known if p.head.value]
    known += [p for p in new if p.head not in heads or not p.head.value]


def exact_weapons(weapons: list[Phrase]) -> list[Phrase]:
    """Without the general words that a more exact one beside them explains."""
    kinds = {w.head.value for w in weapons}
    generic = load_kinds().generic
    return [w for w in weapons if not generic.get(w.head.value, frozenset()) & kinds]


def _add_parties(known: list[Party], new: list[Party]) -> None:
    for party in new:
        at = next((at for at, other in enumerate(known) if same_party(party, other)), None)
        if at is None:
            known.append(party)
        elif _says_more(party.phrase, known[at].phrase) and party.stated:
            known[at] = party


def _says_more(one: Phrase, other: Phrase) -> bool:
    """ "Israeli war planes" name whom "an Israeli raid" only called by the adjective."""
    return other.kind == NATION and one.kind == ACTOR


def same_party(one: Party, other: Party) -> bool:
    """One side, in the same words or in others."""
    a, b = one.phrase.extra, other.phrase.extra
    return one.phrase.head == other.phrase.head or same_side(a, b)
