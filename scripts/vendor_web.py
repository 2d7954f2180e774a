"""Copies the files of other projects that the web app ships out of a folder of installed npm packages; writes VENDOR.toml.

npm install maplibre-gl @mapbox/mapbox-gl-rtl-text @fontsource/ibm-plex-sans-arabic @fontsource/noto-naskh-arabic
python scripts/vendor_web.py node_modules
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "src" / "waqai" / "web" / "static" / "vendor"
MAP, PLUGIN = "maplibre-gl", "@mapbox/mapbox-gl-rtl-text"
SANS, NASKH = "@fontsource/ibm-plex-sans-arabic", "@fontsource/noto-naskh-arabic"
SCRIPTS = {
    MAP: ("dist/maplibre-gl.mjs", "dist/maplibre-gl-worker.mjs", "dist/maplibre-gl-shared.mjs", "dist/maplibre-gl.css"),
    PLUGIN: ("dist/mapbox-gl-rtl-text.js",),
}
FONTS = {SANS: ("400", "600"), NASKH: ("400", "700")}
SCRIPTS_OF_FONTS = ("arabic", "latin")


def wanted() -> Iterator[tuple[str, str]]:
    """Every package with each file to take out of it, licences included."""
    for package, files in SCRIPTS.items():
        yield from ((package, name) for name in files)
        yield package, "LICENSE"
    for package, weights in FONTS.items():
        name = package.rpartition("/")[2]
        for weight in weights:
            yield from ((package, f"files/{name}-{script}-{weight}-normal.woff2") for script in SCRIPTS_OF_FONTS)
        yield package, "LICENSE"


def licence(folder: Path) -> Path:
    """The licence of a package, whatever the file is called."""
    return next(path for path in sorted(folder.iterdir()) if path.name.upper().startswith("LICENSE"))


def copy(source: Path, package: str, name: str) -> Path:
    """Copy one file; a licence takes the name of its package."""
    short = package.rpartition("/")[2]
    origin = licence(source / package) if name == "LICENSE" else source / package / name
    target = TARGET / (f"LICENSE.{short}.txt" if name == "LICENSE" else origin.name)
    shutil.copyfile(origin, target)
    return target


def described(source: Path, package: str, files: list[Path]) -> str:
    """A package's part of VENDOR.toml."""
    about = json.loads((source / package / "package.json").read_text("utf-8"))
    lines = [f'["{package}"]', f'version = "{about["version"]}"', f'licence = "{about["license"]}"']
    hashes = (f'"{path.name}" = "{hashlib.sha256(path.read_bytes()).hexdigest()}"' for path in files)
    return "\n".join([*lines, f'["{package}".files]', *hashes, ""])


def main() -> None:
    """Copy everything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("node_modules", type=Path)
    source = parser.parse_args().node_modules
    TARGET.mkdir(parents=True, exist_ok=True)
    taken: dict[str, list[Path]] = {}
    for package, name in wanted():
        taken.setdefault(package, []).append(copy(source, package, name))
    head = "# What is here, from which version, under which licence, and SHA-256 of each file. scripts/vendor_web.py wrote it.\n\n"
    parts = "\n".join(described(source, package, files) for package, files in taken.items())
    (TARGET / "VENDOR.toml").write_text(head + parts, "utf-8")


if __name__ == "__main__":
    main()
