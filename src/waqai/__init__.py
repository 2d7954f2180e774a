"""waqai reads news reports and writes down who did what to whom, where, when and with what, every value with its words.

    import waqai

    record = waqai.read(text, published="2025-07-22")
    for event in record.events:
        print(event.kind, event.when.start, [place.name for place in event.places])

``read`` takes a text, ``read_report`` a ``Report``; both give a ``Record``. ``to_json`` writes it as the contract says.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from waqai.errors import GazetteerError, InputError, PackError, WaqaiError
from waqai.model.record import (
    Actor,
    Check,
    ClaimFigures,
    Event,
    Figure,
    Harm,
    Place,
    Record,
    Report,
    Source,
    Statement,
    Target,
    Weapon,
    When,
)
from waqai.model.span import Span

if TYPE_CHECKING:
    from waqai.engine import read, read_report
    from waqai.ingest import reports
    from waqai.schema import json_schema, to_json

__version__ = "0.1.0"

__all__ = [
    "Actor",
    "Check",
    "ClaimFigures",
    "Event",
    "Figure",
    "GazetteerError",
    "Harm",
    "InputError",
    "PackError",
    "Place",
    "Record",
    "Report",
    "Source",
    "Span",
    "Statement",
    "Target",
    "WaqaiError",
    "Weapon",
    "When",
    "__version__",
    "json_schema",
    "read",
    "read_report",
    "reports",
    "to_json",
]

# Loading the engine takes a fifth of a second, so it is loaded by whoever first asks for it: `waqai --help` does not.
_LATE = {
    "json_schema": "waqai.schema",
    "read": "waqai.engine",
    "read_report": "waqai.engine",
    "reports": "waqai.ingest",
    "to_json": "waqai.schema",
}


def __getattr__(name: str) -> Any:
    if name not in _LATE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_LATE[name]), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
