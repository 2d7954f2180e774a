"""Read the passages of this folder and say which values came out: pass rates by register, and what failed."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from waqai.engine import read
from waqai.evaluate.words import same
from waqai.schema import to_json

HERE = Path(__file__).parent
Wanted = Mapping[str, Any]
Page = Mapping[str, Any]
OUTCOMES = ("captured", "abducted", "detained", "missing", "displaced", "casualties")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One must or must_not of one passage, whether it holds, and what came nearest to it."""

    passage: Page
    rule: str
    wanted: Wanted
    held: bool
    nearest: str


def passages(path: Path = HERE / "passages.jsonl") -> list[Page]:
    """Every passage, in the order of the file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def judge(passage: Page) -> list[Outcome]:
    """Read one passage and hold its record against everything asked of it."""
    record = to_json(read(passage["text"], published=passage["published"], id=passage["id"]))
    return [_must(passage, record, wanted) for wanted in passage["must"]] + [
        _must_not(passage, record, wanted) for wanted in passage["must_not"]
    ]


def _must(passage: Page, record: Page, wanted: Wanted) -> Outcome:
    if "events" in wanted:
        held = len(record["events"]) == wanted["events"]
        return Outcome(passage, "must", wanted, held, f"{len(record['events'])} events")
    tests, found = _tests_for(wanted), _candidates(record, wanted)
    ranked = sorted(found, key=lambda item: -sum(_holds(tests, key, item, wanted[key]) for key in wanted))
    if not ranked:
        return Outcome(passage, "must", wanted, False, "nothing of the sort")
    failed = [key for key in wanted if not _holds(tests, key, ranked[0], wanted[key])]
    return Outcome(passage, "must", wanted, not failed, _differences(ranked[0], failed))


def _must_not(passage: Page, record: Page, wanted: Wanted) -> Outcome:
    tests = _tests_for(wanted)
    events = _candidates(record, wanted)
    bad = [e for e in events if all(_holds(tests, key, e, wanted[key]) for key in wanted if key != "any")]
    return Outcome(passage, "must_not", wanted, not bad, "; ".join(_brief(event) for event in bad))


def _candidates(record: Page, wanted: Wanted) -> list[Page]:
    return list(record["statements"] if {"speaker", "act"} & wanted.keys() else record["events"])


def _tests_for(wanted: Wanted) -> Mapping[str, Callable[[Page, Any], bool]]:
    return STATEMENT if {"speaker", "act"} & wanted.keys() else EVENT


def _holds(tests: Mapping[str, Callable[[Page, Any], bool]], key: str, item: Page, value: Any) -> bool:
    return tests[key](item, value)


def _one_of(key: str) -> Callable[[Page, Any], bool]:
    return lambda item, value: item[key] in (value if isinstance(value, list) else [value])


def _names(key: str) -> Callable[[Page, Any], bool]:
    """Each wanted name is one of the event's, by the scorer's measure of sameness; a place also by its known name."""
    return lambda event, value: all(
        any(same(want, name) for thing in event[key] for name in _called(thing)) for want in _many(value)
    )


def _kinds(key: str) -> Callable[[Page, Any], bool]:
    return lambda event, value: any(thing["kind"] in _many(value) for thing in event[key])


def _figure(key: str) -> Callable[[Page, Any], bool]:
    return lambda event, value: event[key] is not None and _is_range(event[key], value)


def _harm(outcome: str) -> Callable[[Page, Any], bool]:
    return lambda event, value: any(h["outcome"] == outcome and _is_range(h, value) for h in event["harm"])


def _victim(event: Page, wanted: Wanted) -> bool:
    return any(
        all(_is_range(h, v) if key == "count" else h[key] == v for key, v in wanted.items()) for h in event["harm"]
    )


def _claim(event: Page, wanted: Wanted) -> bool:
    """One claimant's own figures."""
    return any(
        same(wanted["source"], event["sources"][claim["source"]]["text"])
        and all(_figure(key)(claim, value) for key, value in wanted.items() if key != "source")
        for claim in event["claims"]
    )


def _when(event: Page, value: str) -> bool:
    start, _, end = value.partition("..")
    when = event["when"] or {}
    return when.get("start") == start and when.get("end") == (end or start)


def _is_range(figure: Page, value: int | str) -> bool:
    """Is it exactly 7 (``7``), at least 7 (``"7.."``), from 7 to 9 (``"7..9"``)?"""
    low, dots, high = str(value).partition("..")
    wanted_high = int(high) if high else None if dots else int(low)
    return bool(figure["low"] == int(low) and figure["high"] == wanted_high)


