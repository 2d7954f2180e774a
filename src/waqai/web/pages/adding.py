"""Reports into the record: pasted, sent as files, or named by an address; each with how far it is."""

from __future__ import annotations

from starlette.datastructures import UploadFile
from starlette.responses import Response

from waqai.messages import say
from waqai.web.access import demand_own
from waqai.web.adding import Pasted, Upload, start_files, start_paste, start_url
from waqai.web.call import Call
from waqai.web.refusal import Refusal


def page(call: Call) -> Response:
    """The page, with the jobs of whoever asks."""
    return call.page("add.html", nav="add", jobs=call.site.jobs.of(call.who.name))


def start(call: Call) -> Response:
    """Begin to read what the form sent."""
    form = Pasted(**{name: call.said(name) for name in ("text", "url", "title", "published", "outlet")})
    site, owner = call.site, call.who.name
    files = [each for each in call.form.getlist("files") if isinstance(each, UploadFile) and each.filename]
    if files:
        uploads = [Upload(each.filename or "", each.file.read()) for each in files]
        job = start_files(site, owner, uploads, form.published)
    elif form.url:
        job = start_url(site, owner, form)
    elif form.text.strip():
        job = start_paste(site, owner, form)
    else:
        raise Refusal(400, "empty", say("error.empty"))
    return call.go(f"/add/{job.id}")


def job(call: Call) -> Response:
    """How far a job is, and what came of it."""
    found = call.site.jobs.find(call.path["job"])
    demand_own(call.who, found.owner)
    return call.page("job.html", nav="add", job=found)
