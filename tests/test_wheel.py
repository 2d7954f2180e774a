"""The wheel, as somebody gets it who has never seen the repository: all data in it, and it reads a report."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

NEEDED = (
    "waqai/py.typed",
    "waqai/vocab/kinds.toml",
    "waqai/lang/ar/pack.toml",
    "waqai/lang/ar/lexicon/events.tsv",
    "waqai/lang/ar/generated/verbs.tsv",
    "waqai/lang/ar/generated/ATTRIBUTION.txt",
    "waqai/gazetteer/data/places.bin",
    "waqai/store/migrations/versions/0001_ground.py",
    "waqai/store/migrations/versions/0001_ground.sqlite.sql",
    "waqai/store/migrations/versions/0001_ground.postgresql.sql",
    "waqai/gazetteer/data/ATTRIBUTION.txt",
    "waqai/store/migrations/versions/0002_desk.sqlite.sql",
    "waqai/store/migrations/versions/0003_said.postgresql.sql",
    "waqai/messages/en.toml",
    "waqai/web/strings/messages.ar.toml",
    "waqai/web/templates/incidents.html",
    "waqai/web/strings/ar.toml",
    "waqai/web/static/app.css",
    "waqai/web/static/vendor/VENDOR.toml",
    "waqai/web/static/vendor/LICENSE.maplibre-gl.txt",
    "waqai/web/static/basemap/land.geojson",
    "waqai/gazetteer/data/borders.txt",
    "waqai/vocab/countries.tsv",
    "waqai/export/report/templates/report.html",
)
READ = "import waqai; print(waqai.__file__, [e.kind for e in waqai.read('قصفت الطائرات الحربية مدينة إدلب.').events])"


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(build, cwd=root, check=True, capture_output=True)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        wheel.extractall(folder / "unpacked")
    return folder / "unpacked"


def test_the_wheel_holds_all_data_and_licences(unpacked: Path) -> None:
    assert [name for name in NEEDED if not (unpacked / name).is_file()] == []
    info = next(unpacked.glob("*.dist-info"))
    assert {"LICENSE", "NOTICE"} <= {path.name for path in (info / "licenses").iterdir()}


def test_the_wheel_holds_nothing_else(unpacked: Path) -> None:
    assert {path.name.partition("-")[0] for path in unpacked.iterdir()} == {"waqai"}
    assert sum(path.stat().st_size for path in unpacked.rglob("*")) < 20_000_000


def test_the_wheel_reads_a_report(unpacked: Path, tmp_path: Path) -> None:
    environment = os.environ | {"PYTHONPATH": str(unpacked), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", READ], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == f"{unpacked / 'waqai' / '__init__.py'} ['air_strike']"
