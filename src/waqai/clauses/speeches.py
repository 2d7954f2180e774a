"""An act of saying, as the clauses find it."""

from __future__ import annotations

from waqai.mentions.speakers import Speaker
from waqai.model.value import Value


class Speech(Value, frozen=True):
    """An act of saying: the cue's tokens, the speaker (None: a pronoun), and the tokens it reaches over.

    ``aside``: said in passing of something else ("positions that the army said belong to militants"), or shown, not said.
    ``relayer``: the agency that quotes the speaker. ``person``: of the verb ("3fs"), if there is one.
    """

    act: str
    start: int
    end: int
    speaker: Speaker | None
    first: int
    last: int
    rule: str
    aside: bool = False
    relayer: Speaker | None = None
    person: str = ""
