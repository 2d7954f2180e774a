"""A request on its way through the app: who asks for what, and how the answer is made. Handlers run in threads."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from waqai.errors import WaqaiError
from waqai.messages import say
from waqai.web.access import demand, may
from waqai.web.guard import SAFE
from waqai.web.prefs import Prefs, prefs_of
from waqai.web.refusal import Refusal, refusal_of
from waqai.web.rendering import render
from waqai.web.secret import same
from waqai.web.site import Site
from waqai.web.who import Who, who_asks

Endpoint = Callable[[Request], Awaitable[Response]]
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


@dataclass(slots=True)
class Call:
    """``form``: what a form sent; ``body``: the bytes of anything else."""

    site: Site
    request: Request
    who: Who
    prefs: Prefs
    form: FormData = field(default_factory=FormData)
    body: bytes = b""

    @property
    def path(self) -> dict[str, str]:
        """The parts of the address that its pattern names."""
        found: dict[str, str] = self.request.path_params
        return found

    def said(self, name: str, default: str = "") -> str:
        """A field of the form, as text."""
        value = self.form.get(name, default)
        return value if isinstance(value, str) else default

    def page(self, template: str, status: int = 200, **context: Any) -> Response:
        """A page out of a template."""
        return HTMLResponse(render(self, template, context), status)

    def go(self, address: str) -> Response:
        """Send the browser to another page of the app."""
        return RedirectResponse(local(address), 303)

    def may(self, act: str) -> bool:
        """May whoever asks do that?"""
        return may(self.who, act)


Work = Callable[[Call], Response]
Refused = Callable[[Call, Refusal], Response]


def endpoint(act: str, work: Work, refused: Refused) -> Endpoint:
    """The asynchronous shell around a handler: read what was sent, then look, check and work in a thread."""

    async def answer(request: Request) -> Response:
        try:
            form, body = await _sent(request)
            try:
                return await run_in_threadpool(_answer, request, form, body)
            finally:
                await form.close()
        except Refusal as error:
            return await run_in_threadpool(partial(_refuse, request, error))

    def _refuse(request: Request, error: Refusal) -> Response:
        return refused(stranger(request), error)

    def _answer(request: Request, form: FormData, body: bytes) -> Response:
        call = Call(request.app.state.site, request, who_asks(request.app.state.site, request), prefs_of(request))
        call.form, call.body = form, body
        try:
            _check_form(call)
            demand(call.who, act)
            return work(call)
        except WaqaiError as error:
            return refused(call, refusal_of(error))

    return answer


def local(address: str) -> str:
    """An address inside the app; its front page for any other."""
    inside = address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable()
    return address if inside else "/"


async def _sent(request: Request) -> tuple[FormData, bytes]:
    if request.method in SAFE:
        return FormData(), b""
    if request.headers.get("content-type", "").startswith(_FORMS):
        return await request.form(max_files=100, max_fields=1000, max_part_size=8 * 1024 * 1024), b""
    return FormData(), await request.body()


def _check_form(call: Call) -> None:
    """What a browser sends has to carry the mark of a page of ours. A program's token is mark enough."""
    request = call.request
    if request.method in SAFE or (call.who.scopes is not None):
        return
    sent = request.headers.get("x-csrf") or call.said("csrf")
    if same(sent, call.who.csrf):
        return
    browser = any(name in request.headers for name in ("origin", "sec-fetch-site", "cookie", "referer"))
    plain = request.headers.get("content-type", "").startswith("application/json")
    if browser or not plain or call.site.settings.team:
        raise Refusal(403, "no_csrf", say("error.old_page"))


def stranger(request: Request) -> Call:
    """A call that nothing was checked of, to answer with an error."""
    site: Any = request.app.state.site
    return Call(site, request, who_asks(site, request), prefs_of(request))
