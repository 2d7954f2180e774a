"""What every page over incidents shares: the filter in its address, what may be chosen, and what is chosen as chips."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection

from waqai import vocab
from waqai.messages import say
from waqai.store import ORDERS, STATES, Filter, Row
from waqai.store.facets import facet_values
from waqai.store.local_names import arabic_names
from waqai.web.asking import FILTER, NOBODY, Param, address_of, filter_of, query_of, read_query
from waqai.web.call import Call
from waqai.web.refusal import Refusal
from waqai.web.view.voice import Voice
from waqai.web.withholding import public_filter

OWN = (Param("order", ""), Param("after", ""), Param("selected", ""), Param("box_only", ""))
_LABELS = {"kind": "kinds", "weapon": "weapons", "target": "targets", "group": "groups", "status": "statuses"}


@dataclass(frozen=True, slots=True)
class Asked:
    """``filter``: what is asked; ``pairs``: the same as parameters; ``values``: the page's own parameters by name."""

    filter: Filter
    pairs: tuple[tuple[str, str], ...]
    values: dict[str, Any]
    path: str

    def address(self, **others: str) -> str:
        """The page with the same filter and these parameters; an empty one takes a parameter away."""
        return address_of(self.path, [pair for pair in self.pairs if pair[0] not in others] + list(others.items()))

    def without(self, name: str, value: str) -> str:
        """The page without one condition."""
        return address_of(self.path, [pair for pair in self.pairs if pair != (name, value)])

    @property
    def query(self) -> str:
        """The filter alone, as it stands behind a question mark."""
        return address_of("", self.pairs).removeprefix("?")


def asked_of(call: Call) -> Asked:
    """Read the address of a page. Raises Refusal for what it does not know."""
    values = read_query(call.request.query_params, (*FILTER, *OWN))
    asked = public_filter(call.who, filter_of(values))
    if values.get("order", ORDERS[0]) not in ORDERS:
        raise Refusal(400, "bad_parameter", say("error.asked_order", orders=ORDERS), {"parameter": "order"})
    return Asked(asked, tuple(query_of(asked)), values, call.request.url.path)


def choices(conn: Connection, voice: Voice) -> dict[str, list[tuple[str, str]]]:
    """Value and label of all that may be chosen from lists."""
    terms = vocab.load()
    countries = [(value.upper(), voice.country(value.upper())) for value, _ in facet_values(conn, "country")]
    return {
        "kind": [(key, voice.label("kinds", key)) for key in terms.kinds],
        "country": sorted(countries, key=lambda pair: pair[1]),
        "family": [(key, voice.t(f"family.{key}")) for key in terms.families()],
        "weapon": [(key, voice.label("weapons", key)) for key in terms.weapons],
        "target": [(key, voice.label("targets", key)) for key in terms.targets],
        "group": [(key, voice.label("groups", key)) for key in terms.groups],
        "located": [(key, voice.t(f"flag.{key}")) for key in ("yes", "no")],
        "status": [(key, voice.label("statuses", key)) for key in terms.statuses],
        "review": [(key, voice.state(key)) for key in STATES],
        "order": [(key, voice.t(f"order.{key}")) for key in ORDERS],
    }


def in_arabic(conn: Connection, call: Call, rows: Sequence[Row]) -> list[Row]:
    """Rows with their places named in Arabic for who reads Arabic."""
    named = arabic_names(conn, [row.incident for row in rows]) if call.prefs.lang == "ar" else {}
    return [replace(row, place=named.get(row.incident, row.place)) for row in rows]


def chips(asked: Asked, voice: Voice) -> list[tuple[str, str, str]]:
    """Each condition: what it is, its value, and the page without it."""
    return [(voice.t(f"filter.{n}"), _shown(voice, n, value), asked.without(n, value)) for n, value in asked.pairs]


def _shown(voice: Voice, name: str, value: str) -> str:
    if name in _LABELS:
        return voice.label(_LABELS[name], value)
    if name == "country":
        return voice.country(value)
    if name == "family":
        return voice.t(f"family.{value}") if value in vocab.load().families() else value
    if name == "assigned" and value == NOBODY:
        return voice.t("review.nobody")
    if name == "review":
        return voice.state(value)
    if name in ("from", "to", "published_from", "published_to"):
        return voice.day(value)
    if name in ("disputed", "located", "outdated"):
        return voice.t(f"flag.{value}")
    return voice.num(value)
