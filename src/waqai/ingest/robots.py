"""robots.txt: asked once a day for each site; a site that has none allows all, one that cannot say allows nothing yet."""

from __future__ import annotations

import time
from collections.abc import Callable

import httpx
from protego import Protego

from waqai.ingest.fetching import Fetched, FetchError
from waqai.messages import say

_DAY = 86_400.0
_MAX_BYTES = 512_000
_GONE = range(400, 500)


class Robots:
    """The rules of the sites asked so far."""

    def __init__(self, user_agent: str, fetch: Callable[[str], Fetched]) -> None:
        self._agent = user_agent
        self._fetch = fetch
        self._rules: dict[str, tuple[float, Protego]] = {}

    def check(self, url: httpx.URL) -> None:
        """Raises FetchError if the site does not want this page fetched, or cannot say."""
        site = str(url.copy_with(raw_path=b"/robots.txt"))
        asked, rules = self._rules.get(site, (0.0, None))
        if rules is None or time.monotonic() - asked > _DAY:
            rules = self._ask(site)
            self._rules[site] = (time.monotonic(), rules)
        if not rules.can_fetch(str(url), self._agent):
            raise FetchError(say("failure.robots"))

    def _ask(self, site: str) -> Protego:
        try:
            answer = self._fetch(site)
        except FetchError as error:
            if error.status in _GONE and error.status != 429:
                return Protego.parse("")
            raise FetchError(
                say("failure.at", where="robots.txt", why=error.said), error.status, error.retry_after
            ) from error
        return Protego.parse(answer.content[:_MAX_BYTES].decode("utf-8", "replace"))
