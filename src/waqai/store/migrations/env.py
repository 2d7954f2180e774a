"""What Alembic runs: the steps over the connection that `waqai.store.migrate` hands in."""

from __future__ import annotations

from alembic import context

from waqai.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=False,  # the caller's transaction holds every step
)
context.run_migrations()
