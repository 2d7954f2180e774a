"""``waqai add`` and ``waqai retry``: sources into the store, with a bar that counts, and a list of what failed."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from waqai.cli.options import Lang, NoColor, Paths, Published
from waqai.cli.read import Jobs
from waqai.cli.storing import Where, open_existing
from waqai.cli.web_options import Follow, Private, fetching
from waqai.model.capture import Gathered

if TYPE_CHECKING:
    from waqai.ingest import Failure, Fetching, Found
    from waqai.model.record import Record, Report
    from waqai.store import Failed, Progress, Store
    from waqai.store.adding import Reader

_PIPE = "<stdin>"
EPILOG = """\b
Examples:
  waqai add reports/ more.jsonl --published 2025-07-22
  waqai add https://example.org/feed.xml archive.warc.gz
  waqai add reports/ --store postgresql://desk@localhost/record --jobs 4
  waqai retry

Adding twice changes nothing. A source whose words have changed since is kept as a new version beside the old one.
A run may be stopped at any moment: whatever was counted as new is kept, and the next run goes on from there.
Exit codes: 0 everything was read; 1 some could not be (they are listed, `waqai retry` tries them again); 2 usage.
"""


def add(
    sources: Paths,
    store: Where = None,
    published: Published = None,
    lang: Lang = None,
    jobs: Jobs = 1,
    follow: Follow = False,
    private: Private = None,
    no_color: NoColor = False,
) -> None:
    """Read sources and keep them in the store: originals, reports, claims, incidents."""
    from waqai.store import open_store

    with open_store(store) as opened:
        progress = _run(opened, sources, published, lang, jobs, fetching(private, follow=follow))
    raise typer.Exit(1 if progress.failures else 0)


def retry(
    store: Where = None,
    only_list: Annotated[bool, typer.Option("--list", help="List what is waiting, do not try.")] = False,
    jobs: Jobs = 1,
    private: Private = None,
    no_color: NoColor = False,
) -> None:
    """Try again what could not be read when it was added."""
    from waqai.store import failures

    failed = 0
    with open_existing(store) as opened:
        with opened.reading() as conn:
            waiting = failures(conn)
        if not waiting:
            typer.echo("waqai: nothing is waiting to be tried again", err=True)
        if only_list:
            for each in waiting:
                typer.echo(f"{each} (tried {each.tries} times, last {each.at})")
            return
        for (published, lang), addresses in _by_defaults(waiting).items():
            failed += _run(opened, addresses, published, lang, jobs, fetching(private)).failed
    raise typer.Exit(1 if failed else 0)


def read_in_order(jobs: int) -> Reader:
    """A reader for the store: one result a report, in one process or several."""
    from waqai.cli.batch import Done, read_all

    def read(reports: Iterator[Report]) -> Iterator[Record | Failure]:
        for result in read_all(reports, jobs or os.cpu_count() or 1):
            yield result.record if isinstance(result, Done) else result  # type: ignore[misc]

    return read


def _run(
    store: Store, sources: Iterable[str], published: str | None, lang: str | None, jobs: int, limits: Fetching
) -> Progress:
    from waqai.dating import visible_date
    from waqai.ingest import gather

    lasting = tuple(map(_lasting, sources))
    gathered = gather(lasting, published, lang, limits, visible_date)
    return keep(store, map(_named, gathered), jobs, lasting, published, lang)


def keep(
    store: Store,
    gathered: Iterable[Found],
    jobs: int,
    sources: tuple[str, ...] = (),
    published: str | None = None,
    lang: str | None = None,
) -> Progress:
    """Add with a bar on the terminal, then say what came of it."""
    from waqai.cli.counter import Counter
    from waqai.store import Adding
    from waqai.store import add as add_to

    with Counter() as counter:
        how = Adding(read_in_order(jobs), counter.show, sources, published, lang)
        try:
            progress = add_to(store, gathered, how)
        except KeyboardInterrupt:
            _stopped(counter.last, store)
    _tell(progress, store)
    return progress


def _tell(progress: Progress, store: Store) -> None:
    for said in (*progress.notices, *progress.failures):
        sys.stderr.write(f"waqai: {said}\n")
    typer.echo(f"{summary(progress)}  ({store.url})")


def _stopped(progress: Progress | None, store: Store) -> NoReturn:
    """Say what is kept; the rest is for the next run."""
    if progress is not None:
        _tell(progress, store)
    typer.echo("waqai: stopped; what is counted as new or changed is kept, say it again to go on", err=True)
    raise typer.Exit(130)


def _lasting(source: str) -> str:
    """A source by the name that it has from every folder."""
    return source if source == "-" or "://" in source else str(Path(source).absolute())


def _named(found: Found) -> Found:
    """What came by a pipe has no address: it is named by its bytes, or else each pipe would replace the one before."""
    if not isinstance(found, Gathered) or found.capture.address != _PIPE:
        return found
    name = f"stdin:{hashlib.sha256(found.capture.content).hexdigest()[:16]}"
    reports = (replace(report, id=report.id.replace(_PIPE, name)) for report in found.reports)
    return Gathered(replace(found.capture, address=name), tuple(reports))


def summary(progress: Progress) -> str:
    """The counts, in one line."""
    names = ("read", "new", "changed", "same", "failed")
    return ", ".join(f"{getattr(progress, name):,} {name}" for name in names)


def _by_defaults(waiting: Iterable[Failed]) -> dict[tuple[str | None, str | None], list[str]]:
    """Addresses, each once, by the date and language that were to hold for them."""
    found: dict[tuple[str | None, str | None], dict[str, None]] = {}
    for failed in waiting:
        found.setdefault((failed.published, failed.lang), {})[failed.address] = None
    return {defaults: list(addresses) for defaults, addresses in found.items()}
