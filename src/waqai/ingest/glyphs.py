"""The glyphs of a printed page, put back into lines in the order in which they are read.

A PDF file holds glyphs at places, not text: Arabic is drawn from left to right, numbers apart from the words around them,
marks apart from their letters. So neither the order of the file nor that of the letters is to be trusted, only where a
glyph stands. Lines are made from neighbours in the file on one baseline, so that columns stay apart.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import groupby, pairwise
from operator import itemgetter
from statistics import median
from typing import NamedTuple

_BRACKETS = str.maketrans("()[]{}<>\u00ab\u00bb", ")(][}{><\u00bb\u00ab")
_JOINING = frozenset("./,:\u066b\u066c")  # between digits these belong to the number
_RTL = ("R", "AL")
_DIGIT_KINDS = ("EN", "AN")
_LTR = ("L", *_DIGIT_KINDS)
_BASELINE = 0.5  # em: further up or down is another line
_SAME = 0.3  # em: pieces of one line
_NEAR = 1.5  # em between two pieces of one line
_CLEAR = 0.04  # em: a gap where the file has a space
_SPACE = 0.2  # em: a gap that is a space without one
_DIGITS = 0.35  # em: the same between digits, of which some are drawn narrow


class Glyph(NamedTuple):
    """One character: where its box begins and ends, its baseline and its size, in points.

    ``at`` numbers the letters in the order of the file, ``run`` what stands there between two spaces.
    """

    char: str
    left: float
    right: float
    base: float
    em: float
    at: int
    run: int = 0

    @property
    def middle(self) -> float:
        """The middle of its box."""
        return (self.left + self.right) / 2


Line = list[Glyph]


def lines(glyphs: Iterable[Glyph]) -> list[Line]:
    """The glyphs by line, in the order of the file."""
    found: list[Line] = []
    for glyph in glyphs:
        if found and abs(glyph.base - found[-1][0].base) <= _BASELINE * max(glyph.em, found[-1][0].em):
            found[-1].append(glyph)
        else:
            found.append([glyph])
    return _joined(found)


def _joined(found: list[Line]) -> list[Line]:
    """Pieces of one line that stand apart in the file as one line."""
    kept: dict[int, Line] = {}
    order = sorted(range(len(found)), key=lambda at: -found[at][0].base)
    last: int | None = None
    for at in order:
        if last is not None and _one_line(kept[last], found[at]):
            into = min(last, at)
            kept[into] = kept.pop(last) + found[at]
            last = into
        else:
            kept[at] = found[at]
            last = at
    return [kept[at] for at in sorted(kept)]


def _one_line(one: Line, other: Line) -> bool:
    em = max(one[0].em, other[0].em)
    apart = max(start(one), start(other)) - min(end(one), end(other))
    return abs(one[0].base - other[0].base) <= _SAME * em and apart <= _NEAR * em


def start(line: Line) -> float:
    """Its left edge."""
    return min(glyph.left for glyph in line)


def end(line: Line) -> float:
    """Its right edge."""
    return max(glyph.right for glyph in line)


def size(line: Line) -> float:
    """Its size in points."""
    return median(glyph.em for glyph in line)


def is_rtl(found: Iterable[Line]) -> bool:
    """Are these lines of a page that is read from right to left? A third of its letters is enough."""
    kinds = [unicodedata.bidirectional(glyph.char) for line in found for glyph in line]
    return sum(kind in _RTL for kind in kinds) * 2 >= kinds.count("L")


def words(line: Line, *, rtl: bool) -> str:
    """The line as it is read, with a space wherever there is a gap. ``rtl``: the direction of the page."""
    bases = sorted((glyph for glyph in line if not _is_mark(glyph)), key=lambda glyph: (glyph.middle, -glyph.at))
    marks = _marks([glyph for glyph in line if _is_mark(glyph)], bases)
    shown: list[str] = []
    for before, glyph in zip([None, *bases], bases, strict=False):
        if before is not None and _gap(before, glyph):
            shown.append(" ")
        shown.append(glyph.char + marks.get(glyph.at, ""))
    return _read(shown, rtl)


def first_word(line: Line, *, rtl: bool) -> float:
    """How wide the first word is, in points."""
    bases = sorted((glyph for glyph in line if not _is_mark(glyph)), key=lambda glyph: glyph.middle, reverse=rtl)
    for before, glyph in pairwise(bases):
        if _gap(glyph, before) if rtl else _gap(before, glyph):
            return abs(before.middle - bases[0].middle)
    return end(line) - start(line)


def _is_mark(glyph: Glyph) -> bool:
    return unicodedata.combining(glyph.char) > 0


def _marks(marks: list[Glyph], bases: list[Glyph]) -> dict[int, str]:
    """The marks of each letter, by the letter's number: a mark belongs to the letter that it stands over."""
    found: dict[int, str] = {}
    for mark in marks if bases else ():
        over = min(bases, key=lambda base: (abs(base.middle - mark.middle), abs(base.at - mark.at)))
        found[over.at] = found.get(over.at, "") + mark.char
    return found


def _gap(left: Glyph, right: Glyph) -> bool:
    """Is there a space between two neighbours?"""
    width = (right.left - left.right) / max(left.em, right.em)
    if abs(right.run - left.run) == 1 and width > _CLEAR:
        return True
    return width > (_DIGITS if left.char.isdigit() and right.char.isdigit() else _SPACE)


def _read(shown: list[str], rtl: bool) -> str:
    """Characters from left to right, in the order in which they are read."""
    kinds = [unicodedata.bidirectional(cluster[0]) for cluster in shown]
    pairs = list(zip(shown, _directions(shown, kinds, rtl), strict=True))
    pieces: list[str] = []
    for backwards, group in groupby(reversed(pairs) if rtl else pairs, key=itemgetter(1)):
        run = [cluster for cluster, _ in group]
        turned = run if backwards == rtl else run[::-1]
        pieces.append(_mirrored("".join(turned)) if backwards else "".join(turned))
    return "".join(pieces)


def _directions(shown: list[str], kinds: list[str], rtl: bool) -> list[bool]:
    """Which characters run from right to left. Marks and spaces go with both neighbours if those agree, else the page."""
    strong = [kind in _RTL if kind in _RTL or kind in _LTR else None for kind in kinds]
    found: list[bool] = []
    for at, way in enumerate(strong):
        if way is None:
            before = next((i for i in range(at - 1, -1, -1) if strong[i] is not None), None)
            after = next((i for i in range(at + 1, len(strong)) if strong[i] is not None), None)
            way = (
                rtl
                if before is None or after is None
                else _between(shown[before + 1 : after], kinds[before], kinds[after], rtl)
            )
        found.append(way)
    return found


def _between(marks: list[str], before: str, after: str, rtl: bool) -> bool:
    if before in _RTL and after in _RTL:
        return True
    if before == "L" and after in _LTR:
        return False
    digits = before in _DIGIT_KINDS and after in _DIGIT_KINDS
    return rtl and not (digits and len(marks) == 1 and marks[0] in _JOINING)


def _mirrored(text: str) -> str:
    """Brackets as they are written: drawn ones face the other way, unless the file has them as written already."""
    turned = text.translate(_BRACKETS)
    return text if re.search(r"\A[^(]*\)[^)]*\(", turned) else turned
