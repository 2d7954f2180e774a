"""Sameness within a report: is this draft an event already told? Joined drafts keep the words of both."""

from __future__ import annotations

from datetime import date

from waqai.events.claimed import contradict
from waqai.events.draft import Draft, HarmFact, Party
from waqai.events.locate import NEAR, NONE, OPEN, SAME, Located, relation
from waqai.events.totals import total
from waqai.gazetteer import distance_km
from waqai.mentions.actors import Side, same_side
from waqai.mentions.dates.words import DateWords
from waqai.mentions.phrase import Phrase
from waqai.model.dates import DateSpan
from waqai.packs.kinds import load_kinds

_LAND = "territory_change"  # who holds a town is another thing than the fight for it
_LEAD = 2
_FAR = 8
_TOWN_KM = 20
_RAINED = frozenset({"drone_strike", "missile_strike", "shelling"})  # one wave hits a town in many places
_PARTS = frozenset({"site", "neighbourhood"})
_RECENT = 60
_ARMIES = frozenset({"army", "airforce", "navy"})
_REBELS = frozenset({"militia", "rebels", "group"})
_AIRBORNE = frozenset({"air_strike", "missile_strike"})
_VAGUE = frozenset({"attack", "explosion", "destruction"})


def find(drafts: list[Draft], draft: Draft, located: dict[int, Located], published: date | None) -> Draft | None:
    """The latest earlier draft that tells the same event, or None."""
    for earlier in reversed(drafts[-_RECENT:]):
        if _compatible(earlier, draft, published) and _evidence(earlier, draft, located):
            return earlier
    return None


def _compatible(earlier: Draft, draft: Draft, published: date | None) -> bool:
    return (
        (load_kinds().kinship(earlier.kind, draft.kind) > 0 or _raid(earlier, draft))
        and (earlier.kind == _LAND) == (draft.kind == _LAND)
        and earlier.status == draft.status
        and not (earlier.item and draft.item and earlier.sentence != draft.sentence)
        and not _other_tolls(earlier, draft, published)
        and not draft.again
        and not _other_days(earlier, draft, published)
        and not _other_sides(earlier.perpetrators, draft.perpetrators)
        and (not _other_figures(earlier, draft) or _part_of_it(earlier, draft))
    )


def _other_tolls(earlier: Draft, draft: Draft, published: date | None) -> bool:
    """Of running totals, another figure or another first day is another toll: the day's beside the war's."""
    if earlier.kind != "toll" or draft.kind != "toll" or _same_figures(earlier, draft):
        return False
    starts = [d.dates[0].value.resolve(published).start if d.dates else None for d in (earlier, draft)]
    return starts[0] != starts[1]


def _raid(earlier: Draft, draft: Draft) -> bool:
    """Storming a place and the arrests told right after it are one raid (GUIDE.md)."""
    close = draft.sentence - max(earlier.sentences) <= 1
    return earlier.kind == "ground_assault" and draft.kind == "detention" and close and not draft.places


def _part_of_it(earlier: Draft, draft: Draft) -> bool:
    """ "the explosion also took the life of an activist": pointing back right after, a smaller figure is some of the dead."""
    one, other = total(earlier, "killed"), total(draft, "killed")
    close = draft.trigger.definite and draft.sentence - max(earlier.sentences) <= _LEAD
    return close and one is not None and other is not None and other.count.low < one.count.low


def _other_days(earlier: Draft, draft: Draft, published: date | None) -> bool:
    if not earlier.dates or not draft.dates:
        return False
    one: DateSpan = earlier.dates[0].value.resolve(published)
    other: DateSpan = draft.dates[0].value.resolve(published)
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return _unlike(earlier.dates[0].value, draft.dates[0].value)
    return one.end < other.start or other.end < one.start


