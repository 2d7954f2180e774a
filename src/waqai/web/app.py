"""The app: every address and what answers it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from functools import partial

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from waqai.store import Store
from waqai.web.api.routes import api_routes
from waqai.web.call import endpoint
from waqai.web.errors import broken, refused_page, unknown_page
from waqai.web.guard import Guard
from waqai.web.pages.table import PAGES
from waqai.web.settings import Settings
from waqai.web.site import Site


def make_app(store: Store, settings: Settings | None = None) -> Starlette:
    """The app over an open store. Whoever makes it closes the store when the app has stopped."""
    site = Site(store, settings or Settings())
    app = Starlette(
        routes=list(_routes()),
        middleware=[Middleware(Guard, settings=site.settings), Middleware(GZipMiddleware, minimum_size=800)],
        exception_handlers={404: unknown_page, 405: unknown_page, Exception: broken},
        lifespan=partial(_lifespan, site),
    )
    app.state.site = site
    return app


@asynccontextmanager
async def _lifespan(site: Site, _app: Starlette) -> AsyncIterator[None]:
    yield
    site.jobs.close()


def _routes() -> Iterator[BaseRoute]:
    for method, path, act, work in PAGES:
        yield Route(path, endpoint(act, work, refused_page), methods=[method])
    yield from api_routes()
    yield Mount("/static", StaticFiles(packages=[("waqai.web", "static")]))
