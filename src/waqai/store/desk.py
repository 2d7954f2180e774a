"""The tables of a desk: who works here, and which views they keep. Secrets only as digests."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, Table, Text

from waqai.store.exact import Exact
from waqai.store.tables import metadata, overview


def _text(name: str, *, null: bool = False) -> Column[str]:
    return Column(name, Exact, nullable=null)


def _owner() -> Column[str]:
    return Column("account", ForeignKey("account.name"), nullable=False, index=True)


account = Table(  # password: as argon2 writes it
    "account",
    metadata,
    Column("name", Text, primary_key=True),
    _text("role"),
    _text("password"),
    _text("created"),
    Column("disabled", Boolean, nullable=False),
)
session = Table(
    "session",
    metadata,
    Column("digest", Text, primary_key=True),
    _owner(),
    _text("created"),
    _text("expires"),
)
token = Table(
    "token",
    metadata,
    Column("id", Text, primary_key=True),
    _owner(),
    _text("name"),
    Column("digest", Text, nullable=False, unique=True),
    _text("scopes"),
    _text("created"),
    _text("expires", null=True),
    _text("revoked", null=True),
)
invitation = Table(
    "invitation",
    metadata,
    Column("digest", Text, primary_key=True),
    _text("role"),
    _text("by"),
    _text("created"),
    _text("expires"),
    _text("used", null=True),
)
attempt = Table(  # failed tries to get in; at: seconds of Unix time
    "attempt",
    metadata,
    Column("key", Text, primary_key=True),
    Column("failures", Integer, nullable=False),
    Column("at", Float, nullable=False),
)
saved_view = Table(  # owner: a name, not an account: one person at a desk of their own has none
    "saved_view",
    metadata,
    Column("id", Text, primary_key=True),
    Column("owner", Text, nullable=False, index=True),
    _text("name"),
    _text("query"),
    Column("shared", Boolean, nullable=False),
    _text("created"),
)

_FOR_MAPS = ("lat", "lon", "level", "kind", "killed_low", "country", "place", "start", "end", "incident")
Index("ix_overview_map", *(overview.c[name] for name in _FOR_MAPS))  # what maps read, without the rows themselves
Index("ix_overview_span", overview.c.start, overview.c.end, overview.c.lat, overview.c.incident)
_FIGURES = ("disputed", "killed_low", "injured_low", "outlets", "lat", "incident")
Index("ix_overview_figures", *(overview.c[name] for name in _FIGURES))  # counting by figures, without the rows
