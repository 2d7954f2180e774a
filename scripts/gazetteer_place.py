"""The place record the gazetteer build works on, and the small tables it reads from data/."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"

LEVELS = ("site", "neighbourhood", "settlement", "district", "province", "country", "region", "sea")

ALTERNATE, PRIMARY, GENERATED = 0, 1, 2
NEEDS_CUE = 4  # added to a rank: the name is also an ordinary word, or has two letters


@dataclass(slots=True)
class Place:
    """One place while it is being put together. ``names``: spelling -> PRIMARY, ALTERNATE or GENERATED."""

    id: str
    name: str
    country: str
    level: str
    lat: float | None
    lon: float | None
    admin1: str = ""
    name_ar: str = ""
    population: int = 0
    precision: int = 1
    curated: bool = False
    names: dict[str, int] = field(default_factory=dict)

    @property
    def geonames(self) -> int:
        """The GeoNames id, 0 for a place of our own."""
        scheme, _, number = self.id.partition(":")
        return int(number) if scheme == "geonames" else 0

    def call(self, name: str, rank: int) -> None:
        """Add a spelling; a primary one stays primary, an attested one stays attested."""
        known = self.names.get(name)
        if name and (known is None or known == GENERATED or rank == PRIMARY):
            self.names[name] = rank


def read_table(path: Path) -> list[dict[str, str]]:
    """The rows of a tab-separated file with a header line; '#' lines are comments."""
    with path.open(encoding="utf-8", newline="") as lines:
        kept = (line for line in lines if line.strip() and not line.startswith("#"))
        return [dict(row) for row in csv.DictReader(kept, delimiter="\t", quoting=csv.QUOTE_NONE)]


def column(table: str, name: str) -> list[str]:
    """One column of data/<table>."""
    return [row[name] for row in read_table(DATA / table)]
