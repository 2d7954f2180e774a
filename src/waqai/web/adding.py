"""Reports that are pasted, sent as files or named by an address: read in a job, kept with their bytes."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePath
from typing import Any

import msgspec

from waqai.dating import visible_date
from waqai.engine import read_report
from waqai.ingest import Failure, Found, failure, gather
from waqai.messages import Message, say
from waqai.model.capture import Capture, Gathered
from waqai.model.record import Record, Report
from waqai.packs.catalogue import language_of, languages
from waqai.store import Adding, add
from waqai.web.jobs import Job
from waqai.web.refusal import Refusal
from waqai.web.site import Site


@dataclass(frozen=True, slots=True)
class Pasted:
    """A report as somebody gave it: its text, or the address that it is found at."""

    text: str = ""
    url: str = ""
    title: str = ""
    published: str | None = None
    outlet: str = ""
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a form: what the sender calls it, and its bytes."""

    name: str
    content: bytes


def start_paste(site: Site, owner: str, pasted: Pasted) -> Job:
    """Read a text that was pasted. It is named by its words, so that the same words are kept once."""
    row = {"title": pasted.title, "text": pasted.text, "published": _day(pasted.published), "outlet": pasted.outlet}
    said = {key: value for key, value in (row | {"lang": pasted.lang}).items() if value}
    content = msgspec.json.encode(said)
    return start_files(site, owner, [Upload("pasted.jsonl", content)], pasted.published, pasted.title)


def start_url(site: Site, owner: str, asked: Pasted) -> Job:
    """Fetch a page or feed and read it. Addresses of this machine and its network are refused by the fetcher."""
    if not asked.url.startswith(("http://", "https://")):
        raise Refusal(400, "bad_url", say("error.bad_url"))
    day = _day(asked.published)
    return site.jobs.start(owner, asked.url, lambda job: _keep(site, job, gather_urls((asked.url,), day, asked.lang)))


def start_files(
    site: Site, owner: str, uploads: Sequence[Upload], published: str | None = None, title: str | None = None
) -> Job:
    """Read files that were sent. Each is named by its bytes and its name, never by where it lies."""
    if not uploads:
        raise Refusal(400, "no_file", say("error.no_file"))
    day, names = _day(published), ", ".join(upload.name for upload in uploads[:3])

    def work(job: Job) -> None:
        folder = Path(tempfile.mkdtemp(prefix="waqai-upload-"))
        try:
            _keep(site, job, (found for upload in uploads for found in _of_file(folder, upload, day)))
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    return site.jobs.start(owner, names if title is None else title, work)


def gather_urls(urls: Iterable[str], published: str | None, lang: str | None) -> Iterator[Found]:
    """What is at these addresses."""
    return gather(urls, published, lang, read_date=visible_date)


def read_all(reports: Iterator[Report]) -> Iterator[Record | Failure]:
    """A record for each report, or why there is none."""
    return map(_read, reports)


def _read(report: Report) -> Record | Failure:
    if language_of(report.lang) not in languages():
        return failure(report.source or report.id, None, say("failure.no_pack", lang=str(report.lang)))
    try:
        return read_report(report)
    except Exception as error:  # an error inside the engine is this report's failure, not the end of the others
        detail = f"{type(error).__name__}: {error}"
        return failure(report.source or report.id, None, say("failure.engine", detail=detail))


def _keep(site: Site, job: Job, found: Iterable[Found]) -> None:
    def watch(progress: object) -> None:
        job.progress = progress  # type: ignore[assignment]

    job.progress = add(site.store, found, Adding(read_all, watch))


def _of_file(folder: Path, upload: Upload, published: str | None) -> Iterator[Found]:
    """What a file holds, under a name that says nothing of this machine."""
    safe = PurePath(upload.name.replace("\\", "/")).name.replace("\x00", "") or "upload"
    address = f"upload:{hashlib.sha256(upload.content).hexdigest()[:16]}/{safe[-120:]}"
    path = folder / f"file{PurePath(safe).suffix[:12].lower()}"
    path.write_bytes(upload.content)
    for found in gather([path], published, read_date=visible_date):
        yield _renamed(found, str(path.resolve()), address)
    path.unlink()


def _renamed(found: Found, path: str, address: str) -> Found:
    rename: Callable[[str], str] = lambda text: text.replace(path, address)  # noqa: E731
    if isinstance(found, Gathered):
        capture: Capture = replace(found.capture, address=rename(found.capture.address))
        reports = (replace(r, id=rename(r.id), source=rename(r.source) if r.source else None) for r in found.reports)
        return Gathered(capture, tuple(reports))
    if isinstance(found, Failure):
        return failure(rename(found.path), found.line, _renamed_in(found.said, rename))
    return replace(found, path=rename(found.path), says=rename(found.says))


def _renamed_in(value: Any, rename: Callable[[str], str]) -> Any:
    """A message with the names in it changed."""
    if isinstance(value, Message):
        return Message(value.code, {name: _renamed_in(part, rename) for name, part in value.parts.items()})
    return rename(value) if isinstance(value, str) else value


def _day(published: str | None) -> str | None:
    try:
        return date.fromisoformat(published).isoformat() if published else None
    except ValueError as error:
        raise Refusal(400, "bad_day", say("error.bad_day", day=published)) from error
