"""Why something was not read, as data beside its words; tries to get in, shared by processes; an index of figures."""

from __future__ import annotations

from alembic import op

from waqai.store.migrations import run_sql

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make them."""
    run_sql(op.get_bind(), __file__)


def downgrade() -> None:
    """Nothing is thrown away."""
    raise NotImplementedError
