"""waqai reads news reports and writes down who did what to whom, where, when and with what, every value with its words."""

from __future__ import annotations

__version__ = "0.1.0"

__all__ = ["__version__"]
