"""The doctor's checks of views: what lists show, and which judgement holds, against what they were made from."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from sqlalchemy import Connection, select

import waqai.store.judgements as log
from waqai.model.judgement import Judgement
from waqai.store.overviews import facets_of, row_of
from waqai.store.plain import in_chunks
from waqai.store.rules import Rules
from waqai.store.sightings import members, sightings
from waqai.store.tables import facet, overview, standing


def check_standing(conn: Connection) -> Iterator[str]:
    """Of every pair that was judged, what outranks the rest is what holds."""
    held = {(row.left, row.right): row.judgement for row in conn.execute(select(standing))}
    for pair, group in groupby(log.whole_log(conn), lambda filed: (filed.judgement.left, filed.judgement.right)):
        best = log.outranking(list(group))
        if held.pop(pair, None) != (best and best.seq):
            yield f"{pair[0]} and {pair[1]}: not the judgement that should hold"
    yield from (f"{left} and {right}: a judgement holds that nobody made" for left, right in held)


def check_views(conn: Connection, rules: Rules) -> Iterator[str]:
    """Every row of a list is what the incident's sightings say today."""
    names = list(conn.scalars(select(overview.c.incident).order_by(overview.c.incident)))
    for chunk in in_chunks(names, 200):
        homes = members(conn, chunk)
        known = sightings(conn, homes)
        judged: dict[str, list[Judgement]] = {name: [] for name in chunk}
        for made in log.among(conn, homes):
            if homes[made.left] == homes[made.right]:
                judged[homes[made.left]].append(made)
        shown, found = _shown(conn, chunk)
        for name in chunk:
            told = [known[each] for each, home in homes.items() if home == name and each in known]
            view = rules.summarise(name, told, judged[name]) if told else None
            if view is None or shown[name] != row_of(view) or found.get(name, set()) != set(facets_of(view)):
                yield f"incident {name}: lists show something else than its sightings say"


def _shown(conn: Connection, chunk: list[str]) -> tuple[dict[str, dict[str, object]], dict[str, set[tuple[str, str]]]]:
    rows = conn.execute(select(overview).where(overview.c.incident.in_(chunk))).mappings()
    shown = {row["incident"]: {key: value for key, value in row.items() if key != "changed"} for row in rows}
    found: dict[str, set[tuple[str, str]]] = {}
    for row in conn.execute(select(facet).where(facet.c.incident.in_(chunk))):
        found.setdefault(row.incident, set()).add((row.name, row.value))
    return shown, found
