"""Grouping: which triggers of a sentence tell one event, and the stretch of tokens each event owns."""

from __future__ import annotations

from dataclasses import dataclass, field

from waqai.clauses.segments import Segment
from waqai.events.beside import goes_with, killed_trying, of_two_sides, undertaken
from waqai.events.carriers import near
from waqai.events.making import kind_of
from waqai.events.reading import Reading
from waqai.events.replies import reply_before
from waqai.events.syntax import counted_on, preposition_before
from waqai.events.triggers import Trigger, answered
from waqai.mentions.phrase import is_conjoined
from waqai.packs.kinds import load_kinds
from waqai.packs.pack import load_settings

_HARMLESS = frozenset(
    {"talks", "agreement", "ceasefire", "appointment", "sanction", "aid", "exchange", "release", "territory_change"}
)
# an arrest raid is one event, and so is a protest put down (GUIDE.md)
_RAIDS = frozenset({("ground_assault", "detention"), ("protest", "riot_crackdown")})
_MORE_EXACT = frozenset(
    {("release", "exchange"), ("agreement", "ceasefire"), ("shooting", "riot_crackdown"), ("assault", "riot_crackdown")}
)
_AGREED = frozenset({"ceasefire", "exchange"})
_FIGHTS = frozenset({"clash", "ground_assault", "attack"})
_BACK = 3
_DENIED = 6
_LAID = frozenset({"bombing", "suicide_bombing", "mine_explosion"})
_FROM_AFAR = frozenset({"air_strike", "missile_strike", "drone_strike", "shelling"})
_LINKS = frozenset({"in", "means", "after", "by"})


@dataclass(slots=True)
class Group:
    """Triggers of one event. ``main`` gives kind and status; ``first``..``last`` is the stretch the event owns."""

    kind: str
    main: Trigger | None
    triggers: list[Trigger] = field(default_factory=list)
    first: int = 0
    last: int = 0
    recall: bool = False
    coming: bool = False

    @property
    def bears_harm(self) -> bool:
        """Can this kind of event kill or injure?"""
        return self.kind not in _HARMLESS


def group(reading: Reading, triggers: list[Trigger], segments: list[Segment], first: int, last: int) -> list[Group]:
    """The events of the sentence at tokens ``first``..``last``, in order, with their stretches."""
    groups: list[Group] = []
    helpers: list[Trigger] = []
    recalls: list[Group] = []
    for at, trigger in enumerate(triggers):
        following = triggers[at + 1].start if at + 1 < len(triggers) else last
        kind = kind_of(reading, trigger, following, helpers) or _agreed_on(reading, groups, trigger)
        past = kind is None and trigger.frame.role == "harm" and answered(reading.lattice, trigger)
        past = past and not (at + 1 < len(triggers) and _linked(reading, triggers[at + 1]))
        if past:
            kind = "attack"
        if groups and kind is not None and goes_with(reading, groups[-1].kind, trigger, kind):
            continue
        if kind is not None and not groups and (killed := killed_trying(reading, helpers, trigger)):
            groups.append(Group("attack", killed, [*helpers]))
            helpers = []
            continue
        if kind is None and _recalls(reading, trigger):
            recalls.append(Group(trigger.kind, trigger, [trigger], trigger.start, following, recall=True))
        elif kind is None and groups and _carries_back(groups[-1], trigger):
            groups[-1].triggers.append(trigger)
        elif kind is None:
            helpers += [] if trigger.noun and trigger.frame.role == "deal" else [trigger]
        else:
            if not groups and (harmed := _harmed_before(reading, helpers, trigger, following)):
                groups.append(Group("attack", harmed, [harmed]))
            helpers = _leave_behind(reading, groups, helpers, trigger, segments)
            telling, helpers = [*near(helpers, trigger), trigger], []
            if groups and _same(reading, groups[-1], telling, kind, segments):
                _absorb(groups[-1], telling, kind)
            else:
                coming = _any_coming(reading, telling)
                groups.append(Group(kind, trigger, telling, coming=coming, recall=past and trigger.weak))
    _own(reading, groups, triggers, segments, first, last)
    return groups + recalls


def _agreed_on(reading: Reading, groups: list[Group], trigger: Trigger) -> str | None:
    """ "agreed on a truce", "signed a deal on the exchange": what the agreement right before it is about."""
    about = preposition_before(reading, trigger.start) in ("on", "to")
    agreed = bool(groups) and groups[-1].kind == "agreement" and trigger.start - groups[-1].triggers[-1].end <= _BACK
    return trigger.kind if about and agreed and trigger.noun and trigger.kind in _AGREED else None


def _harmed_before(reading: Reading, helpers: list[Trigger], trigger: Trigger, following: int) -> Trigger | None:
    """ "a man was killed by shelling in Sumy, and a drone struck a bus near Izium": the harm told first is its own event."""
    lead = next((h for h in helpers if h.frame.role == "harm"), None)
    if lead is not None and trigger.kind == "protest" and trigger.noun and is_conjoined(helpers[-1].hit.lead):
        return None if lead.noun else lead  # "was shot dead by the police, and protests broke out"
    if lead is None or trigger.noun or not is_conjoined(trigger.hit.lead):
        return None
    own = reading.weapons.within(lead.start, trigger.start)
    elsewhere = reading.places.within(trigger.end, following)
    return lead if own and elsewhere else None


