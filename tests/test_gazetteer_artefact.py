"""The committed artefact is the one its manifest names, small, quick to open, and attributed."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from waqai.errors import GazetteerError
from waqai.gazetteer import attribution, load
from waqai.gazetteer.artefact import Artefact
from waqai.gazetteer.index import DATA

ROOT = Path(__file__).resolve().parent.parent


def test_the_file_is_the_one_of_the_manifest() -> None:
    manifest = json.loads((DATA / "manifest.json").read_text("utf-8"))
    artefact = (DATA / "places.bin").read_bytes()
    assert hashlib.sha256(artefact).hexdigest() == manifest["sha256"] == load().version
    assert len(load()) == manifest["places"]
    assert len(load().keys()) == manifest["keys"]


def test_the_artefact_stays_small() -> None:
    assert sum(path.stat().st_size for path in DATA.iterdir()) < 12_000_000


def test_the_artefact_is_what_the_tables_and_sources_give() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "build_gazetteer.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_opening_is_quick_and_small() -> None:
    code = (
        "import resource, time; from waqai.gazetteer import load, explain_place\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss; start = time.perf_counter()\n"
        "load(); explain_place('Kharkiv')\n"
        "print(time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)"
    )
    seconds, kilobytes = map(float, subprocess.check_output([sys.executable, "-c", code], text=True).split())
    assert seconds < 0.06
    assert kilobytes < 40_000


def test_sources_are_attributed() -> None:
    text = attribution()
    assert all(name in text for name in ("GeoNames", "CC BY 4.0", "Natural Earth", "Unicode CLDR"))


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    bad = tmp_path / "places.bin"
    bad.write_bytes(b"not a gazetteer at all")
    with pytest.raises(GazetteerError, match=r"places\.bin"):
        Artefact(bad)
