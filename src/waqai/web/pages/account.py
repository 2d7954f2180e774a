"""Coming in and going out: logging in, joining by a link, one's password, tokens and screen."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from starlette.responses import Response

from waqai.messages import say
from waqai.store.accounts import invited, join, password_of, set_password
from waqai.store.passes import SCOPES, Token, add_token, close_session, open_session, revoke_token, tokens_of
from waqai.store.views import drop_view, save_view, views_of
from waqai.web.asking import Param, address_of, read_query
from waqai.web.call import Call, local
from waqai.web.passwords import hashed, matches
from waqai.web.prefs import CHOICES, cookie_of
from waqai.web.refusal import Refusal, not_found
from waqai.web.secret import digest_of, new_secret
from waqai.web.who import COOKIE


def login_page(call: Call) -> Response:
    """The form."""
    _team(call)
    following = read_query(call.request.query_params, (Param("next", ""),)).get("next", "/")
    return call.page("login.html", nav="", next=local(following), wrong=False)


def login(call: Call) -> Response:
    """Check name and password; slowly for who keeps guessing, and without saying which of the two was wrong."""
    _team(call)
    name, password = call.said("name").strip(), call.said("password")
    keys = (f"name:{digest_of(name.lower())}", f"from:{call.request.client.host if call.request.client else ''}")
    call.site.throttle.begin(*keys)
    with call.site.store.reading() as conn:
        kept = password_of(conn, name)
    if not matches(kept, password):
        return call.page("login.html", 401, nav="", next=local(call.said("next", "/")), wrong=True)
    call.site.throttle.succeeded(*keys)
    return _enter(call, name, local(call.said("next", "/")))


def logout(call: Call) -> Response:
    """End the session."""
    with call.site.store.writing() as conn:
        close_session(conn, digest_of(call.request.cookies.get(COOKIE, "")))
    answer = call.go("/login")
    answer.delete_cookie(COOKIE)
    return answer


def join_page(call: Call) -> Response:
    """The form that a link of invitation leads to."""
    _team(call)
    with call.site.store.reading() as conn:
        role = invited(conn, digest_of(call.path["secret"]))
    return call.page("join.html", nav="", role=role)


def join_team(call: Call) -> Response:
    """Make the account, which uses the link up."""
    _team(call)
    name, password = call.said("name"), hashed(call.said("password"))
    with call.site.store.writing() as conn:
        join(conn, digest_of(call.path["secret"]), name, password)
    return _enter(call, name, "/")


def screen(call: Call) -> Response:
    """Set language, digits, or light and dark, and go back."""
    answer = call.go(call.said("back", "/"))
    for name in CHOICES:
        cookie = cookie_of(name, call.said(name))
        if cookie is not None:
            answer.set_cookie(**cookie, secure=call.site.settings.secure)  # type: ignore[arg-type]
    return answer


def mine(call: Call, fresh: str = "") -> Response:
    """One's own views, tokens and password. ``fresh``: a token just made, shown this once."""
    with call.site.store.reading() as conn:
        views, tokens = views_of(conn, call.who.name), tokens_of(conn, call.who.name)
    return call.page("mine.html", nav="mine", views=views, tokens=tokens, fresh=fresh, scopes=SCOPES)


def make_token(call: Call) -> Response:
    """A token for a program, with some of one's rights."""
    _team(call)
    secret = new_secret("waqai_")
    days = int(call.said("days", "90") or 90)
    scopes = tuple(each for each in call.form.getlist("scope") if isinstance(each, str))
    made = Token("t" + secret[6:14], call.who.name, call.said("name")[:80], scopes, _in(), _in(days * 24), None)
    with call.site.store.writing() as conn:
        add_token(conn, made, digest_of(secret))
    return mine(call, secret)


def drop_token(call: Call) -> Response:
    """Take a token back."""
    with call.site.store.writing() as conn:
        revoke_token(conn, call.path["token"], call.who.name)
    return call.go("/mine")


def change_password(call: Call) -> Response:
    """Another password, for who knows the one before; it ends every session, and this one begins anew."""
    _team(call)
    with call.site.store.reading() as conn:
        kept = password_of(conn, call.who.name)
    if not matches(kept, call.said("old")):
        raise Refusal(403, "wrong_password", say("error.wrong_password"))
    password = hashed(call.said("new"))
    with call.site.store.writing() as conn:
        set_password(conn, call.who.name, password)
    return _enter(call, call.who.name, "/mine")


def keep_view(call: Call) -> Response:
    """Save the filter of the page under a name."""
    with call.site.store.writing() as conn:
        made = save_view(conn, call.who.name, call.said("name"), call.said("query"), shared=bool(call.said("shared")))
    return call.go(address_of("/incidents", []) + (f"?{made.query}" if made.query else ""))


def forget_view(call: Call) -> Response:
    """Forget a view of one's own."""
    with call.site.store.writing() as conn:
        drop_view(conn, call.path["view"], call.who.name)
    return call.go("/mine")


def _team(call: Call) -> None:
    if not call.site.settings.team:
        raise not_found()


def _enter(call: Call, name: str, following: str) -> Response:
    settings, secret = call.site.settings, new_secret()
    with call.site.store.writing() as conn:
        open_session(conn, digest_of(secret), name, _in(settings.session_hours))
    answer = call.go(following)
    age = settings.session_hours * 3600
    answer.set_cookie(COOKIE, secret, max_age=age, httponly=True, samesite="lax", secure=settings.secure)
    return answer


def _in(hours: int = 0) -> str:
    return (datetime.now(UTC) + timedelta(hours=hours)).isoformat(timespec="seconds")
