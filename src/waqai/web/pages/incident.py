"""One incident: what it comes to, what each source says, what became of it; merged, split and taken back."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection
from starlette.responses import Response

from waqai import merge, store
from waqai.model.incident import Incident
from waqai.model.judgement import Judgement
from waqai.web.asking import Param, read_query
from waqai.web.call import Call
from waqai.web.view.reasons import revisions_said, toll_said
from waqai.web.view.says import OUTCOMES, side_by_side
from waqai.web.view.voice import Voice
from waqai.web.withholding import public_incident, withheld

_JUDGED = 12


def incident(call: Call) -> Response:
    """The page; the address of an incident that was merged leads on to where it is now."""
    name = call.path["incident"]
    was = read_query(call.request.query_params, (Param("was", ""),)).get("was", "")
    with call.site.store.reading() as conn:
        made = store.incident_of(conn, name)
        if made.id != name:
            return call.go(f"/incidents/{made.id}?was={name}")
        return call.page("incident.html", nav="incidents", was=was, **_shown(call, conn, made))


def card(call: Call) -> Response:
    """The part of the list that opens under a selected incident: its figures with the words behind them."""
    with call.site.store.reading() as conn:
        made = store.incident_of(conn, call.path["incident"])
        return call.page("_card.html", **_shown(call, conn, made))


def _shown(call: Call, conn: Connection, made: Incident) -> dict[str, Any]:
    voice, public = Voice(call.prefs), withheld(call.who)
    return {
        "made": public_incident(call.who, made),
        "review": store.reviews(conn, [made.id])[made.id],
        "lines": [] if public else side_by_side(voice, made),
        "outlets": {each.id: each.source or each.report for each in made.sightings},
        "sightings": () if public else made.sightings,
        "reports": len({each.report for each in made.sightings}),
        "history": [] if public else store.history(conn, made.id),
        "judged": [] if public else _judged(conn, made),
        "reasons": {name: None if public else toll_said(made, name) for name in OUTCOMES},
        "revisions": [] if public else revisions_said(made),
        "decisions": [] if public else store.decisions(conn, [made.id, *(each.id for each in made.sightings)]),
    }


def _judged(conn: Connection, made: Incident) -> list[tuple[Judgement, list[merge.Ground]]]:
    """What was judged between its sightings, the strongest first, each with its reasons as data."""
    if len(made.sightings) < 2:
        return []
    known = {each.id: each for each in made.sightings}
    held = store.judgements_between(conn, made.id, made.id)[:_JUDGED]
    return [(each, merge.grounds(each, known)) for each in held]
