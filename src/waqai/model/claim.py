"""A claim: one value of one event of one report, with its words and who says it. The unit of the store, never changed."""

from __future__ import annotations

from dataclasses import dataclass

from waqai.model.span import Span


@dataclass(frozen=True, slots=True)
class Claim:
    """``id`` follows from what the claim says, so that the same value read again is the same claim.

    ``sighting`` is the event it belongs to; ``value`` is JSON in one fixed spelling; ``words`` are exactly
    ``report[span.start:span.end]``, both None for a value that no words of its own stand behind.
    """

    id: str
    sighting: str
    field: str
    value: str
    words: str | None = None
    span: Span | None = None
    rule: str | None = None
    claimant: str | None = None
