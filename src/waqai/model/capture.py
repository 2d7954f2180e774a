"""What ingest hands to the store: original bytes as they came, and the reports read out of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from waqai.model.record import Report


@dataclass(frozen=True, slots=True)
class Capture:
    """Original bytes of one source. ``address``: URL or path that names the source and stays the same at a recapture.

    ``retrieved`` is UTC as ISO 8601 with seconds; ``headers`` are those of the answer or message, names in lower case.
    """

    address: str
    content: bytes
    media_type: str
    retrieved: str
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Gathered:
    """A capture and the reports it holds. A report's ``id`` is the same whenever the same source is captured again."""

    capture: Capture
    reports: tuple[Report, ...]
