"""The steps from one shape of the tables to the next, taken when a store is opened (Alembic)."""

HEAD = "0001"
