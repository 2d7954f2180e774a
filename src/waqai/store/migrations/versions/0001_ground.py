"""The first tables: what came in, what was read, what was judged, what is known; full-text index and guards."""

from __future__ import annotations

from alembic import op

from waqai.store.guards import guard
from waqai.store.tables import metadata

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make them."""
    conn = op.get_bind()
    metadata.create_all(conn)
    guard(conn)
    if conn.dialect.name == "postgresql":
        op.execute("ALTER TABLE wording ADD COLUMN tokens tsvector NOT NULL")
        op.execute("CREATE INDEX ix_wording_tokens ON wording USING gin (tokens)")
    else:
        op.execute(
            "CREATE VIRTUAL TABLE wording_index USING fts5"
            "(tokens, detail=none, tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* Co Mn'\")"
        )


def downgrade() -> None:
    """There is nothing before."""
    raise NotImplementedError
