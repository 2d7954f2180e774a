"""Sameness within a report: is this draft an event already told?"""

from __future__ import annotations

from datetime import date

from waqai.events.apart import (
    LEAD,
    other_days,
    other_figures,
    other_sides,
    other_tolls,
    part_of_it,
    raid,
    same_figures,
)
from waqai.events.draft import Draft, Party
from waqai.events.joining import VAGUE, same_party
from waqai.events.locate import NEAR, NONE, OPEN, SAME, Located, relation
from waqai.gazetteer import distance_km
from waqai.mentions.phrase import Phrase, is_conjoined
from waqai.packs.kinds import load_kinds

_LAND = "territory_change"  # who holds a town is another thing than the fight for it
_FAR = 8
_TOWN_KM = 20
_RAINED = frozenset({"drone_strike", "missile_strike", "shelling"})  # one wave hits a town in many places
_PARTS = frozenset({"site", "neighbourhood"})
_TOWNS = frozenset({"settlement"})
_RECENT = 60
_DEALS = frozenset({"talks", "agreement", "ceasefire", "exchange", "release"})
_NOT_YET = frozenset({"planned", "demanded", "hypothetical"})
_MANY = frozenset({"pl", "du"})
_WIDE = frozenset({"country", "region", "sea"})
_ONE_SORT = (frozenset({"air_strike", "missile_strike"}), frozenset({"bombing", "suicide_bombing"}))


def find(
    drafts: list[Draft], draft: Draft, located: dict[int, Located], published: date | None, titled: bool
) -> Draft | None:
    """The latest earlier draft that tells the same event, or None; ``titled``: the first sentence is a headline."""
    for earlier in reversed(drafts[-_RECENT:]):
        figures = not other_figures(earlier, draft) or part_of_it(earlier, draft)
        figures = figures or (titled and _headline_of(earlier, draft, located))
        if figures and _compatible(earlier, draft, published) and _evidence(earlier, draft, located):
            return earlier
    return None


def _headline_of(earlier: Draft, draft: Draft, located: dict[int, Located]) -> bool:
    """A headline of one strike and the lead below it: a headline counts the dead in another way, or an hour before."""
    lead = earlier.sentences == [0] and draft.sentence <= LEAD
    return lead and earlier.trigger.hit.form not in _MANY and not _several(earlier, located)


def _compatible(earlier: Draft, draft: Draft, published: date | None) -> bool:
    return (
        (_akin(earlier, draft) or raid(earlier, draft))
        and (earlier.kind == _LAND) == (draft.kind == _LAND)
        and (earlier.status == draft.status or _one_deal(earlier, draft))
        and not (earlier.item and draft.item and earlier.sentence != draft.sentence)
        and not other_tolls(earlier, draft, published)
        and not draft.again
        and (not other_days(earlier, draft, published) or _one_truce(earlier, draft))
        and not other_sides(earlier.perpetrators, draft.perpetrators)
    )


def _akin(earlier: Draft, draft: Draft) -> bool:
    """Kinds that can be one; "this attack" can be any, also where it was beaten off."""
    kinship = load_kinds().kinship
    if earlier.kind != draft.kind and "talks" in (earlier.kind, draft.kind):
        return False
    points = draft.pointing and draft.trigger.noun and draft.trigger.frame.kind == "attack"
    return kinship(earlier.kind, draft.kind) > 0 or (points and kinship(earlier.kind, "attack") > 0)


def _one_deal(earlier: Draft, draft: Draft) -> bool:
    """A deal asked for, planned and then only named again ("the exchange") is one, not yet done."""
    if draft.kind not in _DEALS or earlier.kind != draft.kind or earlier.status not in _NOT_YET or draft.places:
        return False
    return draft.status in _NOT_YET or (draft.trigger.noun and not draft.dates and not draft.harms)


def _one_truce(earlier: Draft, draft: Draft) -> bool:
    """ "The truce", announced on one day and in force from another."""
    return earlier.kind == draft.kind == "ceasefire" and (earlier.pointing or draft.pointing)


def _same_two_sides(earlier: Draft, draft: Draft) -> bool:
    """A fight of the same two sides, told in the headline or the lead and again below."""
    if earlier.kind != draft.kind or earlier.sentences[0] >= LEAD or not (earlier.against and draft.against):
        return False
    return _share(earlier.perpetrators, draft.perpetrators) and _share(earlier.against, draft.against)


def _owned(earlier: Draft, draft: Draft) -> bool:
    """What one side was accused of, and then says itself that it did ("the group said that it fired a missile at")."""
    doers = {party.phrase.extra.id for party in draft.perpetrators} & {p.phrase.extra.id for p in earlier.perpetrators}
    own = any(s.speaker is not None and s.speaker.id is not None and s.speaker.id in doers for s in draft.speeches)
    told_before = any(s.speaker is not None and s.speaker.id not in doers for s in earlier.speeches)
    return own and told_before and earlier.kind == draft.kind and draft.sentence - max(earlier.sentences) <= _FAR


