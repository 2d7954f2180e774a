"""Columns under other projects' names: the value of one of ours, nothing at all, or one of ours beside theirs."""

from __future__ import annotations

from waqai.export.column import Column
from waqai.export.dossier import Dossier
from waqai.export.incident_columns import INCIDENT_COLUMNS

_OURS = {column.name: column for column in INCIDENT_COLUMNS}
_BESIDE = (
    "status", "date_start", "date_end", "date_precision", "place_level", "rounded_to", "killed_low", "killed_high",
    "killed_best", "killed_disputed", "killed_why", "injured_low", "injured_high", "injured_best", "injured_disputed",
    "figures", "harm", "weapons", "targets", "outlets", "reports", "urls", "report_ids", "confidence", "review",
)  # fmt: skip


def like(name: str, ours: str, hxl: str = "") -> Column[Dossier]:
    """A column of that name with the value of one of ours."""
    same = _OURS[ours]
    return Column(name, same.meaning, same.find, same.type, hxl or same.hxl)


def unknown(name: str, hxl: str = "") -> Column[Dossier]:
    """A column that reports say nothing of."""
    return Column(name, "Not known from reports: empty", lambda _dossier: None, hxl=hxl)


def beside() -> tuple[Column[Dossier], ...]:
    """What other tables have no room for, after all of theirs, under names that say whose they are."""
    return tuple(like(f"waqai_{name}", name) for name in _BESIDE)
