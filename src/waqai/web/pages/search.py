"""Reports by their words, in any spelling."""

from __future__ import annotations

from starlette.responses import Response

from waqai import store
from waqai.web.asking import Param, address_of, read_query
from waqai.web.call import Call

_PARAMS = (Param("words", ""), Param("after", ""))


def search(call: Call) -> Response:
    """The page; without words, the field alone."""
    values = read_query(call.request.query_params, _PARAMS)
    words = values.get("words", "")
    if not words:
        return call.page("search.html", nav="search", words="", hits=(), matching=0, next=None)
    with call.site.store.reading() as conn:
        found = store.search(conn, words, after=values.get("after"))
        matching = store.count_hits(conn, words)
    following = address_of("/search", [("words", words), ("after", found.next or "")]) if found.next else None
    hits = [(hit, pieces(hit)) for hit in found.hits]
    return call.page("search.html", nav="search", words=words, hits=hits, matching=matching, next=following)


def pieces(hit: store.Hit) -> list[tuple[str, bool]]:
    """The excerpt in pieces: each with whether it is one of the words found."""
    found, last = [], 0
    for start, end in hit.marks:
        found += [(hit.excerpt[last:start], False), (hit.excerpt[start:end], True)]
        last = end
    return [(text, marked) for text, marked in [*found, (hit.excerpt[last:], False)] if text]
