"""Writes places and their keys as the one binary file that waqai.gazetteer maps into memory.

Layout, little-endian: magic, a table of (name, offset, length), then the sections, each on an 8-byte boundary.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterable

from gazetteer_place import LEVELS, Place

MAGIC = b"WAQAIGZ1"
Keys = dict[str, list[tuple[int, int]]]


def pack(places: list[Place], admin1: list[int], keys: Keys) -> bytes:
    """The artefact's bytes. ``admin1[i]`` is the row of place i's first-level area or -1."""
    ordered = sorted(keys)
    sections = {**_columns(places, admin1), **_key_sections(ordered, keys)}
    return _assemble(sections)


def _columns(places: list[Place], admin1: list[int]) -> dict[str, bytes]:
    strings = _Strings()
    slugs = [0 if p.geonames else strings.put(p.id.partition(":")[2]) for p in places]
    return {
        "geonames": _numbers("I", (p.geonames for p in places)),
        "name": _numbers("I", (strings.put(p.name) for p in places)),
        "name_ar": _numbers("I", (strings.put(p.name_ar) for p in places)),
        "slug": _numbers("I", slugs),
        "country": b"".join((p.country or "--").encode("ascii") for p in places),
        "admin1": _numbers("i", admin1),
        "nation": _numbers("i", _nations(places)),
        "level": bytes(LEVELS.index(p.level) for p in places),
        "lat": _numbers("i", (round((p.lat or 0.0) * 1e5) for p in places)),
        "lon": _numbers("i", (round((p.lon or 0.0) * 1e5) for p in places)),
        "population": _numbers("I", (p.population for p in places)),
        "precision": bytes(min(p.precision, 255) for p in places),
        "curated": bytes(p.curated for p in places),
        "strings": strings.bytes(),
    }


def _nations(places: list[Place]) -> list[int]:
    row_of = {place.country: row for row, place in enumerate(places) if place.level == "country"}
    return [row_of.get(place.country, -1) for place in places]


def _key_sections(ordered: list[str], keys: Keys) -> dict[str, bytes]:
    encoded = [key.encode("utf-8") for key in ordered]
    postings = [posting for key in ordered for posting in keys[key]]
    return {
        "keys": b"\n".join(encoded) + b"\n",
        "key_at": _numbers("I", _starts(len(key) + 1 for key in encoded)),
        "post_at": _numbers("I", _starts(len(keys[key]) for key in ordered)),
        "post_row": _numbers("I", (row for row, _ in postings)),
        "post_rank": bytes(rank for _, rank in postings),
    }


def _starts(lengths: Iterable[int]) -> list[int]:
    starts = [0]
    for length in lengths:
        starts.append(starts[-1] + length)
    return starts


def _numbers(code: str, values: Iterable[int]) -> bytes:
    return array(code, values).tobytes()


class _Strings:
    """A pool of distinct strings, each ended by a newline; offset 0 is the empty string."""

    def __init__(self) -> None:
        self._at = {"": 0}
        self._parts = [b"\n"]
        self._size = 1

    def put(self, text: str) -> int:
        at = self._at.get(text)
        if at is None:
            at = self._at[text] = self._size
            self._parts.append(text.encode("utf-8") + b"\n")
            self._size += len(self._parts[-1])
        return at

    def bytes(self) -> bytes:
        return b"".join(self._parts)


def _assemble(sections: dict[str, bytes]) -> bytes:
    offset = _round_up(len(MAGIC) + 4 + 24 * len(sections))
    table, body = [], []
    for name, data in sections.items():
        table.append(struct.pack("<16sII", name.encode("ascii"), offset, len(data)))
        body.append(data.ljust(_round_up(len(data)), b"\0"))
        offset += len(body[-1])
    head = MAGIC + struct.pack("<I", len(sections)) + b"".join(table)
    return head.ljust(_round_up(len(head)), b"\0") + b"".join(body)


def _round_up(size: int) -> int:
    return (size + 7) // 8 * 8
