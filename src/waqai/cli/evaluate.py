"""``waqai eval``: how well the program reads reports that a person has annotated."""

from __future__ import annotations

import dataclasses
import json
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from waqai.cli.options import NoColor, Published
from waqai.evaluate import SLOTS, Figures, Score, load_records, score
from waqai.evaluate.measures import facts_right
from waqai.ingest import Failure, reports
from waqai.model.record import Report

if TYPE_CHECKING:
    from waqai.cli.batch import Result

EPILOG = """\b
Examples:
  waqai eval docs.jsonl annotations/
  waqai eval docs.jsonl annotations/ --worst 10
  waqai eval docs.jsonl annotations/ --predicted other.jsonl --json

GOLD holds one JSON file a report, or a line each: id, events and statements as a record has them, with texts copied
from the report. Events are paired by kind, sentence, place and figures; facts are all their values; an event is
strictly right when kind group, status, place, days and both figures are.
"""


def evaluate(
    docs: Annotated[Path, typer.Argument(metavar="DOCS", help="The reports.")],
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Their annotations: a folder, or a JSONL file.")],
    predicted: Annotated[Path | None, typer.Option(metavar="FILE", help="Score these records, do not read.")] = None,
    worst: Annotated[int, typer.Option(metavar="N", min=0, help="List the N reports read worst.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    published: Published = None,
    no_color: NoColor = False,
) -> None:
    """Read reports and measure the records against annotations."""
    items = list(reports([docs], published))
    given = [item for item in items if isinstance(item, Report)]
    read = _read(given) if predicted is None else []
    failures = [item for item in (*items, *read) if isinstance(item, Failure)]
    for failure in failures:
        typer.echo(f"waqai: {failure}", err=True)
    found = load_records(predicted) if predicted else _pages(read)
    result = score({report.id: report.full_text for report in given}, load_records(gold), found)
    _print_json(result) if as_json else _print(result, worst)
    raise typer.Exit(1 if failures or not result.reports else 0)


def _read(given: list[Report]) -> list[Result]:
    from waqai.cli.batch import read_all

    return list(read_all(given))


def _pages(read: list[Result]) -> dict[str, dict[str, Any]]:
    from waqai.cli.batch import Done
    from waqai.schema import to_json

    return {done.report.id: to_json(done.record) for done in read if isinstance(done, Done)}


def _print_json(result: Score) -> None:
    plain = dataclasses.asdict(result)
    del plain["by_report"]
    typer.echo(json.dumps(plain))


def _print(result: Score, worst: int) -> None:
    typer.echo(f"reports {result.reports}   relevance {result.relevance:.3f}   act accuracy {result.act_accuracy:.3f}")
    typer.echo(f"{'':12}{'P':>7}{'R':>7}{'F1':>7}{'gold':>7}{'found':>7}")
    rows = [("events", result.events), ("facts", result.facts), ("strict", result.strict)]
    for name, row in [*rows, ("statements", result.statements), *((slot, result.slots[slot]) for slot in SLOTS)]:
        typer.echo(_row(name, row))
    for line in _worst(result)[:worst]:
        typer.echo(line)


def _row(name: str, row: Figures) -> str:
    return f"{name:12}{row.p:7.3f}{row.r:7.3f}{row.f1:7.3f}{row.gold:7}{row.found:7}"


def _worst(result: Score) -> list[str]:
    """A line a report, the worst read first."""
    ranked = []
    for name, counts in result.by_report.items():
        right, gold = facts_right(counts)
        events = f"events {counts['ev.t']}/{counts['ev.g']} (found {counts['ev.p']})"
        share = right / gold if gold else float(not counts["ev.p"])
        ranked.append((share, f"{name}: {events}, facts {right}/{gold}"))
    return [line for _, line in sorted(ranked, key=itemgetter(0))]
