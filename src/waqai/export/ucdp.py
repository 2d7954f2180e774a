"""Incidents in the shape of UCDP's Georeferenced Event Dataset: its 49 columns in the order of 2024 and later, and our own.

It is the shape alone. UCDP's ids of conflicts, dyads, sides and states, the type of violence and the sharing out of deaths among the
sides are its coders' decisions: they stay empty. Events in which nobody died are out of its scope, and left out.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from math import floor

from waqai.export.borrowing import beside, like, unknown
from waqai.export.column import WHOLE, Column, Value, joined
from waqai.export.dossier import Dossier
from waqai.export.happened import actor, days, happened
from waqai.export.words import MARK, country
from waqai.store import ReportRow

_WHERE = {
    "site": 1,
    "neighbourhood": 1,
    "settlement": 1,
    "district": 3,
    "province": 4,
    "country": 6,
    "region": 5,
    "sea": 7,
}
_DAYS = ((1, 1), (6, 2), (7, 3), (31, 4))  # at most so many days -> date_prec; more is 5
_POINTS = 3  # where_prec up to which a position is one


def is_for_ucdp(dossier: Dossier) -> bool:
    """Does it tell of one event that happened and in which somebody died?"""
    killed = dossier.incident.killed
    deadly = killed is not None and killed.high != 0
    return happened(dossier) and dossier.incident.family == "violence" and deadly


def _where_prec(dossier: Dossier) -> int | None:
    """1: the town; 2: near it, as a rounded position is; 3, 4: district, province; 5 to 7: region, country, sea."""
    if dossier.place is None:
        return None
    level = _WHERE.get(dossier.place.level or "")
    return 2 if level == 1 and dossier.step is not None else level


def _date_prec(dossier: Dossier) -> int | None:
    """1: the day; 2: two to six days; 3: a week; 4: a month; 5: longer."""
    number = days(dossier)
    return None if number is None else next((code for most, code in _DAYS if number <= most), 5)


def _wkt(dossier: Dossier) -> str | None:
    return None if dossier.point is None else f"POINT ({dossier.point[0]} {dossier.point[1]})"


def _priogrid(dossier: Dossier) -> int | None:
    """The cell of half a degree, counted from the south-west; only for positions that are one."""
    if dossier.point is None or (_where_prec(dossier) or 9) > _POINTS:
        return None
    lon, lat = dossier.point
    return floor((lat + 90) * 2) * 720 + floor((lon + 180) * 2) + 1


def _side(side: str, dossier: Dossier) -> str | None:
    actors = getattr(dossier.incident, side)
    return joined([actor(actors, 0), actor(actors, 1)])


def _country(dossier: Dossier) -> str | None:
    return country(dossier.place.country) if dossier.place is not None else None


def _each_report(find: Callable[[ReportRow], str | None], dossier: Dossier) -> str:
    """One part a report, so that the five columns of sources can be read side by side."""
    return ";".join((find(report) or "").replace(";", ",") for report in dossier.told_by())


def _original(dossier: Dossier) -> str | None:
    names = (s.name for sighting in dossier.incident.sightings for s in sighting.event.sources)
    return joined(names)


def _described(dossier: Dossier) -> str | None:
    return joined(place.text for place in dossier.incident.places if place.text != MARK)


def _killed(field: str, dossier: Dossier) -> Value:
    killed = dossier.incident.killed
    found: Value = None if killed is None else getattr(killed, field)
    return found


def _year(dossier: Dossier) -> int | None:
    start = dossier.incident.when.start
    return None if start is None else date.fromisoformat(start).year


def _reports(name: str, meaning: str, find: Callable[[ReportRow], str | None]) -> Column[Dossier]:
    return Column(name, f"{meaning}, one part a report", partial(_each_report, find), hxl="#meta+source")


_Find = Column[Dossier]
UCDP = (
    like("id", "incident"),
    unknown("relid"),
    _Find("year", "Year of the first day", _year, WHOLE, "#date+year"),
    *map(
        unknown,
        ("active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id", "conflict_name"),
    ),
    *map(unknown, ("dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id")),
    _Find("side_a", "Who did it", partial(_side, "perpetrators"), hxl="#group+name+first"),
    *map(unknown, ("side_b_dset_id", "side_b_new_id")),
    _Find("side_b", "Against whom", partial(_side, "against"), hxl="#group+name+second"),
    _Find("number_of_sources", "How many reports", lambda d: len(d.told_by()), WHOLE),
    _reports("source_article", "Ids of the reports", lambda report: report.id),
    _reports("source_office", "Outlets", lambda report: report.outlet),
    _reports("source_date", "Days of publication", lambda report: report.published),
    _reports("source_headline", "Titles", lambda report: report.title.strip()),
    _Find("source_original", "Known bodies that the reports quote", _original),
    _Find(
        "where_prec", "1 the town, 2 near it, 3 district, 4 province, 5 region, 6 country, 7 sea", _where_prec, WHOLE
    ),
    like("where_coordinates", "place"),
    _Find("where_description", "The words for the place", _described, hxl="#description+loc"),
    like("adm_1", "admin1"),
    unknown("adm_2", "#adm2+name"),
    like("latitude", "latitude"),
    like("longitude", "longitude"),
    _Find("geom_wkt", "The same as WKT", _wkt),
    _Find("priogrid_gid", "PRIO-GRID cell, where the place is a district or finer", _priogrid, WHOLE),
    _Find("country", "English name", _country, hxl="#country+name"),
    unknown("country_id"),
    unknown("region", "#region+name"),
    unknown("event_clarity"),
    _Find("date_prec", "1 the day, 2 two to six days, 3 a week, 4 a month, 5 longer", _date_prec, WHOLE),
    like("date_start", "date_start"),
    like("date_end", "date_end"),
    *map(unknown, ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")),
    _Find(
        "best", "The one figure that the sources leave; else empty", partial(_killed, "best"), WHOLE, "#affected+killed"
    ),
    _Find("high", "Highest figure; empty where none is said", partial(_killed, "high"), WHOLE, "#affected+killed+max"),
    _Find("low", "Lowest figure", partial(_killed, "low"), WHOLE, "#affected+killed+min"),
    unknown("gwnoa"),
    unknown("gwnob"),
)
UCDP_COLUMNS = (*UCDP, *beside())
