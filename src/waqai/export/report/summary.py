"""What the incidents of a report say together: counts, tolls, days, places, actors, sources. One pass; rows are kept, not incidents.

Tolls count events that happened, with the lowest and the highest figure that sources leave. A running total over many events counts
nowhere, or its dead would count twice; neither does what is planned, threatened, demanded, feared or denied.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from waqai.export.actors import actor_label
from waqai.export.dossier import Dossier
from waqai.export.happened import days, happened
from waqai.export.report.rows import Line, line_of
from waqai.export.words import MARK, country, place_name
from waqai.model.incident import Toll
from waqai.model.record import Place

MOST_LINES = 1_000  # of the table of incidents
_LONGEST = 7  # days: what may have been on any of more is put on none
_COARSE = ("province", "country", "region", "sea")


@dataclass(slots=True)
class Range:
    """A sum of figures. ``open``: how many of them have no upper bound; ``told``: how many there are."""

    low: int = 0
    high: int = 0
    open: int = 0
    told: int = 0
    disputed: int = 0

    def add(self, toll: Toll | None) -> None:
        """Add an incident's figure."""
        if toll is None:
            return
        self.low += toll.low
        self.high += toll.low if toll.high is None else toll.high
        self.open += toll.high is None
        self.told += 1
        self.disputed += toll.disputed


@dataclass(slots=True)
class Tally:
    """Incidents with their tolls."""

    incidents: int = 0
    killed: Range = field(default_factory=Range)
    injured: Range = field(default_factory=Range)

    def add(self, dossier: Dossier) -> None:
        """Add an incident."""
        self.incidents += 1
        self.killed.add(dossier.incident.killed)
        self.injured.add(dossier.incident.injured)


@dataclass(slots=True)
class Spot(Tally):
    """A point of the map. ``coarse``: it stands for a province or more."""

    lon: float = 0.0
    lat: float = 0.0
    coarse: bool = False
    name: str = ""


@dataclass(slots=True)
class Summary:
    """Everything that the page says. Mappings go from ids or names to tallies; ``lines`` are the first incidents."""

    language: str
    all: int = 0
    total: Tally = field(default_factory=Tally)
    without_place: int = 0
    without_day: int = 0
    reviewed: int = 0
    running: int = 0
    statuses: Counter[str] = field(default_factory=Counter)
    kinds: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    days: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    places: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    actors: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    outlets: Counter[str] = field(default_factory=Counter)
    spots: dict[tuple[float, float, bool], Spot] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    _reports: set[str] = field(default_factory=set)

    @property
    def reports(self) -> int:
        """How many reports stand behind the incidents."""
        return len(self._reports)

    def take(self, dossier: Dossier) -> None:
        """Add an incident."""
        self.all += 1
        self.reviewed += dossier.state not in ("machine", "rejected")
        self._take_reports(dossier)
        if len(self.lines) < MOST_LINES:
            self.lines.append(line_of(dossier, self.language))
        if dossier.incident.family == "harm":
            self.running += 1
        elif happened(dossier):
            self._take_event(dossier)
        else:
            self.statuses[dossier.incident.status] += 1

    def _take_reports(self, dossier: Dossier) -> None:
        for report in dossier.told_by():
            if report.id not in self._reports:
                self._reports.add(report.id)
                self.outlets[report.outlet] += 1

    def _take_event(self, dossier: Dossier) -> None:
        self.total.add(dossier)
        self.kinds[dossier.incident.kind].add(dossier)
        self._take_day(dossier)
        self._take_place(dossier)
        for name in dict.fromkeys(actor_label(each, self.language) for each in dossier.incident.perpetrators):
            if name != MARK:
                self.actors[name].add(dossier)

    def _take_day(self, dossier: Dossier) -> None:
        start, length = dossier.incident.when.start, days(dossier)
        if start is None or length is None or length > _LONGEST:
            self.without_day += 1
        else:
            self.days[start].add(dossier)

    def _take_place(self, dossier: Dossier) -> None:
        place = dossier.place
        if place is not None and (name := self._place(place)):
            self.places[name].add(dossier)
        if dossier.point is None or place is None:
            self.without_place += 1
            return
        key = (*dossier.point, place.level in _COARSE)
        name = place_name(place, self.language) or ""
        self.spots.setdefault(key, Spot(lon=key[0], lat=key[1], coarse=key[2], name=name)).add(dossier)

    def _place(self, place: Place) -> str:
        parts = (place_name(place, self.language), None if self.language == "ar" else place.admin1)
        named = dict.fromkeys(part for part in (*parts, country(place.country, self.language)) if part)
        return " - ".join(named)


def summarise(dossiers: Iterable[Dossier], language: str) -> Summary:
    """The summary of incidents."""
    made = Summary(language)
    for dossier in dossiers:
        made.take(dossier)
    return made
