"""The record: what the program says of a report. Field names are the frozen contract, version 1."""

from __future__ import annotations

from dataclasses import dataclass, field

from waqai.model.span import Span

CONTRACT = "1"


@dataclass(frozen=True, slots=True)
class When:
    """The day or days of an event. ``start``/``end`` are inclusive ISO days, None when unresolved."""

    text: str | None = None
    span: Span | None = None
    start: str | None = None
    end: str | None = None
    precision: str | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where: the words, and the gazetteer's reading of them with its reason. WGS84 degrees."""

    text: str
    span: Span
    name: str | None = None
    name_ar: str | None = None
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    level: str | None = None
    id: str | None = None
    score: float | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Who: the words, a neutral name and id, and whether this clause itself states the role."""

    text: str
    span: Span
    name: str | None = None
    id: str | None = None
    stated: bool = True


@dataclass(frozen=True, slots=True)
class Weapon:
    """With what: the words, the weapon kind, and how many."""

    text: str
    span: Span
    kind: str
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """What was hit: the words, the target kind, how many, and the effect ("hit", "damaged", "destroyed")."""

    text: str
    span: Span
    kind: str
    low: int | None = None
    high: int | None = None
    effect: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """How many killed or injured; ``high`` None means no upper bound was said."""

    text: str
    span: Span
    low: int
    high: int | None
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Harm:
    """A group of people the report singles out, and what happened to them."""

    outcome: str
    text: str
    span: Span
    low: int | None = None
    high: int | None = None
    group: str | None = None
    age: int | None = None
    sex: str | None = None
    part_of: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Who says so: the words, a name, and the speech act."""

    text: str
    span: Span
    name: str | None = None
    act: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimFigures:
    """One claimant's own figures; ``source`` indexes the event's ``sources``."""

    source: int
    killed: Figure | None = None
    injured: Figure | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened, was planned, denied or demanded, as this report tells it."""

    id: str
    kind: str
    family: str
    status: str
    span: Span
    text: str
    when: When
    places: tuple[Place, ...] = ()
    perpetrators: tuple[Actor, ...] = ()
    against: tuple[Actor, ...] = ()
    weapons: tuple[Weapon, ...] = ()
    targets: tuple[Target, ...] = ()
    killed: Figure | None = None
    injured: Figure | None = None
    harm: tuple[Harm, ...] = ()
    sources: tuple[Source, ...] = ()
    claims: tuple[ClaimFigures, ...] = ()
    rules: tuple[str, ...] = ()
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Statement:
    """Who said what: the speaker's words, the act, the sentence, and the events it is about.

    ``span``: where the sentence names the speaker; None when it does not ("he added") and the words stand elsewhere.
    """

    speaker: str
    span: Span | None
    act: str
    sentence: str
    sentence_span: Span
    role: str | None = None
    quote: str | None = None
    about: tuple[str, ...] = ()
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """A consistency check over the record, in words."""

    kind: str
    says: str
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """One report as it comes in. Offsets count code points of ``full_text``."""

    id: str
    text: str
    title: str = ""
    published: str | None = None
    source: str | None = None
    lang: str | None = None
    extra: dict[str, str] = field(default_factory=dict)

    @property
    def full_text(self) -> str:
        """``title + "\\n" + text``: the text that every offset counts in."""
        return f"{self.title}\n{self.text}"


@dataclass(frozen=True, slots=True)
class Record:
    """What waqai says of one report."""

    id: str
    contract: str = CONTRACT
    source: str | None = None
    title: str = ""
    lang: str = "ar"
    published: str | None = None
    flags: tuple[str, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    checks: tuple[Check, ...] = ()
