"""The tables of a desk: accounts, sessions, tokens, invitations, saved views; an index for maps."""

from __future__ import annotations

from alembic import op

from waqai.store.migrations import run_sql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make them."""
    run_sql(op.get_bind(), __file__)


def downgrade() -> None:
    """Accounts and views are not thrown away."""
    raise NotImplementedError
