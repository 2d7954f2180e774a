"""Incidents in the shape of ACLED's table: its 31 columns in its order, then our own for what it has no room for.

It is the shape alone. A coder of ACLED decides more than reports say; what they do not say stays empty here: the types of
actors and their interaction, civilian targeting, the region, the scale of sources. ``fatalities`` is the one figure that the
sources leave, and empty where they differ or none says (ACLED writes 0 there); the range stands in our own columns.
"""

from __future__ import annotations

from datetime import date, datetime

from waqai import vocab
from waqai.export.borrowing import beside, like, unknown
from waqai.export.column import WHOLE, Column, joined
from waqai.export.dossier import Dossier
from waqai.export.happened import actor, days, happened
from waqai.export.words import MARK, country
from waqai.vocab.countries import load_countries

EVENT_TYPES = {  # sub-event type -> event type
    "Armed clash": "Battles",
    "Government regains territory": "Battles",
    "Non-state actor overtakes territory": "Battles",
    "Chemical weapon": "Explosions/Remote violence",
    "Air/drone strike": "Explosions/Remote violence",
    "Suicide bomb": "Explosions/Remote violence",
    "Shelling/artillery/missile attack": "Explosions/Remote violence",
    "Remote explosive/landmine/IED": "Explosions/Remote violence",
    "Grenade": "Explosions/Remote violence",
    "Sexual violence": "Violence against civilians",
    "Attack": "Violence against civilians",
    "Abduction/forced disappearance": "Violence against civilians",
    "Peaceful protest": "Protests",
    "Protest with intervention": "Protests",
    "Excessive force against protesters": "Protests",
    "Violent demonstration": "Riots",
    "Mob violence": "Riots",
    "Agreement": "Strategic developments",
    "Arrests": "Strategic developments",
    "Change to group/activity": "Strategic developments",
    "Disrupted weapons use": "Strategic developments",
    "Headquarters or base established": "Strategic developments",
    "Looting/property destruction": "Strategic developments",
    "Non-violent transfer of territory": "Strategic developments",
    "Other": "Strategic developments",
}
_DISORDER = {
    "Battles": "Political violence",
    "Explosions/Remote violence": "Political violence",
    "Violence against civilians": "Political violence",
    "Protests": "Demonstrations",
    "Strategic developments": "Strategic developments",
}
_BOTH = {
    "Excessive force against protesters": "Political violence; Demonstrations",
    "Mob violence": "Political violence",
}
_GEO = {"site": 1, "neighbourhood": 1, "settlement": 1, "district": 2, "province": 3}


def is_for_acled(dossier: Dossier) -> bool:
    """Does it tell of one event that happened? A running total is none."""
    return happened(dossier) and dossier.incident.family != "harm"


def _sub_event(dossier: Dossier) -> str | None:
    return vocab.load().kinds[dossier.incident.kind].acled or None


def _event(dossier: Dossier) -> str | None:
    return EVENT_TYPES.get(_sub_event(dossier) or "")


def _disorder(dossier: Dossier) -> str | None:
    return _BOTH.get(_sub_event(dossier) or "") or _DISORDER.get(_event(dossier) or "")


def _time_precision(dossier: Dossier) -> int | None:
    """1: the day; 2: the week; 3: the month or less."""
    number = days(dossier)
    if number is None:
        return None
    return 1 if number <= 2 and dossier.incident.when.precision != "range" else 2 if number <= 7 else 3


def _geo_precision(dossier: Dossier) -> int | None:
    """1: the town; 2: near it; 3: the region. A rounded position is near."""
    if dossier.place is None or dossier.point is None:
        return None
    return max(_GEO.get(dossier.place.level or "", 3), 1 if dossier.step is None else 2)


def _iso(dossier: Dossier) -> int | None:
    found = load_countries().get(dossier.place.country or "") if dossier.place is not None else None
    return int(found.number) if found is not None and found.number else None


def _country(dossier: Dossier) -> str | None:
    return country(dossier.place.country) if dossier.place is not None else None


def _year(dossier: Dossier) -> int | None:
    start = dossier.incident.when.start
    return None if start is None else date.fromisoformat(start).year


def _notes(dossier: Dossier) -> str | None:
    return joined(s.event.text for s in dossier.incident.sightings if s.event.text != MARK)


def _fatalities(dossier: Dossier) -> int | None:
    return dossier.incident.killed.best if dossier.incident.killed is not None else None


def _timestamp(dossier: Dossier) -> int:
    return int(datetime.fromisoformat(dossier.changed).timestamp())


_Find = Column[Dossier]

ACLED = (
    like("event_id_cnty", "incident"),
    like("event_date", "date_start", "#date+occurred"),
    _Find("year", "Year of the first day", _year, WHOLE, "#date+year"),
    _Find("time_precision", "1 the day or night, 2 within a week, 3 longer", _time_precision, WHOLE),
    _Find("disorder_type", "Follows from the event type", _disorder),
    _Find("event_type", "Follows from the sub-event type", _event, hxl="#event+type"),
    _Find(
        "sub_event_type", "What ACLED calls our kind; empty where it depends on more", _sub_event, hxl="#event+type+sub"
    ),
    _Find("actor1", "Who did it", lambda d: actor(d.incident.perpetrators, 0), hxl="#group+name+first"),
    _Find("assoc_actor_1", "Who else", lambda d: actor(d.incident.perpetrators, 1), hxl="#group+name+first+assoc"),
    unknown("inter1"),
    _Find("actor2", "Against whom", lambda d: actor(d.incident.against, 0), hxl="#group+name+second"),
    _Find("assoc_actor_2", "Whom else", lambda d: actor(d.incident.against, 1), hxl="#group+name+second+assoc"),
    unknown("inter2"),
    unknown("interaction"),
    unknown("civilian_targeting"),
    _Find("iso", "UN M49 number of the country", _iso, WHOLE, "#country+code+num"),
    unknown("region", "#region+name"),
    _Find("country", "English name", _country, hxl="#country+name"),
    like("admin1", "admin1"),
    unknown("admin2", "#adm2+name"),
    unknown("admin3", "#adm3+name"),
    like("location", "place"),
    like("latitude", "latitude"),
    like("longitude", "longitude"),
    _Find("geo_precision", "1 the town, 2 near it or its district, 3 a larger region", _geo_precision, WHOLE),
    like("source", "sources"),
    unknown("source_scale"),
    _Find("notes", "What the reports say, in their words", _notes, hxl="#description"),
    _Find("fatalities", "The one figure that the sources leave; else empty", _fatalities, WHOLE, "#affected+killed"),
    unknown("tags"),
    _Find("timestamp", "Unix time of the last change", _timestamp, WHOLE),
)
ACLED_COLUMNS = (*ACLED, *beside())
