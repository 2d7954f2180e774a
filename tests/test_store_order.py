"""Reports that come one by one, in any order, make the same incidents as all of them at once."""

from __future__ import annotations

import random
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from stores import gathered
from waqai.engine import read_report
from waqai.merge import cluster, judgements
from waqai.model.sighting import Sighting
from waqai.store import Adding, add, incident_of, incidents, open_store, reports_of

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "eval"))
from merge.annotated import pages, report


@pytest.mark.parametrize(("seed", "batch"), [(1, 1), (2, 7), (3, 1000)])
def test_the_order_in_which_reports_come_makes_no_difference(seed: int, batch: int, empty_file: Path) -> None:
    rows = [page for page in pages() if page["half"] == "test"]
    assert len(rows) > 50
    given = [replace(report(page), extra={"outlet": page["outlet"]}) for page in rows]
    records = {one.id: read_report(one) for one in given}
    told = [
        Sighting(f"{one.id}/{e.id}", one.id, e, page["outlet"], page["title"], page["date"])
        for page, one in zip(rows, given, strict=True)
        for e in records[one.id].events
    ]
    at_once = {frozenset(group) for group in cluster((s.id for s in told), judgements(told))}
    random.Random(seed).shuffle(given)
    with open_store(empty_file.with_name(f"{seed}.waqai")) as store:
        add(store, map(gathered, given), Adding(lambda reports: (records[one.id] for one in reports), batch=batch))
        with store.reading() as conn:
            made = [incident_of(conn, row.incident) for row in incidents(conn, limit=1000).rows]
            names = {
                row.id: row.name
                for row in reports_of(conn, [s.report for each in made for s in each.sightings]).values()
            }
    one_by_one = {frozenset(f"{names[s.report]}/{s.event.id}" for s in each.sightings) for each in made}
    assert one_by_one == at_once
