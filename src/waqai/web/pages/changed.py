"""Has the record changed? A mark to compare with the one before, so small that a page can ask for it again and again."""

from __future__ import annotations

from starlette.responses import Response

from waqai.store.state import state_of_incident, state_of_record
from waqai.web.call import Call
from waqai.web.secret import digest_of


def changed(call: Call) -> Response:
    """The mark of the whole record as an ETag; 304 when it is the one that whoever asks has."""
    with call.site.store.reading() as conn:
        return _answer(call, state_of_record(conn))


def changed_incident(call: Call) -> Response:
    """The mark of one incident."""
    with call.site.store.reading() as conn:
        return _answer(call, state_of_incident(conn, call.path["incident"]))


def _answer(call: Call, state: str) -> Response:
    tag = f'"{digest_of(state)[:16]}"'
    known = call.request.headers.get("if-none-match", "").removeprefix("W/")
    return Response(status_code=304 if known == tag else 200, headers={"ETag": tag})
