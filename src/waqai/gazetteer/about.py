"""Whose data the gazetteer is made of."""

from __future__ import annotations

from waqai.gazetteer.index import DATA


def attribution() -> str:
    """The attribution text that the sources' licences ask for."""
    return (DATA / "ATTRIBUTION.txt").read_text("utf-8").strip()
