"""Lists of numbers by the hundred thousand, kept as two arrays: they load in no time, and no garbage collector walks them."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from itertools import accumulate, chain

from waqai.model.value import Value


class Ragged(Value, frozen=True):
    """``values[ends[n - 1]:ends[n]]`` is list ``n``; both are arrays of 32-bit numbers of this machine."""

    ends: bytes
    values: bytes

    def __len__(self) -> int:
        return len(_numbers(self.ends))

    def of(self, index: int) -> list[int]:
        """List ``index``; beyond the last one an empty list."""
        if index >= len(self):
            return []
        ends = _numbers(self.ends)
        return _numbers(self.values)[ends[index - 1] if index else 0 : ends[index]].tolist()


def _numbers(kept: bytes) -> memoryview[int]:
    return memoryview(kept).cast("I")


def ragged(lists: Iterable[list[int]]) -> Ragged:
    """The lists as arrays."""
    kept = list(lists)
    ends = array("I", accumulate(map(len, kept)))
    return Ragged(ends.tobytes(), array("I", chain.from_iterable(kept)).tobytes())
