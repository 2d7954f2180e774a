"""The first tables: what came in, what was read, what was judged, what is known; full-text index and guards."""

from __future__ import annotations

from alembic import op

from waqai.store.migrations import run_sql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make them."""
    run_sql(op.get_bind(), __file__)


def downgrade() -> None:
    """There is nothing before."""
    raise NotImplementedError
