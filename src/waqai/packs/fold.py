"""Folding: any spelling of a text to the one form that lexicon, gazetteer and matching use, with an exact offset map."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from waqai.packs.orthography import Orthography, load_orthography

_DROPPED = {"Mn", "Me", "Cf"}
_TATWEEL = "\u0640"
# a letter drawn out as alef, hamza, alef is a run only once its variants are one letter: then evasions apply again
_RUN = re.compile(r"(\w)\1\1")


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
def _tools() -> tuple[_Table, re.Pattern[str] | None]:
    orthography: Orthography = load_orthography()
    pattern = re.compile("|".join(orthography.evasions)) if orthography.evasions else None
    return _Table(orthography.letters), pattern


def fold(source: str) -> str:
    """The folded form of ``source``: one spelling per letter, marks and evasions dropped."""
    table, evasions = _tools()
    if evasions is None:
        return "".join(map(table.__getitem__, source))
    norm = "".join(map(table.__getitem__, evasions.sub("", source)))
    return evasions.sub("", norm) if _RUN.search(norm) else norm


def fold_with_map(source: str) -> Folded:
    """The folded form with the source offsets ``starts[i]``..``ends[i]`` of each folded character ``i``."""
    table, evasions = _tools()
    pieces = list(map(table.__getitem__, source))
    for match in evasions.finditer(source) if evasions else ():
        pieces[match.start() : match.end()] = [""] * (match.end() - match.start())
    norm = "".join(pieces)
    if evasions and _RUN.search(norm):
        _drop(pieces, norm, list(evasions.finditer(norm)))
        norm = "".join(pieces)
    if len(norm) == len(source) and "" not in pieces:
        return Folded(norm, list(range(len(source))), list(range(1, len(source) + 1)))
    return _mapped(norm, pieces)


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


def _mapped(norm: str, pieces: list[str]) -> Folded:
    starts = [at for at, piece in enumerate(pieces) for _ in piece]
    return Folded(norm, starts, _ends(starts, pieces))


def _ends(starts: list[int], pieces: list[str]) -> list[int]:
    """Each character ends after the dropped marks that follow it, so that a word keeps its last vowel sign."""
    size, reach = len(pieces), [0] * len(pieces)
    end = size
    for at in range(size - 1, -1, -1):
        if pieces[at]:
            reach[at] = end
            end = at
    return [reach[at] for at in starts]
