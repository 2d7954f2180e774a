"""Sources to what they hold: ``gather`` with original bytes for an archive, ``reports`` the reports alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from waqai.ingest.fetching import Fetching, is_url
from waqai.ingest.kinds import load
from waqai.ingest.naming import Names
from waqai.ingest.outcome import DateReader, Found, Item, Origin
from waqai.ingest.packing import stamp, utc_now
from waqai.ingest.paths import STDIN, read_path, read_standard_input
from waqai.model.capture import Gathered

Source = str | Path


def gather(
    sources: Iterable[Source],
    published: str | None = None,
    lang: str | None = None,
    fetching: Fetching | None = None,
    read_date: DateReader | None = None,
) -> Iterator[Found]:
    """What files, folders, URLs and ``-`` hold: captures with their reports, notices, and failures with their reasons.

    ``published`` and ``lang`` hold for reports that do not say their own; ``read_date`` finds the day in the first lines
    of those that carry none elsewhere. A report is named by its URL, else by outlet and id, else by its path, so that a
    recapture has the same name. Two reports of one run have one name only if they are two captures of one address.
    """
    names = Names()
    origin = Origin("", published=published, lang=lang, read_date=read_date)
    for found in _all(map(_whole, sources), origin, fetching or Fetching()):
        if isinstance(found, Gathered):
            yield from names.name(found)
        else:
            yield found


def reports(
    sources: Iterable[Source],
    published: str | None = None,
    lang: str | None = None,
    fetching: Fetching | None = None,
    read_date: DateReader | None = None,
) -> Iterator[Item]:
    """The same reports without their bytes, named for a person: by a row's ``id`` or the file's name."""
    origin = Origin("", published=published, lang=lang, read_date=read_date)
    for found in _all(sources, origin, fetching or Fetching()):
        if isinstance(found, Gathered):
            yield from found.reports
        else:
            yield found


def _all(sources: Iterable[Source], origin: Origin, fetching: Fetching) -> Iterator[Found]:
    web: Any = None
    for source in sources:
        here = replace(origin, retrieved=stamp(utc_now()))
        if str(source) == STDIN:
            yield from read_standard_input(replace(here, path="<stdin>"))
        elif is_url(str(source)):
            web = web or load("web.Web")(fetching)
            yield from web.read(str(source), here)
        else:
            yield from read_path(Path(source), here)


def _whole(source: Source) -> Source:
    """The whole path of a file, which names it from wherever it is added again."""
    return source if str(source) == STDIN or is_url(str(source)) else Path(source).resolve()