def _leave_behind(
    reading: Reading, groups: list[Group], helpers: list[Trigger], trigger: Trigger, segments: list[Segment]
) -> list[Trigger]:
    """ "shelled Sumy and killed two, and bombed Kharkiv": harm before a verb of attack belongs to what came before it.

    Only a noun it is linked to ("killed in a raid") takes the harm told ahead of it, and nothing from before "while".
    The helpers that remain.
    """
    if not groups:
        return helpers
    opened = max((s.start for s in segments if s.opener == "while" and s.start <= trigger.start), default=0)
    groups[-1].triggers += [h for h in helpers if h.start < opened]
    helpers = [h for h in helpers if h.start >= opened]
    if trigger.noun and _linked(reading, trigger):
        return helpers
    groups[-1].triggers += [h for h in helpers if h.frame.role == "harm"]
    return [h for h in helpers if h.frame.role != "harm"]


def _carries_back(current: Group, trigger: Trigger) -> bool:
    """ "a shelling that the forces carried out": the carrying verb right behind its noun."""
    previous = current.triggers[-1]
    carrying = not trigger.noun and trigger.frame.role in ("light", "suffer")
    return carrying and previous.noun and trigger.start - previous.end <= _BACK


def _recalls(reading: Reading, trigger: Trigger) -> bool:
    """A dealing named with the article and a day or place right after it: it can only add to one told before."""
    dated = bool(reading.dates_within(trigger.end, trigger.end + 4))
    return trigger.definite and trigger.frame.role == "deal" and dated


def _same(reading: Reading, current: Group, telling: list[Trigger], kind: str, segments: list[Segment]) -> bool:
    """Does the last of ``telling`` (with the verbs that carry it) go on telling the current event?"""
    trigger = telling[-1]
    kinship = load_kinds().kinship(current.kind, kind)
    if (current.kind, kind) in _RAIDS or (kind, current.kind) in _RAIDS:
        return True
    if _fought_over(reading, current, trigger, kind):
        return True
    previous = current.triggers[-1]
    if kinship == 0 or _any_coming(reading, telling) != current.coming or _unlike(current.kind, kind):
        return False
    past = any(answered(reading.lattice, t) for t in telling)
    apart = past or _parted(reading, current, trigger) or reply_before(reading, trigger) is not None
    if apart or _another(reading, current, trigger) or of_two_sides(reading, current.kind, trigger, kind):
        return False
    if trigger.definite or _follows_noun(previous, trigger):
        return True
    if trigger.noun and _linked(reading, trigger):
        return not _harm_anew(reading, current, telling, segments)
    return not _starts_anew(reading, previous, telling[0], trigger, segments)


def _fought_over(reading: Reading, current: Group, trigger: Trigger, kind: str) -> bool:
    """ "took the town after heavy fighting": the fight by which land changed hands is not told apart from it."""
    taken = current.kind == "territory_change" and kind in _FIGHTS
    return taken and trigger.noun and _linked(reading, trigger)


def _unlike(one: str, other: str) -> bool:
    """A bomb laid and fire from afar in one sentence are two: a bombing and the raid in answer."""
    return (one in _LAID and other in _FROM_AFAR) or (one in _FROM_AFAR and other in _LAID)


def _another(reading: Reading, current: Group, trigger: Trigger) -> bool:
    """ "and another raid hit", "a second attack": a noun of action counted on from one told before."""
    told = any(t.noun and t.frame.role == "incident" for t in current.triggers)
    if told and trigger.noun and undertaken(reading, trigger):
        return True
    return told and trigger.noun and counted_on(reading.lattice, trigger.end)


def _parted(reading: Reading, current: Group, trigger: Trigger) -> bool:
    """ "a raid in answer to rockets fired", "the shelling came after a bombing": two events."""
    lattice, begin, end = reading.lattice, current.triggers[0].start, current.triggers[-1].end
    if lattice.starts(end, trigger.start, "answer") or lattice.starts(begin - _BACK, begin, "answer"):
        return True
    if lattice.starts(begin - _DENIED, begin, "denial") and _marked(reading, end, trigger.start):
        return True  # "no truth in a raid on the hospital, the sounds are of far explosions"
    after = [i for i in lattice.starts(end, trigger.start, "following") if i not in reading.date_tokens]
    return bool(after) and current.triggers[0].definite and not trigger.definite


def _marked(reading: Reading, first: int, last: int) -> bool:
    return any(token.kind == "punct" for token in reading.lattice.text.tokens[first:last])


