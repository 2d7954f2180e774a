"""Merge the annotated reports and say how well: B-cubed over the tellings, read by the engine and written by a person."""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from merge.annotated import HALVES, Page, Telling, pages, report, sighting, tellings
from waqai.engine import read_report
from waqai.evaluate.clusters import Cubed, b_cubed
from waqai.evaluate.pairing import pair
from waqai.merge import cluster, judgements
from waqai.model.judgement import Judgement
from waqai.model.record import Record
from waqai.model.sighting import Sighting
from waqai.schema import to_json

WAYS = ("written", "read")


@dataclass(frozen=True, slots=True)
class Merged:
    """``groups``: telling -> the group it came out in (none: the engine did not find it)."""

    groups: dict[str, str]
    judged: dict[tuple[str, str], Judgement]
    sightings: dict[str, str]

    def between(self, one: str, other: str) -> Judgement | None:
        """The judgement of two tellings."""
        pair = sorted((self.sightings.get(one, ""), self.sightings.get(other, "")))
        return self.judged.get((pair[0], pair[1]))


def written(half: str) -> Merged:
    """The tellings as a person wrote them down, merged: errors are the merge's own."""
    rows = {page["id"]: page for page in pages() if page["half"] == half}
    found = {t["id"]: sighting(rows[t["report"]], t) for t in tellings() if t["report"] in rows}
    return _merged(list(found.values()), {name: name for name in found})


def read(half: str) -> Merged:
    """The reports as the engine reads them, merged: a telling that it missed stands alone."""
    sightings: list[Sighting] = []
    found: dict[str, str] = {}
    told = by_report()
    for page in pages():
        if page["half"] == half:
            record = read_report(report(page))
            sightings += [
                Sighting(f"{record.id}/{e.id}", record.id, e, page["outlet"], page["title"], page["date"])
                for e in record.events
            ]
            found |= _matched(page, told[page["id"]], record)
    return _merged(sightings, found)


def by_report() -> dict[str, list[Telling]]:
    """The tellings of each report."""
    found: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings():
        found[telling["report"]].append(telling)
    return found


def _merged(sightings: Sequence[Sighting], found: Mapping[str, str]) -> Merged:
    judged = judgements(sightings)
    groups = cluster((s.id for s in sightings), judged)
    home = {member: group[0] for group in groups for member in group}
    return Merged(
        {telling: home[name] for telling, name in found.items()},
        {(one.left, one.right): one for one in judged},
        dict(found),
    )


def _matched(page: Page, told: Sequence[Telling], record: Record) -> dict[str, str]:
    """Telling -> sighting, by the scorer's pairing of annotated and found events."""
    gold = [_as_event(page, telling) for telling in told]
    found = to_json(record)["events"]
    full = f"{page['title']}\n{page['text']}"
    return {told[at]["id"]: f"{record.id}/{found[to]['id']}" for at, to in pair(full, gold, found).items()}


def _as_event(page: Page, telling: Telling) -> dict[str, Any]:
    ranges = {
        outcome: {"low": telling[outcome][0], "high": telling[outcome][1]}
        for outcome in ("killed", "injured")
        if outcome in telling
    }
    return {
        "kind": telling["kind"],
        "sentence": telling["words"],
        "places": [name for name, _ in telling.get("places", ())],
        **ranges,
    }


def gold(half: str) -> dict[str, str]:
    """Telling -> incident."""
    halves = {page["id"]: page["half"] for page in pages()}
    return {t["id"]: t["incident"] for t in tellings() if halves[t["report"]] == half}


def figures() -> dict[str, dict[str, Cubed]]:
    """{way: {half: figures}}, also over both halves."""
    found: dict[str, dict[str, Cubed]] = {}
    for way in WAYS:
        merged = {half: globals()[way](half) for half in HALVES}
        found[way] = {half: b_cubed(gold(half), merged[half].groups) for half in HALVES}
        everything = {**gold("tune"), **gold("test")}
        found[way]["all"] = b_cubed(everything, {**merged["tune"].groups, **merged["test"].groups})
    return found


def errors(half: str, merged: Merged) -> Iterable[str]:
    """Every pair of tellings that is together and should not be, or the other way round, and what was not found."""
    true = gold(half)
    yield from (f"  not found   {name} ({true[name]})" for name in true if name not in merged.groups)
    names = sorted(merged.groups)
    for at, one in enumerate(names):
        for other in names[at + 1 :]:
            together, belongs = merged.groups[one] == merged.groups[other], true[one] == true[other]
            if together != belongs:
                yield _error("put together" if together else "kept apart ", one, other, merged)


def _error(what: str, one: str, other: str, merged: Merged) -> str:
    judged = merged.between(one, other)
    if judged is None:
        return f"  {what} {one} {other}: not judged (no shared block, or one report)"
    why = ", ".join(f"{r.feature} {r.weight:+.2f} [{r.left} | {r.right}]" for r in judged.reasons)
    return f"  {what} {one} {other}: {judged.verdict} {judged.score:.2f}: {why}"


def main(argv: Sequence[str] | None = None) -> int:
    """Print the figures, and with ``--errors HALF`` what went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", choices=HALVES, help="list what went wrong in this half")
    parser.add_argument("--floors", action="store_true", help="print the figures as floors.json holds them")
    args = parser.parse_args(argv)
    found = figures()
    if args.floors:
        print(json.dumps({way: {half: one.f1 for half, one in row.items()} for way, row in found.items()}, indent=1))
        return 0
    print(f"{'':8} {'half':5} {'B3 p':>6} {'r':>6} {'F1':>6} {'tellings':>9}")
    for way, row in found.items():
        for half, one in row.items():
            print(f"{way:8} {half:5} {one.p:6.3f} {one.r:6.3f} {one.f1:6.3f} {one.things:9}")
    if args.errors:
        for way in WAYS:
            print(f"{way}:")
            print("\n".join(errors(args.errors, globals()[way](args.errors))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
