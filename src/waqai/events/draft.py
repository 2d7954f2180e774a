"""Drafts: events while they are being put together from the sentences of a report."""

from __future__ import annotations

from dataclasses import dataclass, field

from waqai.clauses.speeches import Speech
from waqai.events.triggers import Trigger
from waqai.mentions.phrase import Phrase
from waqai.model.count import Count
from waqai.model.mention import Mention
from waqai.model.value import Value


class Party(Value, frozen=True):
    """A side in a role; ``stated`` False when it is carried over from elsewhere in the report."""

    phrase: Phrase
    stated: bool = True


class Struck(Value, frozen=True):
    """A thing hit and the effect said."""

    phrase: Phrase
    effect: str


class HarmFact(Value, frozen=True):
    """People and what happened to them: tokens, count, and how the report says it.

    ``part``: a group singled out of a larger figure. ``total``: a figure that replaces earlier ones ("rose to").
    ``inferred``: the outcome is not said by these words but by the sentence before. ``said``: the saying whose words
    these are, None for the report's own. ``name``: the words of a single victim's name. ``old``: a figure that
    the report itself calls an earlier one. ``headline``: told in the title.
    """

    outcome: str
    start: int
    end: int
    skip: int
    count: Count | None
    sentence: int
    rule: str
    people: Phrase | None = None
    part: bool = False
    total: bool = False
    inferred: bool = False
    clause: int = 0
    said: Speech | None = None
    name: frozenset[str] = frozenset()
    old: bool = False
    headline: bool = False


class Total(Value, frozen=True):
    """A figure with the facts it stands on, in the order of their words."""

    count: Count
    facts: tuple[HarmFact, ...]


@dataclass(slots=True)
class Draft:
    """One event in the making. ``sentences`` are indexes of the sentences that tell it.

    ``pointing``: its words point back at something told ("the attack"). ``turned``: its sentence turns to another matter.
    ``background``: what another event answers; nothing of the story carries over to it.
    ``ours``: "we shelled". ``summed``: what ``totals.total`` worked out, and from which harms and how many.
    """

    kind: str
    status: str
    trigger: Trigger
    first: int
    last: int
    sentences: list[int]
    rules: list[str] = field(default_factory=list)
    dates: list[Mention] = field(default_factory=list)
    places: list[Phrase] = field(default_factory=list)
    perpetrators: list[Party] = field(default_factory=list)
    against: list[Party] = field(default_factory=list)
    weapons: list[Phrase] = field(default_factory=list)
    targets: list[Struck] = field(default_factory=list)
    harms: list[HarmFact] = field(default_factory=list)
    speeches: list[Speech] = field(default_factory=list)
    again: bool = False
    same_site: bool = False
    background: bool = False
    recall: bool = False
    pointing: bool = False
    turned: bool = False
    item: bool = False
    ours: bool = False
    stated_kind: str = ""
    summed: dict[str, tuple[list[HarmFact], int, Total | None]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def sentence(self) -> int:
        """The sentence that tells it best: the first one."""
        return self.sentences[0]

    def add_rule(self, rule: str) -> None:
        """Remember a rule once."""
        if rule not in self.rules:
            self.rules.append(rule)
