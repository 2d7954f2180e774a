"""Adds sources to a store: what is known is passed over, what is new is read and kept, a small batch a transaction.

Whatever ends the run, even a kill, leaves whole reports only, and everything that was counted as new or changed is kept.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from waqai.errors import WaqaiError
from waqai.ingest.outcome import Failure, Notice
from waqai.messages import Message, say
from waqai.model.capture import Capture, Gathered
from waqai.model.record import Record, Report
from waqai.store.connect import Store
from waqai.store.failures import Failed, note_failure, settle_failures
from waqai.store.keep import SAME, Kept, Offer, keep, state_of, states_of, unkeepable
from waqai.store.plain import in_chunks
from waqai.store.rules import RULES, Rules

BATCH = 32
Reader = Callable[[Iterator[Report]], Iterator[Record | Failure]]


@dataclass(slots=True)
class Progress:
    """How far an addition is. ``new`` and ``changed`` count what is kept for good; ``versions`` are their ids."""

    read: int = 0
    new: int = 0
    changed: int = 0
    same: int = 0
    failures: list[Failed] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    versions: list[str] = field(default_factory=list)

    @property
    def failed(self) -> int:
        """How many sources or reports could not be read."""
        return len(self.failures)


@dataclass(frozen=True, slots=True)
class Adding:
    """How to add. ``read``: reports to records, one result a report in their order; ``watch``: called as it goes on.

    ``sources``: what is gathered from; what failed in them before and does not fail now is settled. ``published`` and
    ``lang``: what they were gathered with, for whoever tries the failed ones again.
    """

    read: Reader
    watch: Callable[[Progress], None] = lambda _progress: None
    sources: tuple[str, ...] = ()
    published: str | None = None
    lang: str | None = None
    batch: int = BATCH
    rules: Rules = RULES


def add(store: Store, gathered: Iterable[Gathered | Failure | Notice], how: Adding) -> Progress:
    """Keep every report that is gathered and was not kept yet; what fails is noted in the store with its reason."""
    desk = _Desk(store, how)
    for result in desk.how.read(desk.fresh(gathered)):
        desk.take(result)
        if len(desk.offers) >= desk.how.batch:
            desk.flush()
    desk.flush()
    with store.writing() as conn:
        settle_failures(conn, how.sources, desk.progress.failures)
    return desk.progress


class _Desk:
    """What has been read and not been kept yet."""

    def __init__(self, store: Store, how: Adding) -> None:
        self.store, self.how, self.progress = store, how, Progress()
        self.offers: list[Offer] = []
        self._waiting: deque[tuple[Capture, Report]] = deque()
        self._failures: list[Failed] = []

    def fresh(self, gathered: Iterable[Gathered | Failure | Notice]) -> Iterator[Report]:
        """The reports that have to be read."""
        for chunk in in_chunks(self._given(gathered), self.how.batch):
            with self.store.reading() as conn:
                known = states_of(conn, (report for _, report in chunk))
            for capture, report in chunk:
                if state_of(report, known) == SAME:
                    self.progress.same += 1
                else:
                    self._waiting.append((capture, report))
                    yield report
            self.how.watch(self.progress)

    def _given(self, gathered: Iterable[Gathered | Failure | Notice]) -> Iterator[tuple[Capture, Report]]:
        """The reports that can be kept, with their captures; the rest is noted."""
        for item in gathered:
            if isinstance(item, Gathered):
                yield from (
                    (item.capture, report) for report in item.reports if self._can_be_kept(item.capture, report)
                )
            elif isinstance(item, Failure):
                self._fail(Failed(item.path, item.reason, item.line or 0, message=item.message))
            else:
                self.progress.notices.append(item)
            self.how.watch(self.progress)

    def take(self, result: Record | Failure) -> None:
        """The result of the report that has waited longest."""
        capture, report = self._waiting.popleft()
        if isinstance(result, Failure):
            self._fail(Failed(capture.address, result.reason, name=report.id, message=result.message))
        else:
            self.offers.append(Offer(capture, report, result))

    def flush(self) -> None:
        """Keep what was read, all of it in one transaction; if that fails, each report by itself."""
        offers, self.offers = self.offers, []
        try:
            self._count(self._keep(offers))
        except WaqaiError:
            raise
        except Exception as error:  # one report must not stop the others
            if len(offers) <= 1:
                self._give_up(offers, error)
            for offer in offers if len(offers) > 1 else ():
                self.offers = [offer]
                self.flush()
        self.how.watch(self.progress)

    def _can_be_kept(self, capture: Capture, report: Report) -> bool:
        self.progress.read += 1
        if (why := unkeepable(report)) is not None:
            self._give(capture, report, say("failure.unkeepable", report=report.id, why=why))
        return why is None

    def _give(self, capture: Capture, report: Report, reason: Message) -> None:
        self._fail(Failed(capture.address, str(reason), name=report.id, message=reason))

    def _fail(self, failed: Failed) -> None:
        noted = replace(failed, published=self.how.published, lang=self.how.lang)
        self._failures.append(noted)
        self.progress.failures.append(noted)

    def _keep(self, offers: list[Offer]) -> Kept:
        with self.store.writing() as conn:
            kept = keep(conn, offers, self.how.rules)
            for failed in self._failures:
                note_failure(conn, failed)
        self._failures = []
        return kept

    def _count(self, kept: Kept) -> None:
        self.progress.new += len(kept.new)
        self.progress.changed += len(kept.changed)
        self.progress.same += kept.same
        self.progress.versions += kept.new + kept.changed

    def _give_up(self, offers: list[Offer], error: Exception) -> None:
        if not offers:
            raise error
        offer = offers[0]
        detail = f"{type(error).__name__}: {str(error)[:300]}"
        self._give(offer.capture, offer.report, say("failure.not_kept", report=offer.report.id, detail=detail))
        self._count(self._keep([]))
