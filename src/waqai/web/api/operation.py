"""One operation of the API: its address, its right, its parameters, what it takes and gives. Routes and documents come of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import msgspec
from starlette.responses import Response
from starlette.routing import Route

from waqai.messages import say
from waqai.web.api.envelope import refused
from waqai.web.asking import Param, read_query
from waqai.web.call import Call, endpoint
from waqai.web.refusal import Refusal

_T = TypeVar("_T")
ROOT = "/api/v1"


@dataclass(slots=True)
class Asked:
    """A call with its parameters and its body read."""

    call: Call
    query: dict[str, Any]
    body: Any = None

    @property
    def by(self) -> str:
        """The name of whoever asks."""
        return self.call.who.name


@dataclass(frozen=True, slots=True)
class Operation:
    """``act``: the right it needs; ``takes``: the type of its body; ``gives``: of its item, or of each of its ``items``."""

    method: str
    path: str
    act: str
    summary: str
    work: Callable[[Asked], Response]
    query: tuple[Param, ...] = ()
    takes: Any = None
    gives: Any = None
    items: bool = False
    media: str = "application/json"

    @property
    def id(self) -> str:
        """A name for the operation that clients make functions of."""
        return self.work.__name__

    def route(self) -> Route:
        """Its route."""
        return Route(ROOT + self.path, endpoint(self.act, self._answer, refused), methods=[self.method])

    def _answer(self, call: Call) -> Response:
        query = read_query(call.request.query_params, self.query)
        body = None if self.takes is None else _read(call.body, self.takes)
        return self.work(Asked(call, query, body))


def _read(body: bytes, kind: type[_T]) -> _T:
    try:
        return msgspec.json.decode(body, type=kind)
    except msgspec.MsgspecError as error:
        raise Refusal(400, "bad_body", say("error.bad_body", detail=str(error))) from error
