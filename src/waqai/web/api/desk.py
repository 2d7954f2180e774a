"""Operations that decide or add: reviews, merges, splits, corrections, undoing, assignments, reports, saved views."""

from __future__ import annotations

from dataclasses import asdict

from starlette.responses import Response

from waqai import store
from waqai.messages import say
from waqai.store.views import drop_view, save_view, views_of
from waqai.web.access import demand_own
from waqai.web.acts import Outcome, give, set_state, set_states, undo
from waqai.web.adding import Pasted, start_paste, start_url
from waqai.web.api.envelope import many, one
from waqai.web.api.operation import Asked
from waqai.web.jobs import Job
from waqai.web.refusal import Refusal


def review_incidents(asked: Asked) -> Response:
    """Set the state of one or many incidents. One alone that changed since it was seen is refused (409); of many, each says how it went."""
    body = asked.body
    seen = [(each.incident, each.revision, each.changed) for each in body.incidents]
    team = asked.call.site.settings.team
    with asked.call.site.store.writing() as conn:
        if len(seen) == 1:
            incident, revision, changed = seen[0]
            review = set_state(conn, incident, body.state, asked.by, (revision, changed), body.note, team=team)
            return many([Outcome(incident, True, review)])
        return many(set_states(conn, seen, body.state, asked.by, body.note, team=team))


def merge_incidents(asked: Asked) -> Response:
    """Make one incident of two; gives the id that both lead to."""
    with asked.call.site.store.writing() as conn:
        home = store.merge(conn, asked.body.one, asked.body.other, asked.by, asked.body.why)
    return one({"incident": home})


def split_incident(asked: Asked) -> Response:
    """Take sightings out of an incident; gives the id that the rest keeps and the one that they have now."""
    body = asked.body
    with asked.call.site.store.writing() as conn:
        rest, apart = store.split(conn, body.incident, body.sightings, asked.by, body.why)
    return one({"incident": rest, "apart": apart})


def correct_sighting(asked: Asked) -> Response:
    """Give fields of a sighting's event a person's values; they stand through every later reading."""
    body = asked.body
    with asked.call.site.store.writing() as conn:
        store.correct(conn, body.sighting, body.fields, asked.by, body.why)
    return one({"sighting": body.sighting})


def undo_decision(asked: Asked) -> Response:
    """Take back a decision."""
    with asked.call.site.store.writing() as conn:
        return one(undo(conn, asked.by, asked.body.decision, asked.body.why))


def assign_incidents(asked: Asked) -> Response:
    """Give incidents to somebody to read; each says how it went."""
    with asked.call.site.store.writing() as conn:
        seen = [(each.incident, each.revision, each.changed) for each in asked.body.incidents]
        return many(give(conn, seen, asked.body.who, asked.by))


def add_report(asked: Asked) -> Response:
    """Read a report and keep it; gives a job to ask about."""
    body = asked.body
    if bool(body.text.strip()) == bool(body.url):
        raise Refusal(400, "bad_body", say("error.text_or_url"))
    start = start_url if body.url else start_paste
    given = Pasted(body.text, body.url, body.title, body.published, body.outlet, body.lang)
    return one(shown(start(asked.call.site, asked.by, given)), 202)


def get_job(asked: Asked) -> Response:
    """How far a job is."""
    job = asked.call.site.jobs.find(asked.call.path["job"])
    demand_own(asked.call.who, job.owner)
    return one(shown(job))


def list_views(asked: Asked) -> Response:
    """The views that whoever asks saved, and those that are shared."""
    with asked.call.site.store.reading() as conn:
        return many(views_of(conn, asked.by))


def add_view(asked: Asked) -> Response:
    """Keep a filter under a name."""
    body = asked.body
    with asked.call.site.store.writing() as conn:
        return one(save_view(conn, asked.by, body.name, body.query, shared=body.shared), 201)


def delete_view(asked: Asked) -> Response:
    """Forget a view of one's own."""
    with asked.call.site.store.writing() as conn:
        drop_view(conn, asked.call.path["view"], asked.by)
    return one({})


def shown(job: Job) -> dict[str, object]:
    """A job as programs see it."""
    told = asdict(job.progress)
    counts = {name: told[name] for name in ("read", "new", "changed", "same", "versions")}
    failures = [f"{failed.name or failed.address}: {failed.reason}" for failed in job.progress.failures]
    return {
        "id": job.id,
        "title": job.title,
        "state": job.state,
        "error": str(job.error or ""),
        **counts,
        "failures": failures,
    }
