"""The one shape of answers: ``{"ok": true, "items": […], "next": …}``, ``{"ok": true, "item": {…}}``, ``{"ok": false, "error": {…}}``."""

from __future__ import annotations

from typing import Any

import msgspec
from starlette.responses import Response

from waqai.web.call import Call
from waqai.web.refusal import Refusal
from waqai.web.view.telling import tell
from waqai.web.view.voice import Voice


def many(found: object, following: str | None = None, **others: object) -> Response:
    """A list; ``following``: the mark to go on from, None at its end."""
    return _json({"ok": True, "items": found, "next": following, **others})


def one(found: object, status: int = 200) -> Response:
    """A single thing."""
    return _json({"ok": True, "item": found}, status)


def refused(call: Call, error: Refusal) -> Response:
    """An error, in answer to a call, in the language that it asks for."""
    return answer_of(error, tell(Voice(call.prefs), error.said))


def answer_of(error: Refusal, message: str = "") -> Response:
    """An error. ``message``: for people, in their language; English unless given."""
    said: dict[str, Any] = {"code": error.code, "message": message or str(error)}
    answer = _json(
        {"ok": False, "error": said | ({"detail": error.detail} if error.detail is not None else {})}, error.status
    )
    if error.status == 401:
        answer.headers["WWW-Authenticate"] = "Bearer"
    if isinstance(error.detail, dict) and "retry_after" in error.detail:
        answer.headers["Retry-After"] = str(error.detail["retry_after"])
    return answer


def _json(content: object, status: int = 200) -> Response:
    return Response(msgspec.json.encode(content), status, media_type="application/json")