def _unlike(one: object, other: object) -> bool:
    """Without a day of publication, words of one shape that differ name two days ("13 May", "27 April")."""
    if not isinstance(one, DateWords) or not isinstance(other, DateWords):
        return False
    if one.month is not None and other.month is not None:
        return (one.month, one.day) != (other.month, other.day)
    if one.weekday is not None and other.weekday is not None:
        return one.weekday != other.weekday
    return (one.month is None) != (other.month is None) and "weekday" not in (_shape(one), _shape(other))


def _shape(words: DateWords) -> str:
    return "weekday" if words.weekday is not None else "other"


def _other_sides(one: list[Party], other: list[Party]) -> bool:
    stated = [p.phrase.extra for p in one if p.stated], [p.phrase.extra for p in other if p.stated]
    if not stated[0] or not stated[1]:
        return False
    if _army_and_rebels(*stated) or _army_and_rebels(stated[1], stated[0]):
        return True
    if any(side.country is None and side.id is None for sides in stated for side in sides):
        return False
    return not any(same_side(a, b) for a in stated[0] for b in stated[1])


def _army_and_rebels(one: list[Side], other: list[Side]) -> bool:
    """A state's army on one side, a named armed group on the other: never the same doer."""
    return all(s.sort in _ARMIES for s in one) and all(s.sort in _REBELS for s in other)


def _other_figures(earlier: Draft, draft: Draft) -> bool:
    """Exact figures of dead that differ are two events, unless the new one is said to replace the old."""
    one, other = total(earlier, "killed"), total(draft, "killed")
    if one is None or other is None or any(f.total for f in other.facts):
        return False
    if one.count.low == 0 or other.count.low == 0:
        return False
    if draft.trigger.definite and contradict(list(one.facts), list(other.facts)):
        return False
    return one.count.exact and other.count.exact and one.count.low != other.count.low


def _same_figures(earlier: Draft, draft: Draft) -> bool:
    pairs = [(total(earlier, o), total(draft, o)) for o in ("killed", "injured")]
    return any(a is not None and b is not None and a.count == b.count and a.count.low > 1 for a, b in pairs)


def _same_two_sides(earlier: Draft, draft: Draft) -> bool:
    """A fight of the same two sides, told in the headline or the lead and again below."""
    if earlier.kind != draft.kind or earlier.sentences[0] >= _LEAD or not (earlier.against and draft.against):
        return False
    return _share(earlier.perpetrators, draft.perpetrators) and _share(earlier.against, draft.against)


def _same_victim(earlier: Draft, draft: Draft) -> bool:
    """Nobody is killed twice: two words of one name, or its only word."""
    one, other = ([f.name for f in d.harms if f.outcome == "killed" and f.name] for d in (earlier, draft))
    return any(a <= b or b <= a or len(a & b) > 1 for a in one for b in other)


def _share(one: list[Party], other: list[Party]) -> bool:
    return any(_same_party(a, b) for a in one for b in other)


def _evidence(earlier: Draft, draft: Draft, located: dict[int, Located]) -> bool:
    where = relation(earlier.places, draft.places, located)
    if where == NONE:
        return _in_its_city(earlier, draft, located)
    if _same_figures(earlier, draft) or _same_two_sides(earlier, draft) or _same_victim(earlier, draft):
        return True
    if where == SAME:
        return _one_site(earlier, draft, located)
    if (draft.trigger.definite or draft.recall) and draft.sentence - max(earlier.sentences) <= _FAR:
        return True
    if earlier.sentences[0] < _LEAD and draft.sentence <= _LEAD + 1:
        alike = _one_sort(earlier, draft) or not (earlier.weapons and draft.weapons)
        return where in (OPEN, NEAR) and not _several(draft, located) and alike
    return where == OPEN and not draft.places and (_goes_on(earlier, draft) or _raid(earlier, draft))


