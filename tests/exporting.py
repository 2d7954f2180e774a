"""What the tests of exports share: an export as bytes, and dossiers made by hand.

python tests/exporting.py    # write the golden files of tests/exports anew
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from waqai import export
from waqai.claims import claims_of
from waqai.export.dossier import Dossier
from waqai.export.withhold import withhold
from waqai.merge import summarise
from waqai.model.record import Actor, Event, Figure, Harm, Place, Source, Target, Weapon, When
from waqai.model.sighting import Sighting
from waqai.model.span import Span
from waqai.store import Filter, ReportRow, Store

GOLDEN = Path(__file__).resolve().parent / "exports"
STAMP = "2025-07-23T08:00:00+00:00"
PUBLISHED = "2025-07-22"
TEXT = "قالت سعاد المنصوري، وهي شاهدة، إن طائرة مسيرة أصابت سوقاً في مدينة سومي مساء الاثنين، فقُتل حمدان الخالدي وأصيب أربعة."
LATER = "أعلنت الشرطة مقتل ثلاثة في هجوم سومي."
PLANNED = "من المقرر أن تبدأ محادثات يوم السبت."


def exported(store: Store, name: str, asked: Filter | None = None, **options: Any) -> bytes:
    """The bytes of an export."""
    stream = io.BytesIO()
    with store.reading() as conn:
        export.write(name, conn, asked or Filter(), stream, export.Options(**options))
    return stream.getvalue()


def written(name: str, dossiers: Iterable[Dossier], **options: Any) -> bytes:
    """The bytes of dossiers in a format of incidents."""
    how, form, stream = export.Options(**options), export.FORMATS[name], io.BytesIO()
    taken = (each for each in dossiers if form.takes(each))
    form.write((withhold(each, how.step) for each in taken) if how.public else taken, stream, how)
    return stream.getvalue()


def report_row(number: int, text: str, outlet: str, title: str = "", **more: Any) -> ReportRow:
    """A version of a report as it is kept."""
    plain = {"published": PUBLISHED, "source": outlet, "url": None, "lang": "ar", "added": STAMP, "capture": 1}
    known = plain | {"name": f"{outlet}:{number}"} | more
    return ReportRow(f"r{number}.1", f"r{number}", 1, True, title=title, text=text, outlet=outlet, **known)


def dossier(incident: str, told: Iterable[tuple[ReportRow, Event]]) -> Dossier:
    """An incident of these events."""
    pairs = list(told)
    sightings = [
        Sighting(f"{row.report}/{event.id}", row.id, event, row.outlet, row.title, row.published, "ar")
        for row, event in pairs
    ]
    claims = {each.id: list(claims_of(each.id, each.event)) for each in sightings}
    made = summarise(incident, sightings)
    return Dossier(made, claims, {row.id: row for row, _ in pairs}, STAMP, "machine")


def examples() -> list[Dossier]:
    """A strike that two reports tell with different tolls, one of a witness who names a victim; and talks without a place."""
    url = "https://news.example/%D8%AD%D9%85%D8%AF%D8%A7%D9%86-%D8%A7%D9%84%D8%AE%D8%A7%D9%84%D8%AF%D9%8A"
    first = report_row(1, TEXT, "Gazette", "مقتل حمدان الخالدي", url=url, extra={"author": "سعاد المنصوري"})
    second = report_row(2, LATER, "Wire", url="https://wire.example/news/2025/07/22/4711")
    third = report_row(3, PLANNED, "Wire", published=None)
    return [
        dossier("istrike", [(first, _strike(first)), (second, _update(second))]),
        dossier("italks", [(third, _talks(third))]),
    ]


def _strike(row: ReportRow) -> Event:
    words = _Words(row)
    person, witness = "حمدان الخالدي", "سعاد المنصوري"
    town = Place(
        *words("مدينة سومي"),
        "Sumy",
        "سومي",
        "UA",
        "Sumy Oblast",
        50.9216,
        34.8003,
        "settlement",
        "geonames:692194",
        0.97,
        "one",
    )
    figures = {"killed": Figure(*words(person), 1, 1), "injured": Figure(*words("أربعة"), 4, 4)}
    return Event(
        id="e1", kind="drone_strike", family="violence", status="happened", text=TEXT, span=Span(len(row.title) + 1, len(row.title) + 1 + len(TEXT)),
        when=When(*words("مساء الاثنين"), "2025-07-21", "2025-07-21", "part_of_day", "ar.date.weekday"),
        places=(town,), perpetrators=(Actor(*words("طائرة مسيرة"), None, None, False),),
        against=(Actor(*words(person), None, None),),
        weapons=(Weapon(*words("طائرة مسيرة"), "drone", 1, 1),), targets=(Target(*words("سوقاً"), "shop_market", 1, 1, "hit"),),
        harm=(Harm("killed", *words(person), 1, 1, "civilian", 34, "m", "total"),), sources=(Source(*words(witness), None, "say"),),
        rules=("ar.attack.subject-hit-object",), confidence=0.9, **figures,
    )  # fmt: skip


def _update(row: ReportRow) -> Event:
    words = _Words(row)
    town = Place(*words("سومي"), "Sumy", "سومي", "UA", "Sumy Oblast", 50.9216, 34.8003, "settlement", "geonames:692194")
    return Event(
        id="e1", kind="attack", family="violence", status="happened", span=Span(1, 1 + len(LATER)), text=LATER, when=When(), places=(town,),
        perpetrators=(Actor(*words("هجوم"), "Armed Forces of Russia", "actor:russia-army"),),
        killed=Figure(*words("ثلاثة"), 3, 3), sources=(Source(*words("الشرطة"), "National Police", "announce"),), confidence=0.8,
    )  # fmt: skip


def _talks(row: ReportRow) -> Event:
    return Event("e1", "talks", "dealings", "planned", Span(1, 1 + len(PLANNED)), PLANNED, When(), confidence=0.7)


class _Words:
    """Words of a report with their span."""

    def __init__(self, row: ReportRow) -> None:
        self._text, self._from = row.to_report().full_text, len(row.title) + 1

    def __call__(self, words: str) -> tuple[str, Span]:
        start = self._text.index(words, self._from)
        return words, Span(start, start + len(words))


def golden() -> dict[str, bytes]:
    """Every text format of the examples, private and public."""
    names = [name for name, form in export.FORMATS.items() if not form.binary and not form.of_reports]
    return {
        f"{name}{'.public' if public else ''}{export.FORMATS[name].suffix}": written(
            name, examples(), public=public, hxl=True
        )
        for name in names
        for public in (False, True)
    }


def filled(dossiers: list[Dossier]) -> list[Dossier]:
    """The same under other ids, so that many can be made of few."""
    return [replace(each, incident=replace(each.incident, id=f"i{number}")) for number, each in enumerate(dossiers)]


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for file, content in golden().items():
        (GOLDEN / file).write_bytes(content)
