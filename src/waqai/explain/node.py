"""One line of an explanation, with what stands under it."""

from __future__ import annotations

from dataclasses import dataclass

from waqai.model.span import Span


@dataclass(frozen=True, slots=True)
class Node:
    """``words``/``span``: what of the report it stands on, if words; ``note``: why it is so."""

    label: str
    words: str = ""
    span: Span | None = None
    note: str = ""
    children: tuple[Node, ...] = ()
