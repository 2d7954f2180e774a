"""Spellings of a place name: which script, which one to show, and which further ones to generate."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from gazetteer_place import DATA, column, read_table

_ARABIC_SCRIPT = re.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")
_PLAIN_ARABIC = re.compile(r"[\u0621-\u063a\u0641-\u064a\s\-']+")
_LATIN_NAME = re.compile(r"[A-Z][A-Za-z\u00c0-\u024f\u1e00-\u1eff'\u2018\u2019\u02bc\u02bb`\-. ]+")
_JUNK = re.compile(r"[()\[\]{}<>/,;:\u060c\u061b\d_|]")
_QUOTES = re.compile(r"['\u2018\u2019\u02bc\u02bb\u02bf\u02be`\u2032]")


def is_arabic(name: str) -> bool:
    """Is the name written in Arabic script, whatever the language?"""
    return bool(_ARABIC_SCRIPT.search(name))


def is_clean(name: str) -> bool:
    """No brackets, digits or lists inside."""
    return not _JUNK.search(name) and len(name) <= 40


def is_latin(name: str) -> bool:
    """A capitalised name in Latin letters, not an airport code or a transliteration key."""
    return bool(_LATIN_NAME.fullmatch(name)) and len(name) >= 4 and not name.isupper()


def plain_marks(name: str) -> str:
    """Without vowel signs and tatweel."""
    return "".join(c for c in name if unicodedata.category(c) != "Mn" and c != "\u0640").strip()


def display_order(name: str) -> tuple[int, int, int, str]:
    """Sort key that puts the spelling an Arabic reader expects first: Arabic letters, full spelling, short."""
    bare = plain_marks(name)
    foreign = 0 if _PLAIN_ARABIC.fullmatch(bare) else 1
    careful = sum(bare.count(c) for c in "\u0623\u0625\u0622\u0629\u0649\u0626\u0624")
    return foreign, -min(careful, 2), len(bare), bare


def show(name: str) -> str:
    """Persian yeh and kaf as Arabic ones, vowel signs dropped."""
    return plain_marks(name).replace("\u06cc", "\u064a").replace("\u06a9", "\u0643")


@cache
def _nouns(use: str) -> tuple[str, ...]:
    return tuple(row["noun"] for row in read_table(DATA / "generic_nouns.tsv") if use in row["use"].split(","))


def without_noun(name: str) -> str:
    """The bare name of an administrative area: the generic noun before or after it is dropped."""
    words = name.split()
    while len(words) > 1 and words[0] in _nouns("before"):
        words = words[1:]
    while len(words) > 1 and words[-1] in _nouns("after"):
        words = words[:-1]
    return " ".join(words)


def with_nouns(bare: str) -> list[str]:
    """The bare name behind every generic noun the press uses for a province."""
    return [f"{noun} {bare}" for noun in _nouns("make")]


@cache
def _heads() -> frozenset[str]:
    return frozenset(column("joined_heads.tsv", "head"))


def variants(name: str) -> list[str]:
    """Further spellings of one name: no hyphen, no apostrophe, a short first word glued to the second."""
    loose = " ".join(name.replace("-", " ").split())
    found = [loose, _QUOTES.sub("", name), _QUOTES.sub("", loose), ascii_form(name), ascii_form(loose)]
    words = loose.split()
    if len(words) == 2 and words[0] in _heads():
        found.append("".join(words))
    return [v for v in dict.fromkeys(found) if v and v != name]


def ascii_form(name: str) -> str:
    """Latin letters without their accents and quotes; other scripts as they are."""
    if is_arabic(name):
        return name
    bare = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return _QUOTES.sub("", bare)
