"""How merging grows: the same made-up war at two sizes, each stage's time a sighting, and how the two compare.

usage: python bench/merging.py [SMALL LARGE]     (default: 10000 100000)

An incident is told by one to five outlets, with towns, days and figures spread as in a busy war: most towns are quiet, a
few are struck every day. A ratio near 1 is linear growth. The process's own time is measured, in one run, so that ratios
hold on a busy machine as on an idle one.
"""

from __future__ import annotations

import gc
import random
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

from waqai.gazetteer import PlaceRow, load
from waqai.merge.blocks import keys
from waqai.merge.clustering import cluster
from waqai.merge.judging import compare
from waqai.merge.pairing import pair_up
from waqai.merge.profile import profile
from waqai.model.record import Event, Figure, Place, Target, When
from waqai.model.sighting import Sighting
from waqai.model.span import Span

SPAN = Span(0, 0)
KINDS = ("air_strike", "drone_strike", "shelling", "attack", "bombing", "shooting", "clash")
TARGETS = ("house", "school", "vehicle", "hospital", "shop_market", "road")
COUNTRIES = ("UA", "SY", "YE", "SD", "PS", "LB", "IQ", "LY", "SO", "ML")
START = date(2024, 1, 1)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of a run: microseconds a sighting."""

    name: str
    micros: float


def towns() -> list[PlaceRow]:
    """The towns of the countries at war, in the order of the index."""
    index = load()
    rows = (index.at(row) for row in range(0, len(index), 5))
    return [row for row in rows if row and row.level == "settlement" and row.country in COUNTRIES]


def sightings(count: int, seed: int = 7) -> Iterator[Sighting]:
    """So many sightings over so many days that the war is equally dense at every size."""
    pick = random.Random(seed)
    places, days = towns(), max(30, count // 60)
    number = 0
    while number < count:
        event = _event(pick, places, START + timedelta(days=pick.randrange(days)))
        for _ in range(min(pick.randint(1, 5), count - number)):
            yield _told(pick, event, number)
            number += 1


def _event(pick: random.Random, places: list[PlaceRow], day: date) -> Event:
    row = places[int(len(places) * pick.random() ** 3)]  # few towns have many strikes
    place = Place(
        row.name_ar, SPAN, row.name, row.name_ar, row.country, row.admin1, row.lat, row.lon, row.level, row.id
    )
    return Event(
        id="e1",
        kind=pick.choice(KINDS),
        family="violence",
        status="happened",
        span=SPAN,
        text=f"{row.name_ar} {row.name_ar}",
        when=When("x", SPAN, day.isoformat(), day.isoformat(), "day", "bench"),
        places=(place,),
        targets=(Target("x", SPAN, pick.choice(TARGETS)),),
        killed=_figure(pick.randrange(30)),
        injured=_figure(pick.randrange(60)),
    )


def _figure(number: int) -> Figure:
    return Figure(str(number), SPAN, number, number)


def _told(pick: random.Random, event: Event, number: int) -> Sighting:
    """One outlet's telling: sometimes a vague kind, a figure that differs, no figure at all."""
    told = replace(event, kind="attack" if pick.random() < 0.2 else event.kind)
    if pick.random() < 0.3:
        told = replace(told, killed=None)
    report = f"r{number:07}"
    return Sighting(f"{report}/e1", report, told, f"outlet {number % 9}", "", told.when.start)


def run(count: int) -> tuple[list[Stage], str]:
    """Every stage at one size, and what came out."""
    told = list(sightings(count))
    stages: list[Stage] = []

    def clock(name: str, work: Callable[[], T]) -> T:
        gc.freeze()  # what earlier stages made is not this stage's to look after
        started = time.process_time()
        made = work()
        stages.append(Stage(name, (time.process_time() - started) * 1e6 / count))
        return made

    profiles = clock("profile", lambda: [profile(one) for one in told])
    clock("keys", lambda: [keys(one) for one in profiles])
    pairs = clock("candidates", lambda: pair_up(profiles)).pairs
    by_id = {one.id: one for one in profiles}
    judged = clock("judge", lambda: [compare(by_id[a], by_id[b]) for a, b in pairs])
    groups = clock("cluster", lambda: cluster(by_id, judged))
    judging = next(stage.micros for stage in stages if stage.name == "judge") * count / 1e6
    rate = len(pairs) / judging
    return stages, f"{count:,} sightings: {len(pairs):,} pairs judged ({rate:,.0f} a second), {len(groups):,} incidents"


def main() -> None:
    """Print the table."""
    small, large = (int(size) for size in (sys.argv[1:] or ("10000", "100000")))
    profile(next(sightings(1)))  # loads the packs
    (one, first), (other, second) = run(small), run(large)
    print(first, second, "", f"{'microseconds a sighting':24} {small:>10,} {large:>10,} {'ratio':>6}", sep="\n")
    for a, b in zip(one, other, strict=True):
        print(f"{a.name:24} {a.micros:10.1f} {b.micros:10.1f} {b.micros / a.micros:6.2f}")


if __name__ == "__main__":
    main()
