"""Run-ons: text that lost its punctuation, cut where somebody begins to speak ("and he said", "and the ministry announced")."""

from __future__ import annotations

from msgspec.structs import replace

from waqai.match.lattice import Lattice
from waqai.packs.pack import load_settings

_LONG, _SPARSE, _SHORTEST = 60, 40, 6


def cut_run_ons(lattice: Lattice) -> Lattice:
    """The lattice with long sentences that have hardly a mark cut before conjoined verbs of saying."""
    ranges: list[tuple[int, int]] = []
    for first, last in lattice.text.sentences:
        ranges += _cut(lattice, first, last) if _runs_on(lattice, first, last) else [(first, last)]
    if len(ranges) == len(lattice.text.sentences):
        return lattice
    return replace(lattice, text=replace(lattice.text, sentences=tuple(ranges)))


def _runs_on(lattice: Lattice, first: int, last: int) -> bool:
    if last - first <= _LONG:
        return False
    return len(lattice.text.marks_within(first, last)) * _SPARSE < last - first


def _cut(lattice: Lattice, first: int, last: int) -> list[tuple[int, int]]:
    starts = [first]
    for index in lattice.starts(first, last, "verb"):
        if index - starts[-1] >= _SHORTEST and last - index >= _SHORTEST and _speaks(lattice, index):
            starts.append(index)
    return list(zip(starts, [*starts[1:], last], strict=True))


def _speaks(lattice: Lattice, index: int) -> bool:
    """A verb of saying in the past with "and" written onto it."""
    conjunction = load_settings().leads["and"]
    return any(
        h.entry.cls == "verb" and h.entry.value == "say" and h.lead == conjunction and h.form.startswith("past")
        for h in lattice.at(index)
    )
