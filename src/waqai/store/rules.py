"""The rules of merging that the store follows, as one value, so that tests can put simpler ones in their place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from waqai import merge
from waqai.model.incident import Incident
from waqai.model.judgement import Judgement
from waqai.model.sighting import Sighting


@dataclass(frozen=True, slots=True)
class Rules:
    """``blocks``: keys of a sighting; only sightings that share one are judged. ``cluster``: ids to groups."""

    blocks: Callable[[Sighting], frozenset[str]]
    judge: Callable[[Sighting, Sighting], Judgement]
    cluster: Callable[[Sequence[str], Sequence[Judgement]], list[tuple[str, ...]]]
    summarise: Callable[[str, Sequence[Sighting], Sequence[Judgement]], Incident]


RULES = Rules(merge.blocks, merge.judge, merge.cluster, merge.summarise)
