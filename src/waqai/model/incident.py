"""An incident: sightings that judgements have put together, and what they say between them. A view, never stored as truth."""

from __future__ import annotations

from dataclasses import dataclass

from waqai.model.record import Actor, Place, Target, Weapon, When
from waqai.model.sighting import Sighting


@dataclass(frozen=True, slots=True)
class TollClaim:
    """One claimant's figure in one report. ``counts``: it is that claimant's latest and shapes the range."""

    claimant: str
    low: int
    high: int | None
    sighting: str
    published: str | None
    counts: bool = True


@dataclass(frozen=True, slots=True)
class Toll:
    """A figure over all sources. ``low``..``high`` spans what the current claims say (``high`` None: no upper bound).

    ``best`` is one figure where the rule allows it, else None; ``why`` says in words how it came about.
    ``claims``: every figure side by side, in order of publication.
    """

    low: int
    high: int | None
    best: int | None
    why: str
    disputed: bool = False
    claims: tuple[TollClaim, ...] = ()


@dataclass(frozen=True, slots=True)
class Revision:
    """A figure that a later report changed: which outcome, from and to, and the sighting that says so."""

    outcome: str
    before: str
    after: str
    sighting: str
    published: str | None


@dataclass(frozen=True, slots=True)
class Incident:
    """``id`` is permanent. ``kind`` is the most exact one told; ``status`` as the sources leave it ("disputed" if they differ)."""

    id: str
    kind: str
    family: str
    status: str
    sightings: tuple[Sighting, ...]
    when: When
    places: tuple[Place, ...] = ()
    perpetrators: tuple[Actor, ...] = ()
    against: tuple[Actor, ...] = ()
    weapons: tuple[Weapon, ...] = ()
    targets: tuple[Target, ...] = ()
    killed: Toll | None = None
    injured: Toll | None = None
    revisions: tuple[Revision, ...] = ()
    sources: tuple[str, ...] = ()
    first_published: str | None = None
    last_published: str | None = None
    confidence: float = 0.0
