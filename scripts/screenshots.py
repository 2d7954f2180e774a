"""Takes the pictures of docs/screenshots: the main pages over the demo record, in both languages, in a headless Chromium.

python scripts/screenshots.py [NAME ...]      (needs the development tools and a Chromium on the machine)
"""

from __future__ import annotations

import shutil
import socket
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from playwright.sync_api import Browser, sync_playwright

from waqai import store
from waqai.ingest import gather
from waqai.web import Settings, make_app
from waqai.web.adding import read_all

ROOT = Path(__file__).resolve().parent.parent
FOLDER, DEMO, MOST = ROOT / "docs" / "screenshots", ROOT / "demo", 300_000
SWITCHES = ["--no-sandbox", "--enable-unsafe-swiftshader", "--use-angle=swiftshader"]
MAP, SCRIPT = "html[data-spots][data-map=drawn]", "html[data-ready]"


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture. ``{most}``: the incident that most reports tell of; ``{report}``: one of them."""

    name: str
    lang: str
    path: str
    ready: str = SCRIPT
    size: tuple[int, int] = (1280, 800)
    scheme: str = "light"
    hover: str = ""


SHOTS = (
    Shot("incidents-en", "en", "/incidents?selected={most}", MAP),
    Shot("incidents-ar", "ar", "/incidents?selected={most}", MAP),
    Shot("incidents-dark-ar", "ar", "/incidents", MAP, scheme="dark"),
    Shot("incidents-phone-ar", "ar", "/incidents", MAP, (390, 780)),
    Shot("incident-en", "en", "/incidents/{most}"),
    Shot("incident-ar", "ar", "/incidents/{most}"),
    Shot("report-en", "en", "/reports/{report}", hover=".field-killed"),
    Shot("report-ar", "ar", "/reports/{report}", hover=".field-killed"),
    Shot("review-en", "en", "/review?selected={most}", "html[data-sheet]"),
    Shot("review-ar", "ar", "/review?selected={most}", "html[data-sheet]"),
)


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """The app over the demo reports: its address, and what stands in the paths of the shots."""
    with store.open_store(folder / "record.waqai") as kept:
        store.add(kept, gather([DEMO]), store.Adding(read_all))
        with kept.reading() as conn:
            most = max(store.every_incident(conn), key=lambda row: row.outlets).incident
            told = next(each for each in store.incident_of(conn, most).sightings if each.event.killed)
        listening = socket.create_server(("127.0.0.1", 0))
        app = make_app(kept, Settings(me="Rana"))
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", ws="none"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}", {"most": most, "report": told.report}
        server.should_exit = True
        thread.join()


def take(browser: Browser, base: str, names: dict[str, str], shot: Shot) -> int:
    """Take one picture and return its size in bytes."""
    width, height = shot.size
    locale = {"ar": "ar", "en": "en-GB"}[shot.lang]
    size = {"width": width, "height": height}
    context = browser.new_context(viewport=size, color_scheme=shot.scheme, locale=locale)  # type: ignore[arg-type]
    context.add_cookies([{"name": "waqai_lang", "value": shot.lang, "url": base}])
    page = context.new_page()
    page.goto(base + shot.path.format(**names))
    page.wait_for_selector(shot.ready, state="attached", timeout=60_000)
    page.wait_for_load_state("networkidle")
    if shot.hover:
        page.locator(shot.hover).first.hover()
    target = FOLDER / f"{shot.name}.png"
    page.screenshot(path=target, animations="disabled")
    context.close()
    return target.stat().st_size


def main() -> int:
    """Take all pictures, or those named; 1 when one is larger than it may be."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    wanted = [shot for shot in SHOTS if not sys.argv[1:] or shot.name in sys.argv[1:]]
    found = shutil.which("chromium") or shutil.which("google-chrome")
    with (
        tempfile.TemporaryDirectory() as folder,
        served(Path(folder)) as (base, names),
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=found, args=SWITCHES)
        sizes = {shot.name: take(browser, base, names, shot) for shot in wanted}
        browser.close()
    for name, size in sizes.items():
        print(f"{name:24} {size / 1000:6.0f} kB{'  too large' if size > MOST else ''}")
    return int(any(size > MOST for size in sizes.values()))


if __name__ == "__main__":
    sys.exit(main())
