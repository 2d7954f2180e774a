"""Many reports through the engine, in one process or several: items in, results out in the same order."""

from __future__ import annotations

import gc
import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import islice
from multiprocessing import parent_process
from multiprocessing.process import BaseProcess
from threading import Thread

from waqai.engine import read_report
from waqai.ingest import Failure, Item, Notice
from waqai.model.record import Record, Report
from waqai.packs.catalogue import language_of, languages

_CHUNK = 16
_AHEAD = 3  # chunks that wait for each process


@dataclass(frozen=True, slots=True)
class Done:
    """A report and its record."""

    report: Report
    record: Record


Result = Done | Failure | Notice


def read_all(items: Iterable[Item], jobs: int = 1) -> Iterator[Result]:
    """Each report's record, or the failure in its place; notices and failures of reading pass through."""
    settle()
    if jobs == 1:
        yield from map(_read, items)
        return
    with ProcessPoolExecutor(jobs, initializer=_leave_with_parent) as pool:
        waiting: deque[Future[list[Result]]] = deque()
        for chunk in _chunks(items):
            waiting.append(pool.submit(_read_chunk, chunk))
            if len(waiting) >= jobs * _AHEAD:
                yield from waiting.popleft().result()
        for future in waiting:
            yield from future.result()


@cache
def settle() -> None:
    """Load the packs, then let the collector of garbage run, but never over what was loaded: it stays to the end.

    `main` turned it off; a run over a million objects that are none costs more than reading a report.
    """
    read_report(Report("", ""))
    gc.freeze()
    gc.enable()


def read_one(report: Report) -> Done | Failure:
    """The record of a report. An error inside the engine is that report's failure, not the end of the others."""
    path = report.source or report.id
    if language_of(report.lang) not in languages():
        there = ", ".join(languages())
        return Failure(path, None, f"{report.id}: no language pack for {report.lang!r} (there is: {there})")
    try:
        return Done(report, read_report(report))
    except Exception as error:
        return Failure(path, None, f"{report.id}: the engine failed: {type(error).__name__}: {error}")


def _leave_with_parent() -> None:
    """A process that reads ends with the one that it reads for, however that one ends."""
    parent = parent_process()
    if parent is not None:
        Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _read(item: Item) -> Result:
    return read_one(item) if isinstance(item, Report) else item


def _read_chunk(chunk: list[Item]) -> list[Result]:
    return [_read(item) for item in chunk]


def _chunks(items: Iterable[Item]) -> Iterator[list[Item]]:
    iterator = iter(items)
    while chunk := list(islice(iterator, _CHUNK)):
        yield chunk
