"""Speakers: the noun phrase of whoever speaks, with its office and its name apart."""

from __future__ import annotations

from waqai.match.lattice import Lattice
from waqai.mentions.phrase import proclitic_length
from waqai.mentions.speaker_course import Barred, Course, Step
from waqai.mentions.speaker_phrase import read_phrase
from waqai.model.mention import Hit
from waqai.model.value import Value
from waqai.packs.pack import load_settings

_LONGEST = 16
_CARRIER = "statement"
_MEDIA = frozenset({"media", "agency"})
_KNOWN = frozenset({"person", "actor"})


class Speaker(Value, frozen=True):
    """Tokens ``[start, end)`` of the phrase; ``name`` its name part, None when it has only an office.

    ``skip``: proclitic letters of the first token. ``rank``: 3 a named person, 2 a body or office, 1 unnamed people.
    ``carrier``: a statement, a report or a video: what is said in it, its author says.
    """

    start: int
    end: int
    skip: int
    name: tuple[int, int] | None
    id: str | None
    rank: int
    label: str | None
    carrier: bool = False


def is_media(lattice: Lattice, speaker: Speaker) -> bool:
    """An agency or a paper, which passes on what others say."""
    source = lattice.find(speaker.start, "source")
    return source is not None and source.entry.value in _MEDIA


def speaker_at(lattice: Lattice, start: int, limit: int, dates: frozenset[int], barred: Barred = ()) -> Speaker | None:
    """The speaker whose phrase begins at token ``start``; None when what stands there cannot speak.

    ``barred``: names of prepositions that belong to the verb of saying and end the phrase ("by", "from", "to").
    """
    course = read_phrase(lattice, start, min(limit, start + _LONGEST), dates, barred)
    if course is None:
        return None
    end = course.steps[-1].end
    hits = [hit for index in range(start, end) for hit in lattice.hits[index] if hit.end <= end]
    known = [hit for hit in hits if hit.entry.cls in _KNOWN]
    carrier = _is_carrier(course)
    name = None if carrier else _name(course)
    return Speaker(start, end, _skip(lattice, start), name, _id(known), _rank(hits, name), _label(known), carrier)


def _is_carrier(course: Course) -> bool:
    return course.head is not None and course.head.entry.cls == "source" and course.head.entry.value == _CARRIER


def _skip(lattice: Lattice, start: int) -> int:
    hits = lattice.hits[start]
    return proclitic_length(hits[0].lead) if hits else 0


def _name(course: Course) -> tuple[int, int] | None:
    """The words of a name: known names with the unknown words beside them, or unknown words behind an office."""
    named = "name" in [step.kind for step in course.steps]
    if not named and not course.office:
        return None
    runs = _runs(course)
    if named:
        return _trimmed(course, next(run for run in runs if any(step.kind == "name" for step in run)))
    strange = next((run for run in runs if _may_name(course, run)), None)
    return (strange[0].start, strange[-1].end) if strange is not None else None


def _runs(course: Course) -> list[list[Step]]:
    """Stretches of steps that may be words of a name."""
    runs: list[list[Step]] = [[]]
    for step in course.steps:
        if step.kind in ("name", "unknown") or (step.kind == "adjective" and _in_name(course, step, runs[-1])):
            runs[-1].append(step)
        else:
            runs.append([])
    return [run for run in runs if run]


def _in_name(course: Course, step: Step, run: list[Step]) -> bool:
    """A word with the article goes on with a name, or begins one when it is no adjective of place."""
    if run:
        return run[-1].kind in ("name", "unknown")
    noun = load_settings().noun
    nisba = noun.plural_masculine_construct[-1]
    ending = (noun.feminine, nisba, nisba + noun.plural_masculine[-1])
    office = any(s.kind == "office" and s.end <= step.start for s in course.steps)
    if course.lattice.find(step.start, "notplace") is not None:
        return False  # "the former president"
    return office and not course.lattice.text.tokens[step.start].text.endswith(ending)


def _trimmed(course: Course, run: list[Step]) -> tuple[int, int]:
    """Unknown words before a known name belong to it only behind an office."""
    first = next(at for at, step in enumerate(run) if step.kind == "name")
    behind = run[0].start > course.start and any(s.kind == "office" and s.end <= run[0].start for s in course.steps)
    return run[0 if behind and first == 1 else first].start, run[-1].end


def _may_name(course: Course, run: list[Step]) -> bool:
    """Two unknown words, or one right behind an office with the article."""
    before = next((step for step in reversed(course.steps) if step.end <= run[0].start), None)
    if before is None or not _defined_before(course, before):
        return False
    return len(run) >= 2 or before.kind in ("office", "adjective")


def _defined_before(course: Course, before: Step) -> bool:
    if before.kind == "adjective" or before.kind == "link":
        return True
    hits = [hit for hit in course.lattice.hits[before.start] if hit.end == before.end]
    tokens = course.lattice.text.tokens[before.start : before.end]
    return any(_has_article(token.text) for token in tokens) or any(
        hit.entry.cls in ("place", "title", "actor", "demonym") for hit in hits
    )


def _has_article(text: str) -> bool:
    return text.startswith(load_settings().noun.article)


def _id(known: list[Hit]) -> str | None:
    if not known:
        return None
    person = next((hit for hit in known if hit.entry.cls == "person"), None)
    return person.entry.attrs.get("id") or person.entry.value if person else known[0].entry.value


def _label(known: list[Hit]) -> str | None:
    return next((name for hit in known if (name := hit.entry.attrs.get("name"))), None)


def _rank(hits: list[Hit], name: tuple[int, int] | None) -> int:
    if name is not None:
        return 3
    return 1 if any("unnamed" in hit.entry.attrs for hit in hits) else 2
