"""An event to its claims, in a fixed order. Pure: the same event always gives the same claims with the same ids."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from typing import Any

import msgspec

from waqai.model.claim import Claim
from waqai.model.record import Event, Figure, Source
from waqai.model.span import Span

_LISTS = {
    "place": "places",
    "perpetrator": "perpetrators",
    "against": "against",
    "weapon": "weapons",
    "target": "targets",
    "harm": "harm",
    "source": "sources",
}
FIELDS = ("kind", "status", "when", *_LISTS, "killed", "injured")
_APART = frozenset({"text", "span", "rule"})  # they have columns of their own
_ID_LETTERS = 14


def claims_of(sighting: str, event: Event) -> tuple[Claim, ...]:
    """Every value that ``event`` holds, under the sighting's id. A value told twice in the same words is one claim."""
    made = (*_heads(sighting, event), *_listed(sighting, event), *_figures(sighting, event))
    return tuple({claim.id: claim for claim in made}.values())


def _heads(sighting: str, event: Event) -> Iterator[Claim]:
    rule = event.rules[0] if event.rules else None
    for field in ("kind", "status"):
        yield _claim(sighting, field, getattr(event, field), event.text, event.span, rule=rule)
    when = event.when
    if when.text is not None or when.start is not None:
        yield _claim(sighting, "when", _value(when), when.text, when.span, rule=when.rule)


def _listed(sighting: str, event: Event) -> Iterator[Claim]:
    for field, name in _LISTS.items():
        for value in getattr(event, name):
            yield _claim(sighting, field, _value(value), value.text, value.span)


def _figures(sighting: str, event: Event) -> Iterator[Claim]:
    """Each claimant's own figures, then the event's where no claimant has the very same one."""
    claimed: set[tuple[str, Figure]] = set()
    for told in event.claims:
        for outcome in ("killed", "injured"):
            figure: Figure | None = getattr(told, outcome)
            if figure is not None:
                claimed.add((outcome, figure))
                yield _figure(sighting, outcome, figure, _name(event.sources[told.source]))
    for outcome in ("killed", "injured"):
        figure = getattr(event, outcome)
        if figure is not None and (outcome, figure) not in claimed:
            yield _figure(sighting, outcome, figure, None)


def _figure(sighting: str, outcome: str, figure: Figure, claimant: str | None) -> Claim:
    return _claim(sighting, outcome, _value(figure), figure.text, figure.span, claimant=claimant)


def _name(source: Source) -> str:
    return source.name or source.text


def _value(part: object) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.to_builtins(part)
    return {key: value for key, value in plain.items() if key not in _APART and value is not None}


def _claim(
    sighting: str,
    field: str,
    value: object,
    words: str | None,
    span: Span | None,
    *,
    rule: str | None = None,
    claimant: str | None = None,
) -> Claim:
    spelled = msgspec.json.encode(value, order="sorted").decode()
    said = "\x1f".join((sighting, field, spelled, words or "", str(tuple(span or ())), claimant or ""))
    digest = base64.b32encode(hashlib.sha256(said.encode("utf-8", "surrogatepass")).digest()).decode().lower()
    return Claim("c" + digest[:_ID_LETTERS], sighting, field, spelled, words, span, rule, claimant)
