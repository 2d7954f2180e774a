"""One row of a table of reports (a JSON object) to a Report: the names that mean something, all others kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any

import msgspec

from waqai.ingest.outcome import Item, Origin
from waqai.messages import Message, say
from waqai.model.record import Report

MAX_CHARACTERS = 2_000_000
_READ = frozenset({"id", "title", "text", "date", "published", "lang"})
_HEAD = 2_000  # characters in which a date line may stand
_SOURCES = ("url", "outlet", "source")


def rows_to_reports(row: Any, origin: Origin, name: str, head: str | None = None) -> Iterator[Item]:
    """The report of one row, with notices before it; or the reason why there is none. ``name`` serves where no id is.

    ``head``: the lines where a reader sees the date, if they are not the text's first.
    """
    reason = _fault(row)
    if reason:
        yield origin.failure(reason)
        return
    published, said = _published(row, origin, head)
    if said:
        yield origin.notice(said)
    yield Report(
        id=str(row.get("id") or name),
        text=row["text"],
        title=row.get("title") or "",
        published=published,
        source=_first(row, *_SOURCES) or origin.outlet or origin.path,
        lang=row.get("lang") or origin.lang,
        extra=_extra(row),
    )


def too_long(characters: int) -> Message:
    """The reason why a report of that many characters is refused."""
    return say("failure.too_long", characters=characters, most=MAX_CHARACTERS)


def day(written: Any, default: str | None) -> tuple[str | None, Message | None]:
    """An ISO day out of what a row says, and a complaint if it says no day. A row without a date gets ``default``."""
    if not written:
        return default, None
    try:
        if len(str(written)) > 10:
            return datetime.fromisoformat(str(written)).date().isoformat(), None
        return date.fromisoformat(str(written)).isoformat(), None
    except ValueError:
        return None, say("failure.no_date", written=str(written)[:40])


def _published(row: Mapping[str, Any], origin: Origin, head: str | None) -> tuple[str | None, Message | None]:
    """What the row says, else what its first lines show, else what holds for all; and a complaint."""
    written = _first(row, "published", "date")
    if not written and origin.read_date and (seen := origin.read_date(row["text"][:_HEAD] if head is None else head)):
        written = seen if not origin.retrieved or seen <= _day_after(origin.retrieved) else None
    return day(written, origin.published)


def _day_after(moment: str) -> str:
    """The last day that is not in the future anywhere."""
    return (date.fromisoformat(moment[:10]) + timedelta(days=1)).isoformat()


def _fault(row: Any) -> Message | None:
    if not isinstance(row, Mapping):
        return say("failure.no_object")
    for name in ("text", "title", "lang"):
        if not isinstance(row.get(name), str | None):
            return say("failure.no_string", name=name)
    return text_fault(row.get("title") or "", row.get("text"))


def text_fault(title: str, text: str | None) -> Message | None:
    """Why these are no report; None when they are one."""
    if text is None:
        return say("failure.no_text")
    if not text.strip() and not title.strip():
        return say("failure.empty_text")
    if len(title) + len(text) > MAX_CHARACTERS:
        return too_long(len(title) + len(text))
    return None


def _first(row: Mapping[str, Any], *names: str) -> str | None:
    return next((str(row[name]) for name in names if row.get(name)), None)


def _extra(row: Mapping[str, Any]) -> dict[str, str]:
    """The other columns as text, and those that could have been the source but were not."""
    used = _READ | {next((name for name in _SOURCES if row.get(name)), "")}
    return {key: _plain(value) for key, value in row.items() if key not in used and value is not None}


def _plain(value: Any) -> str:
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()