def _many(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _called(thing: Page) -> list[str]:
    return [thing[key] for key in ("text", "name", "name_ar") if thing.get(key)]


EVENT: Mapping[str, Callable[[Page, Any], bool]] = {
    "kind": _one_of("kind"),
    "family": _one_of("family"),
    "status": _one_of("status"),
    "place": _names("places"),
    "perpetrator": _names("perpetrators"),
    "against": _names("against"),
    "source": _names("sources"),
    "weapon": _kinds("weapons"),
    "target": _kinds("targets"),
    "killed": _figure("killed"),
    "injured": _figure("injured"),
    "victim": _victim,
    "claim": _claim,
    "when": _when,
    **{outcome: _harm(outcome) for outcome in OUTCOMES},
}
STATEMENT: Mapping[str, Callable[[Page, Any], bool]] = {
    "speaker": lambda said, value: same(value, said["speaker"]),
    "act": _one_of("act"),
}


def _differences(item: Page, failed: Iterable[str]) -> str:
    return "; ".join(f"{key}: {_shown(item, key)}" for key in failed)


def _shown(item: Page, key: str) -> str:
    plural = {"place": "places", "perpetrator": "perpetrators", "source": "sources", "weapon": "weapons"}
    value = item.get(plural.get(key, {"target": "targets"}.get(key, key)), item.get("harm"))
    if isinstance(value, list | tuple):
        return str([_short(thing) for thing in value])
    return _short(value) if isinstance(value, Mapping) else str(value)


def _short(thing: Page) -> str:
    keys = ("outcome", "text", "kind", "group", "age", "low", "high", "start", "end")
    return " ".join(str(thing[key]) for key in keys if thing.get(key) is not None)


def _brief(event: Page) -> str:
    return f"{event['kind']} {event['status']}: {event['text'][:60]}" if "kind" in event else str(event["speaker"])


def tally(outcomes: Iterable[Outcome]) -> dict[str, dict[str, list[int]]]:
    """Held and asked, by register and rule; ``all`` is everything."""
    held: Counter[tuple[str, str]] = Counter()
    asked: Counter[tuple[str, str]] = Counter()
    for outcome in outcomes:
        for register in (outcome.passage["register"], "all"):
            asked[register, outcome.rule] += 1
            held[register, outcome.rule] += outcome.held
    return {
        register: {rule: [held[register, rule], asked[register, rule]] for rule in ("must", "must_not")}
        for register in sorted({register for register, _ in asked})
    }


def main(arguments: list[str] | None = None) -> int:
    """Print the table and the failures; ``--floors`` prints what floors.json should hold now."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--floors", action="store_true", help="print the counts as floors.json holds them, no list")
    parser.add_argument("--only", metavar="ID", help="passages whose id, war or register begins with this")
    options = parser.parse_args(arguments)
    chosen = [p for p in passages() if _chosen(p, options.only)]
    outcomes = [outcome for passage in chosen for outcome in judge(passage)]
    counts = tally(outcomes)
    lines = [json.dumps(_floors(counts), indent=1)] if options.floors else [*_table(counts), *_failures(outcomes)]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


def _chosen(passage: Page, only: str | None) -> bool:
    return only is None or any(str(passage[key]).startswith(only) for key in ("id", "war", "register"))


def _floors(counts: dict[str, dict[str, list[int]]]) -> dict[str, dict[str, int]]:
    return {register: {rule: held for rule, (held, _) in rules.items()} for register, rules in counts.items()}


def _table(counts: dict[str, dict[str, list[int]]]) -> list[str]:
    rows = [f"{'register':14}{'must':>16}{'must not':>16}"]
    for register, rules in counts.items():
        rates = [f"{held}/{asked} {held / asked if asked else 1:.0%}" for held, asked in rules.values()]
        rows.append(f"{register:14}{rates[0]:>16}{rates[1]:>16}")
    return rows


def _failures(outcomes: Iterable[Outcome]) -> list[str]:
    return [
        f"\n{o.passage['id']} {o.rule} {json.dumps(o.wanted, ensure_ascii=False)}\n  {o.passage['text']}\n  {o.nearest}"
        for o in outcomes
        if not o.held
    ]


if __name__ == "__main__":
    sys.exit(main())
