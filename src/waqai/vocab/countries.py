"""Countries by their two-letter codes, with the UN's number and both names."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

_TABLE = Path(__file__).resolve().parent / "countries.tsv"


@dataclass(frozen=True, slots=True)
class Country:
    """``code``: ISO 3166, two letters; ``number``: UN M49, three digits, "" for one that has none."""

    code: str
    number: str
    en: str
    ar: str


@cache
def load_countries() -> Mapping[str, Country]:
    """Every country of the place index, by code."""
    with _TABLE.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return MappingProxyType({row["code"]: Country(**row) for row in rows})
