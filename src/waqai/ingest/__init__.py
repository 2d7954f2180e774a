"""Files, folders, web addresses and standard input to reports; what cannot be read comes out as a failure with its place."""

from waqai.ingest.fetching import FetchError, Fetching
from waqai.ingest.kinds import SUFFIXES
from waqai.ingest.outcome import DateReader, Failure, Found, Item, Notice, failure
from waqai.ingest.rows import MAX_CHARACTERS
from waqai.ingest.sources import gather, reports

__all__ = [
    "MAX_CHARACTERS",
    "SUFFIXES",
    "DateReader",
    "Failure",
    "FetchError",
    "Fetching",
    "Found",
    "Item",
    "Notice",
    "failure",
    "gather",
    "reports",
]
