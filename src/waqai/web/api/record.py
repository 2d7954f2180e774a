"""Operations that look: incidents, reports, words found, charts, maps, decisions, coverage."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import msgspec
from starlette.responses import Response

from waqai import store
from waqai.export import Options
from waqai.gazetteer import Scored, explain_place
from waqai.messages import say
from waqai.store.marks import read_mark, write_mark
from waqai.store.spots import spots
from waqai.web.api.envelope import many, one
from waqai.web.api.operation import Asked
from waqai.web.asking import filter_of
from waqai.web.pages.exports import exported
from waqai.web.pages.gold import gold
from waqai.web.pages.report import original as original_file
from waqai.web.refusal import Refusal
from waqai.web.withholding import public_cell, public_filter, public_incident, public_rows, public_spots, withheld

_MOST, _USUAL, _CANDIDATES = 1000, 50, 12


def list_incidents(asked: Asked) -> Response:
    """A page of incidents with how many meet the filter."""
    wanted = _filter(asked)
    order, after = asked.query.get("order", store.ORDERS[0]), asked.query.get("after")
    with asked.call.site.store.reading() as conn:
        page = store.incidents(conn, wanted, order=order, after=after, limit=limit_of(asked))
        rows, counts = public_rows(asked.call.who, page.rows), store.count(conn, wanted)
    return many(rows, page.next, counts=counts)


def get_incident(asked: Asked) -> Response:
    """An incident with its sightings; an id that was merged gives the incident it leads to."""
    with asked.call.site.store.reading() as conn:
        made = store.incident_of(conn, asked.call.path["incident"])
        review = store.reviews(conn, [made.id])[made.id]
        row = store.row_of_incident(conn, made.id)
    public = withheld(asked.call.who)
    shown = msgspec.to_builtins(public_incident(asked.call.who, made))
    said = {"state": review.state} if public else msgspec.to_builtins(review)
    return one(shown | {"review": said, "changed": row.changed if row else None})


def get_claims(asked: Asked) -> Response:
    """Every claim of an incident, sighting by sighting."""
    with asked.call.site.store.reading() as conn:
        made = store.incident_of(conn, asked.call.path["incident"])
        found = store.claims_of_sightings(conn, [each.id for each in made.sightings])
    return many([claim for each in made.sightings for claim in found.get(each.id, ())])


def get_history(asked: Asked) -> Response:
    """What became of an incident, oldest first."""
    with asked.call.site.store.reading() as conn:
        return many(store.history(conn, asked.call.path["incident"]))


def get_judgements(asked: Asked) -> Response:
    """Why the sightings of an incident were put together."""
    name = asked.call.path["incident"]
    with asked.call.site.store.reading() as conn:
        return many(store.judgements_between(conn, name, name))


def get_report(asked: Asked) -> Response:
    """A report as it came; offsets count code points of its title, a line feed, and its text."""
    with asked.call.site.store.reading() as conn:
        return one(store.report_of(conn, asked.call.path["report"]))


def get_record(asked: Asked) -> Response:
    """What was read in a report: the record of docs/reference/record.md."""
    with asked.call.site.store.reading() as conn:
        return one(store.record_of(conn, asked.call.path["report"]))


def get_original(asked: Asked) -> Response:
    """The archived bytes that a report was read out of."""
    return original_file(asked.call)


def search_reports(asked: Asked) -> Response:
    """Reports that have all these words, in any spelling."""
    words = asked.query.get("words")
    if words is None:
        raise Refusal(400, "bad_parameter", say("error.no_words"), {"parameter": "words"})
    with asked.call.site.store.reading() as conn:
        found = store.search(conn, words, after=asked.query.get("after"), limit=limit_of(asked))
        return many(found.hits, found.next, matching=store.count_hits(conn, words))


def find_places(asked: Asked) -> Response:
    """The places that a name may mean, the likeliest first, as a record writes places."""
    name = asked.query.get("name", "")
    return many([_place(each, name) for each in explain_place(name)[:_CANDIDATES]] if name else [])


def _place(found: Scored, words: str) -> dict[str, object]:
    names = ("id", "name", "name_ar", "country", "admin1", "level", "lat", "lon")
    known = {key: getattr(found.place, key) or None for key in names}
    return known | {"text": words, "score": found.score, "why": found.why}


def get_chart(asked: Asked) -> Response:
    """A day a day: incidents that began on it, lowest figures of killed and injured."""
    with asked.call.site.store.reading() as conn:
        return many(store.chart(conn, _filter(asked)))


def get_map(asked: Asked) -> Response:
    """Incidents that lie close together as one spot, in cells of so many degrees."""
    cell, who = float(asked.query.get("cell", "1")), asked.call.who
    if not 0.0001 <= cell <= 90:
        raise Refusal(400, "bad_parameter", say("error.bad_cell"), {"parameter": "cell"})
    with asked.call.site.store.reading() as conn:
        found = spots(conn, _filter(asked), public_cell(who, cell))
    return many([asdict(spot) for spot in public_spots(who, found, cell)])


def list_decisions(asked: Asked) -> Response:
    """Who decided what, when, why; the latest first. ``subject``: about one incident or sighting."""
    subject: Any = asked.query.get("subject")
    limit, before = limit_of(asked), _before(asked.query.get("after"))
    with asked.call.site.store.reading() as conn:
        found = store.decisions(conn, subject and [subject], limit=limit + 1, before=before)
    shown = found[:limit]
    return many(shown, write_mark(shown[-1].seq, "") if len(found) > limit else None)


def _before(mark: str | None) -> int | None:
    """The number of the decision that a page ended with."""
    number = None if mark is None else read_mark(mark)[0]
    if isinstance(number, str):
        raise Refusal(400, "bad_parameter", say("error.no_mark", mark=mark), {"parameter": "after"})
    return number


def get_coverage(asked: Asked) -> Response:
    """What was read, of which outlets, on which days, and where one fell silent."""
    since, until = asked.query.get("from"), asked.query.get("to")
    with asked.call.site.store.reading() as conn:
        return many(store.coverage(conn, since, until), rule=store.SILENCE_RULE)


def export_gold(asked: Asked) -> Response:
    """What the desk has checked, for `waqai eval`: `docs.jsonl`, the reports, or `gold.jsonl`, their records as people left them."""
    return gold(asked.call)


def export_incidents(asked: Asked) -> Response:
    """All that meets the filter, in one of the formats of `waqai export`."""
    wanted = _filter(asked)
    options = Options(hxl=asked.query.get("hxl", False), language=asked.query.get("language", "en"))
    return exported(asked.call, asked.call.path["form"], wanted, options)


def limit_of(asked: Asked) -> int:
    """How many are asked for."""
    number = int(asked.query.get("limit", _USUAL))
    if not 1 <= number <= _MOST:
        raise Refusal(400, "bad_parameter", say("error.bad_limit", most=_MOST), {"parameter": "limit"})
    return number


def _filter(asked: Asked) -> store.Filter:
    return public_filter(asked.call.who, filter_of(asked.query))
