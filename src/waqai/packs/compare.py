"""How two snatches of text are compared: the heads of words that do not count, from lang/*/compare.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from waqai.errors import PackError
from waqai.packs.orthography import LANG


@dataclass(frozen=True, slots=True)
class Heads:
    """``heads``: what is taken off the front of a word, tried in order, if ``shortest`` letters are left."""

    heads: tuple[str, ...]
    shortest: int

    def without(self, word: str) -> str:
        """The word without its head, when enough of it is left."""
        for head in self.heads:
            if word.startswith(head) and len(word) - len(head) >= self.shortest:
                return word[len(head) :]
        return word


@cache
def load_heads(language: str = "ar") -> Heads:
    """The heads of a pack. Raises PackError naming the file."""
    path = LANG / language / "compare.toml"
    try:
        table = tomllib.loads(path.read_text("utf-8"))
        return Heads(tuple(table["heads"]), table["shortest"])
    except (OSError, KeyError, tomllib.TOMLDecodeError) as error:
        raise PackError([f"{path}: {error!r}"]) from error
