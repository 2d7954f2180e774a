"""Refusals as pages."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import URL
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from waqai.messages import say
from waqai.web.api.envelope import answer_of
from waqai.web.api.envelope import refused as refused_api
from waqai.web.asking import address_of
from waqai.web.call import Call, stranger
from waqai.web.prefs import prefs_of
from waqai.web.refusal import Refusal, not_found
from waqai.web.view.telling import tell
from waqai.web.view.voice import Voice


def refused_page(call: Call, error: Refusal) -> Response:
    """A page that says why; the page to log in at, for who has not."""
    if error.status == 401 and call.request.method == "GET":
        return call.go(address_of("/login", [("next", _here(call.request.url))]))
    answer = call.page("error.html", error.status, nav="", error=error)
    return _retry_after(answer, error)


async def unknown_page(request: Request, _error: Exception) -> Response:
    """What answers an address that nothing answers."""
    refusal = not_found()
    refused = refused_api if request.url.path.startswith("/api/") else refused_page
    return await run_in_threadpool(lambda: refused(stranger(request), refusal))


async def broken(request: Request, _error: Exception) -> Response:
    """What answers when the app itself failed: nothing of the failure but that it was one; the log has the rest."""
    refusal = Refusal(500, "internal", say("error.broken"))
    message = tell(Voice(prefs_of(request)), refusal.said)
    if request.url.path.startswith("/api/"):
        return answer_of(refusal, message)
    return PlainTextResponse(message, refusal.status)


def _here(url: URL) -> str:
    return url.path + (f"?{url.query}" if url.query else "")


def _retry_after(answer: Response, error: Refusal) -> Response:
    if isinstance(error.detail, dict) and "retry_after" in error.detail:
        answer.headers["Retry-After"] = str(error.detail["retry_after"])
    return answer
