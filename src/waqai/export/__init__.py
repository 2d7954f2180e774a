"""The record in other people's formats, one module a format.

    from waqai import export, store

    with store.open_store("record.waqai") as kept, kept.reading() as conn:
        asked = store.Filter(since="2025-07-01")
        done = export.write("csv", conn, asked, stream, export.Options(public=True))  # stream: any binary one
        done.incidents, done.without_place

``FORMATS`` has each format's media type, suffix and what it is.
"""

from waqai.export.formats import FORMATS, Format
from waqai.export.options import Options
from waqai.export.writing import Written, format_of, write

__all__ = ["FORMATS", "Format", "Options", "Written", "format_of", "write"]
