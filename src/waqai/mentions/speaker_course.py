"""A speaker's phrase in the making: the words taken so far, and what may be said of its head."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field

from waqai.match.lattice import Lattice
from waqai.mentions.phrase import is_definite
from waqai.model.mention import Hit
from waqai.model.value import Value
from waqai.packs.pack import load_settings

NAMES = frozenset({"given", "person", "namepart"})
OFFICES = frozenset({"role", "title"})
_SPEAKS = NAMES | OFFICES | {"actor", "force", "source", "organ"}
_SPEAKING_GROUPS = frozenset(
    {"official", "leader", "medic", "aid_worker", "journalist", "police", "soldier", "fighter", "worker", "woman"}
)
_LISTENERS = frozenset({"media", "agency", "journalist"})
_NAMELESS = frozenset({"witness", "activist", "medic"})

Barred = Container[str]


class Step(Value, frozen=True):
    """One word or hit of the phrase; ``kind``: name, unknown, adjective, office, other or mark."""

    start: int
    end: int
    kind: str


@dataclass(slots=True)
class Course:
    """A phrase while it is read. ``barred``: prepositions that belong to the verb, not to the phrase."""

    lattice: Lattice
    start: int
    dates: frozenset[int]
    barred: Barred
    steps: list[Step] = field(default_factory=list)
    head: Hit | None = None
    office: bool = False
    definite: bool = False
    speaks: bool = False

    @property
    def named(self) -> bool:
        """Was the last word a name?"""
        return bool(self.steps) and self.steps[-1].kind == "name"

    @property
    def hosts(self) -> bool:
        """Can a body or a place be what the head belongs to?"""
        return self.head is not None and not self.named and not self._proper()

    @property
    def of_state(self) -> bool:
        """Is the head the bare name of a state or its capital?"""
        return self.head is not None and self.head.entry.attrs.get("type") == "state" and len(self.steps) == 1

    def _proper(self) -> bool:
        if self.head is None or self.office:
            return False
        return self.head.entry.cls in NAMES or self.head.entry.attrs.get("type") == "state"

    def take(self, end: int, kind: str, definite: bool) -> int:
        """Add the words up to ``end``; gives how many tokens they are."""
        start = self.steps[-1].end if self.steps else self.start
        self.steps.append(Step(start, end, kind))
        self.definite = definite
        return end - start


def can_speak(hit: Hit) -> bool:
    """A person, an office, a body, or a group of people that is quoted."""
    if hit.entry.cls == "group":
        return hit.entry.value in _SPEAKING_GROUPS
    return hit.entry.cls in _SPEAKS


def kind_of(hit: Hit) -> str:
    """The kind of step that a hit is: "name", "office" or "other"."""
    if hit.entry.cls in NAMES:
        return "name"
    return "office" if hit.entry.cls in OFFICES else "other"


def definite_hit(lattice: Lattice, hit: Hit) -> bool:
    """The article on any of its words, or a proper name."""
    if is_definite(hit.lead) or hit.entry.cls in ("actor", "person", "given"):
        return True
    article = load_settings().noun.article
    return any(lattice.text.tokens[i].text.startswith(article) for i in range(hit.start + 1, hit.end))


def nameless(course: Course) -> bool:
    """Sources and witnesses who are not named; "to" behind them is whom they told."""
    assert course.head is not None
    return "unnamed" in course.head.entry.attrs or course.head.entry.value in _NAMELESS


def listens(course: Course, hit: Hit) -> bool:
    """ "told the agency": whoever is told is no part of who tells, unless he works there."""
    works = course.head is not None and course.head.entry.value in ("journalist", "analyst")
    return hit.entry.value in _LISTENERS and not works


def is_mouth(course: Course) -> bool:
    """Right behind "in the name of" anything follows."""
    head = course.head
    if head is None or "mouth" not in head.entry.attrs or not course.steps:
        return False
    return len(course.steps) == 1 or course.lattice.find(course.steps[-1].start, "inname") is not None