def _harm_anew(reading: Reading, current: Group, telling: list[Trigger], segments: list[Segment]) -> bool:
    """ "two killed in a raid on Sumy, and five wounded in a raid on Kharkiv": a second harm with a place of its own."""
    lead, main = telling[0], telling[-1]
    if lead.frame.role != "harm" or not is_conjoined(lead.hit.lead):
        return False
    end = next((s.end for s in segments if s.start <= main.start < s.end), main.end)
    elsewhere = reading.places.within(current.triggers[-1].end, lead.start)
    return bool(elsewhere and reading.places.within(main.end, end))


def _any_coming(reading: Reading, telling: list[Trigger]) -> bool:
    return any(_coming(reading, trigger) for trigger in telling)


def _coming(reading: Reading, trigger: Trigger) -> bool:
    """A verb with the proclitic or the particle of the future; a dealing called the next one."""
    if trigger.noun:
        return trigger.frame.role == "deal" and reading.lattice.find(trigger.end, "future") is not None
    particle = reading.lattice.find(trigger.start - 1, "future")
    return load_settings().leads["will"] in trigger.hit.lead or particle is not None


def _follows_noun(previous: Trigger, trigger: Trigger) -> bool:
    """ "an attack that targeted": a verb close behind its noun, with no conjunction on it."""
    return (
        previous.noun and not trigger.noun and trigger.start - previous.end <= 5 and not is_conjoined(trigger.hit.lead)
    )


def _linked(reading: Reading, trigger: Trigger) -> bool:
    leads = load_settings().leads
    return trigger.hit.lead[:1] == leads["by"] or preposition_before(reading, trigger.start) in _LINKS


def _starts_anew(
    reading: Reading, previous: Trigger, carrier: Trigger, trigger: Trigger, segments: list[Segment]
) -> bool:
    """A conjoined trigger with a place of its own, or a new clause with one, is another event.

    ``carrier``: the verb that carries the noun, which may have the place before the noun ("the town came under fire").
    """
    segment = next((s for s in segments if s.start <= trigger.start < s.end), None)
    if segment is None:
        return False
    begin = carrier.end if carrier.frame.role == "suffer" and carrier.start >= segment.start else trigger.end
    placed = bool(reading.places.within(begin, segment.end))
    if is_conjoined(trigger.hit.lead) and not (trigger.noun and previous.noun and trigger.start == previous.end):
        return placed
    return placed and segment.start > previous.start and segment.opener not in ("where", "result", "rel")


def _absorb(current: Group, telling: list[Trigger], kind: str) -> None:
    """The more exact kind wins; a bare attack says least."""
    current.triggers += telling
    if (
        ((current.kind, kind) in _RAIDS and not _killed_in(current))
        or (current.kind, kind) in _MORE_EXACT
        or current.kind in ("attack", "explosion")
        and kind not in ("attack", "explosion", "destruction")
    ):
        current.kind = kind


def _killed_in(current: Group) -> bool:
    """A raid that killed somebody is more than the arrests it made."""
    return any(t.frame.role == "harm" and t.frame.kind == "killed" for t in current.triggers)


def _own(
    reading: Reading, groups: list[Group], triggers: list[Trigger], segments: list[Segment], first: int, last: int
) -> None:
    """Stretches without gaps: the first event owns what precedes it, each what follows it."""
    for at, one in enumerate(groups):
        one.first = first if at == 0 else _start(reading, groups[at - 1], one, triggers, segments)
    for at, one in enumerate(groups):
        one.last = groups[at + 1].first if at + 1 < len(groups) else last
        reasons = reading.lattice.starts(one.triggers[-1].end, one.last, "answer")
        one.last = reasons[0] if reasons else one.last  # what was answered belongs to another event


def _start(reading: Reading, before: Group, one: Group, triggers: list[Trigger], segments: list[Segment]) -> int:
    """Where a later event begins: at its clause; back to a word of harm that leads into it ("3 killed in a raid")."""
    earliest = before.triggers[-1].end
    lead = one.triggers[0]
    if answered(reading.lattice, lead):
        return lead.start
    if (reply := reply_before(reading, lead)) is not None:
        return max(earliest, reply)
    segment = next((s.start for s in segments if s.start <= lead.start < s.end), lead.start)
    if is_conjoined(lead.hit.lead) and (not lead.noun or lead.frame.role != "harm"):
        return lead.start  # "stormed the prison and freed the inmates", "strikes in Syria and the arrest of hundreds"
    start = max([earliest, segment, *reading.lattice.starts(earliest, lead.start, "answer")])
    subject = None if lead.noun else reading.actors.covering(lead.start - 1)
    if subject is not None and is_conjoined(subject.lead):
        start = max(start, subject.start)  # "explosions in Sanaa and the defences answer"
    harmed = [t.start for t in triggers if t.frame.role == "harm" and earliest <= t.start < lead.start]
    if not lead.noun or not _linked(reading, lead):
        return start
    # "fled from Nawa because of the shelling": what stands before the link is of the event told first
    if harmed:
        return max(earliest, min(start, harmed[-1]))
    return start if segment > earliest else max(start, lead.start - 1)
