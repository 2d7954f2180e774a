"""The place index: names to places, by folded key; and places by id."""

from __future__ import annotations

import json
from functools import cache, cached_property, lru_cache
from pathlib import Path

from waqai.gazetteer.artefact import Artefact, Code
from waqai.gazetteer.place import LEVELS, PlaceRow, Spelling
from waqai.packs.fold import fold

_NEEDS_CUE = 4
DATA = Path(__file__).resolve().parent / "data"


class Gazetteer:
    """Every place and every name. Open one with ``load()``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = Artefact(folder / "places.bin")
        self._key_at = self._file.numbers("key_at", "I")
        self._post_at = self._file.numbers("post_at", "I")
        self._post_row = self._file.numbers("post_row", "I")
        self._post_rank = self._file.section("post_rank")
        self._keys = self._file.section("keys")
        self._columns = {name: self._file.numbers(name, code) for name, code in _NUMBERS.items()}
        self._bytes = {name: self._file.section(name) for name in ("country", "level", "precision", "curated")}
        self._decoded = lru_cache(maxsize=8192)(self._decode)

    @cached_property
    def manifest(self) -> dict[str, object]:
        """What the artefact was built from, its size and its hash."""
        found: dict[str, object] = json.loads((self._folder / "manifest.json").read_text("utf-8"))
        return found

    @property
    def version(self) -> str:
        """The artefact's hash: a cache made from ``keys()`` is good as long as this stays."""
        return str(self.manifest["sha256"])

    def __len__(self) -> int:
        return len(self._bytes["level"])

    def keys(self) -> list[str]:
        """All folded names, sorted; their positions are the key indexes of ``places``."""
        return bytes(self._keys).decode("utf-8").split("\n")[:-1]

    def key(self, index: int) -> str:
        """The folded name of a key index."""
        return self._key_bytes(index).decode("utf-8")

    def places(self, index: int) -> tuple[PlaceRow, ...]:
        """The places of one key index, in a fixed order."""
        return self._decoded(index)

    def _decode(self, index: int) -> tuple[PlaceRow, ...]:
        key = self.key(index)
        span = range(self._post_at[index], self._post_at[index + 1])
        return tuple(self._place(self._post_row[at], key, self._post_rank[at]) for at in span)

    def needs_cue(self, index: int) -> bool:
        """Does every place of this key need a word such as city beside it? (The name is also an ordinary word.)"""
        span = range(self._post_at[index], self._post_at[index + 1])
        return all(self._post_rank[at] >= _NEEDS_CUE for at in span)

    def find(self, key: str) -> int | None:
        """The key index of an already folded name."""
        wanted = key.encode("utf-8")
        low, high = 0, len(self._key_at) - 1
        while low < high:
            middle = (low + high) // 2
            if self._key_bytes(middle) < wanted:
                low = middle + 1
            else:
                high = middle
        return low if low < len(self._key_at) - 1 and self._key_bytes(low) == wanted else None

    def lookup(self, name: str) -> tuple[PlaceRow, ...]:
        """The places of a name in any spelling; also without its article, or with one. Empty when unknown."""
        for key in self._tries(" ".join(fold(name).split())):
            if (index := self.find(key)) is not None:
                return self.places(index)
        return ()

    def by_id(self, place_id: str) -> PlaceRow | None:
        """The place of an id such as ``geonames:696008``."""
        row = self._row_of.get(place_id)
        return None if row is None else self._place(row, "", Spelling.PRIMARY)

    def at(self, row: int) -> PlaceRow | None:
        """The place of a row number, None for -1."""
        return None if row < 0 else self._place(row, "", Spelling.PRIMARY)

    @cached_property
    def _row_of(self) -> dict[str, int]:
        return {self._id(row): row for row in range(len(self))}

    @cached_property
    def _articles(self) -> list[str]:
        found = self.manifest["articles"]
        return [fold(str(article)) for article in found] if isinstance(found, list) else []

    def _tries(self, key: str) -> list[str]:
        bare = [key.removeprefix(article) for article in self._articles if key.startswith(article)]
        full = [article + key for article in self._articles if not key.startswith(article)]
        return [key, *bare, *full]

    def _key_bytes(self, index: int) -> bytes:
        return bytes(self._keys[self._key_at[index] : self._key_at[index + 1] - 1])

    def _text(self, column: str, row: int) -> str:
        return self._file.line("strings", self._columns[column][row])

    def _id(self, row: int) -> str:
        number = self._columns["geonames"][row]
        return f"geonames:{number}" if number else f"waqai:{self._text('slug', row)}"

    def _place(self, row: int, key: str, rank: int) -> PlaceRow:
        parent, nation = self._columns["admin1"][row], self._columns["nation"][row]
        country = bytes(self._bytes["country"][2 * row : 2 * row + 2]).decode("ascii")
        return PlaceRow(
            row=row,
            id=self._id(row),
            name=self._text("name", row),
            name_ar=self._text("name_ar", row),
            country=None if country == "--" else country,
            country_name=None if nation < 0 else self._text("name", nation),
            admin1=None if parent < 0 else self._text("name", parent),
            admin1_id=None if parent < 0 else self._id(parent),
            admin1_row=parent,
            level=LEVELS[self._bytes["level"][row]],
            lat=self._columns["lat"][row] / 1e5,
            lon=self._columns["lon"][row] / 1e5,
            population=self._columns["population"][row],
            precision=self._bytes["precision"][row],
            curated=bool(self._bytes["curated"][row]),
            key=key,
            spelling=Spelling(rank % _NEEDS_CUE),
            needs_cue=rank >= _NEEDS_CUE,
        )


_NUMBERS: dict[str, Code] = {
    "geonames": "I", "name": "I", "name_ar": "I", "slug": "I", "admin1": "i", "nation": "i", "lat": "i", "lon": "i", "population": "I",
}  # fmt: skip


@cache
def load(folder: Path = DATA) -> Gazetteer:
    """The gazetteer that ships with the package, opened once."""
    return Gazetteer(folder)
