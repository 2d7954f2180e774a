"""Why an incident says what it says, as sentences of data: reckoned anew from its sightings, in words where that differs."""

from __future__ import annotations

from waqai import merge
from waqai.messages import Message, plain
from waqai.model.incident import Incident, Revision, Toll


def toll_said(made: Incident, outcome: str) -> Message | None:
    """How a figure came about; None where there is none."""
    toll: Toll | None = getattr(made, outcome)
    if toll is None:
        return None
    found = merge.toll_reason(made.sightings, outcome)
    return found if found is not None and str(found) == toll.why else plain(toll.why)


def revisions_said(made: Incident) -> list[merge.Change]:
    """How the figures changed."""
    today = {
        (each.outcome, str(each.before), str(each.after), each.sighting): each for each in merge.changes(made.sightings)
    }
    return [
        today.get((each.outcome, each.before, each.after, each.sighting)) or _as_kept(each) for each in made.revisions
    ]


def _as_kept(each: Revision) -> merge.Change:
    return merge.Change(each.outcome, plain(each.before), plain(each.after), each.sighting, each.published)
