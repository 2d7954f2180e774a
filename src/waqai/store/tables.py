"""The tables, the same on SQLite and PostgreSQL. Ids are text that people may quote; days and times are ISO 8601 text.

Never changed once written (triggers see to it): original, capture, version, reading, claim, judgement, correction,
decision.
Everything else is a view of those, or a state that moves on, and can be built anew from them.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

from waqai.store.exact import Exact

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _text(name: str, *, null: bool = False) -> Column[str]:
    return Column(name, Exact, nullable=null)


def _number(name: str, *, null: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=null)


def _to(name: str, column: str, *, null: bool = False, index: bool = False) -> Column[str]:
    return Column(name, ForeignKey(column), nullable=null, index=index)


def _seq() -> Column[int]:
    return Column("seq", Integer, primary_key=True, autoincrement=True)


# -- what came in
original = Table(
    "original",
    metadata,
    Column("sha256", Text, primary_key=True),
    _number("size"),
    _text("packing"),
    Column("content", LargeBinary, nullable=False),
)
capture = Table(
    "capture",
    metadata,
    _seq(),
    _text("address"),
    _text("retrieved"),
    _text("media_type"),
    _text("headers"),
    _to("original", "original.sha256", index=True),
    UniqueConstraint("address", "original"),
)
report = Table(  # version, reading: what holds now
    "report",
    metadata,
    _seq(),
    Column("id", Text, nullable=False, unique=True),
    _text("address"),
    _text("name"),
    _text("version"),
    _number("reading"),
    _text("engine"),
)
version = Table(
    "version",
    metadata,
    _seq(),
    Column("id", Text, nullable=False, unique=True),
    _to("report", "report.id"),
    _number("number"),
    _text("name"),
    _text("title"),
    _text("text"),
    _text("published", null=True),
    _text("source", null=True),
    _text("outlet"),
    _text("url", null=True),
    _text("lang", null=True),
    _text("extra"),
    _text("digest"),
    _to("capture", "capture.seq", index=True),
    _text("added"),
    UniqueConstraint("report", "number"),
    Index("ix_version_digest", "digest"),
    Index("ix_version_outlet_published", "outlet", "published"),
    Index("ix_version_published", "published"),
)
failure = Table(
    "failure",
    metadata,
    _seq(),
    _text("address"),
    _number("line"),
    _text("name"),
    _text("reason"),
    _text("published", null=True),
    _text("lang", null=True),
    _text("at"),
    _number("tries"),
    _text("settled", null=True),
    _text("message", null=True),
    UniqueConstraint("address", "line", "name"),
)

# -- what was read
reading = Table(
    "reading",
    metadata,
    _seq(),
    _to("version", "version.id", index=True),
    _text("engine"),
    _text("record"),
    _text("at"),
)
claim = Table(
    "claim",
    metadata,
    _seq(),
    _text("id"),
    _to("reading", "reading.seq"),
    _text("sighting"),
    _text("field"),
    _text("value"),
    _text("words", null=True),
    _number("start", null=True),
    _number("end", null=True),
    _text("rule", null=True),
    _text("claimant", null=True),
    UniqueConstraint("reading", "id"),
    Index("ix_claim_sighting", "sighting"),
)
sighting = Table(
    "sighting",
    metadata,
    _seq(),
    Column("id", Text, nullable=False, unique=True),
    _to("report", "report.id", index=True),
    _to("reading", "reading.seq"),
    _text("event"),
    Column("current", Boolean, nullable=False),
    _to("incident", "incident.id", null=True, index=True),
)
wording = Table(  # the words of each report's version that holds, for search
    "wording",
    metadata,
    Column("report", ForeignKey("report.seq"), primary_key=True, autoincrement=False),
    _text("words"),
)

# -- what was judged
block = Table(  # seq: of the sighting
    "block",
    metadata,
    Column("key", Text, primary_key=True),
    Column("seq", ForeignKey("sighting.seq"), primary_key=True, index=True, autoincrement=False),
    sqlite_with_rowid=False,
)
decision = Table(
    "decision",
    metadata,
    _seq(),
    _text("at"),
    _text("by"),
    _text("action"),
    _text("subject"),
    _text("before"),
    _text("after"),
    _text("why"),
    Column("undoes", ForeignKey("decision.seq"), nullable=True, unique=True),
    Index("ix_decision_subject", "subject"),
)
judgement = Table(
    "judgement",
    metadata,
    _seq(),
    _to("left", "sighting.id"),
    _to("right", "sighting.id", index=True),
    _text("verdict"),
    Column("score", Float, nullable=False),
    _text("reasons"),
    _text("by"),
    _text("note"),
    _text("at"),
    _to("decision", "decision.seq", null=True, index=True),
    Column("undoes", ForeignKey("judgement.seq"), nullable=True, unique=True),
    CheckConstraint('"left" < "right"', name="order"),
    Index("ix_judgement_pair", "left", "right"),
)
standing = Table(  # of each pair, the judgement that holds
    "standing",
    metadata,
    Column("left", ForeignKey("sighting.id"), primary_key=True),
    Column("right", ForeignKey("sighting.id"), primary_key=True, index=True),
    _to("judgement", "judgement.seq"),
    sqlite_with_rowid=False,
)
correction = Table(  # a person's value for one field of a sighting; it stands whatever the engine reads later
    "correction",
    metadata,
    _seq(),
    _to("sighting", "sighting.id", index=True),
    _text("field"),
    _text("value"),
    _to("decision", "decision.seq", index=True),
    Column("undoes", ForeignKey("correction.seq"), nullable=True, unique=True),
)

# -- what is known
incident = Table(  # every id ever given; leads_to: where an id that no sighting holds any more leads
    "incident",
    metadata,
    _seq(),
    Column("id", Text, nullable=False, unique=True),
    _text("opened"),
    Column("leads_to", ForeignKey("incident.id", deferrable=True, initially="DEFERRED"), nullable=True, index=True),
)
overview = Table(
    "overview",
    metadata,
    Column("incident", ForeignKey("incident.id"), primary_key=True),
    _text("kind"),
    _text("family"),
    _text("status"),
    _text("start", null=True),
    _text("end", null=True),
    _text("day"),
    _text("first_published", null=True),
    _text("last_published", null=True),
    _text("place", null=True),
    _text("country", null=True),
    _text("admin1", null=True),
    _text("level", null=True),
    Column("lat", Float, nullable=True),
    Column("lon", Float, nullable=True),
    _number("killed_low", null=True),
    _number("killed_high", null=True),
    _number("injured_low", null=True),
    _number("injured_high", null=True),
    _number("deaths"),
    _number("reports"),
    _number("outlets"),
    Column("disputed", Boolean, nullable=False),
    Column("confidence", Float, nullable=False),
    _text("changed"),
    _text("view"),
    Index("ix_overview_day", "day", "incident"),
    Index("ix_overview_deaths", "deaths", "incident"),
    Index("ix_overview_last_published", "last_published", "incident"),
    Index("ix_overview_changed", "changed", "incident"),
    Index("ix_overview_position", "lat", "lon"),
    Index("ix_overview_start", "start", "killed_low", "injured_low"),
)
facet = Table(  # every value by which incidents are found, one a row, folded
    "facet",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, primary_key=True),
    Column("incident", ForeignKey("incident.id"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)
review = Table(  # revision counts the changes: who would change it says which revision they saw
    "review",
    metadata,
    Column("incident", ForeignKey("incident.id"), primary_key=True),
    Column("state", Text, nullable=False, index=True),
    _text("by"),
    _text("second_by", null=True),
    Column("assigned", Exact, nullable=True, index=True),
    _text("note"),
    _text("at"),
    _number("revision"),
)
APPEND_ONLY = (original, capture, version, reading, claim, judgement, correction, decision)
