"""How fast the app answers over a large record: list, map and chart, filtered and not, as a browser asks for them.

usage: python bench/web.py [INCIDENTS]      (default: 100000)

The record is made up: rows of incidents over ten years and the towns of twelve countries, written as the store writes them.
Each answer is timed from the request to the last byte, in the process's own time, so that figures hold on a busy machine.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert, text
from starlette.testclient import TestClient

from waqai import vocab
from waqai.gazetteer import load
from waqai.store import Store, open_store
from waqai.store.tables import facet, incident, overview
from waqai.web import make_app

COUNTRIES = ("UA", "SY", "YE", "SD", "PS", "LB", "IQ", "LY", "SO", "ML", "ET", "CD")
START, DAYS, RUNS, LIMIT = date(2015, 1, 1), 3650, 7, 150
ASKED = (
    ("list", "/api/v1/incidents"),
    ("list, deadliest", "/api/v1/incidents?order=deadliest"),
    ("list of a kind in a country", "/api/v1/incidents?kind=shelling&country=UA"),
    ("list of a month", "/api/v1/incidents?from=2020-03-01&to=2020-03-31"),
    ("list, killed and disputed", "/api/v1/incidents?min_killed=5&disputed=yes"),
    ("map, the world", "/api/v1/map?cell=5"),
    ("map, a country", "/api/v1/map?cell=0.4&box=32,44,41,53"),
    ("map of a kind", "/api/v1/map?cell=5&kind=shelling"),
    ("map of a year", "/api/v1/map?cell=5&from=2020-01-01&to=2020-12-31"),
    ("chart", "/api/v1/chart"),
    ("chart of a country", "/api/v1/chart?country=SY"),
    ("page of incidents", "/incidents"),
)
Rows = list[dict[str, Any]]


def made(count: int, seed: int = 11) -> Iterator[tuple[dict[str, Any], Rows]]:
    """Rows of ``overview`` with their facets."""
    pick, kinds = random.Random(seed), list(vocab.load().kinds.values())
    index = load()
    towns = [
        each for at in range(0, len(index), 7) if (each := index.at(at)) and each.country in COUNTRIES and each.lat
    ]
    for number in range(count):
        town, kind = pick.choice(towns), pick.choice(kinds)
        day = START + timedelta(int(DAYS * pick.random() ** 0.5))
        killed = pick.choice((None, None, None, 0, 1, 2, 3, 5, 8, 20))
        row = {
            "incident": f"i{number:09d}", "kind": kind.id, "family": kind.family, "status": "happened",
            "start": day.isoformat(), "end": (day + timedelta(pick.choice((0, 0, 0, 1, 7)))).isoformat(),
            "day": day.isoformat(), "first_published": day.isoformat(), "last_published": day.isoformat(),
            "place": town.name, "country": town.country, "admin1": "", "level": town.level,
            "lat": town.lat if number % 50 else None, "lon": town.lon if number % 50 else None,
            "killed_low": killed, "killed_high": killed, "injured_low": killed, "injured_high": None,
            "deaths": -1 if killed is None else killed, "reports": 2, "outlets": 2, "disputed": not number % 9,
            "confidence": 0.9, "changed": f"{day.isoformat()}T00:00:00+00:00", "view": '{"places":[]}' + " " * 1500,
        }  # fmt: skip
        named = (("kind", kind.id), ("country", str(town.country).lower()), ("place", town.name.lower()))
        yield row, [{"name": name, "value": value, "incident": row["incident"]} for name, value in named]


def fill(store: Store, count: int) -> None:
    """Write them."""
    rows, facets = [], []
    for row, named in made(count):
        rows.append(row)
        facets += named
    with store.writing() as conn:
        conn.execute(insert(incident), [{"id": row["incident"], "opened": "2015-01-01"} for row in rows])
        conn.execute(insert(overview), rows)
        conn.execute(insert(facet), facets)
        if store.dialect == "sqlite":
            conn.execute(text("ANALYZE"))


def timed(client: TestClient, path: str) -> list[float]:
    """Milliseconds of each run."""
    found = []
    for _ in range(RUNS):
        start = time.process_time()
        answer = client.get(path)
        found.append(1000 * (time.process_time() - start))
        if answer.status_code != 200:
            raise SystemExit(f"{path}: {answer.text[:300]}")
    return found


def main() -> int:
    """Make, ask, print; 1 when an answer of the API takes longer than it may."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    slow = 0
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "record.waqai") as store:
        fill(store, count)
        client = TestClient(make_app(store), base_url="http://127.0.0.1")
        print(f"{count:,} incidents; milliseconds, best and middle of {RUNS}")
        for name, path in ASKED:
            times = timed(client, path)
            slow += min(times) > LIMIT and path.startswith("/api/")
            print(f"{name:30} {min(times):8.1f} {statistics.median(times):8.1f}")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
