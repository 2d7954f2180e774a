"""Files, folders and standard input to reports; what cannot be read comes out as a failure that names file and line."""

from waqai.ingest.outcome import Failure, Item, Notice
from waqai.ingest.paths import SUFFIXES, reports
from waqai.ingest.rows import MAX_CHARACTERS

__all__ = ["MAX_CHARACTERS", "SUFFIXES", "Failure", "Item", "Notice", "reports"]