def _in_its_city(earlier: Draft, draft: Draft, located: dict[int, Located]) -> bool:
    """ "drones struck Kharkiv ... three drones hit a house in Saltivka": a quarter of the town told right before it."""
    own_day = bool(draft.dates) and "focus.day" not in draft.rules
    told_by = draft.speeches and not draft.harms  # a speaker's detail; a new figure may be another attack's
    if (
        draft.kind not in _RAINED
        or earlier.kind != draft.kind
        or own_day
        or not told_by
        or len(earlier.places) != 1
        or len(draft.places) != 1
    ):
        return False
    town, quarter = located[earlier.places[0].start], located[draft.places[0].start]
    if town.row is None or quarter.row is None or town.level != "settlement" or quarter.level not in _PARTS:
        return False
    close = draft.sentence - max(earlier.sentences) <= _LEAD + 1
    return close and draft.sentence not in earlier.sentences and distance_km(town.row, quarter.row) < _TOWN_KM


def _goes_on(earlier: Draft, draft: Draft) -> bool:
    """A later sentence without a place or day of its own goes on about the event of the same sort."""
    near = draft.sentence - max(earlier.sentences) <= _FAR and draft.sentence not in earlier.sentences
    return near and _one_sort(earlier, draft) and not draft.dates


def _one_sort(earlier: Draft, draft: Draft) -> bool:
    pair = {earlier.kind, draft.kind}
    if earlier.sentences == [0]:
        return True  # a headline's word for a strike is loose
    return len(pair) == 1 or bool(pair & _VAGUE) or pair <= _AIRBORNE


def _one_site(earlier: Draft, draft: Draft, located: dict[int, Located]) -> bool:
    """The same town is enough when neither names another site, and the kinds are one or one of them is vague."""
    if _several(earlier, located) and not _several(draft, located) and not _vague(draft):
        return False
    if _other_sites(earlier, draft, located) and not draft.trigger.definite:
        return False
    return draft.trigger.definite or _one_sort(earlier, draft)


def _other_sites(earlier: Draft, draft: Draft, located: dict[int, Located]) -> bool:
    """Each names a site or quarter, and none of them is the other's."""
    sites = [[p for p in d.places if located[p.start].level in ("site", "neighbourhood")] for d in (earlier, draft)]
    return bool(sites[0] and sites[1]) and relation(sites[0], sites[1], located) == NONE


def _several(draft: Draft, located: dict[int, Located]) -> bool:
    return len([p for p in draft.places if located[p.start].level != "country"]) > 1


def _vague(draft: Draft) -> bool:
    return not draft.dates and not draft.weapons and not draft.targets and draft.trigger.noun


def join(earlier: Draft, draft: Draft) -> Draft:
    """Put what ``draft`` says into ``earlier``: more exact kind, and every slot value not there yet."""
    headline = earlier.sentences == [0] and draft.stated_kind not in _VAGUE
    if (earlier.kind, draft.kind) == ("ground_assault", "detention"):
        earlier.stated_kind = "detention"
    if headline or (earlier.stated_kind in _VAGUE and draft.stated_kind not in _VAGUE):
        earlier.stated_kind = draft.stated_kind
    earlier.sentences += [s for s in draft.sentences if s not in earlier.sentences]
    told = [date.value for date in earlier.dates]
    earlier.dates += [date for date in draft.dates if date.value not in told]
    earlier.harms += _unheard(earlier.harms, draft.harms)
    if load_kinds().group(draft.kind) != "dealing":
        earlier.speeches += draft.speeches
    for rule in draft.rules:
        earlier.add_rule(rule)
    _add_phrases(earlier.places, draft.places)
    _add_phrases(earlier.weapons, draft.weapons)
    earlier.weapons = exact_weapons(earlier.weapons)
    _add_parties(earlier.perpetrators, draft.perpetrators)
    _add_parties(earlier.against, draft.against)
    earlier.targets += [t for t in draft.targets if t.phrase.head not in [o.phrase.head for o in earlier.targets]]
    return earlier


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
        if not any(_same_party(party, other) for other in known):
            known.append(party)


def _same_party(one: Party, other: Party) -> bool:
    a, b = one.phrase.extra, other.phrase.extra
    return one.phrase.head == other.phrase.head or same_side(a, b)
