"""One line of an explanation, with what stands under it."""

from __future__ import annotations

from dataclasses import dataclass

from waqai.messages import Message
from waqai.model.span import Span


@dataclass(frozen=True, slots=True)
class Node:
    """``words``/``span``: what of the report it stands on, if words; ``why``: why it is so."""

    says: Message
    words: str = ""
    span: Span | None = None
    why: Message | None = None
    children: tuple[Node, ...] = ()

    @property
    def label(self) -> str:
        """What it says in English."""
        return str(self.says)

    @property
    def note(self) -> str:
        """Why it is so, in English; nothing where that is not told."""
        return "" if self.why is None else str(self.why)
