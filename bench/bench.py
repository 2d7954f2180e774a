"""How fast, and how big: reports a second on one core stage by stage, beside the bare automaton; cold start; memory.

usage: python bench/bench.py [DOCS]     (default: the demo reports)

Everything is measured in this one run on the same text, so the ratios hold even where the machine is slow. Times are
the process's own, the best of many short passes after one that warms up: among them some that no neighbour disturbs.
The cold start is by the clock on the wall, with the bytecode that an installed program has, and without.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from waqai import Record, Report, reports
from waqai.engine import STAGES, read_report
from waqai.match.automaton import load_automaton
from waqai.schema import to_line
from waqai.text.text import make_text

ROOT = Path(__file__).resolve().parent.parent
PASSES, LONG_PASSES, STARTS = 15, 3, 5
ENOUGH = 50  # reports a pass


def main() -> None:
    """Measure and print."""
    docs = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "demo"
    found = [item for item in reports([docs]) if isinstance(item, Report)]
    batch = found * max(1, -(-ENOUGH // len(found)))
    words = sum(len(report.full_text.split()) for report in batch)
    print(f"{docs}: {len(found)} reports, {len(batch)} a pass, {words / len(batch):.0f} words each\n")
    stages = best_pass(batch)
    print_stages(stages, len(batch))
    print_lengths(max(found, key=lambda report: len(report.full_text)))
    with TemporaryDirectory() as bytecode:
        warm = cold_start({"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": bytecode})
    bare = cold_start({"PYTHONDONTWRITEBYTECODE": "1", "PYTHONPYCACHEPREFIX": os.devnull})
    print(f"\ncold start   {warm:.2f} s   waqai read of one report, JSON, caches warm, best of {STARTS}")
    print(f"             {bare:.2f} s   the same without bytecode")
    print(f"memory       {peak(docs):.0f} MB  at most, waqai read of all reports")


def best_pass(batch: list[Report]) -> dict[str, float]:
    """Seconds a stage, and "all", "json" and "automaton"; each the best of the passes after a first one."""
    norms = [" ".join(token.text for token in make_text(report.full_text).tokens) for report in batch]
    one_pass(batch)
    runs = [one_pass(batch) | {"automaton": automaton_pass(norms)} for _ in range(PASSES)]
    return {name: min(run[name] for run in runs) for name in runs[0]}


def one_pass(batch: list[Report]) -> dict[str, float]:
    """Seconds of each stage over the batch, and of the whole without the stopwatch."""
    spent: dict[str, float] = defaultdict(float)

    @contextmanager
    def clock(stage: str) -> Iterator[None]:
        begun = time.process_time()
        yield
        spent[stage] += time.process_time() - begun

    for report in batch:
        read_report(report, clock)
    records: list[Record] = []
    whole = seconds(lambda: records.extend(map(read_report, batch)))
    return dict(spent) | {"all": whole, "json": seconds(lambda: [to_line(record) for record in records])}


def automaton_pass(norms: list[str]) -> float:
    """The limit: the automaton alone, over the same folded words."""
    automaton = load_automaton().automaton
    return seconds(lambda: [automaton.find_overlapping(norm) for norm in norms])


def seconds(work: Callable[[], object]) -> float:
    """How long the process works at ``work``."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def print_stages(spent: dict[str, float], number: int) -> None:
    """A line a stage: reports a second, milliseconds a report, share of the whole."""
    print(f"{'stage':12} {'reports/s':>10} {'ms/report':>10} {'share':>7}")
    total = sum(spent[stage] for stage in STAGES)
    for stage in STAGES:
        print(row(stage, spent[stage], number) + f" {spent[stage] / total:7.1%}")
    print(row("all", spent["all"], number) + "   one core, no stopwatch")
    print(row("json", spent["json"], number) + "   writing the records")
    ratio = spent["all"] / spent["automaton"]
    print(
        row("automaton", spent["automaton"], number)
        + f"   bare pass over the same text: the engine takes {ratio:.0f} times as long"
    )


def print_lengths(report: Report) -> None:
    """The longest report once, ten times and a hundred times over: time for a word, and as a ratio to the first."""
    print()
    first = 0.0
    for times in (1, 10, 100):
        long = Report("long", "\n".join([report.full_text] * times))
        spent = min(seconds(lambda report=long: read_report(report)) for _ in range(LONG_PASSES))  # type: ignore[misc]
        a_word = spent / len(long.full_text.split())
        first = first or a_word
        print(f"{times:3} times the longest report {1e6 * a_word:8.1f} µs a word   {a_word / first:5.2f} of the first")


def row(name: str, spent: float, number: int) -> str:
    """The figures of one line."""
    return f"{name:12} {number / spent:10.0f} {1000 * spent / number:10.2f}"


def cold_start(settings: dict[str, str]) -> float:
    """Seconds that ``waqai read`` of one report takes in a process of its own, once the caches are warm."""
    read_one = command([str(ROOT / "demo" / "05-sudan.txt")])
    starts = []
    for _ in range(STARTS + 1):
        begun = time.perf_counter()
        subprocess.run(read_one, stdout=subprocess.DEVNULL, check=True, env=os.environ | settings)
        starts.append(time.perf_counter() - begun)
    return min(starts[1:])


def peak(docs: Path) -> float:
    """Megabytes resident at most in ``waqai read`` of the reports."""
    with subprocess.Popen(command([str(docs)]), stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_maxrss / 1024


def command(paths: list[str]) -> list[str]:
    """The words of ``waqai read``."""
    return [str(Path(sys.executable).with_name("waqai")), "read", *paths, "--format", "jsonl"]


if __name__ == "__main__":
    main()