def _same_victim(earlier: Draft, draft: Draft) -> bool:
    """Nobody is killed twice: two words of one name, or its only word."""
    one, other = ([f.name for f in d.harms if f.outcome == "killed" and f.name] for d in (earlier, draft))
    return any(a <= b or b <= a or len(a & b) > 1 for a in one for b in other)


def _share(one: list[Party], other: list[Party]) -> bool:
    return any(same_party(a, b) for a in one for b in other)


def _evidence(earlier: Draft, draft: Draft, located: dict[int, Located]) -> bool:
    where = relation(earlier.places, draft.places, located)
    if where == NONE:
        return _in_its_city(earlier, draft, located)
    if same_figures(earlier, draft) or _same_two_sides(earlier, draft) or _same_victim(earlier, draft):
        return True
    if _one_truce(earlier, draft) or _owned(earlier, draft):
        return True
    if draft.turned or (where == NEAR and _two_towns(earlier, draft, located)):
        return False
    if where == SAME:
        return _one_site(earlier, draft, located)
    if (draft.pointing or draft.recall) and draft.sentence - max(earlier.sentences) <= _FAR:
        return True
    if earlier.sentences[0] < LEAD and draft.sentence <= LEAD + 1:
        alike = _one_sort(earlier, draft) or not (earlier.weapons and draft.weapons)
        return where in (OPEN, NEAR) and (earlier.sentences == [0] or not _several(draft, located)) and alike
    return where == OPEN and not draft.places and (_goes_on(earlier, draft) or raid(earlier, draft))


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
    close = draft.sentence - max(earlier.sentences) <= LEAD + 1
    return close and draft.sentence not in earlier.sentences and distance_km(town.row, quarter.row) < _TOWN_KM


def _goes_on(earlier: Draft, draft: Draft) -> bool:
    """A later sentence without a place or day of its own goes on about the event of the same sort."""
    near = draft.sentence - max(earlier.sentences) <= _FAR and draft.sentence not in earlier.sentences
    return near and _one_sort(earlier, draft) and not draft.dates


def _one_sort(earlier: Draft, draft: Draft) -> bool:
    pair = {earlier.kind, draft.kind}
    if earlier.sentences == [0]:
        return True  # a headline's word for a strike is loose
    return len(pair) == 1 or bool(pair & VAGUE) or any(pair <= sort for sort in _ONE_SORT)


def _one_site(earlier: Draft, draft: Draft, located: dict[int, Located]) -> bool:
    """The same town is enough when neither names another site, and the kinds are one or one of them is vague."""
    wave = _several(earlier, located) and not _several(draft, located)
    if wave and not _vague(draft) and not _one_spot_told(earlier, draft, located):
        return False
    if _other_sites(earlier, draft, located) and not draft.pointing:
        return False
    return draft.pointing or _one_sort(earlier, draft)


def _one_spot_told(earlier: Draft, draft: Draft, located: dict[int, Located]) -> bool:
    """Both name one site or quarter, and the same sort of deed."""
    if earlier.kind != draft.kind:
        return False
    one, other = ([p for p in d.places if located[p.start].level in _PARTS] for d in (earlier, draft))
    return relation(one, other, located) == SAME


def _other_sites(earlier: Draft, draft: Draft, located: dict[int, Located]) -> bool:
    """Each names a site or quarter, and none of them is the other's."""
    return _unrelated(earlier, draft, _PARTS, located)


def _two_towns(earlier: Draft, draft: Draft, located: dict[int, Located]) -> bool:
    """Each names a town of one region in the same sentence, and not the same."""
    if draft.sentence not in earlier.sentences or draft.pointing:
        return False
    return _unrelated(earlier, draft, _TOWNS, located)


def _unrelated(earlier: Draft, draft: Draft, levels: frozenset[str], located: dict[int, Located]) -> bool:
    """Each names places of these levels, and none of them is the other's."""
    one, other = ([p for p in d.places if located[p.start].level in levels] for d in (earlier, draft))
    return bool(one and other) and relation(one, other, located) == NONE


def _several(draft: Draft, located: dict[int, Located]) -> bool:
    """More than one spot: a town with its province, or a crossroads with its town, is one."""
    spots: list[Phrase] = []
    for place in draft.places:
        wide = located[place.start].level in _WIDE
        if not wide and not any(_one_spot(place, known, located) for known in spots):
            spots.append(place)
    return len(spots) > 1


def _one_spot(one: Phrase, other: Phrase, located: dict[int, Located]) -> bool:
    if relation([one], [other], located) >= NEAR:
        return True
    a, b = located[one.start], located[other.start]
    if a.row is not None and b.row is not None and a.level != b.level and distance_km(a.row, b.row) < _TOWN_KM:
        return True
    beside = 0 <= one.start - other.end <= 1 or 0 <= other.start - one.end <= 1
    return beside and (a.row is None or b.row is None) and not is_conjoined(max(one, other, key=_start).lead)


def _start(phrase: Phrase) -> int:
    return phrase.start


def _vague(draft: Draft) -> bool:
    return not draft.dates and not draft.weapons and not draft.targets and draft.trigger.noun
