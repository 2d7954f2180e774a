"""Folding: any spelling of a text to the one form that lexicon, gazetteer and matching use, with an exact offset map."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import chain, compress, repeat
from typing import NamedTuple

from waqai.packs.orthography import Orthography, load_orthography

_DROPPED = {"Mn", "Me", "Cf"}
_TATWEEL = "\u0640"
# a letter drawn out as alef, hamza, alef is a run only once its variants are one letter: then evasions apply again
_RUN = re.compile(r"(.)\1\1(?<=\w)")  # what it is a run of is asked last: so it is found in half the time
_NEVER = "(?!)"


class Folded(NamedTuple):
    """``norm`` and, for each of its characters, the source offset it came from (one more entry than characters)."""

    norm: str
    starts: list[int]
    ends: list[int]


class _Table(dict[str, str]):
    """Source character -> folded characters, filled as characters are met."""

    def __init__(self, letters: dict[str, str]) -> None:
        super().__init__()
        self._letters = letters

    def __missing__(self, char: str) -> str:
        folded = self[char] = self._fold(char)
        return folded

    def _fold(self, char: str) -> str:
        if char == "\n":
            return char
        if char == "\u2028" or char == "\u2029" or char == "\r":
            return "\n"
        return "".join(self._letter(c) for c in unicodedata.normalize("NFKD", char))

    def _letter(self, char: str) -> str:
        if char == _TATWEEL or unicodedata.category(char) in _DROPPED:
            return ""
        if char.isspace() or unicodedata.category(char) == "Cc":
            return " "
        if (digit := unicodedata.decimal(char, None)) is not None:
            return str(digit)
        char = self._letters.get(char, char)
        return "".join(self._letters.get(c, c) for c in char.casefold() if not unicodedata.combining(c))


@cache
def _tools() -> tuple[_Table, re.Pattern[str], re.Pattern[str]]:
    """The letters, the evasions, and what a text with an evasion holds when it has no run."""
    orthography: Orthography = load_orthography()
    evasions = re.compile("|".join(orthography.evasions) or _NEVER)
    signs = f"[{re.escape(orthography.signs)}]" if orthography.signs else _NEVER
    return _Table(orthography.letters), evasions, re.compile(signs)


def _evades(source: str, signs: re.Pattern[str]) -> bool:
    """May the text hold an evasion?"""
    return signs.search(source) is not None or _RUN.search(source) is not None


def fold(source: str) -> str:
    """The folded form of ``source``: one spelling per letter, marks and evasions dropped."""
    table, evasions, signs = _tools()
    norm = "".join(map(table.__getitem__, evasions.sub("", source) if _evades(source, signs) else source))
    return evasions.sub("", norm) if _RUN.search(norm) else norm


def fold_with_map(source: str) -> Folded:
    """The folded form with the source offsets ``starts[i]``..``ends[i]`` of each folded character ``i``."""
    table, evasions, signs = _tools()
    pieces = list(map(table.__getitem__, source))
    for match in evasions.finditer(source) if _evades(source, signs) else ():
        pieces[match.start() : match.end()] = [""] * (match.end() - match.start())
    norm = "".join(pieces)
    if _RUN.search(norm):
        _drop(pieces, norm, list(evasions.finditer(norm)))
        norm = "".join(pieces)
    return Folded(norm, *_offsets(pieces, len(norm)))


def _drop(pieces: list[str], norm: str, runs: list[re.Match[str]]) -> None:
    """Take out of the pieces what ``runs``, found in ``norm``, the joined pieces, delete."""
    gone = {at for run in runs for at in range(*run.span())}
    owners = [at for at, piece in enumerate(pieces) for _ in piece]
    touched = {owners[at] for at in gone}
    for owner in touched:
        pieces[owner] = ""
    for at, owner in enumerate(owners):
        if owner in touched and at not in gone:
            pieces[owner] += norm[at]


def _offsets(pieces: list[str], size: int) -> tuple[list[int], list[int]]:
    """Where each of the ``size`` folded characters starts and ends. It ends after the dropped marks that follow it, so
    that a word keeps its last vowel sign.
    """
    starts = list(compress(range(len(pieces)), pieces))
    ends = [*starts[1:], len(pieces)] if starts else []
    if len(starts) == size:
        return starts, ends
    sizes = [len(piece) for piece in pieces if piece]
    return _repeated(starts, sizes), _repeated(ends, sizes)


def _repeated(offsets: list[int], sizes: list[int]) -> list[int]:
    """Each offset once for every character of its piece."""
    return list(chain.from_iterable(map(repeat, offsets, sizes)))
