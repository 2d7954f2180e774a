"""Pages from the web, politely and within limits: public addresses only, few redirects, a size and a time at most."""

from __future__ import annotations

import re
import ssl
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from typing import Protocol

import httpcore
import httpx

from waqai.errors import InputError
from waqai.ingest.fetching import Fetched, FetchError, Fetching, Known, fault_of
from waqai.ingest.guard import GuardedBackend, PrivateAddressError, Resolve, resolve
from waqai.ingest.inflate import read_capped
from waqai.ingest.packing import stamp, utc_now
from waqai.ingest.robots import Robots
from waqai.messages import say

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_WAIT = 15.0  # seconds for one connection or one read
_HOST = re.compile(r"[\w.:-]+")


class Fetch(Protocol):
    """Anything that fetches: ``Fetcher.get``, or a stand-in for a test."""

    def __call__(self, url: str, known: Known | None = None) -> Fetched:
        """The answer. Raises FetchError."""
        ...


class Fetcher:
    """Fetches under one set of limits, remembering what robots.txt of each site says."""

    def __init__(self, fetching: Fetching, find: Resolve = resolve, clock: Callable[[], datetime] = utc_now) -> None:
        self._fetching = fetching
        self._find = find
        self._clock = clock
        self._robots = Robots(fetching.user_agent, self._plain)

    def get(self, url: str, known: Known | None = None) -> Fetched:
        """The page at ``url``. Raises FetchError with the reason, and when to try again if the server said so."""
        return self._follow(url, known or Known(), robots=self._fetching.robots)

    def _plain(self, url: str) -> Fetched:
        return self._follow(url, Known(), robots=False)

    def _follow(self, url: str, known: Known, *, robots: bool) -> Fetched:
        asked = here = _parse(url)
        backend = GuardedBackend(self._fetching.private_hosts, time.monotonic() + self._fetching.seconds, self._find)
        with httpcore.ConnectionPool(ssl_context=_tls(), network_backend=backend) as pool:
            for _ in range(self._fetching.max_redirects + 1):
                if robots:
                    self._robots.check(here)
                answer = self._ask(pool, here, known)
                if isinstance(answer, Fetched):
                    return Fetched(
                        str(asked), str(here), answer.status, answer.headers, answer.content, answer.retrieved
                    )
                here = redirected(here, answer)
        raise FetchError(say("failure.redirects", most=self._fetching.max_redirects))

    def _ask(self, pool: httpcore.ConnectionPool, url: httpx.URL, known: Known) -> Fetched | str:
        """The answer, or where it redirects to."""
        target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        timeouts = {"timeout": dict.fromkeys(("connect", "read", "write", "pool"), _WAIT)}
        try:
            with pool.stream("GET", target, headers=self._headers(url, known), extensions=timeouts) as answer:
                headers = _lower(answer.headers)
                if answer.status in _REDIRECTS:
                    return headers.get("location", "")
                _refuse(answer.status, headers, self._clock())
                content = self._body(answer, headers) if answer.status != 304 else b""
                return Fetched(str(url), str(url), answer.status, headers, content, stamp(self._clock()))
        except PrivateAddressError as error:
            raise FetchError(error.said) from error
        except httpcore.TimeoutException as error:
            raise FetchError(say("failure.slow", seconds=self._fetching.seconds, wait=_WAIT)) from error
        except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol, ssl.SSLError) as error:
            raise FetchError(say("failure.not_fetched", detail=(str(error) or type(error).__name__)[:280])) from error

    def _headers(self, url: httpx.URL, known: Known) -> list[tuple[bytes, bytes]]:
        said = {
            "host": url.netloc.decode("ascii"),
            "user-agent": self._fetching.user_agent,
            "accept": "text/html, application/rss+xml, application/atom+xml, application/pdf;q=0.9, */*;q=0.5",
            "accept-encoding": "gzip",
            "if-none-match": known.etag,
            "if-modified-since": known.last_modified,
        }
        return [(name.encode(), value.encode("latin-1", "ignore")) for name, value in said.items() if value]

    def _body(self, answer: httpcore.Response, headers: dict[str, str]) -> bytes:
        limit = self._fetching.max_bytes
        said = headers.get("content-length", "")
        if said.isdecimal() and int(said) > limit:
            raise FetchError(say("failure.big_page", bytes=int(said), most=limit))
        try:
            return read_capped(_counted(answer.iter_stream(), limit), headers.get("content-encoding", ""), limit)
        except FetchError:
            raise
        except InputError as error:
            raise FetchError(error.said) from error


@cache
def _tls() -> ssl.SSLContext:
    """Certificates are checked; loading them takes a while."""
    return httpcore.default_ssl_context()


def _counted(chunks: Iterator[bytes], limit: int) -> Iterator[bytes]:
    """The chunks as they come, as long as they are within the limit themselves."""
    seen = 0
    for chunk in chunks:
        seen += len(chunk)
        if seen > limit:
            raise FetchError(say("failure.over", most=limit))
        yield chunk


def _parse(url: str) -> httpx.URL:
    if fault := fault_of(url):
        raise FetchError(fault)
    try:
        parsed = httpx.URL(url).copy_with(fragment=None)
    except (httpx.InvalidURL, ValueError) as error:
        raise FetchError(say("failure.bad_address", detail=str(error))) from error
    if not _HOST.fullmatch(parsed.host):
        raise FetchError(say("failure.no_http"))
    return parsed


def redirected(here: httpx.URL, location: str) -> httpx.URL:
    """Where ``location`` leads from ``here``. Raises FetchError if that is no place to go."""
    try:
        url = _parse(str(here.join(location)))
    except (httpx.InvalidURL, ValueError) as error:
        raise FetchError(say("failure.redirect_nowhere", location=location[:200])) from error
    if here.scheme == "https" and url.scheme == "http":
        raise FetchError(say("failure.redirect_down", url=str(url)[:200]))
    return url


def _refuse(status: int, headers: dict[str, str], now: datetime) -> None:
    if status != 304 and not 200 <= status < 300:
        raise FetchError(
            say("failure.status", status=status), status, _retry_after(headers.get("retry-after", ""), now)
        )


def _retry_after(said: str, now: datetime) -> int | None:
    """Seconds from now, of a number of seconds or a date."""
    if said.strip().isdecimal():
        return int(said[:9])
    try:
        moment = parsedate_to_datetime(said)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return max(0, round((moment.replace(tzinfo=moment.tzinfo or UTC) - now).total_seconds()))


def _lower(headers: list[tuple[bytes, bytes]]) -> dict[str, str]:
    return {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in headers}
