"""Which incident id a group of sightings bears: ids are for ever, and a group that loses its own leads to another's.

Pure. A group keeps the id that most of its sightings bore; of equals the one that a sighting of it opened, then the
oldest. Each id goes to one group. A group without one takes the id that its earliest sighting opens, which is the one it
bore before if a merge was undone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from waqai.store.ids import incident_id

Group = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Naming:
    """``named``: incident -> its sightings. ``leads_to``: incident that holds none any more -> where it leads."""

    named: dict[str, Group] = field(default_factory=dict)
    leads_to: dict[str, str] = field(default_factory=dict)


def name_groups(
    groups: Sequence[Group], bore: Mapping[str, str | None], age: Mapping[str, int], is_free: Callable[[str], bool]
) -> Naming:
    """Give each group its id.

    ``bore``: sighting -> incident until now; ``age``: sighting or incident -> rank, the oldest lowest; ``is_free``:
    may a group without an id take this one?
    """
    naming = Naming()
    shares = Counter((incident, at) for at, group in enumerate(groups) for s in group if (incident := bore.get(s)))
    taken: dict[int, str] = {}

    def rank(item: tuple[tuple[str, int], int]) -> tuple[int, bool, int, int]:
        (incident, at), share = item
        opened = any(incident_id(sighting) == incident for sighting in groups[at])
        return -share, not opened, age[incident], age[groups[at][0]]

    for (incident, at), _ in sorted(shares.items(), key=rank):
        if at not in taken and incident not in naming.named:
            taken[at] = incident
            naming.named[incident] = groups[at]
    for at, group in enumerate(groups):
        if at not in taken:
            taken[at] = _opened(group, lambda name: name not in naming.named and is_free(name))
            naming.named[taken[at]] = group
    _lead(naming, shares, taken)
    return naming


def _opened(group: Group, is_free: Callable[[str], bool]) -> str:
    """The first id that a sighting of the group opens and nobody has."""
    for attempt in range(1_000_000):
        for sighting in group:
            if is_free(name := incident_id(sighting, attempt)):
                return name
    raise AssertionError("no id is free")


def _lead(naming: Naming, shares: Counter[tuple[str, int]], taken: Mapping[int, str]) -> None:
    for (incident, at), _ in sorted(shares.items(), key=lambda item: (-item[1], item[0][1])):
        if incident not in naming.named:
            naming.leads_to.setdefault(incident, taken[at])
