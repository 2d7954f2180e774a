"""What stands before every request: names under which the app may be asked for, limits, and headers that shut browsers in."""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from waqai.messages import say
from waqai.web.prefs import prefs_of
from waqai.web.refusal import Refusal
from waqai.web.settings import Settings
from waqai.web.view.telling import tell
from waqai.web.view.voice import Voice

POLICY = "; ".join((
    "default-src 'self'",
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
))  # fmt: skip
WORKER_POLICY = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'"  # the plugin that shapes Arabic is WebAssembly
)
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # with no-referrer a browser sends its own forms with "Origin: null"
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
SAFE = ("GET", "HEAD", "OPTIONS")


class Guard:
    """An ASGI layer around the app."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app, self.settings = app, settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or pass on with a limit on what comes in and headers on what goes out."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        outgoing = _dressed(send, scope["path"])
        refused = self._refused(scope["method"], Headers(scope=scope))
        if refused is not None:
            await _answer(Request(scope), refused)(scope, receive, outgoing)
            return
        said = Headers(scope=scope).get("content-length", "")
        await self.app(scope, _capped(receive, self.settings.upload, int(said) if said.isdecimal() else 0), outgoing)

    def _refused(self, method: str, headers: Headers) -> Refusal | None:
        host = headers.get("host", "")
        if _name(host) not in self.settings.hosts:
            return Refusal(421, "wrong_host", say("error.wrong_host"))
        if method not in SAFE and not _from_here(headers, host):
            return Refusal(403, "cross_site", say("error.cross_site"))
        return None


def _name(host: str) -> str:
    """A Host header without its port, in lower case."""
    name, colon, port = host.rpartition(":")
    return (name if colon and port.isdigit() else host).lower()


def _from_here(headers: Headers, host: str) -> bool:
    """Does a browser say that a page of this app sent it? What is no browser says nothing."""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None and site not in ("same-origin", "none"):
        return False
    return origin is None or origin.partition("://")[2].lower() == host.lower()


def _answer(request: Request, refused: Refusal) -> Response:
    message = tell(Voice(prefs_of(request)), refused.said)
    return JSONResponse({"ok": False, "error": {"code": refused.code, "message": message}}, refused.status)


def _capped(receive: Receive, most: int, said: int) -> Receive:
    """``receive`` until more came than may come, or nothing of what is ``said`` to be more."""
    seen = 0

    async def counted() -> Message:
        nonlocal seen
        message = {} if said > most else await receive()
        seen += len(message.get("body", b""))
        if max(seen, said) > most:
            raise Refusal(413, "too_large", say("error.too_large", most=most))
        return message

    return counted


def _dressed(send: Send, path: str) -> Send:
    """``send`` that adds the headers."""
    policy = WORKER_POLICY if path.endswith("-worker.mjs") else POLICY

    async def dressed(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in (*_HEADERS.items(), ("Content-Security-Policy", policy)):
                headers.setdefault(name, value)
            if not path.startswith("/static/"):
                headers.setdefault("Cache-Control", "no-store")
        await send(message)

    return dressed
