"""Folding as texts see it (the tables and the work are the packs')."""

from __future__ import annotations

from waqai.packs.fold import Folded, fold, fold_with_map

__all__ = ["Folded", "fold", "fold_with_map"]
