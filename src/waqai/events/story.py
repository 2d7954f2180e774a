"""The story: sentences to events. One thing told twice becomes one; place, day and side carry to what follows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from waqai.clauses.status import HAPPENED
from waqai.events import focus, same
from waqai.events.arms import settle_where
from waqai.events.draft import Draft
from waqai.events.exact import refine
from waqai.events.joining import join
from waqai.events.laid import lay, name_bomber
from waqai.events.locate import Located
from waqai.events.loose import attach
from waqai.events.own import FIGHTERS, body_of, last_body, name_teller
from waqai.events.owners import add_hurt_fighters
from waqai.events.reading import Reading
from waqai.events.sentence import Told
from waqai.events.sides import tidy
from waqai.events.tolls import is_toll, on_the_occasion, toll_draft
from waqai.mentions.speakers import Speaker
from waqai.model.mention import Mention
from waqai.model.value import Value
from waqai.packs.kinds import load_kinds

_ANSWER_REACH = 4
_CONTESTED = frozenset({"territory_change", "agreement", "ceasefire", "talks", "interception"})


class Setting(Value, frozen=True):
    """What the story is read against: mentions, located places, the day of publication, the author of a post."""

    reading: Reading
    located: dict[int, Located]
    published: date | None
    head: Speaker | None = None

    @property
    def titled(self) -> bool:
        """Is the first sentence a headline?"""
        return not self.reading.lattice.text.source.startswith("\n")


def build(setting: Setting, sentences: list[Told]) -> list[Draft]:
    """The events of the report in the order they are first told."""
    drafts: list[Draft] = []
    heading = focus.heading_day(setting.reading, sentences)
    author, body = body_of(setting.reading, setting.head, FIGHTERS), None
    for told in sentences:
        for draft in told.drafts:
            name_teller(draft, setting.reading, body, author)
        body = last_body(setting.reading, told.speeches, body)
        if is_toll(setting.reading, told):
            toll = toll_draft(setting.reading, told)
            for draft in (toll, *on_the_occasion(told, toll)):
                _place(setting, drafts, draft, heading)
            continue
        for draft in told.drafts:
            _place(setting, drafts, draft, heading)
        focus.befall(drafts, setting.reading, told)
        for made in attach(setting.reading, setting.located, drafts, told, setting.published):
            _place(setting, drafts, made, heading)
        lay(drafts, setting.reading, told.number, told.speeches)
    for draft in drafts:
        name_bomber(draft, setting.reading)
        add_hurt_fighters(draft, setting.reading)
        tidy(draft, setting.reading)
        settle_where(draft, setting.located)
        _await(setting, draft)
    return [draft for draft in drafts if not _only_headline(setting, drafts, draft)]


def _await(setting: Setting, draft: Draft) -> None:
    """What lies after the day of publication is planned, whatever the tense."""
    days = draft.dates[0].value.resolve(setting.published) if draft.dates and setting.published else None
    if draft.status == HAPPENED and days is not None and days.start is not None and days.start > setting.published:
        draft.status = "planned"


def _only_headline(setting: Setting, drafts: list[Draft], draft: Draft) -> bool:
    """A headline without a place that sums up what the report then tells piece by piece."""
    if draft.sentences != [0] or draft.places or not setting.titled:
        return False
    kinds = load_kinds()
    return any(d is not draft and d.status == draft.status and kinds.kinship(draft.kind, d.kind) > 0 for d in drafts)


def _denied(setting: Setting, drafts: list[Draft], draft: Draft) -> Draft | None:
    """ "the ministry says it took the town ... the army denies its fall": what one side tells and the other denies."""
    if draft.status != "denied" or draft.kind not in _CONTESTED:
        return None
    told = same.find(drafts, replace(draft, status=HAPPENED), setting.located, setting.published, setting.titled)
    if told is None or told.kind != draft.kind or draft.sentence - max(told.sentences) > _ANSWER_REACH:
        return None
    told.status = "denied"
    return told


def _place(setting: Setting, drafts: list[Draft], draft: Draft, heading: Mention | None) -> None:
    """Join the draft to the event it tells again, or let it stand with what carries over to it."""
    earlier = same.find(drafts, draft, setting.located, setting.published, setting.titled)
    earlier = earlier or _denied(setting, drafts, draft)
    if earlier is None and draft.kind == "talks" and not (draft.places or draft.dates or draft.perpetrators):
        return
    if earlier is None and (draft.recall or draft.status == "hypothetical"):
        return  # fears and forecasts are no events (GUIDE.md)
    if earlier is None:
        focus.carry(setting.reading, drafts, draft, heading)
        drafts.append(draft)
    else:
        refine(join(earlier, draft))
