"""A real browser for tests: the Chromium of the machine, found or installed, and the app served to it on loopback."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from waqai.store import Store
from waqai.web import Settings, make_app

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SWITCHES = ("--no-sandbox", "--disable-background-networking")
DRAWS = ("--enable-unsafe-swiftshader", "--use-angle=swiftshader")  # WebGL without a graphics card, which takes a while
DRAWS_NOT = ("--disable-gpu", "--disable-software-rasterizer", "--disable-3d-apis")


class NoBrowser(Exception):
    """There is no Chromium here, and none could be installed; the message says why."""


@dataclass(slots=True)
class Visit:
    """A page of the app in a browser, and what went wrong or outside while it was looked at."""

    page: Page
    base: str
    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def go(self, path: str, ready: str = "html[data-ready]") -> Page:
        """Open a page and wait until its scripts are done."""
        self.page.goto(self.base + path)
        self.page.wait_for_selector(ready, state="attached", timeout=20_000)
        return self.page


def find_chromium() -> str:
    """The path of a Chromium. Raises NoBrowser."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    return found or _install()


@contextmanager
def browser() -> Iterator[Browser]:
    """A headless Chromium without WebGL, which only the map needs."""
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=find_chromium(), args=[*SWITCHES, *DRAWS_NOT])
        try:
            yield made
        finally:
            made.close()


@contextmanager
def served(store: Store, settings: Settings | None = None) -> Iterator[str]:
    """The app on a free port; gives its address."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(make_app(store, settings), log_level="error", ws="none"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
        listening.close()


@contextmanager
def visit(made: Browser, base: str, lang: str = "en", **how: object) -> Iterator[Visit]:
    """A page in a fresh profile."""
    context: BrowserContext = made.new_context(viewport={"width": 1280, "height": 860}, locale="en-GB", **how)  # type: ignore[arg-type]
    context.add_cookies([{"name": "waqai_lang", "value": lang, "url": base}])
    seen = Visit(context.new_page(), base)
    inside = (base, "data:", "blob:")
    context.on("request", lambda request: None if request.url.startswith(inside) else seen.outside.append(request.url))
    context.on("console", lambda said: seen.errors.append(said.text) if said.type == "error" else None)
    seen.page.on("pageerror", lambda error: seen.errors.append(str(error)))
    try:
        yield seen
    finally:
        context.close()


def _install() -> str:
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        raise NoBrowser(f"no Chromium here ({', '.join(NAMES)} not found), and no right to install one")
    quiet = {"env": os.environ | {"DEBIAN_FRONTEND": "noninteractive"}, "capture_output": True}
    for command in (["apt-get", "update"], ["apt-get", "install", "-y", "--no-install-recommends", "chromium"]):
        if subprocess.run(command, **quiet).returncode:  # type: ignore[call-overload]
            raise NoBrowser(f"no Chromium here, and '{' '.join(command)}' failed")
    if (found := shutil.which("chromium")) is None:
        raise NoBrowser("Chromium was installed, but not found")
    return found
