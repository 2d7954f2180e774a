"""The store at size: is adding linear, are lists and searches quick, how long does the doctor take.

usage: python bench/store.py [CLAIMS] [STORE]     (default: 100000 claims, a file of SQLite in a temporary folder)

Reports are made up from towns, days and figures, read by the engine, and added in ten equal parts; a part that takes
longer than the first shows what grows (in the time of this process, so that others on the machine do not matter). Lists
are then asked of 100,000 more incidents, copied under new names. Times of questions are the best of five.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from sqlalchemy import Connection, func, insert, select

from waqai.engine import read_report
from waqai.ingest import Failure
from waqai.model.capture import Capture, Gathered
from waqai.model.record import Record, Report
from waqai.store import Adding, Filter, Store, add, chart, count, examine, incident_of, incidents, open_store, search
from waqai.store.tables import claim, facet, incident, judgement, overview, report, sighting

TOWNS = """إدلب حماة حمص درعا الرقة تدمر دمشق حلب اللاذقية طرطوس السويداء القامشلي عفرين منبج الباب سرمين بنش أريحا معرة_النعمان
غزة رفح خان_يونس جباليا نابلس جنين الخليل صور صيدا النبطية بعلبك مرجعيون عيترون بنت_جبيل خاركيف أوديسا خيرسون زابوريجيا سومي
بيلغورود دونيتسك لوهانسك باخموت كراماتورسك بوكروفسك الخرطوم الفاشر نيالا الأبيض أم_درمان بحري كادوقلي صنعاء تعز مأرب الحديدة عدن
بغداد الموصل كركوك الرمادي الفلوجة سامراء بعقوبة البصرة طرابلس بنغازي سرت مصراتة""".split()
NUMBERS = "ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة".split()
WEAPONS = ("الطائرات الحربية", "المدفعية", "طائرات مسيّرة", "صواريخ")
OUTLETS = [f"outlet {number}" for number in range(12)]
PARTS, A_DAY, AGAIN, MANY = 10, 20, 5, 100_000


def main() -> None:
    """Build, measure, print."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else MANY
    with tempfile.TemporaryDirectory() as folder:
        where = sys.argv[2] if len(sys.argv) > 2 else str(Path(folder, "record.waqai"))
        with open_store(where) as store:
            build(store, wanted)
            print("\nquestions (ms), as added")
            questions(store)
            multiply(store)
            print(f"\nquestions (ms), with {MANY:,} incidents more")
            questions(store)


def build(store: Store, wanted: int) -> None:
    """Add until there are so many claims, then let the doctor look at it."""
    made, per_report = reports(random.Random(4)), claims_of_a_report()
    each = max(1, round(wanted / per_report / PARTS))
    spent = []
    for part in range(PARTS):
        batch = list(islice(made, each))
        records = {one.id: read_report(one) for one in batch}
        begun, worked = time.perf_counter(), time.process_time()
        add(store, [gathered(one) for one in batch], Adding(reader(records)))
        spent.append(time.process_time() - worked)
        taken = f"{time.perf_counter() - begun:.1f} s, of which {spent[-1]:.1f} s our own work"
        print(f"part {part + 1:2}: {each} reports in {taken}, {1000 * spent[-1] / each:.1f} ms each", flush=True)
    later, first = sum(spent[-2:]) / 2, sum(spent[:2]) / 2
    print(f"the last two parts against the first two: {later / first:.2f} times")
    with store.reading() as conn:
        for table in (report, claim, judgement, overview):
            print(f"{table.name:10} {conn.execute(select(func.count()).select_from(table)).scalar():,}")
        begun, worked = time.perf_counter(), time.process_time()
        found = list(examine(conn))
        own = time.process_time() - worked
        print(f"doctor: {time.perf_counter() - begun:.1f} s, of which {own:.1f} s our own work; {len(found)} problems")


