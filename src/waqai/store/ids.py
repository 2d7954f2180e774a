"""Ids that people may quote: short, and following from what they name, so that every store gives the same."""

from __future__ import annotations

import base64
import hashlib

from waqai.model.record import Report

_REPORT, _INCIDENT = 12, 10  # letters of five bits


def report_id(name: str) -> str:
    """The id of the report that its source calls ``name``, the same for every version of it."""
    return "r" + _letters(_REPORT, name)


def version_id(report: str, number: int) -> str:
    """The id of the report's version of that number, from 1."""
    return f"{report}.{number}"


def sighting_id(report: str, event: str) -> str:
    """The id of an event of a report, over all its versions and readings."""
    return f"{report}/{event}"


def incident_id(sighting: str, attempt: int = 0) -> str:
    """The id of the incident that a sighting opens; another one at each attempt, for those that are taken."""
    return "i" + _letters(_INCIDENT, sighting, *([str(attempt)] if attempt else []))


def digest_of(report: Report) -> str:
    """A fingerprint of all that a report says of itself: two versions differ if and only if it differs."""
    extra = [part for key in sorted(report.extra) for part in (key, report.extra[key])]
    fields = (report.id, report.title, report.text, report.published, report.source, report.lang)
    return _hash(*("\x00" if field is None else f"\x01{field}" for field in fields), *extra).hex()


def _letters(size: int, *parts: str) -> str:
    return base64.b32encode(_hash(*parts)).decode().lower()[:size]


def _hash(*parts: str) -> bytes:
    joined = b"".join(len(raw).to_bytes(8, "big") + raw for part in parts for raw in [part.encode("utf-8", "replace")])
    return hashlib.sha256(joined).digest()
