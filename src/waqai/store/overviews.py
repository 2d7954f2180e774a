"""The row of each incident that lists, filters and maps read: what its sightings say between them, written out flat."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, delete, select

from waqai import vocab
from waqai.model.incident import Incident, Toll
from waqai.model.judgement import Judgement
from waqai.model.record import Place
from waqai.packs.fold import fold
from waqai.store.identity import Group
from waqai.store.plain import in_chunks, now, to_text
from waqai.store.rules import Rules
from waqai.store.sightings import sightings
from waqai.store.tables import facet, overview


def write_overviews(
    conn: Connection, named: Mapping[str, Group], gone: Iterable[str], judged: Sequence[Judgement], rules: Rules
) -> None:
    """Write the rows of these incidents anew, and take away those of the incidents that are gone."""
    before = _changed_at(conn, named)
    _erase(conn, [*named, *gone])
    known = sightings(conn, [each for group in named.values() for each in group])
    by_side = _by_side(judged)
    rows, facets = [], []
    for name, group in named.items():
        made = rules.summarise(name, [known[each] for each in group], _among(group, by_side))
        row = row_of(made)
        rows.append(row | {"changed": before.get((name, row["view"])) or now()})
        facets += [{"name": key, "value": value, "incident": name} for key, value in facets_of(made)]
    if rows:
        conn.execute(overview.insert(), rows)
        conn.execute(facet.insert(), facets)


def row_of(made: Incident) -> dict[str, Any]:
    """The columns of an incident's row but when it changed. Its sightings are not repeated in ``view``: they have rows of their own."""
    place = most_exact(made.places)
    published = made.first_published, made.last_published
    return {
        "incident": made.id,
        "kind": made.kind,
        "family": made.family,
        "status": made.status,
        "start": made.when.start,
        "end": made.when.end or made.when.start,
        "day": made.when.start or published[0] or "",
        "first_published": published[0],
        "last_published": published[1],
        **_place_columns(place),
        **_toll_columns("killed", made.killed),
        **_toll_columns("injured", made.injured),
        "deaths": made.killed.low if made.killed else -1,
        "reports": len({each.report for each in made.sightings}),
        "outlets": len(made.sources),
        "disputed": any(toll is not None and toll.disputed for toll in (made.killed, made.injured)),
        "confidence": made.confidence,
        "view": to_text(replace(made, sightings=())),
    }


def most_exact(places: Iterable[Place]) -> Place | None:
    """The place of the finest level that has a position, the first of equals; else the first place."""
    every = list(places)
    located = [place for place in every if place.lat is not None and place.lon is not None]
    return min(located, key=_coarseness, default=every[0] if every else None)


def facets_of(made: Incident) -> list[tuple[str, str]]:
    """Name and folded value of everything by which the incident is found, each once."""
    events = [each.event for each in made.sightings]
    found = [("kind", kind) for kind in (made.kind, *(event.kind for event in events))]
    found += [("status", status) for status in (made.status, *(event.status for event in events))]
    found += [("place", word) for place in made.places for word in _place_words(place)]
    found += [("country", place.country) for place in made.places if place.country]
    found += [("actor", word) for a in (*made.perpetrators, *made.against) for word in (a.id, a.name, a.text) if word]
    found += [("weapon", weapon.kind) for weapon in made.weapons]
    found += [("target", target.kind) for target in made.targets]
    found += [("group", harm.group) for event in events for harm in event.harm if harm.group]
    found += [("source", source) for source in made.sources]
    return list(dict.fromkeys((name, fold(value)) for name, value in found))


def _changed_at(conn: Connection, names: Iterable[str]) -> dict[tuple[str, str], str]:
    """Incident and its view -> when it came to be so."""
    row, found = overview.c, {}
    for chunk in in_chunks(names):
        query = select(row.incident, row.view, row.changed).where(row.incident.in_(chunk))
        found.update({(name, view): changed for name, view, changed in conn.execute(query)})
    return found


def _place_words(place: Place) -> Iterable[str]:
    words = (place.id, place.text, place.name, place.name_ar, place.admin1, place.country)
    return (word for word in words if word)


def _place_columns(place: Place | None) -> dict[str, Any]:
    if place is None:
        return dict.fromkeys(("place", "country", "admin1", "level", "lat", "lon"))
    return {
        "place": place.name or place.text,
        "country": place.country,
        "admin1": place.admin1,
        "level": place.level,
        "lat": place.lat,
        "lon": place.lon,
    }


def _toll_columns(outcome: str, toll: Toll | None) -> dict[str, int | None]:
    low, high = (toll.low, toll.high) if toll is not None else (None, None)
    return {f"{outcome}_low": low, f"{outcome}_high": high}


def _coarseness(place: Place) -> int:
    """Rank of the place's level: the vocabulary lists them from the finest."""
    levels = list(vocab.load().levels)
    return levels.index(place.level) if place.level in levels else len(levels)


def _by_side(judged: Sequence[Judgement]) -> dict[str, list[Judgement]]:
    sides: dict[str, list[Judgement]] = {}
    for each in judged:
        sides.setdefault(each.left, []).append(each)
    return sides


def _among(group: Group, by_side: Mapping[str, list[Judgement]]) -> list[Judgement]:
    inside = frozenset(group)
    return [each for name in group for each in by_side.get(name, ()) if each.right in inside]


def _erase(conn: Connection, names: Iterable[str]) -> None:
    for chunk in in_chunks(names):
        for table in (facet, overview):
            conn.execute(delete(table).where(table.c.incident.in_(chunk)))
