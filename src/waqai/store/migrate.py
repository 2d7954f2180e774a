"""Brings the tables of a store to the shape that this version of waqai knows, within the caller's transaction."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

_FOLDER = Path(__file__).resolve().parent / "migrations"


def migrate(conn: Connection) -> None:
    """Take every step that this store has not taken yet."""
    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.attributes["connection"] = conn
    command.upgrade(config, "head")
