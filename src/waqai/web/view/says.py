"""Claims in a reader's language: what a value is, in a few words, and which words of the report stand behind it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import msgspec

from waqai.claims import FIELDS, claims_of
from waqai.model.claim import Claim
from waqai.model.incident import Incident
from waqai.model.sighting import Sighting
from waqai.web.view.voice import Voice

OUTCOMES = ("killed", "injured")
_FIRST = ("kind", "status", *OUTCOMES)
SHOWN = (*_FIRST, *(field for field in FIELDS if field not in _FIRST))  # in the order of a reader's questions
_LISTS = {"weapon": "weapons", "target": "targets"}
_ACTORS = ("perpetrator", "against")


@dataclass(frozen=True, slots=True)
class Says:
    """A claim made ready: ``value`` in the reader's language; ``span`` in code points of the report, None without words; ``raw``: JSON."""

    id: str
    field: str
    value: str
    words: str = ""
    span: tuple[int, int] | None = None
    rule: str = ""
    claimant: str = ""
    raw: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One field of an incident over its sightings: of each what it says; ``differ``: they do not say the same."""

    field: str
    cells: tuple[tuple[Says, ...], ...]
    differ: bool


def says_of(voice: Voice, told: Sighting) -> list[Says]:
    """Every value of a sighting as it stands, in the order of the fields."""
    return [_says(voice, claim) for claim in sorted(claims_of(told.id, told.event), key=_rank)]


def side_by_side(voice: Voice, made: Incident) -> list[Line]:
    """A line a field that some sighting has, a cell a sighting."""
    columns = [says_of(voice, told) for told in made.sightings]
    lines = []
    for field in SHOWN:
        cells = tuple(tuple(each for each in column if each.field == field) for column in columns)
        if any(cells):
            lines.append(Line(field, cells, _differ(cells)))
    return lines


def value_of(voice: Voice, field: str, value: Any) -> str:
    """A value of the record in the reader's language."""
    if field in OUTCOMES:
        return voice.figure(value.get("low"), value.get("high"), approximate=bool(value.get("approximate")))
    if isinstance(value, str):
        return voice.label({"kind": "kinds", "status": "statuses"}[field], value)
    return voice.t("sep.list").join(part for part in _parts(voice, field, value) if part)


def _says(voice: Voice, claim: Claim) -> Says:
    value = value_of(voice, claim.field, msgspec.json.decode(claim.value)) or claim.words or ""
    span = None if claim.span is None else (claim.span.start, claim.span.end)
    return Says(
        claim.id,
        claim.field,
        value,
        claim.words or "",
        span,
        claim.rule or "",
        voice.known(claim.claimant or ""),
        claim.value,
    )


def _parts(voice: Voice, field: str, value: dict[str, Any]) -> Iterable[str]:
    if field == "when":
        yield voice.days(value.get("start"), value.get("end"))
    elif field == "place":
        name = value.get("name_ar") if voice.prefs.lang == "ar" else None
        region = value.get("admin1", "") if name is None else ""
        yield from dict.fromkeys((name or value.get("name", ""), region, voice.country(value.get("country"))))
    elif field in _LISTS:
        number = "" if value.get("low") in (None, 1) else f" ×{voice.figure(value['low'], value.get('high'))}"
        yield from (voice.label(_LISTS[field], value["kind"]) + number, voice.label("effects", value.get("effect")))
    elif field == "harm":
        yield from _harm(voice, value)
    elif field == "source":
        yield from (voice.known(value.get("name", "")), voice.label("acts", value.get("act")))
    elif field in _ACTORS:
        yield voice.known(value.get("name", ""))


def _harm(voice: Voice, value: dict[str, Any]) -> Iterable[str]:
    number = voice.figure(value.get("low"), value.get("high"))
    outcome = voice.label("outcomes", value["outcome"])
    yield f"{outcome} {number}".strip()
    yield voice.label("groups", value.get("group"))
    if value.get("age") is not None:
        yield voice.t("value.age", age=int(value["age"]))


def _rank(claim: Claim) -> int:
    return SHOWN.index(claim.field)


def _differ(cells: Iterable[tuple[Says, ...]]) -> bool:
    told = {tuple(sorted({says.value for says in cell})) for cell in cells if cell}
    return len(told) > 1
