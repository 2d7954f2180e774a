"""What tables of other projects ask of an incident: did it happen, how many days it spans, who its sides are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from waqai.export.actors import actor_label
from waqai.export.column import joined
from waqai.export.dossier import Dossier
from waqai.export.words import MARK
from waqai.model.record import Actor

_TOLD = ("happened", "disputed")  # not what was denied, planned, threatened, demanded or feared


def happened(dossier: Dossier) -> bool:
    """Does some report say that it happened?"""
    return dossier.incident.status in _TOLD


def days(dossier: Dossier) -> int | None:
    """How many days the event may have been on; None without a date."""
    when = dossier.incident.when
    if when.start is None:
        return None
    return (date.fromisoformat(when.end or when.start) - date.fromisoformat(when.start)).days + 1


def actor(actors: Sequence[Actor], place: int) -> str | None:
    """The first actor (``place`` 0), or all others (1). None where there is none whose name is public."""
    some = actors[:1] if place == 0 else actors[1:]
    return joined(name for each in some if (name := actor_label(each, "en")) != MARK)
