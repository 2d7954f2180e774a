"""The engine: a report in, its record out. Pure; the only state is the compiled packs."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from datetime import date

from msgspec.structs import replace

from waqai.clauses.flags import flags
from waqai.clauses.links import linked_sentences
from waqai.clauses.runon import cut_run_ons
from waqai.clauses.segments import split
from waqai.clauses.speech import find_speech
from waqai.errors import InputError
from waqai.events.checks import checks
from waqai.events.draft import Draft
from waqai.events.locate import Located, locate, town_names
from waqai.events.reading import Reading, is_where, make_index
from waqai.events.record import Writer
from waqai.events.sentence import Told, tell
from waqai.events.statements import statements
from waqai.events.story import Setting, build
from waqai.events.voices import header, sources, voices
from waqai.match.lattice import Lattice, scan
from waqai.mentions.actors import find_actors
from waqai.mentions.dateline import dateline
from waqai.mentions.learned import learn_names
from waqai.mentions.people import find_people
from waqai.mentions.persons import find_persons
from waqai.mentions.phrase import Phrase
from waqai.mentions.places import find_places
from waqai.mentions.speakers import Speaker
from waqai.mentions.things import TARGET, WEAPON, find_things
from waqai.mentions.values import read_values
from waqai.model.record import Event, Record, Report
from waqai.text.text import make_text

Clock = Callable[[str], AbstractContextManager[object]]
STAGES = ("text", "match", "values", "mentions", "places", "clauses", "events", "record")


def _silent(_stage: str) -> AbstractContextManager[object]:
    return nullcontext()


def read(
    text: str,
    *,
    published: str | None = None,
    title: str = "",
    lang: str = "ar",
    id: str = "report",  # noqa: A002 - the contract's name
    source: str | None = None,
) -> Record:
    """Read one report. ``published`` is an ISO day (``2025-07-22``); without it relative days stay unresolved.

    Raises InputError when ``published`` is not a day.
    """
    return read_report(Report(id, text, title, published, source, lang))


def read_report(report: Report, clock: Clock = _silent) -> Record:
    """Read one report; ``clock(stage)`` is entered around each stage of STAGES."""
    published = _day(report.published)
    with clock("text"):
        text = make_text(report.full_text)
    with clock("match"):
        lattice = cut_run_ons(scan(text))
    reading = _mentions(lattice, clock)
    with clock("places"):
        located = locate(reading.places.phrases, reading.actors.phrases)
        places = make_index([p for p in reading.places.phrases if p.start in located])
        sides = make_index([p for p in reading.actors.phrases if not is_where(lattice, places, p)])
        towns = town_names(places.phrases, located)
        targets = make_index([t for t in reading.targets.phrases if t.start not in towns])
        reading = replace(reading, places=places, actors=sides, targets=targets)
    with clock("clauses"):
        sentences = _sentences(reading)
    with clock("events"):
        head = header(sentences, reading.lattice)
        drafts = build(Setting(reading, located, published, head), sentences)
    with clock("record"):
        return _record(report, reading, sentences, drafts, head, Writer(reading, located, published))


def located(report: Report) -> list[Located]:
    """What the place names of a report were taken for, each with its reason as data."""
    reading = _mentions(cut_run_ons(scan(make_text(report.full_text))), _silent)
    return list(locate(reading.places.phrases, reading.actors.phrases).values())


def _day(published: str | None) -> date | None:
    if not published:
        return None
    try:
        return date.fromisoformat(published[:10])
    except ValueError as error:
        raise InputError(f"published: {published!r} is not a day such as 2025-07-22") from error


def _mentions(lattice: Lattice, clock: Clock) -> Reading:
    with clock("values"):
        values = read_values(lattice).mentions
    with clock("mentions"):
        counts = [m for m in values if m.kind == "count"]
        dates = [m for m in values if m.kind == "date"]
        days = frozenset(i for m in dates for i in range(m.start, m.end))
        lattice = learn_names(lattice, days)
        filed = dateline(lattice)
        return Reading(
            lattice=lattice,
            counts=counts,
            dates=dates,
            date_tokens=days,
            silent=days.union(range(*filed)),
            people=make_index(find_people(lattice, counts, [m for m in values if m.kind == "age"])),
            weapons=make_index(find_things(lattice, WEAPON, counts)),
            targets=make_index(find_things(lattice, TARGET, counts)),
            actors=make_index([a for a in find_actors(lattice) if not _filed_in(a, filed)]),
            persons=make_index(find_persons(lattice, days)),
            places=make_index([p for p in find_places(lattice) if not (_within(p, filed) or _dated(p, days))]),
        )


def _within(phrase: Phrase, filed: tuple[int, int]) -> bool:
    return filed[0] <= phrase.start < filed[1]


def _dated(place: Phrase, days: frozenset[int]) -> bool:
    """A month that a town is spelled like: every word of it is read as a date."""
    return days.issuperset(range(place.start, place.end))


def _filed_in(side: Phrase, filed: tuple[int, int]) -> bool:
    """A capital in the dateline is where the report was written, not its government."""
    return "metonym" in side.head.attrs and _within(side, filed)


def _sentences(reading: Reading) -> list[Told]:
    told = []
    linked = linked_sentences(reading.lattice)
    for number, (first, last) in enumerate(reading.lattice.text.sentences):
        if number in linked:
            told.append(Told(number, first, last, [], [], [], []))
            continue
        segments = split(reading.lattice, first, last)
        speeches = find_speech(reading.lattice, segments, first, last, reading.date_tokens)
        told.append(tell(reading, number, first, last, segments, speeches))
    return told


def _record(
    report: Report,
    reading: Reading,
    sentences: list[Told],
    drafts: list[Draft],
    head: Speaker | None,
    writer: Writer,
) -> Record:
    lattice = reading.lattice
    heard = voices(lattice, sentences, head)
    said_by = sources(lattice, drafts, heard, head)
    events = tuple(writer.event(d, n, said) for n, (d, said) in enumerate(zip(drafts, said_by, strict=True), 1))
    about: dict[int, list[str]] = {}
    for event, draft in zip(events, drafts, strict=True):
        for number in draft.sentences:
            about.setdefault(number, []).append(event.id)
    inferred = frozenset(e.id for e, d in zip(events, drafts, strict=True) if any(f.inferred for f in d.harms))
    return Record(
        id=report.id,
        source=report.source,
        title=report.title,
        lang=report.lang or "ar",
        published=report.published,
        flags=flags(lattice),
        events=events,
        statements=statements(lattice, heard, about, drafts, head),
        checks=checks(events, inferred),
    )


__all__ = ["STAGES", "Event", "located", "read", "read_report"]
