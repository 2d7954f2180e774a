"""What holds for fetching from the web: the limits, and which private hosts may be asked."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from waqai.errors import InputError
from waqai.messages import Message, say

_LONGEST = 4_000  # characters of an address
USER_AGENT = "waqai/0.1 (reads news reports; honours robots.txt)"


@dataclass(frozen=True, slots=True)
class Fetching:
    """``max_bytes``: of one page, unpacked. ``seconds``: for one page, redirects included.

    ``private_hosts``: names or addresses that may be asked although they are not public. ``robots``: ask robots.txt
    first. ``follow``: fetch what a feed's items point at, at most ``max_followed`` of them.
    """

    max_bytes: int = 20_000_000
    seconds: float = 60.0
    max_redirects: int = 5
    private_hosts: frozenset[str] = frozenset()
    robots: bool = True
    follow: bool = False
    max_followed: int = 20
    user_agent: str = USER_AGENT


class FetchError(InputError):
    """A page was refused or could not be had. ``status``: of the answer, if one came. ``retry_after``: seconds."""

    def __init__(self, reason: Message, status: int | None = None, retry_after: int | None = None) -> None:
        super().__init__(reason)
        self.status = status
        self.retry_after = retry_after


@dataclass(frozen=True, slots=True)
class Known:
    """What the last answer said of its version, to ask for a newer one only."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer. ``url`` is what was asked for, ``final`` where the redirects led; ``unchanged``: nothing newer than known.

    ``headers`` have names in lower case; ``content`` is unpacked; ``retrieved`` is UTC as ISO 8601.
    """

    url: str
    final: str
    status: int
    headers: dict[str, str]
    content: bytes
    retrieved: str

    @property
    def unchanged(self) -> bool:
        """Did the server say that it has nothing newer?"""
        return self.status == 304

    @property
    def known(self) -> Known:
        """What to remember for the next time."""
        return Known(self.headers.get("etag"), self.headers.get("last-modified"))


def fault_of(url: str) -> Message | None:
    """Why this is no address that a report may have; None if it is one."""
    try:
        parts = urlsplit(url)
        host, user = parts.hostname, parts.username
    except ValueError:
        return say("failure.no_address")
    if not is_url(url) or not host or not url.isprintable():
        return say("failure.no_http")
    if user is not None:
        return say("failure.secret_address")
    return say("failure.long_address") if len(url) > _LONGEST else None


def is_url(source: str) -> bool:
    """Is it an address of the web, not a path?"""
    return source.lower().startswith(("http://", "https://"))
