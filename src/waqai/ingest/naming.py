"""Names that last: a report is called by its address, and rows that share one are kept apart by their own ids."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from waqai.ingest.outcome import Found, Notice
from waqai.ingest.packing import CSV, FEED, JSON
from waqai.model.capture import Gathered

_ROWS = (JSON, CSV)


class Names:
    """The names given so far in a run."""

    def __init__(self) -> None:
        self._given: dict[str, str] = {}

    def name(self, found: Gathered) -> Iterator[Found]:
        """``found`` with a name that lasts. The items of a feed have theirs already."""
        capture = found.capture
        if capture.media_type == FEED or len(found.reports) != 1:
            yield found
            return
        report = found.reports[0]
        address = capture.address
        if capture.media_type in _ROWS and self._given.setdefault(address, report.id) != report.id:
            address = f"{address}#{report.id}"
            yield Notice(capture.address, None, f"the address of two reports; this one is kept as {address}")
        yield Gathered(replace(capture, address=address), (replace(report, id=address),))
