"""The compiled gazetteer file, mapped into memory: columns of numbers and pools of text, nothing decoded before it is asked for."""

from __future__ import annotations

import mmap
import struct
import sys
from array import array
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from waqai.errors import GazetteerError

_MAGIC = b"WAQAIGZ1"
Code = Literal["I", "i"]


class Artefact:
    """Named sections of one file (scripts/gazetteer_artefact.py writes it)."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if self._map[:8] != _MAGIC:
            raise GazetteerError(f"{path}: not a gazetteer of this version")
        self._sections = self._table()

    def _table(self) -> dict[str, tuple[int, int]]:
        (count,) = struct.unpack_from("<I", self._map, 8)
        found = {}
        for index in range(count):
            name, offset, length = struct.unpack_from("<16sII", self._map, 12 + 24 * index)
            found[name.rstrip(b"\0").decode("ascii")] = (offset, length)
        return found

    def section(self, name: str) -> memoryview:
        """The bytes of one section."""
        offset, length = self._sections[name]
        return memoryview(self._map)[offset : offset + length]

    def numbers(self, name: str, code: Code) -> Sequence[int]:
        """A section of little-endian 32-bit numbers ("I" unsigned, "i" signed)."""
        if sys.byteorder == "little":
            return self.section(name).cast(code)
        swapped = array(code, self.section(name).tobytes())
        swapped.byteswap()
        return swapped

    def line(self, name: str, at: int) -> str:
        """The line of text that starts at byte ``at`` of a section."""
        offset, _ = self._sections[name]
        return self._map[offset + at : self._map.find(b"\n", offset + at)].decode("utf-8")
