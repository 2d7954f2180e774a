"""The record in other people's formats: all that meets the filter of the page, as a file."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from typing import IO

from starlette.background import BackgroundTask
from starlette.responses import Response, StreamingResponse

from waqai import export as exporting
from waqai.export import FORMATS, Options
from waqai.messages import say
from waqai.store import Filter
from waqai.web.asking import FILTER, filter_of, read_query
from waqai.web.call import Call
from waqai.web.refusal import not_found
from waqai.web.withholding import public_filter

_IN_MEMORY, _PIECE = 4 * 1024 * 1024, 64 * 1024


def exports() -> list[str]:
    """The names of the formats."""
    return list(FORMATS)


def export(call: Call) -> Response:
    """A file of everything that the filter in the address asks for."""
    asked = public_filter(call.who, filter_of(read_query(call.request.query_params, FILTER)))
    return exported(call, call.path["form"], asked, Options(language=call.prefs.lang, bom=True))


def exported(call: Call, name: str, asked: Filter, options: Options) -> Response:
    """The file; it is written whole before its first byte is sent, so that an error is an error and no half of a file."""
    if name not in FORMATS:
        raise not_found(say("error.no_format", name=name))
    form = FORMATS[name]
    file: IO[bytes] = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - closed when it was sent
    with call.site.store.reading() as conn:
        exporting.write(name, conn, asked, file, options)  # type: ignore[arg-type]
    file.seek(0)
    headers = {"Content-Disposition": f'attachment; filename="waqai-{name}{form.suffix}"'}
    return StreamingResponse(
        _pieces(file), media_type=form.media_type, headers=headers, background=BackgroundTask(file.close)
    )


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    while piece := file.read(_PIECE):
        yield piece
