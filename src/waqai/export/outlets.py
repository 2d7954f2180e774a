"""Who published a report and where, as far as it may be public: outlets, and not persons, their folders or slugs."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from waqai.store import ReportRow

_MAIL = (".eml", "mid:")  # how the name of a report ends or begins that came as a message
_PATH = re.compile(r"[/\\]|^[A-Za-z]:|^~|^\.")
_WORD = re.compile(r"[^\W\d_]+")
_SECTIONS = frozenset(  # what an address may spell: anything else could be a name
    "a amp ar article articles asp aspx category content details doc en htm html id index item news node p page php "
    "post posts s story topic view world www".split()
)


def public_outlet(report: ReportRow) -> str | None:
    """The outlet; None where it is a mailbox, an account or a folder, which are a person's."""
    name = report.outlet
    is_mail = report.name.startswith(_MAIL[1]) or report.name.endswith(_MAIL[0]) or "message_id" in report.extra
    return None if is_mail or "@" in name or _PATH.search(name) else name


def public_url(url: str | None) -> str | None:
    """The address; only its host where the rest spells words, as headlines and accounts do."""
    if url is None:
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return None
    rest = f"{parts.path}?{parts.query}" if parts.query else parts.path
    spelled = {word.lower() for word in _WORD.findall(unquote(rest))}
    return f"{parts.scheme}://{host}{rest if spelled <= _SECTIONS else '/'}"