def reports(chance: random.Random) -> Iterator[Report]:
    """News of two strikes each, day after day; now and then several outlets tell of the same."""
    number = 0
    while True:
        day = date(2025, 1, 1) + timedelta(days=number // A_DAY)
        text = f"{strike(chance)} {strike(chance)}"
        for outlet in chance.sample(OUTLETS, chance.choice((1, 1, 1, 2, 4))):
            number += 1
            yield Report(f"r{number}", text, "", day.isoformat(), None, "ar", {"outlet": outlet})


def strike(chance: random.Random) -> str:
    """A sentence."""
    town, weapon = chance.choice(TOWNS).replace("_", " "), chance.choice(WEAPONS)
    killed, injured = chance.choice(NUMBERS), chance.choice(NUMBERS)
    return f"قصفت {weapon} مدينة {town} أمس، وقتل {killed} مدنيين وأصيب {injured} آخرون، كما قال الدفاع المدني."


def gathered(one: Report) -> Gathered:
    """The report as a source of its own."""
    return Gathered(Capture(one.id, one.full_text.encode(), "text/plain", "2025-07-22T09:00:00+00:00"), (one,))


def reader(records: dict[str, Record]) -> Callable[[Iterator[Report]], Iterator[Record | Failure]]:
    """A reader that has read it all already: the engine's time is measured by bench.py."""
    return lambda given: (records[one.id] for one in given)


def claims_of_a_report() -> float:
    """How many claims one of these reports makes, about."""
    from waqai.claims import claims_of

    sample = [read_report(one) for one in islice(reports(random.Random(1)), 40)]
    return sum(len(claims_of("s", event)) for record in sample for event in record.events) / len(sample)


def multiply(store: Store) -> None:
    """Incidents as a list sees them, many times over."""
    with store.writing() as conn:
        rows = [dict(row) for row in conn.execute(select(overview)).mappings()]
        facets: dict[str, list[tuple[str, str]]] = {}
        for row in conn.execute(select(facet)):
            facets.setdefault(row.incident, []).append((row.name, row.value))
        for start in range(0, MANY, 1000):
            copied = [(rows[at % len(rows)], f"z{at}") for at in range(start, start + 1000)]
            conn.execute(insert(incident), [{"id": name, "opened": row["changed"]} for row, name in copied])
            conn.execute(insert(overview), [row | {"incident": name} for row, name in copied])
            values = [
                {"incident": name, "name": k, "value": v} for row, name in copied for k, v in facets[row["incident"]]
            ]
            conn.execute(insert(facet), values)


def questions(store: Store) -> None:
    """Ask, and print the time of each."""
    with store.reading() as conn:
        first = incidents(conn, limit=50)
        real = conn.execute(select(sighting.c.incident).limit(1)).scalar() or ""
        asked: dict[str, Callable[[Connection], object]] = {
            "newest 50": lambda c: incidents(c),
            "the page after": lambda c: incidents(c, after=first.next),
            "deadliest 50": lambda c: incidents(c, order="deadliest"),
            "a place, a month": lambda c: incidents(
                c, Filter(places=("Idlib",), since="2025-03-01", until="2025-03-31")
            ),
            "a kind, killed 5": lambda c: incidents(c, Filter(kinds=("drone_strike",), min_killed=5)),
            "a box": lambda c: incidents(c, Filter(box=(35.0, 35.0, 37.0, 37.0))),
            "an outlet, an order": lambda c: incidents(c, Filter(sources=("outlet 3",)), order="deadliest"),
            "nothing found": lambda c: incidents(c, Filter(places=("Paris",))),
            "words": lambda c: incidents(c, Filter(words="مسيّرة إدلب")),
            "count of all": lambda c: count(c),
            "count of a kind": lambda c: count(c, Filter(kinds=("drone_strike",))),
            "chart of all": lambda c: chart(c),
            "search, a rare word": lambda c: search(c, "إدلب"),
            "search, in every report": lambda c: search(c, "المدني"),
            "search, a phrase": lambda c: search(c, '"مدينة إدلب"'),
            "one incident": lambda c: incident_of(c, real),
        }
        for name, ask in asked.items():
            print(f"  {name:24} {best(lambda ask=ask: ask(conn)):7.1f}")  # type: ignore[misc]


def best(ask: Callable[[], object]) -> float:
    """Milliseconds."""
    times = []
    for _ in range(AGAIN):
        begun = time.perf_counter()
        ask()
        times.append(time.perf_counter() - begun)
    return 1000 * min(times)


if __name__ == "__main__":
    main()
