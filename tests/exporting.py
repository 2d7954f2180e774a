"""What the tests of exports share: a store with the incidents of the demo, and an export as bytes."""

from __future__ import annotations

import io
from typing import Any

from waqai import export
from waqai.store import Filter, Store


def exported(store: Store, name: str, asked: Filter | None = None, **options: Any) -> bytes:
    """The bytes of an export."""
    stream = io.BytesIO()
    with store.reading() as conn:
        export.write(name, conn, asked or Filter(), stream, export.Options(**options))
    return stream.getvalue()
