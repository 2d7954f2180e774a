"""The columns of the table of incidents: one row an incident."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from waqai.export.actors import actor_label
from waqai.export.column import DAY, MOMENT, NUMBER, TRUTH, WHOLE, Column, Value, joined
from waqai.export.dossier import Dossier
from waqai.export.words import claims_in_words, country, harm_in_words, label, place_name
from waqai.model.incident import Toll
from waqai.model.record import Actor, Place

_Find = Column[Dossier]


def _of_toll(outcome: str, field: str, dossier: Dossier) -> Value:
    toll: Toll | None = getattr(dossier.incident, outcome)
    found: Value = None if toll is None else getattr(toll, field)
    return found


def _toll_columns(outcome: str, word: str) -> Iterator[_Find]:
    find = partial(partial, _of_toll, outcome)
    yield _Find(
        f"{outcome}_low",
        f"Lowest figure of the {word}; empty when no source says",
        find("low"),
        WHOLE,
        f"#affected+{outcome}+min",
    )
    yield _Find(
        f"{outcome}_high",
        f"Highest figure of the {word}; empty when none is said",
        find("high"),
        WHOLE,
        f"#affected+{outcome}+max",
    )
    yield _Find(
        f"{outcome}_best",
        f"The figure of the {word} where the sources leave one",
        find("best"),
        WHOLE,
        f"#affected+{outcome}",
    )
    yield _Find(f"{outcome}_disputed", "Do the sources contradict one another?", find("disputed"), TRUTH)
    yield _Find(f"{outcome}_why", "How the range came about", find("why"))


def _of_place(field: str, dossier: Dossier) -> Value:
    place = dossier.place
    found: Value = None if place is None else getattr(place, field)
    return found


def _named(language: str, dossier: Dossier) -> str | None:
    return None if dossier.place is None else place_name(dossier.place, language)


def _point(axis: int, dossier: Dossier) -> float | None:
    return None if dossier.point is None else dossier.point[axis]


def _every_place(place: Place) -> str | None:
    return joined([", ".join(part for part in (place_name(place), place.admin1, place.country) if part)])


def _actor(actor: Actor) -> str:
    return actor_label(actor, "en")


def _figures(dossier: Dossier) -> str | None:
    incident = dossier.incident
    return joined(claims_in_words((("killed", incident.killed), ("injured", incident.injured))))


def _harm(dossier: Dossier) -> str | None:
    return joined(harm_in_words(harm) for sighting in dossier.incident.sightings for harm in sighting.event.harm)


def _words(dossier: Dossier) -> str | None:
    return joined(sighting.event.text for sighting in dossier.incident.sightings)


def _country_of(dossier: Dossier) -> str | None:
    return country(dossier.place.country) if dossier.place is not None else None


INCIDENT_COLUMNS: tuple[_Find, ...] = (
    _Find("incident", "Permanent id", lambda d: d.incident.id, hxl="#event+code"),
    _Find("kind", "Kind of event (docs/reference/vocabulary.md)", lambda d: d.incident.kind, hxl="#event+type"),
    _Find("kind_en", "Its English label", lambda d: label("kinds", d.incident.kind, "en"), hxl="#event+type+i_en"),
    _Find("kind_ar", "Its Arabic label", lambda d: label("kinds", d.incident.kind, "ar"), hxl="#event+type+i_ar"),
    _Find("family", "violence, harm or dealings", lambda d: d.incident.family, hxl="#event+type+family"),
    _Find("status", "happened, denied, planned ...; disputed where sources differ", lambda d: d.incident.status),
    _Find("date_start", "First day, as the words say", lambda d: d.incident.when.start, DAY, "#date+start"),
    _Find("date_end", "Last day", lambda d: d.incident.when.end or d.incident.when.start, DAY, "#date+end"),
    _Find("date_precision", "day, night, week, month ...", lambda d: d.incident.when.precision),
    _Find("first_published", "Day of the first report", lambda d: d.incident.first_published, DAY, "#date+reported"),
    _Find("last_published", "Day of the last report", lambda d: d.incident.last_published, DAY),
    _Find("place", "The most exact place, in English where known", partial(_named, "en"), hxl="#loc+name"),
    _Find("place_ar", "The same in Arabic where known", partial(_named, "ar"), hxl="#loc+name+i_ar"),
    _Find("admin1", "First-level division", partial(_of_place, "admin1"), hxl="#adm1+name"),
    _Find("country", "ISO 3166 code", partial(_of_place, "country"), hxl="#country+code"),
    _Find("country_name", "Its English name", _country_of, hxl="#country+name"),
    _Find("place_level", "How exact: site, settlement, province ...", partial(_of_place, "level")),
    _Find("latitude", "WGS84 degrees; empty without a position", partial(_point, 1), NUMBER, "#geo+lat"),
    _Find("longitude", "WGS84 degrees", partial(_point, 0), NUMBER, "#geo+lon"),
    _Find(
        "rounded_to", "Degrees that the position is rounded to; empty: as read", lambda d: d.point and d.step, NUMBER
    ),
    _Find("place_id", "Id in the place index", partial(_of_place, "id"), hxl="#loc+code"),
    _Find("places", "All places", lambda d: joined(map(_every_place, d.incident.places))),
    _Find(
        "perpetrators",
        "Who did it",
        lambda d: joined(map(_actor, d.incident.perpetrators)),
        hxl="#group+name+first",
    ),
    _Find("perpetrator_ids", "Ids of those that are known", lambda d: joined(a.id for a in d.incident.perpetrators)),
    _Find("against", "Against whom", lambda d: joined(map(_actor, d.incident.against)), hxl="#group+name+second"),
    _Find("against_ids", "Ids of those that are known", lambda d: joined(a.id for a in d.incident.against)),
    _Find("weapons", "Kinds of weapon", lambda d: joined(w.kind for w in d.incident.weapons), hxl="#cause+weapon"),
    _Find("targets", "Kinds of target", lambda d: joined(t.kind for t in d.incident.targets), hxl="#impact+target"),
    *_toll_columns("killed", "killed"),
    *_toll_columns("injured", "injured"),
    _Find("figures", "Every figure with who says it, when", _figures),
    _Find("harm", "People whom reports single out: outcome, group, sex, how many", _harm),
    _Find("sources", "Outlets", lambda d: joined(d.incident.sources), hxl="#meta+source"),
    _Find("outlets", "How many outlets", lambda d: len(d.incident.sources), WHOLE),
    _Find("reports", "How many reports", lambda d: len(d.told_by()), WHOLE, "#meta+source+num"),
    _Find("urls", "Addresses of the reports", lambda d: joined(r.url for r in d.told_by()), hxl="#meta+url"),
    _Find("report_ids", "Ids of the reports' versions", lambda d: joined(r.id for r in d.told_by())),
    _Find("confidence", "From 0 to 1", lambda d: d.incident.confidence, NUMBER),
    _Find("review", "Where a person's review stands", lambda d: d.state),
    _Find("changed", "When it came to be so", lambda d: d.changed, MOMENT, "#date+updated"),
    _Find("words", "What the reports say, in their words", _words, hxl="#description"),
)
