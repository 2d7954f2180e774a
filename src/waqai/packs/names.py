"""Names across scripts: the consonants of a name as classes that every script shares."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import NamedTuple

from waqai.packs.orthography import LANG
from waqai.packs.pack import load_settings


class _Classes(NamedTuple):
    digraphs: dict[str, str]
    letters: dict[str, str]


@cache
def _classes() -> _Classes:
    common = tomllib.loads((LANG / "common" / "names.toml").read_text("utf-8"))
    letters: dict[str, str] = dict(common["latin"])
    for path in sorted(LANG.glob("*/names.toml")):
        letters.update(tomllib.loads(path.read_text("utf-8")).get("letters", {}))
    return _Classes(common["digraphs"], letters)


@cache
def skeleton(word: str) -> str:
    """The consonant classes of one folded word of a name, without the article; "" when it has none."""
    classes = _classes()
    word = word.removeprefix(load_settings().noun.article)
    for digraph, letter in classes.digraphs.items():
        word = word.replace(digraph, letter)
    return "".join(classes.letters.get(char, "") for char in word)
