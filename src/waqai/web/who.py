"""Who asks: the one person of a desk of their own, somebody of the team, a program with a token, or the public."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.requests import Request

from waqai.store.passes import session_of, token_of
from waqai.web.secret import digest_of, seal

if TYPE_CHECKING:
    from waqai.web.site import Site

COOKIE = "waqai_session"
PUBLIC, STRANGER = "public", "stranger"


@dataclass(frozen=True, slots=True)
class Who:
    """``role``: one of the store's ROLES, or "public", or "stranger" (nobody logged in).

    ``scopes``: of a program's token, None for a person; ``csrf``: the mark that forms of this person carry.
    """

    name: str
    role: str
    csrf: str = ""
    scopes: tuple[str, ...] | None = None


def who_asks(site: Site, request: Request) -> Who:
    """Find out by the token or the cookie that came along."""
    settings = site.settings
    if settings.public:
        return Who("", PUBLIC, seal(site.secret, PUBLIC))
    if not settings.team:
        return Who(settings.me, "admin", seal(site.secret, "single"))
    if (bearer := _bearer(request)) is not None:
        return _program(site, bearer)
    return _person(site, request.cookies.get(COOKIE, ""))


def _bearer(request: Request) -> str | None:
    scheme, _, secret = request.headers.get("authorization", "").partition(" ")
    return secret.strip() if scheme.lower() == "bearer" else None


def _program(site: Site, secret: str) -> Who:
    with site.store.reading() as conn:
        found = token_of(conn, digest_of(secret))
    return Who("", STRANGER, scopes=()) if found is None else Who(found[0].name, found[0].role, scopes=found[1])


def _person(site: Site, secret: str) -> Who:
    digest = digest_of(secret)
    if secret:
        with site.store.reading() as conn:
            account = session_of(conn, digest)
        if account is not None:
            return Who(account.name, account.role, seal(site.secret, digest))
    return Who("", STRANGER, seal(site.secret, STRANGER))
