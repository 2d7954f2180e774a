"""How to export."""

from __future__ import annotations

from dataclasses import dataclass

from waqai.export.coarse import STEP


@dataclass(frozen=True, slots=True)
class Options:
    """``public``: withhold what could name or find a private person (`waqai.export.withhold` says what).

    ``hxl``: a row of HXL tags under the names of a table's columns. ``bom``: begin CSV with the mark by which Excel knows
    UTF-8. ``language``: "en" or "ar", of what is written in words. ``step``: degrees that positions are rounded to in public.
    """

    public: bool = False
    hxl: bool = False
    language: str = "en"
    bom: bool = False
    step: float = STEP


DEFAULT = Options()
