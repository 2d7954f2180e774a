"""The record in a browser: pages for a desk that reads and reviews, and the same over HTTP for programs (``/api/v1``).

    from waqai.store import open_store
    from waqai.web import Settings, make_app

    app = make_app(open_store("record.waqai"), Settings())     # an ASGI application

Nothing here asks another host for anything. The store is asked in threads; only this package holds asynchronous code.
"""

from waqai.web.app import make_app
from waqai.web.settings import Settings

__all__ = ["Settings", "make_app"]
