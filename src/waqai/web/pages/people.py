"""The team: who is in it, with which role; letting in and shutting out. For admins."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from starlette.responses import Response

from waqai.store.accounts import ROLES, accounts, invitations, invite, set_account, withdraw
from waqai.web.call import Call
from waqai.web.secret import digest_of, new_secret

_HOURS = 72


def people(call: Call, link: str = "") -> Response:
    """The page. ``link``: an invitation just made, shown this once."""
    with call.site.store.reading() as conn:
        return call.page(
            "people.html",
            nav="people",
            people=accounts(conn),
            roles=ROLES,
            open=invitations(conn),
            link=link,
            hours=_HOURS,
        )


def let_in(call: Call) -> Response:
    """Make a link by which somebody joins with a role."""
    secret = new_secret()
    expires = (datetime.now(UTC) + timedelta(hours=_HOURS)).isoformat(timespec="seconds")
    with call.site.store.writing() as conn:
        invite(conn, digest_of(secret), call.said("role"), call.who.name, expires)
    return people(call, str(call.request.base_url.replace(path=f"/join/{secret}")))


def call_back(call: Call) -> Response:
    """Take an invitation back before somebody uses it."""
    with call.site.store.writing() as conn:
        withdraw(conn, call.path["invitation"], call.who.name)
    return call.go("/people")


def change(call: Call) -> Response:
    """Give an account another role, shut it, or open it again."""
    shut = {"yes": True, "no": False}.get(call.said("disabled"))
    with call.site.store.writing() as conn:
        set_account(conn, call.path["name"], call.who.name, role=call.said("role") or None, disabled=shut)
    return call.go("/people")
